import { mean } from './moments.ts';
import { ranks } from './ranks.ts';

/**
 * Covariance with divisor n - 1. NaN of a single pair.
 *
 * @throws RangeError where there are no values or the lengths differ.
 */
export function covariance(a: Float64Array, b: Float64Array): number {
  return sumOfProducts(a, b) / (a.length - 1);
}

/**
 * Pearson's correlation, -1..1. NaN where either is constant: nothing can be said then.
 *
 * @throws RangeError where there are no values or the lengths differ.
 */
export function correlation(a: Float64Array, b: Float64Array): number {
  const together = sumOfProducts(a, b);
  const apart = Math.sqrt(sumOfProducts(a, a) * sumOfProducts(b, b));
  return Math.max(-1, Math.min(1, together / apart));
}

/** Spearman's correlation: Pearson's of the ranks, ties sharing theirs. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  return correlation(ranks(a), ranks(b));
}

function sumOfProducts(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) {
    throw new RangeError(`a, b: expected two samples of one length, received ${a.length} and ${b.length}`);
  }
  const meanA = mean(a);
  const meanB = mean(b);
  let products = 0;
  for (let i = 0; i < a.length; i += 1) products += (a[i]! - meanA) * (b[i]! - meanB);
  return products;
}
