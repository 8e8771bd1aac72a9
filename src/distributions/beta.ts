import { BetaTails } from './beta-tails.ts';
import { stretched } from './inversion.ts';
import { type DensityAt, Law } from './law.ts';
import { TruncatedLaw } from './truncated.ts';
import type { Beta, Pert } from './types.ts';

/** The two shapes of a beta law on [0, 1], the interval it is stretched to, and its moments there. */
interface Stretched {
  readonly a: number;
  readonly b: number;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * A beta law on an interval. Each half of the interval is searched from its own end, so that points close
 * to either keep their digits.
 */
export class BetaLaw extends Law {
  readonly low: number;
  readonly high: number;
  private readonly moments: Stretched;
  private readonly width: number;
  private readonly fromLow: BetaTails;
  private readonly fromHigh: BetaTails;
  /** Probability of the lower half of the interval, and of the upper. */
  private readonly lowerHalf: number;
  private readonly upperHalf: number;

  constructor(parts: Stretched) {
    super();
    this.low = parts.low;
    this.high = parts.high;
    this.moments = parts;
    this.width = parts.high - parts.low;
    this.fromLow = new BetaTails(parts.a, parts.b);
    this.fromHigh = new BetaTails(parts.b, parts.a);
    this.fromLow.evaluate(0.5);
    this.lowerHalf = this.fromLow.lower;
    this.upperHalf = this.fromLow.upper;
  }

  quantile(p: number): number {
    return p <= this.lowerHalf
      ? this.low + this.width * this.fromLow.invert(p, false)
      : this.high - this.width * this.fromHigh.invert(p, true);
  }
  upperQuantile(q: number): number {
    return q < this.upperHalf
      ? this.high - this.width * this.fromHigh.invert(q, false)
      : this.low + this.width * this.fromLow.invert(q, true);
  }
  cdf(x: number): number {
    if (x <= this.low) return 0;
    if (x >= this.high) return 1;
    this.evaluate(x);
    return this.fromLow.lower;
  }
  survival(x: number): number {
    if (x <= this.low) return 1;
    if (x >= this.high) return 0;
    this.evaluate(x);
    return this.fromLow.upper;
  }
  mean(): number {
    return this.moments.mean;
  }
  variance(): number {
    return this.moments.variance;
  }
  override densityAt(x: number): DensityAt {
    this.evaluate(x);
    return stretched(this.fromLow, this.width);
  }
  within(low: number, high: number): Law {
    return new TruncatedLaw(this, low, high);
  }

  private evaluate(x: number): void {
    this.fromLow.evaluateAt((x - this.low) / this.width, (this.high - x) / this.width);
  }
}

/** The law of a beta distribution given by mean and standard deviation. */
export function betaLaw(d: Beta): Law {
  const low = d.low ?? 0;
  const high = d.high ?? 1;
  const below = d.mean - low;
  const above = high - d.mean;
  // a + b = m (1 - m) / s^2 - 1, where m and 1 - m are formed from their own differences
  const greatest = Math.sqrt(below) * Math.sqrt(above);
  const excess = ((greatest - d.sd) / d.sd) * ((greatest + d.sd) / d.sd);
  const width = high - low;
  return new BetaLaw({
    a: (below / width) * excess,
    b: (above / width) * excess,
    low,
    high,
    mean: d.mean,
    variance: d.sd * d.sd,
  });
}

/** The law of a PERT distribution: shapes 1 + 4 (mode - low) / width and 1 + 4 (high - mode) / width. */
export function pertLaw(d: Pert): Law {
  const width = d.high - d.low;
  const a = 1 + (4 * (d.mode - d.low)) / width;
  const b = 1 + (4 * (d.high - d.mode)) / width;
  return new BetaLaw({
    a,
    b,
    low: d.low,
    high: d.high,
    mean: d.low + (width * a) / 6,
    variance: (width * width * a * b) / 252,
  });
}
