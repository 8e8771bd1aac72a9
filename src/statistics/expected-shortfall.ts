import { standardErrorOfMean } from './moments.ts';
import { quantileOfSorted } from './quantiles.ts';
import { requireInside, requireValues } from './sample.ts';
import { sum } from './sum.ts';

/**
 * Mean of the upper tail: of the largest share 1 - p of the values, the one that straddles its edge counted in part.
 * For a lower tail, negate the values.
 *
 * Source: Acerbi and Tasche (2002), Journal of Banking and Finance 26, proposition 4.1.
 *
 * @param sorted ascending
 * @throws RangeError where there are no values or p is not strictly between 0 and 1.
 */
export function expectedShortfall(sorted: Float64Array, p: number): number {
  requireValues(sorted, 'sorted');
  requireInside(p);
  const count = sorted.length;
  const edge = sorted[Math.min(Math.floor(count * p), count - 1)]!;
  // As distances from the value at the edge, which then need not be counted, and a tail of equal values is exact.
  const excess = sum(sorted.map((value) => Math.max(value - edge, 0)));
  return edge + excess / (count * (1 - p));
}

/**
 * Standard error of `expectedShortfall`: the standard error of the mean of max(value - quantile, 0), over 1 - p. NaN
 * of a single value.
 *
 * Source: Manistre and Hancock (2005), North American Actuarial Journal 9; the influence function of the tail mean.
 *
 * @param sorted ascending, independent
 * @throws RangeError where there are no values or p is not strictly between 0 and 1.
 */
export function standardErrorOfExpectedShortfall(sorted: Float64Array, p: number): number {
  requireInside(p);
  const quantile = quantileOfSorted(sorted, p);
  return standardErrorOfMean(sorted.map((value) => Math.max(value - quantile, 0))) / (1 - p);
}
