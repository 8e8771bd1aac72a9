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
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: expected a probability from 0 to 1, got ${p}`);
  return atRank(sorted, (sorted.length - 1) * p);
}

/**
 * Standard error of `quantileOfSorted`, without a distribution assumed.
 *
 * The number of values below the true quantile is binomial, with standard deviation d = √(n p (1 - p)): so ranks
 * d below and d above the quantile's own bracket it by one standard deviation to each side, and half the
 * distance of the values that stand there is the standard error. Where the sample ends before d ranks, the distance
 * to its end is extrapolated in proportion; with fewer than a handful of values beyond the quantile take it as an order
 * of magnitude. NaN of a single value.
 *
 * Source: Woodruff (1952), Journal of the American Statistical Association 47, at one standard deviation.
 *
 * @param sorted ascending, independent
 * @throws RangeError where there are no values or p is not strictly between 0 and 1.
 */
export function standardErrorOfQuantile(sorted: Float64Array, p: number): number {
  requireValues(sorted, 'sorted');
  requireInside(p);
  const last = sorted.length - 1;
  const deviation = Math.sqrt(sorted.length * p * (1 - p));
  const low = Math.max(0, last * p - deviation);
  const high = Math.min(last, last * p + deviation);
  return (deviation * (atRank(sorted, high) - atRank(sorted, low))) / (high - low);
}

/** Value at a rank from 0 to n - 1, linear between whole ranks and never beyond the two. */
function atRank(sorted: Float64Array, rank: number): number {
  const below = Math.floor(rank);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return Math.min(high, low + (rank - below) * (high - low));
}
