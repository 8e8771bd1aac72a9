import { mean, standardErrorOfMean } from '../statistics/moments.ts';
import { quantileOfSorted, standardErrorOfQuantile } from '../statistics/quantiles.ts';
import { sorted } from '../statistics/sorted.ts';
import type { Interval, RowSummary } from './types.ts';

/** What the draws of one row come to; the draws are copied and sorted once. */
export function summariseRow(values: Float64Array, levels: readonly number[]): RowSummary {
  const ascending = sorted(values);
  return {
    mean: mean(values),
    standardError: standardErrorOfMean(values),
    median: quantileOfSorted(ascending, 0.5),
    medianStandardError: standardErrorOfQuantile(ascending, 0.5),
    intervals: levels.map((level) => interval(ascending, level)),
  };
}

/** The one world of a median case: a value, free of chance. */
export function summariseCertain(value: number): RowSummary {
  return { mean: value, standardError: 0, median: value, medianStandardError: 0, intervals: [] };
}

function interval(ascending: Float64Array, level: number): Interval {
  const tail = (1 - level) / 2;
  return {
    level,
    lower: quantileOfSorted(ascending, tail),
    upper: quantileOfSorted(ascending, 1 - tail),
    lowerStandardError: standardErrorOfQuantile(ascending, tail),
    upperStandardError: standardErrorOfQuantile(ascending, 1 - tail),
  };
}
