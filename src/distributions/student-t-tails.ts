import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { stirlingError } from '../elementary/log-gamma.ts';
import { log1p } from '../elementary/log1p.ts';
import { BetaTails } from './beta-tails.ts';
import { Tails } from './inversion.ts';
import { normalQuantile } from './normal.ts';

const TWO_PI = 6.283185307179586;

/** The upper half of Student's t: P(T > t) = I_x(df / 2, 1 / 2) / 2 with x = df / (df + t^2). */
export class StudentTTails extends Tails {
  protected readonly from: number = 0;
  protected readonly to: number = Infinity;
  private readonly df: number;
  private readonly beta: BetaTails;
  private readonly peak: number;

  constructor(df: number) {
    super();
    this.df = df;
    this.beta = new BetaTails(df / 2, 0.5);
    // Gamma((df + 1) / 2) / (sqrt(pi df) Gamma(df / 2)), by Stirling's formula and its errors
    const a = df / 2;
    this.peak = exp(stirlingError(a + 0.5) - stirlingError(a) + a * log1p(0.5 / a) - 0.5) / Math.sqrt(TWO_PI);
  }

  evaluate(t: number): void {
    const { df } = this;
    const square = t * t;
    const sum = df + square;
    if (sum === Infinity) {
      this.upper = 0;
      this.lower = 1;
      return;
    }
    this.beta.evaluateAt(df / sum, square / sum);
    this.upper = 0.5 * this.beta.lower;
    this.lower = 1 - this.upper;
    this.density = this.peak * exp(-0.5 * (df + 1) * log1p(square / df));
    this.slope = (-(df + 1) * t) / sum;
    this.bend = ((-(df + 1) / sum) * (df - square)) / sum;
    this.reach = 1 / (1 - this.slope);
  }

  protected guess(q: number): number {
    const { df } = this;
    // What the density's power law gives far out: exact in the limit
    const far = exp((log(this.peak / q) + 0.5 * (df - 1) * log(df)) / df);
    const z = -normalQuantile(q);
    const s = z * z;
    if (far * far > 8 * df && s > df) return far;
    // Abramowitz and Stegun 26.7.5
    const near =
      z *
      (1 +
        ((s + 1) / 4 +
          ((5 * s + 16) * s + 3) / (96 * df) +
          (((3 * s + 19) * s + 17) * s - 15) / (384 * df * df) +
          ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / (92160 * df * df * df)) /
          df);
    return s > df ? Math.min(near, far) : near;
  }
}
