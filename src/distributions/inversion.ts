import { log } from '../elementary/log.ts';
import type { DensityAt } from './law.ts';

/**
 * A density with its two tails at a point, and the search for the point that has a given tail.
 *
 * `evaluate` leaves its results in the fields: the search runs millions of times, and an object for each
 * point would cost more than the arithmetic.
 */
export abstract class Tails {
  /** P(X <= x) and P(X > x) at the point last evaluated. */
  lower = 0;
  upper = 0;
  /** The density there, the derivative of its logarithm, and the derivative of that. */
  density = 0;
  slope = 0;
  bend = 0;
  /**
   * Distance over which the density changes by its own size, where the slope does not say so (a singular
   * end).
   */
  reach = 0;

  /** Ends of the interval that holds the point. */
  protected abstract readonly from: number;
  protected abstract readonly to: number;

  abstract evaluate(x: number): void;

  /** A first guess at the point with tail `p` <= 1/2. */
  protected abstract guess(p: number, isUpper: boolean): number;

  /**
   * The point whose lower tail is `p`, or whose upper tail is.
   *
   * Steps by the Taylor series of the inverse function to third order (an error e becomes one of order
   * e^4), by Newton on the logarithm of the tail while far from it, and by bisection whenever a step would
   * leave the interval known to hold the point.
   */
  invert(p: number, isUpper: boolean): number {
    if (p > 0.5) return this.invert(1 - p, !isUpper);
    let from = this.from;
    let to = this.to;
    let x = this.guess(p, isUpper);
    for (let i = 0; i < 200; i++) {
      if (!(x > from && x < to)) x = middle(from, to);
      // No number is left between the two.
      if (x <= from || x >= to) return x;
      this.evaluate(x);
      const tail = isUpper ? this.upper : this.lower;
      const excess = isUpper ? p - tail : tail - p;
      if (excess === 0) return x;
      if (excess > 0) to = x;
      else from = x;
      if (excess > 0.3 * p || excess < -0.3 * p) {
        const step = (tail * log(isUpper ? p / tail : tail / p)) / this.density;
        x = i < 40 ? x - step : middle(from, to);
        continue;
      }
      const e = excess / this.density;
      const next = x - e * (1 + e * (0.5 * this.slope + (e * (2 * this.slope * this.slope - this.bend)) / 6));
      const size = e < 0 ? -e : e;
      if (size < 1e-4 * this.reach || size < 1e-16 * x) return next > from && next < to ? next : x;
      x = i < 40 ? next : middle(from, to);
    }
    return x;
  }
}

/** The density of the law stretched by a factor, at the point last evaluated; a negative factor turns it round. */
export function stretched({ density, slope, bend }: DensityAt, by: number): DensityAt {
  return { density: density / Math.abs(by), slope: slope / by, bend: bend / (by * by) };
}

function middle(from: number, to: number): number {
  if (to === Infinity) return from > 0 ? 2 * from : 1;
  if (from === 0) return to < 1e-3 ? to * to : to / 8;
  return from > 0 && to / from > 8 ? Math.sqrt(from) * Math.sqrt(to) : from + (to - from) / 2;
}
