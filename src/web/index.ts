/**
 * Many processors of one machine, in a page: `simulate` on web workers.
 *
 * @packageDocumentation
 */

export type { StopSignal } from '../workers/host.ts';
export type { Progress } from '../workers/progress.ts';
export type { SimulateParallelOptions } from '../workers/simulate-in-workers.ts';
export { simulateParallel } from './simulate-parallel.ts';
