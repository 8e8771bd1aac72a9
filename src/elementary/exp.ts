import { scaleByPowerOfTwo } from './binary64.ts';

/**
 * The natural logarithm of 2 in two parts; the first has 32 zero bits at its end, so that multiples of it
 * are exact.
 */
export const LN2_HIGH: number = 0.6931471803691238;
export const LN2_LOW: number = 1.9082149292705877e-10;
const INVERSE_LN2 = 1.4426950408889634;

const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019412;

/**
 * e to the power `x`, to within 1 unit of the last place.
 *
 * Reduction to |r| <= ln(2) / 2 and Remez's approximation of r (e^r + 1) / (e^r - 1), after fdlibm's
 * `e_exp.c` (Sun Microsystems 1993).
 */
export function exp(x: number): number {
  if (!(x <= OVERFLOW)) return x > OVERFLOW ? Infinity : x;
  if (x < UNDERFLOW) return 0;
  const k = Math.floor(x * INVERSE_LN2 + 0.5);
  return expOfParts(x - k * LN2_HIGH, k * LN2_LOW, k);
}

/** e^(high - low) 2^k for |high - low| <= 0.35, and `low` small beside `high`. */
export function expOfParts(high: number, low: number, k: number): number {
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  return k === 0 ? y : scaleByPowerOfTwo(y, k);
}
