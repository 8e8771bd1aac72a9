import { exp } from '../elementary/exp.ts';

/**
 * The integral of `f` over (0, end), where `f` is smooth inside and may be singular, but integrable, at
 * either end.
 *
 * Double exponential rule (Takahasi and Mori 1974), the step halved until two results agree.
 */
export function integrateFromZero(f: (x: number) => number, end: number): number {
  let step = 0.5;
  let sum = weighted(f, end, 0);
  for (let t = step; t <= REACH; t += step) sum += weighted(f, end, t) + weighted(f, end, -t);
  let result = sum * step;
  for (let halvings = 0; halvings < 6; halvings++) {
    let scale = 0;
    step /= 2;
    for (let t = step; t <= REACH; t += 2 * step) {
      const left = weighted(f, end, -t);
      const right = weighted(f, end, t);
      scale += Math.abs(left) + Math.abs(right);
      sum += left + right;
    }
    const previous = result;
    result = sum * step;
    // The rule doubles its digits with each halving: when two agree to half of them, the second is exact.
    if (halvings >= 2 && Math.abs(result - previous) <= 1e-10 * step * scale) break;
  }
  return result;
}

/** Beyond it the abscissa underflows. */
const REACH = 6;
const HALF_PI = 1.5707963267948966;

function weighted(f: (x: number) => number, end: number, t: number): number {
  const up = exp(t);
  const down = 1 / up;
  const u = HALF_PI * (up - down);
  const share = 1 / (1 + exp(-u));
  const rest = 1 / (1 + exp(u));
  const x = share < 0.5 ? end * share : end * (1 - rest);
  const weight = end * HALF_PI * (up + down) * share * rest;
  if (weight === 0 || !(x > 0) || x > end) return 0;
  return f(x) * weight;
}
