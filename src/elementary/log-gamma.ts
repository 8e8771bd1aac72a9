import { log } from './log.ts';
import { log1p } from './log1p.ts';

/**
 * 1 - Euler's constant, then (-1)^k (zeta(k) - 1) / k for k = 2, 3, ...: the Taylor series of log Gamma(2 +
 * u).
 */
const SERIES_AT_TWO: readonly number[] = [
  0.42278433509846713, 0.3224670334241132, -0.0673523010531981, 0.020580808427784546, -0.007385551028673986,
  0.0028905103307415234, -0.001192753911703261, 0.0005096695247430425, -0.00022315475845357939,
  9.945751278180853e-5, -4.492623673813314e-5, 2.050721277567069e-5, -9.439488275268397e-6,
  4.374866789907488e-6, -2.039215753801366e-6, 9.55141213040742e-7, -4.492469198764566e-7,
  2.1207184805554665e-7, -1.0043224823968099e-7, 4.7698101693639804e-8, -2.2711094608943164e-8,
  1.0838659214896955e-8, -5.183475041970047e-9, 2.4836745438024785e-9, -1.1921401405860912e-9,
  5.731367241678862e-10, -2.7595228851242334e-10, 1.330476437424449e-10,
];
const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Natural logarithm of the gamma function for x >= 0, good to a few units of the last place of max(1,
 * |result|), and in relative terms at its zeros 1 and 2; Infinity at 0, NaN below.
 *
 * Taylor series at 2 (Abramowitz and Stegun 6.1.33), recurrences, and Stirling's series from 10 on.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x === Infinity) return x;
  if (x >= 10) return (x - 0.5) * (log(x) - 1) + (HALF_LOG_TWO_PI - 0.5 + stirlingSeries(x));
  if (x < 0.5) return logGammaOnePlus(x) - log(x);
  if (x <= 1.5) return logGammaOnePlus(x - 1);
  let product = 1;
  let y = x;
  while (y > 2.5) {
    y -= 1;
    product *= y;
  }
  return seriesAtTwo(y - 2) + (product === 1 ? 0 : log(product));
}

/** log Gamma(1 + u) for u > -1, without the loss of forming 1 + u. */
export function logGammaOnePlus(u: number): number {
  if (u >= -0.5 && u <= 0.5) return seriesAtTwo(u) - log1p(u);
  return logGamma(1 + u);
}

/**
 * log Gamma(x) - ((x - 1/2) log(x) - x + log(2 pi) / 2) for x > 0: what Stirling's formula leaves, without
 * the cancellation of taking the difference.
 */
export function stirlingError(x: number): number {
  let correction = 0;
  let y = x;
  while (y < 10) {
    correction += (y + 0.5) * log1p(1 / y) - 1;
    y += 1;
  }
  return correction + stirlingSeries(y);
}

function stirlingSeries(x: number): number {
  const z = 1 / (x * x);
  return (
    (1 / 12 -
      z *
        (1 / 360 -
          z *
            (1 / 1260 -
              z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z * (1 / 156 - (z * 3617) / 122400))))))) /
    x
  );
}

/** log Gamma(2 + u) without its linear term, for |u| <= 1/2. */
export function logGammaTwoPlusBend(u: number): number {
  let sum = 0;
  for (let k = SERIES_AT_TWO.length - 1; k >= 1; k--) sum = (sum + SERIES_AT_TWO[k]!) * u;
  return sum * u;
}

function seriesAtTwo(u: number): number {
  return SERIES_AT_TWO[0]! * u + logGammaTwoPlusBend(u);
}
