import { mean, standardErrorOfMean } from './moments.ts';
import { type Proportion, proportion, proportionOfCount } from './proportion.ts';
import { quantileOfSorted, standardErrorAtRank, standardErrorOfQuantile } from './quantiles.ts';

/** How values that were spread on purpose tell their errors; null where all values are independent of each other. */
export type Replicates = { readonly errorOfMean: (values: Float64Array) => number } | null;

const COUNT = 16;
/** 97.5% quantile of Student's t with 15 degrees of freedom: two standard errors, as far as 16 replicates know them. */
const T_95 = 2.131449545559323;

/**
 * Standard error of the mean, for each way of sampling its own: of independent values sd / √n. NaN of a single
 * independent value.
 *
 * @throws RangeError where there are no values.
 */
export function errorOfMean(values: Float64Array, replicates: Replicates): number {
  return replicates === null ? standardErrorOfMean(values) : replicates.errorOfMean(values);
}

/**
 * Values in 16 independently randomised replicates. Within a replicate values are spread on purpose, so that only the
 * spread between replicates tells an error: it is itself known to some 18%, as any standard deviation of 16 values.
 */
export class ReplicatedValues {
  /** To which replicate each value belongs. */
  readonly members: Uint8Array;

  constructor(members: Uint8Array) {
    this.members = members;
  }

  /**
   * From the sums of the deviations in each replicate, so that replicates of unequal size weigh as they should. NaN of
   * fewer than two values a replicate.
   *
   * Source: Cochran (1977), Sampling Techniques, section 9A: the ratio estimate for clusters of unequal size.
   */
  errorOfMean(values: Float64Array): number {
    const centre = mean(values);
    if (values.length < 2 * COUNT) return Number.NaN;
    const deviations = new Float64Array(COUNT);
    for (let i = 0; i < values.length; i++) {
      const r = this.members[i]!;
      deviations[r] = deviations[r]! + (values[i]! - centre);
    }
    return errorOfSums(deviations, values.length);
  }
}

/** Standard error of a mean from the sums of the deviations in each replicate. */
export function errorOfSums(deviations: Float64Array, values: number): number {
  let squares = 0;
  for (const sum of deviations) squares += sum * sum;
  return Math.sqrt((squares * COUNT) / (COUNT - 1)) / values;
}

/**
 * Standard error of a quantile: that of the share of values at or below it, carried over by the values that stand so
 * many ranks away. NaN where fewer than ten values are expected beyond it.
 *
 * Source: Woodruff (1952), Journal of the American Statistical Association 47.
 *
 * @param sorted the values, ascending
 */
export function errorOfQuantile(
  values: Float64Array,
  sorted: Float64Array,
  p: number,
  replicates: Replicates,
): number {
  if (replicates === null) return standardErrorOfQuantile(sorted, p);
  const quantile = quantileOfSorted(sorted, p);
  const share = errorOfMean(
    values.map((value) => (value <= quantile ? 1 : 0)),
    replicates,
  );
  // Where all replicates agree on the share, the quantile may still be anywhere between its neighbours.
  return standardErrorAtRank(sorted, p, Math.max(1, share * values.length));
}

/** Standard error of the mean of the upper tail beyond the quantile of p; see `standardErrorOfExpectedShortfall`. */
export function errorOfExpectedShortfall(
  values: Float64Array,
  sorted: Float64Array,
  p: number,
  replicates: Replicates,
): number {
  const quantile = quantileOfSorted(sorted, p);
  const excess = values.map((value) => Math.max(value - quantile, 0));
  return errorOfMean(excess, replicates) / (1 - p);
}

/**
 * Share of the values strictly above, or strictly below, a threshold. Of replicates, Wilson's interval is that of as
 * many independent values as would have the same standard error, and as wide as 16 replicates allow; where none or all
 * are counted it is that of independent values.
 *
 * @throws RangeError where there are no values, no bound, or a bound is NaN.
 */
export function proportionOf(
  values: Float64Array,
  bounds: { readonly above?: number; readonly below?: number },
  replicates: Replicates,
): Proportion {
  const plain = proportion(values, bounds);
  if (replicates === null) return plain;
  const { above = -Infinity, below = Infinity } = bounds;
  const counted = values.map((value) => (value > above && value < below ? 1 : 0));
  return proportionWithError(plain, errorOfMean(counted, replicates));
}

/** A proportion whose standard error is known otherwise. */
export function proportionWithError(plain: Proportion, standardError: number): Proportion {
  const { value } = plain;
  if (!(standardError > 0)) return { ...plain, standardError };
  const trials = (value * (1 - value)) / (standardError * standardError);
  const { lower, upper } = proportionOfCount(value * trials, trials, T_95);
  return { value, standardError, lower, upper };
}
