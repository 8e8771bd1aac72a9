import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { log1p } from '../elementary/log1p.ts';
import { type DensityAt, Law } from './law.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
import { TruncatedLaw } from './truncated.ts';
import type { Lognormal } from './types.ts';

/**
 * median x e^(sigma z) with sigma^2 = log(1 + (sd / mean)^2) and median = mean / sqrt(1 + (sd / mean)^2).
 * The median is formed without logarithms, so that large amounts lose no digits.
 */
export class LognormalLaw extends Law {
  readonly low: number = 0;
  readonly high: number = Infinity;
  private readonly median: number;
  private readonly sigma: number;
  private readonly d: Lognormal;

  constructor(d: Lognormal) {
    super();
    const cv = d.sd / d.mean;
    this.d = d;
    this.median = d.mean / Math.sqrt(1 + cv * cv);
    this.sigma = Math.sqrt(log1p(cv * cv));
  }

  quantile(p: number): number {
    return this.median * exp(this.sigma * normalQuantile(p));
  }
  upperQuantile(q: number): number {
    return this.median * exp(-this.sigma * normalQuantile(q));
  }
  cdf(x: number): number {
    return x > 0 ? normalCdf(this.score(x)) : 0;
  }
  survival(x: number): number {
    return x > 0 ? normalCdf(-this.score(x)) : 1;
  }
  mean(): number {
    return this.d.mean;
  }
  variance(): number {
    return this.d.sd * this.d.sd;
  }
  override densityAt(x: number): DensityAt {
    const z = this.score(x);
    const slope = -(1 + z / this.sigma) / x;
    return {
      density: normalDensity(z) / (this.sigma * x),
      slope,
      bend: -slope / x - 1 / (this.sigma * this.sigma * x * x),
    };
  }
  within(low: number, high: number): Law {
    return new TruncatedLaw(this, low, high);
  }

  private score(x: number): number {
    const ratio = x / this.median;
    // Near the median the difference is exact and the ratio is not.
    const logarithm = ratio > 0.5 && ratio < 2 ? log1p((x - this.median) / this.median) : log(ratio);
    return logarithm / this.sigma;
  }
}
