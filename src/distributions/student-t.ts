import { stretched } from './inversion.ts';
import { type DensityAt, Law } from './law.ts';
import { StudentTTails } from './student-t-tails.ts';
import { TruncatedLaw } from './truncated.ts';
import type { StudentT } from './types.ts';

/** Student's t, moved to the mean and stretched to the standard deviation: scale sd sqrt((df - 2) / df). */
export class StudentTLaw extends Law {
  readonly low: number = -Infinity;
  readonly high: number = Infinity;
  private readonly d: StudentT;
  private readonly scale: number;
  private readonly tails: StudentTTails;

  constructor(d: StudentT) {
    super();
    this.d = d;
    this.scale = d.sd * Math.sqrt((d.df - 2) / d.df);
    this.tails = new StudentTTails(d.df);
  }

  quantile(p: number): number {
    return p <= 0.5 ? this.d.mean - this.distance(p) : this.d.mean + this.distance(1 - p);
  }
  upperQuantile(q: number): number {
    return q <= 0.5 ? this.d.mean + this.distance(q) : this.d.mean - this.distance(1 - q);
  }
  cdf(x: number): number {
    return this.tail(this.d.mean - x);
  }
  survival(x: number): number {
    return this.tail(x - this.d.mean);
  }
  mean(): number {
    return this.d.mean;
  }
  variance(): number {
    return this.d.sd * this.d.sd;
  }
  override densityAt(x: number): DensityAt {
    const distance = x - this.d.mean;
    this.tails.evaluate(Math.abs(distance) / this.scale);
    return stretched(this.tails, distance < 0 ? -this.scale : this.scale);
  }
  within(low: number, high: number): Law {
    return new TruncatedLaw(this, low, high);
  }

  /** How far from the mean a tail of `q` <= 1/2 begins. */
  private distance(q: number): number {
    return q === 0.5 ? 0 : this.scale * this.tails.invert(q, true);
  }

  /** The probability of lying more than `distance` above the mean; negative distances are below it. */
  private tail(distance: number): number {
    this.tails.evaluate(Math.abs(distance) / this.scale);
    return distance >= 0 ? this.tails.upper : this.tails.lower;
  }
}
