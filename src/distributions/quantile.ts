import { lawOf } from './families.ts';
import type { Distribution } from './types.ts';

/**
 * The quantile function: the smallest x with P(X <= x) >= p, in the unit of the distribution.
 *
 * Good to 1e-12 of max(|x|, sd) and non-decreasing in `p` to that accuracy; at 0 and 1 the ends of the
 * support. The parameters are taken as checked (`distributionIssues`).
 *
 * @throws RangeError where `p` is not a number from 0 to 1.
 */
export function quantile(d: Distribution, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile: p must be a number from 0 to 1; got ${p}`);
  return prepareQuantile(d)(p);
}

/**
 * The quantile function of `d` with everything that does not depend on `p` worked out once: for many draws
 * from one distribution. Same bits as `quantile`; `p` is not checked.
 */
export function prepareQuantile(d: Distribution): (p: number) => number {
  if (d.kind === 'constant') {
    const { value } = d;
    return () => value;
  }
  const law = lawOf(d);
  return (p) => (p > 0 ? (p < 1 ? law.quantile(p) : law.high) : law.low);
}
