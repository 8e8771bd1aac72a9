import { requireInside, requireValues } from './sample.ts';

/**
 * Quantile of type 7: linear between order statistics, the smallest at p = 0 and the largest at p = 1.
 *
 * Source: Hyndman and Fan (1996), The American Statistician 50, definition 7 (the default of R and NumPy).
 *
 * @param sorted ascending
 * @throws RangeError where there are no values or p is not within 0..1.
 */
export function quantileOfSorted(sorted: Float64Array, p: number): number {
  requireValues(sorted, 'sorted');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: expected a probability from 0 to 1, received ${p}`);
  return atRank(sorted, (sorted.length - 1) * p);
}

/**
 * Standard error of `quantileOfSorted`, without a distribution assumed.
 *
 * The number of values below the true quantile is binomial, with standard deviation d = √(n p (1 - p)): so ranks
 * d below and d above the quantile's own bracket it by one standard deviation to each side, and half the
 * distance of the values that stand there is the standard error. With fewer than ten values expected beyond the
 * quantile the sample cannot tell how far it may be off, and the answer is NaN rather than a figure that is
 * too small; 0 where all values are equal.
 *
 * Source: Woodruff (1952), Journal of the American Statistical Association 47, at one standard deviation.
 *
 * @param sorted ascending, independent
 * @throws RangeError where there are no values or p is not strictly between 0 and 1.
 */
export function standardErrorOfQuantile(sorted: Float64Array, p: number): number {
  return standardErrorAtRank(sorted, p, Math.sqrt(sorted.length * p * (1 - p)));
}

/**
 * As `standardErrorOfQuantile`, where the number of values below the true quantile has another standard deviation than
 * that of independent values; NaN where it is not known.
 */
export function standardErrorAtRank(sorted: Float64Array, p: number, deviation: number): number {
  requireValues(sorted, 'sorted');
  requireInside(p);
  const last = sorted.length - 1;
  if (sorted.length > 1 && sorted[0] === sorted[last]) return 0;
  if (sorted.length * Math.min(p, 1 - p) < FEWEST_BEYOND - ROUNDING) return Number.NaN;
  if (Number.isNaN(deviation)) return Number.NaN;
  const low = Math.max(0, last * p - deviation);
  const high = Math.min(last, last * p + deviation);
  return (deviation * (atRank(sorted, high) - atRank(sorted, low))) / (high - low);
}

/** Values expected beyond a quantile below which its standard error is not told. */
const FEWEST_BEYOND = 10;
/** 100 draws and a level of 0.8 are ten beyond, whatever 1 - 0.9 is in doubles. */
const ROUNDING = 1e-9;

/** Value at a rank from 0 to n - 1, linear between whole ranks and never beyond the two. */
function atRank(sorted: Float64Array, rank: number): number {
  const below = Math.floor(rank);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return Math.min(high, low + (rank - below) * (high - low));
}
