/** A density at a point: its value, the derivative of its logarithm, and the derivative of that. */
export interface DensityAt {
  readonly density: number;
  readonly slope: number;
  readonly bend: number;
}

/**
 * A distribution made ready: what every family provides, once its parameters have been turned into shapes.
 *
 * Both tails are asked for apart (`cdf` and `survival`, `quantile` and `upperQuantile`), so that neither
 * loses its digits to the other. The defaults suit continuous laws.
 */
export abstract class Law {
  /** The support, possibly infinite. */
  abstract readonly low: number;
  abstract readonly high: number;
  /** The smallest x with P(X <= x) >= p, for 0 < p < 1. */
  abstract quantile(p: number): number;
  /** The x that is exceeded with probability q, for 0 < q < 1. */
  abstract upperQuantile(q: number): number;
  /** P(X <= x) */
  abstract cdf(x: number): number;
  /** P(X > x) */
  abstract survival(x: number): number;
  abstract mean(): number;
  abstract variance(): number;

  /** P(X < x) */
  below(x: number): number {
    return this.cdf(x);
  }

  /** The values that have a probability of their own, ascending. */
  atoms(): readonly number[] {
    return [];
  }

  /** The density at `x` within the support; null for laws that have none, or one with kinks. */
  densityAt(_x: number): DensityAt | null {
    return null;
  }

  /** This law, conditioned to lie in [low, high]. */
  abstract within(low: number, high: number): Law;
}
