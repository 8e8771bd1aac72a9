import { mean } from '../statistics/moments.ts';
import { quantileOfSorted } from '../statistics/quantiles.ts';
import { errorOfMean, errorOfQuantile, type Replicates } from '../statistics/replicates.ts';
import { sorted } from '../statistics/sorted.ts';
import type { RowSummary } from './types.ts';

/**
 * What the draws of one row come to; the draws are copied and sorted once. `replicates` says how they were sampled, as
 * `replicatesOf` answers for a question.
 */
export function summariseRow(
  values: Float64Array,
  levels: readonly number[],
  replicates: Replicates,
): RowSummary {
  const ascending = sorted(values);
  const errorAt = (p: number): number => errorOfQuantile(values, ascending, p, replicates);
  return {
    mean: mean(values),
    standardError: errorOfMean(values, replicates),
    median: quantileOfSorted(ascending, 0.5),
    medianStandardError: errorAt(0.5),
    intervals: levels.map((level) => {
      const tail = (1 - level) / 2;
      return {
        level,
        lower: quantileOfSorted(ascending, tail),
        upper: quantileOfSorted(ascending, 1 - tail),
        lowerStandardError: errorAt(tail),
        upperStandardError: errorAt(1 - tail),
      };
    }),
  };
}

/** The one world of a median case: a value, free of chance. */
export function summariseCertain(value: number): RowSummary {
  return { mean: value, standardError: 0, median: value, medianStandardError: 0, intervals: [] };
}
