import { GammaTails } from './gamma-tails.ts';
import { stretched } from './inversion.ts';
import { type DensityAt, Law } from './law.ts';
import { TruncatedLaw } from './truncated.ts';
import type { Gamma } from './types.ts';

/** Shape (mean / sd)^2 and scale sd^2 / mean. */
export class GammaLaw extends Law {
  readonly low: number = 0;
  readonly high: number = Infinity;
  private readonly d: Gamma;
  private readonly scale: number;
  private readonly tails: GammaTails;

  constructor(d: Gamma) {
    super();
    const ratio = d.mean / d.sd;
    this.d = d;
    this.scale = d.sd / ratio;
    this.tails = new GammaTails(ratio * ratio);
  }

  quantile(p: number): number {
    return this.scale * this.tails.invert(p, false);
  }
  upperQuantile(q: number): number {
    return this.scale * this.tails.invert(q, true);
  }
  cdf(x: number): number {
    if (!(x > 0)) return 0;
    if (x === Infinity) return 1;
    this.tails.evaluate(x / this.scale);
    return this.tails.lower;
  }
  survival(x: number): number {
    if (!(x > 0)) return 1;
    if (x === Infinity) return 0;
    this.tails.evaluate(x / this.scale);
    return this.tails.upper;
  }
  mean(): number {
    return this.d.mean;
  }
  variance(): number {
    return this.d.sd * this.d.sd;
  }
  override densityAt(x: number): DensityAt {
    this.tails.evaluate(x / this.scale);
    return stretched(this.tails, this.scale);
  }
  within(low: number, high: number): Law {
    return new TruncatedLaw(this, low, high);
  }
}
