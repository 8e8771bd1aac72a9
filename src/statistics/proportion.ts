import { requireValues } from './sample.ts';

/** A share of a sample, with how well it is known. */
export interface Proportion {
  readonly value: number;
  /** √(value (1 - value) / n): 0 where none or all are counted, which the interval is not. */
  readonly standardError: number;
  /** Wilson's interval. */
  readonly lower: number;
  readonly upper: number;
}

/** Standard deviations of a normal distribution that hold 95% of it. */
const Z_95 = 1.959963984540054;

/**
 * Share of the values strictly above, or strictly below, a threshold; with both, strictly between.
 *
 * @param bounds `above`, `below` or both
 * @param z width of the interval in standard deviations; default that of 95%
 * @throws RangeError where there are no values, no bound, or a bound is NaN.
 */
export function proportion(
  values: Float64Array,
  bounds: { readonly above?: number; readonly below?: number },
  z: number = Z_95,
): Proportion {
  requireValues(values, 'values');
  const { above = -Infinity, below = Infinity } = bounds;
  if (bounds.above === undefined && bounds.below === undefined) {
    throw new RangeError('bounds: expected above, below or both, received neither');
  }
  if (Number.isNaN(above) || Number.isNaN(below)) {
    throw new RangeError(`bounds: expected numbers, received above ${above}, below ${below}`);
  }
  let count = 0;
  for (const value of values) if (value > above && value < below) count += 1;
  return proportionOfCount(count, values.length, z);
}

/**
 * The proportion count / trials. The interval holds its probability even near 0 and 1.
 *
 * Source: Wilson (1927), Journal of the American Statistical Association 22.
 */
export function proportionOfCount(count: number, trials: number, z: number = Z_95): Proportion {
  const value = count / trials;
  const spread = (value * (1 - value)) / trials;
  const inflation = 1 + (z * z) / trials;
  const centre = (value + (z * z) / (2 * trials)) / inflation;
  const halfWidth = (z * Math.sqrt(spread + (z * z) / (4 * trials * trials))) / inflation;
  return {
    value,
    standardError: Math.sqrt(spread),
    lower: count === 0 ? 0 : Math.max(0, centre - halfWidth),
    upper: count === trials ? 1 : Math.min(1, centre + halfWidth),
  };
}
