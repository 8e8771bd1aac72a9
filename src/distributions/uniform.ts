import { type DensityAt, Law } from './law.ts';
import type { Uniform } from './types.ts';

/** Every value between two bounds alike. */
export class UniformLaw extends Law {
  readonly low: number;
  readonly high: number;
  private readonly width: number;

  constructor(d: Pick<Uniform, 'low' | 'high'>) {
    super();
    this.low = d.low;
    this.high = d.high;
    this.width = d.high - d.low;
  }

  quantile(p: number): number {
    return p <= 0.5 ? this.low + p * this.width : this.high - (1 - p) * this.width;
  }
  upperQuantile(q: number): number {
    return q <= 0.5 ? this.high - q * this.width : this.low + (1 - q) * this.width;
  }
  cdf(x: number): number {
    return Math.min(1, Math.max(0, (x - this.low) / this.width));
  }
  survival(x: number): number {
    return Math.min(1, Math.max(0, (this.high - x) / this.width));
  }
  mean(): number {
    return this.low + this.width / 2;
  }
  variance(): number {
    return (this.width * this.width) / 12;
  }
  override densityAt(): DensityAt {
    return { density: 1 / this.width, slope: 0, bend: 0 };
  }
  within(low: number, high: number): Law {
    return new UniformLaw({ low: Math.max(low, this.low), high: Math.min(high, this.high) });
  }
}
