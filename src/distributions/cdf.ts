import { lawOf } from './families.ts';
import type { Distribution } from './types.ts';

/** P(X <= x), with relative accuracy in the lower tail. */
export function cdf(d: Distribution, x: number): number {
  return lawOf(d).cdf(x);
}

/** P(X > x), with relative accuracy in the upper tail, where 1 - `cdf` has lost its digits. */
export function survival(d: Distribution, x: number): number {
  return lawOf(d).survival(x);
}
