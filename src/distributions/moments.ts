import { lawOf } from './families.ts';
import type { Distribution } from './types.ts';

/**
 * The exact mean, in the unit of the distribution: closed form for every kind but truncated ones, which are
 * integrated numerically to 1e-12 of the standard deviation (truncated uniform, discrete and empirical
 * distributions are closed form again).
 */
export function mean(d: Distribution): number {
  return lawOf(d).mean();
}

/** The exact variance, in the square of the unit; methods as for `mean`. */
export function variance(d: Distribution): number {
  return lawOf(d).variance();
}
