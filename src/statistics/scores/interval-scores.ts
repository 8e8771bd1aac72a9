import { requireInside } from '../sample.ts';

/** Pinball loss of a forecast quantile at probability `p`: p (y - q) above it, (1 - p)(q - y) below; smaller is better. */
export function pinball(options: {
  readonly p: number;
  readonly quantile: number;
  readonly observed: number;
}): number {
  const { p, quantile, observed } = options;
  requireInside(p);
  return observed >= quantile ? p * (observed - quantile) : (1 - p) * (quantile - observed);
}

/** A central interval of a forecast: `level` 0.8 lies between the quantiles at 0.1 and 0.9. */
export interface CentralInterval {
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Interval score: width, and 2 / (1 - level) times how far the outcome lies outside.
 *
 * Source: Gneiting and Raftery (2007), Journal of the American Statistical Association 102, section 6.2.
 */
export function intervalScore(interval: CentralInterval, observed: number): number {
  const { level, lower, upper } = interval;
  requireInside(level);
  if (!(lower <= upper)) throw new RangeError(`lower: expected at most upper, ${upper}, received ${lower}`);
  const miss = Math.max(0, lower - observed) + Math.max(0, observed - upper);
  return upper - lower + (2 / (1 - level)) * miss;
}

/**
 * Weighted interval score of a median and K central intervals:
 *
 *     ( |y - median| / 2 + sum of (1 - level) / 2 x interval score ) / (K + 1/2)
 *
 * With this normalisation it is the mean of twice the pinball losses of the 2K + 1 quantiles, and tends to the CRPS as
 * the levels fill the range from 0 to 1.
 *
 * Source: Bracher, Ray, Gneiting and Reich (2021), PLOS Computational Biology 17, equation 2.
 */
export function weightedIntervalScore(options: {
  readonly median: number;
  readonly intervals: readonly CentralInterval[];
  readonly observed: number;
}): number {
  const { median, intervals, observed } = options;
  let sum = Math.abs(observed - median) / 2;
  for (const interval of intervals) sum += ((1 - interval.level) / 2) * intervalScore(interval, observed);
  return sum / (intervals.length + 0.5);
}

/** Share of the outcomes that lie within their intervals, ends included. */
export function coverage(
  cases: readonly { readonly lower: number; readonly upper: number; readonly observed: number }[],
): number {
  if (cases.length === 0) throw new RangeError('cases: expected one or more, received none');
  return (
    cases.filter(({ lower, upper, observed }) => lower <= observed && observed <= upper).length / cases.length
  );
}
