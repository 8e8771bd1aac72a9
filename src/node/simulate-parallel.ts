import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Run } from '../engine/types.ts';
import { type SimulateParallelOptions, simulateInWorkers } from '../workers/simulate-in-workers.ts';
import { threadHost, threadOptions } from './thread-host.ts';

/**
 * `simulate` on worker threads: the same run to the bit, whatever the number of workers.
 *
 * Threads are started for the call and gone when it settles, whether it resolves, fails or is aborted. A thread that
 * crashes is replaced and its draws are done again. Where no thread can be started (the worker file is missing from a
 * bundle), this thread does the work in slices; `onProgress` then reports 0 workers.
 *
 * Rejects with what `simulate` throws, and with the reason of `signal` once that is aborted.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where an option is not what it should be
 *
 * @example
 * ```ts
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { simulateParallel } from 'tourism-impact/node';
 *
 * const run = await simulateParallel({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 2_000, workers: 2 });
 * console.log(run.draws); // => 2000
 * ```
 */
export function simulateParallel(options: SimulateParallelOptions): Promise<Run> {
  const { workerUrl } = options;
  const create = (): Worker =>
    workerUrl === undefined
      ? new Worker(new URL('./worker.js', import.meta.url), threadOptions())
      : new Worker(new URL(typeof workerUrl === 'string' ? workerUrl : workerUrl.href), threadOptions());
  return simulateInWorkers(options, { ...threadHost(create), processors: availableParallelism() });
}
