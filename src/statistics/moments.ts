import { requireValues } from './sample.ts';
import { sum } from './sum.ts';

/**
 * Arithmetic mean. Of values that are all the same it is exactly that value.
 *
 * @throws RangeError where there are no values.
 */
export function mean(values: Float64Array): number {
  requireValues(values, 'values');
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  // The division may round to just outside the values, of which constants would show.
  return Math.max(low, Math.min(high, sum(values) / values.length));
}

/**
 * Variance with divisor n - 1, in two passes with the correction for the rounding of the mean; exactly 0 where the
 * values are all the same. NaN of a single value, which says nothing about spread.
 *
 * Source: Chan, Golub and LeVeque (1983), The American Statistician 37, equation 1.7.
 *
 * @throws RangeError where there are no values.
 */
export function variance(values: Float64Array): number {
  const centre = mean(values);
  const count = values.length;
  let squares = 0;
  let residual = 0;
  for (const value of values) {
    const deviation = value - centre;
    squares += deviation * deviation;
    residual += deviation;
  }
  return (squares - (residual * residual) / count) / (count - 1);
}

/** Square root of the variance. */
export function standardDeviation(values: Float64Array): number {
  return Math.sqrt(variance(values));
}

/** Standard deviation of the mean of independent values: sd / √n. NaN of a single value. */
export function standardErrorOfMean(values: Float64Array): number {
  return Math.sqrt(variance(values) / values.length);
}
