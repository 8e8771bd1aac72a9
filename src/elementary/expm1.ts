import { scaleByPowerOfTwo } from './binary64.ts';
import { exp, LN2_HIGH, LN2_LOW } from './exp.ts';

const INVERSE_LN2 = 1.4426950408889634;

/**
 * e^x - 1 without loss for small `x`, to within 1 unit of the last place. After fdlibm's `s_expm1.c`.
 */
export function expm1(x: number): number {
  if (!(x < 40)) return x >= 40 ? exp(x) : x;
  if (x < -40) return -1;
  if (x > -1e-17 && x < 1e-17) return x;
  const k = x > -0.35 && x < 0.35 ? 0 : Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = high - r - low;
  const half = 0.5 * r;
  const square = r * half;
  const ratio =
    1 +
    square *
      (-0.03333333333333313 +
        square *
          (0.0015873015872548146 +
            square *
              (-7.93650757867488e-5 + square * (4.008217827329362e-6 + square * -2.0109921818362437e-7))));
  const t = 3 - ratio * half;
  let e = square * ((ratio - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - c) - c - square;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  const negligible = scaleByPowerOfTwo(1, -k);
  if (k <= -2 || k > 56) return scaleByPowerOfTwo(1 - (e - r), k) - 1;
  return k < 20
    ? scaleByPowerOfTwo(1 - negligible - (e - r), k)
    : scaleByPowerOfTwo(r - (e + negligible) + 1, k);
}
