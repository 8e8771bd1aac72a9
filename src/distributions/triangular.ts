import { Law } from './law.ts';
import { TruncatedLaw } from './truncated.ts';
import type { Triangular } from './types.ts';

/** A density that rises straight to the mode and falls straight from it. */
export class TriangularLaw extends Law {
  readonly low: number;
  readonly high: number;
  private readonly mode: number;
  private readonly width: number;
  private readonly rise: number;
  private readonly fall: number;

  constructor(d: Triangular) {
    super();
    this.low = d.low;
    this.high = d.high;
    this.mode = d.mode;
    this.width = d.high - d.low;
    this.rise = d.mode - d.low;
    this.fall = d.high - d.mode;
  }

  quantile(p: number): number {
    return p * this.width <= this.rise ? this.fromLow(p) : this.fromHigh(1 - p);
  }
  upperQuantile(q: number): number {
    return q * this.width < this.fall ? this.fromHigh(q) : this.fromLow(1 - q);
  }
  cdf(x: number): number {
    if (x <= this.low) return 0;
    if (x >= this.high) return 1;
    return x <= this.mode ? this.massFromLow(x) : 1 - this.massFromHigh(x);
  }
  survival(x: number): number {
    if (x <= this.low) return 1;
    if (x >= this.high) return 0;
    return x <= this.mode ? 1 - this.massFromLow(x) : this.massFromHigh(x);
  }
  mean(): number {
    return this.low + (this.width + this.rise) / 3;
  }
  variance(): number {
    return (this.width * this.width - this.rise * this.fall) / 18;
  }
  within(low: number, high: number): Law {
    return new TruncatedLaw(this, low, high, [this.mode]);
  }

  private fromLow(p: number): number {
    return Math.min(this.mode, this.low + Math.sqrt(p * this.width * this.rise));
  }
  private fromHigh(q: number): number {
    // Rounding must not carry it past the mode, which may be the end of the support.
    return Math.max(this.mode, this.high - Math.sqrt(q * this.width * this.fall));
  }
  private massFromLow(x: number): number {
    return ((x - this.low) / this.width) * ((x - this.low) / this.rise);
  }
  private massFromHigh(x: number): number {
    return ((this.high - x) / this.width) * ((this.high - x) / this.fall);
  }
}
