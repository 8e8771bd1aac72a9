import type { Run } from '../engine/types.ts';
import { type SimulateParallelOptions, simulateInWorkers } from '../workers/simulate-in-workers.ts';
import { pageHost } from './page-host.ts';
import type { PageWorker } from './page-types.ts';

declare const Worker: new (
  url: string | { readonly href: string },
  options: { type: 'module' },
) => PageWorker;
declare const navigator: { readonly hardwareConcurrency?: number } | undefined;

/**
 * `simulate` on web workers: the same run to the bit, whatever the number of workers, and the same as in Node. The
 * page stays free meanwhile.
 *
 * Workers are started for the call and gone when it settles, whether it resolves, fails or is aborted. A worker that
 * reports a crash is replaced and its draws are done again. Where no worker can be started (the worker file is missing
 * from a bundle, or a policy forbids it), this thread does the work in slices between which the page has its turn;
 * `onProgress` then reports 0 workers.
 *
 * Rejects with what `simulate` throws, and with the reason of `signal` once that is aborted.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where an option is not what it should be
 */
export function simulateParallel(options: SimulateParallelOptions): Promise<Run> {
  const { workerUrl } = options;
  // Bundlers look for this very form, the URL made within the call.
  const create = (): PageWorker =>
    workerUrl === undefined
      ? new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
      : new Worker(workerUrl, { type: 'module' });
  const processors = typeof navigator === 'undefined' ? 1 : (navigator.hardwareConcurrency ?? 1);
  return simulateInWorkers(options, { ...pageHost(create), processors });
}
