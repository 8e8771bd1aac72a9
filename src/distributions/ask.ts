import { renderIssue } from '../errors.ts';
import * as laws from './cdf.ts';
import { distributionIssues } from './check.ts';
import * as moments from './moments.ts';
import * as quantiles from './quantile.ts';
import * as supports from './support.ts';
import type { Distribution } from './types.ts';

/**
 * The door for those who ask a distribution by itself: parameters are checked here, once for each question. Inside the
 * package distributions have come through the door of a scenario and are trusted.
 */
function checked(distribution: Distribution): Distribution {
  if (typeof distribution !== 'object' || distribution === null || typeof distribution.kind !== 'string') {
    throw new TypeError(
      'distribution: expected a distribution, such as { kind: "beta", mean: 0.4, sd: 0.1 }',
    );
  }
  const faults = distributionIssues(distribution, 'distribution').filter(({ code }) => code !== 'no-effect');
  if (faults.length > 0) throw new RangeError(faults.map(renderIssue).join('\n'));
  return distribution;
}

/**
 * The exact mean, in the unit of the distribution: closed form for every kind but truncated ones, which are integrated
 * numerically to 1e-12 of the standard deviation (truncated uniform, discrete and empirical ones are closed form again).
 *
 * @throws RangeError where the parameters are not sound, saying which and why
 */
export function mean(distribution: Distribution): number {
  return moments.mean(checked(distribution));
}

/**
 * The exact variance, in the square of the unit; methods and errors as for {@link mean}.
 */
export function variance(distribution: Distribution): number {
  return moments.variance(checked(distribution));
}

/**
 * The quantile function: the smallest x with P(X <= x) >= p, in the unit of the distribution; good to 1e-12 of
 * max(|x|, sd), at 0 and 1 the ends of the support.
 *
 * @throws RangeError where the parameters are not sound, or `p` is not a number from 0 to 1
 */
export function quantile(distribution: Distribution, p: number): number {
  return quantiles.quantile(checked(distribution), p);
}

/**
 * P(X <= x), with relative accuracy in the lower tail.
 *
 * @throws RangeError where the parameters are not sound
 */
export function cdf(distribution: Distribution, x: number): number {
  return laws.cdf(checked(distribution), x);
}

/**
 * The least and the greatest value the distribution can take; infinite where there is none.
 *
 * @throws RangeError where the parameters are not sound
 */
export function support(distribution: Distribution): { readonly low: number; readonly high: number } {
  return supports.support(checked(distribution));
}
