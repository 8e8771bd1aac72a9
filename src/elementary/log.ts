import { highWord, withHighWord } from './binary64.ts';
import { LN2_HIGH, LN2_LOW } from './exp.ts';

const TWO_TO_54 = 18014398509481984;

/**
 * Natural logarithm, to within 1 unit of the last place; -Infinity at 0, NaN below.
 *
 * x = 2^k (1 + f) with 1 + f between sqrt(1/2) and sqrt(2), and Remez's approximation in s = f / (2 + f),
 * after fdlibm's `e_log.c` (Sun Microsystems 1993).
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  let normal = x;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    normal = x * TWO_TO_54;
  }
  const high = highWord(normal);
  const fraction = high & 0xfffff;
  // 1 where the fraction lies above sqrt(2): it is then halved.
  const above = (fraction + 0x95f64) & 0x100000;
  k += (high >> 20) - 1023 + (above >> 20);
  const f = withHighWord(normal, fraction | (above ^ 0x3ff00000)) - 1;
  return logOfParts(f, k, 0);
}

/** log(2^k (1 + f)) + c for 1 + f between sqrt(1/2) and sqrt(2), and a tiny `c`. */
export function logOfParts(f: number, k: number, c: number): number {
  if (f === 0) return k === 0 ? c : k * LN2_HIGH + (k * LN2_LOW + c);
  const half = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z *
                (0.22222198432149784 +
                  z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))));
  const low = k * LN2_LOW + c;
  return k * LN2_HIGH - (half - (s * (half + r) + low) - f);
}
