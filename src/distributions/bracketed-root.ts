/**
 * The least point in [from, to] at which a non-decreasing function is not negative, given that it is so at
 * `to`; to within `tolerance`, or neighbouring numbers.
 *
 * Chandrupatla's method (1997, A new hybrid quadratic/bisection algorithm for finding the zero of a
 * nonlinear function, Advances in Engineering Software 28, 145-149). A zero counts as positive, so that on
 * a flat stretch the search goes on to its beginning; at a jump it comes down to bisection.
 */
export function findRoot(f: (x: number) => number, from: number, to: number, tolerance: number = 0): number {
  // a is the latest point, b the one across the root from it, c the one before
  let a = from;
  let b = to;
  let fa = f(a);
  if (fa >= 0) return a;
  let fb = f(b);
  let share = 0.5;
  for (let i = 0; i < 200; i++) {
    const x = a + share * (b - a);
    const fx = f(x);
    let c = a;
    let fc = fa;
    if (fx < 0 !== fa < 0) {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const width = Math.abs(b - a);
    const least = (tolerance + 2.3e-16 * Math.max(Math.abs(a), Math.abs(b))) / width;
    if (!(least < 0.5)) break;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    share = 0.5;
    if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
      share = (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb));
    }
    share = Math.min(1 - least, Math.max(least, share));
  }
  return fa < 0 ? b : a;
}
