import { highWord, withHighWord } from './binary64.ts';
import { logOfParts } from './log.ts';

/**
 * log(1 + x) without loss for small `x`, to within 1 unit of the last place; -Infinity at -1, NaN below.
 *
 * As `log`, with the rounding error of 1 + x carried as a correction; after fdlibm's `s_log1p.c`.
 */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x > -0.2928 && x < 0.4142) {
    if (x > -1e-17 && x < 1e-17) return x;
    return logOfParts(x, 0, 0);
  }
  const u = 1 + x;
  const high = highWord(u);
  const fraction = high & 0xfffff;
  const above = (fraction + 0x95f64) & 0x100000;
  const k = (high >> 20) - 1023 + (above >> 20);
  // Beyond 2^53 the rounding error of 1 + x no longer matters.
  const correction = k > 53 ? 0 : (x >= 1 ? 1 - (u - x) : x - (u - 1)) / u;
  return logOfParts(withHighWord(u, fraction | (above ^ 0x3ff00000)) - 1, k, correction);
}
