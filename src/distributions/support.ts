import { lawOf } from './families.ts';
import type { Distribution } from './types.ts';

/** The least and the greatest value the distribution can take; infinite where there is none. */
export function support(d: Distribution): { low: number; high: number } {
  const { low, high } = lawOf(d);
  return { low, high };
}
