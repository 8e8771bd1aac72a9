import type { Host } from '../workers/host.ts';
import type { Answer } from '../workers/messages.ts';
import type { PageChannel, PageWorker } from './page-types.ts';

declare const MessageChannel: new () => PageChannel;

/** Web workers, each started by `create`. */
export function pageHost(create: () => PageWorker): Host {
  return {
    now: () => performance.now(),
    turn: nextTask,
    start: ({ answer, crash }) => {
      const worker = create();
      worker.addEventListener('message', ({ data }) => answer(data as Answer));
      worker.addEventListener('messageerror', () => crash('an answer could not be read'));
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        worker.terminate();
        crash(event.message ?? 'the worker file could not be loaded');
      });
      return {
        post: (order) => worker.postMessage(order),
        stop: async () => worker.terminate(),
      };
    },
  };
}

/** A message to oneself: unlike a timer, it is not slowed down in a tab that is out of sight. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
