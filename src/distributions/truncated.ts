import { type DensityAt, Law } from './law.ts';
import { integrateFromZero } from './tail-integral.ts';

/**
 * A continuous law conditioned to lie between two bounds.
 *
 * Quantiles go through the tail in which the wanted point lies, so that a truncation far out keeps its
 * digits. Moments are integrals of the quantile function, by the double exponential rule: for many families
 * no closed form exists, and for the others it cancels where the bounds lie close together or far out. They
 * are good to 1e-12 of the standard deviation.
 */
export class TruncatedLaw extends Law {
  readonly low: number;
  readonly high: number;
  private readonly of: Law;
  /** Probability that the law leaves below and above the bounds. */
  private readonly cutBelow: number;
  private readonly cutAbove: number;
  private readonly mass: number;
  /** True where the whole interval lies in the upper half of the law. */
  private readonly isUpper: boolean;
  private readonly kinks: readonly number[];

  /** `kinks` are points at which the density is not smooth. */
  constructor(of: Law, low: number, high: number, kinks: readonly number[] = []) {
    super();
    this.of = of;
    this.low = Math.max(low, of.low);
    this.high = Math.min(high, of.high);
    this.kinks = kinks;
    this.cutBelow = of.below(this.low);
    this.cutAbove = of.survival(this.high);
    this.isUpper = this.cutBelow > 0.5;
    if (this.isUpper) this.mass = of.survival(this.low) - this.cutAbove;
    else if (this.cutAbove > 0.5) this.mass = of.cdf(this.high) - this.cutBelow;
    else this.mass = 1 - this.cutBelow - this.cutAbove;
  }

  quantile(p: number): number {
    return this.at(p, 1 - p);
  }
  upperQuantile(q: number): number {
    return this.at(1 - q, q);
  }
  cdf(x: number): number {
    if (x < this.low) return 0;
    if (x >= this.high) return 1;
    const mass = this.isUpper
      ? this.mass + this.cutAbove - this.of.survival(x)
      : this.of.cdf(x) - this.cutBelow;
    return Math.min(1, Math.max(0, mass / this.mass));
  }
  survival(x: number): number {
    if (x < this.low) return 1;
    if (x >= this.high) return 0;
    const mass =
      this.cutAbove > 0.5 ? this.mass + this.cutBelow - this.of.cdf(x) : this.of.survival(x) - this.cutAbove;
    return Math.min(1, Math.max(0, mass / this.mass));
  }
  mean(): number {
    // Integrated as the distance from the median, so that a narrow interval far from 0 keeps its digits.
    const median = this.quantile(0.5);
    return median + this.integrate((x) => x - median);
  }
  variance(): number {
    const mean = this.mean();
    return this.integrate((x) => (x - mean) * (x - mean));
  }
  override densityAt(x: number): DensityAt | null {
    const whole = this.of.densityAt(x);
    return whole && { ...whole, density: whole.density / this.mass };
  }
  within(low: number, high: number): Law {
    return this.of.within(Math.max(low, this.low), Math.min(high, this.high));
  }

  /** The point with probability `p` below it and `q` = 1 - p above it. */
  private at(p: number, q: number): number {
    const lower = this.cutBelow + p * this.mass;
    const isLower = !this.isUpper && lower <= 0.5;
    // Far out a share of the mass can underflow; no law is asked for its quantile at 0.
    const x = isLower
      ? this.of.quantile(Math.max(lower, Number.MIN_VALUE))
      : this.of.upperQuantile(Math.max(this.cutAbove + q * this.mass, Number.MIN_VALUE));
    return Math.min(this.high, Math.max(this.low, x));
  }

  /** The expectation of `f`, in pieces between kinks, each from both of its ends. */
  private integrate(f: (x: number) => number): number {
    const cuts = [0, ...this.kinks.map((kink) => this.cdf(kink)).filter((p) => p > 0 && p < 1), 1];
    let sum = 0;
    for (let i = 1; i < cuts.length; i++) {
      const from = cuts[i - 1]!;
      const to = cuts[i]!;
      const half = (to - from) / 2;
      sum += integrateFromZero((p) => f(this.at(from + p, 1 - from - p)), half);
      sum += integrateFromZero((q) => f(this.at(to - q, 1 - to + q)), half);
    }
    return sum;
  }
}
