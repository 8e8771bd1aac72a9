import { setImmediate } from 'node:timers/promises';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { Host } from '../workers/host.ts';
import type { Answer } from '../workers/messages.ts';

/** What a thread is started with: the flags of this process, apart from the one that no file can be run with. */
export function threadOptions(): WorkerOptions {
  return { execArgv: process.execArgv.filter((flag) => !flag.startsWith('--input-type')) };
}

/** Worker threads of Node, each started by `create`. */
export function threadHost(create: () => Worker): Host {
  return {
    now: () => performance.now(),
    turn: () => setImmediate(),
    start: ({ answer, crash }) => {
      const worker = create();
      worker.on('message', (message: Answer) => answer(message));
      worker.on('messageerror', (error) => crash(error.message));
      worker.on('error', (error) => crash(error.message));
      worker.on('exit', (code) => crash(`it ended with code ${code}`));
      return {
        post: (order) => worker.postMessage(order),
        stop: async () => {
          await worker.terminate();
        },
      };
    },
  };
}
