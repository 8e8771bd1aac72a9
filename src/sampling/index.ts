/**
 * More precision from as many draws, as many draws as it takes, and memory that does not grow with them: `simulate` of
 * `tourism-impact` with more options.
 *
 * @packageDocumentation
 */
export type { Design } from '../random/design.ts';
export { type DrawsNeeded, drawsNeeded } from './draws-needed.ts';
export type { Precision } from './figure.ts';
export type { PrecisionGoal } from './precision.ts';
export type { Keep, RunOptions } from './prepare-run.ts';
export { type SimulateOptions, simulate } from './simulate.ts';
