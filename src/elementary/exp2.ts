import { leadingPart } from './binary64.ts';
import { expOfParts } from './exp.ts';

const LN2 = 0.6931471805599453;
/** ln 2 = LN2_LEADING + LN2_REST, the first with 21 bits. */
const LN2_LEADING: number = leadingPart(LN2);
const LN2_REST: number = LN2 - LN2_LEADING + 2.3190468138462996e-17;

/** 2 to the power `x`, to within 1 unit of the last place; exact at integers. */
export function exp2(x: number): number {
  if (!(x < 1024)) return x >= 1024 ? Infinity : x;
  if (x < -1075) return 0;
  const k = Math.floor(x + 0.5);
  const r = x - k;
  const leading = Math.fround(r);
  const high = leading * LN2_LEADING;
  const low = leading * LN2_REST + (r - leading) * LN2;
  return expOfParts(high, -low, k);
}
