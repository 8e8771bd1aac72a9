/**
 * Many processors of one machine: `simulate` on the worker threads of Node.
 *
 * @packageDocumentation
 */

export type { StopSignal } from '../workers/host.ts';
export type { Progress } from '../workers/progress.ts';
export type { SimulateParallelOptions } from '../workers/simulate-in-workers.ts';
export { simulateParallel } from './simulate-parallel.ts';
