import { DiscreteLaw, firstAtLeast } from './discrete.ts';
import { Law } from './law.ts';
import type { Empirical } from './types.ts';

/** A quantile function that is linear between knots. */
export class PiecewiseLinearLaw extends Law {
  readonly low: number;
  readonly high: number;
  /** Probability at each knot, ascending from 0 to 1, and the value there, ascending too. */
  private readonly probabilities: readonly number[];
  private readonly values: readonly number[];

  constructor(probabilities: readonly number[], values: readonly number[]) {
    super();
    this.probabilities = probabilities;
    this.values = values;
    this.low = values[0]!;
    this.high = values[values.length - 1]!;
  }

  quantile(p: number): number {
    const i = Math.min(Math.max(1, firstAtLeast(this.probabilities, p)), this.values.length - 1);
    const x = interpolate(this.probabilities, this.values, i, p);
    return Math.min(this.values[i]!, Math.max(this.values[i - 1]!, x));
  }
  upperQuantile(q: number): number {
    return this.quantile(1 - q);
  }
  cdf(x: number): number {
    if (x < this.low) return 0;
    if (x >= this.high) return 1;
    let i = firstAtLeast(this.values, x);
    while (this.values[i] === x) i += 1;
    return this.values[i - 1] === x
      ? this.probabilities[i - 1]!
      : interpolate(this.values, this.probabilities, i, x);
  }
  survival(x: number): number {
    return 1 - this.cdf(x);
  }
  override below(x: number): number {
    if (x <= this.low) return 0;
    if (x > this.high) return 1;
    const i = firstAtLeast(this.values, x);
    return this.values[i] === x ? this.probabilities[i]! : interpolate(this.values, this.probabilities, i, x);
  }
  override atoms(): readonly number[] {
    return [...new Set(this.values.filter((value, i) => i > 0 && value === this.values[i - 1]))];
  }
  mean(): number {
    return this.low + this.expect((a, b) => (a - this.low + (b - this.low)) / 2);
  }
  variance(): number {
    const mean = this.mean();
    return this.expect((from, to) => {
      const a = from - mean;
      const b = to - mean;
      return (a * a + a * b + b * b) / 3;
    });
  }
  within(low: number, high: number): Law {
    const from = this.below(low);
    const to = this.cdf(high);
    const first = Math.max(low, this.low);
    const last = Math.min(high, this.high);
    if (first === last) return new DiscreteLaw([first]);
    const probabilities = [0];
    const values = [first];
    for (let i = 0; i < this.values.length; i++) {
      const p = this.probabilities[i]!;
      if (p <= from || p >= to) continue;
      probabilities.push((p - from) / (to - from));
      values.push(this.values[i]!);
    }
    return new PiecewiseLinearLaw([...probabilities, 1], [...values, last]);
  }

  /** The expectation of what `f` gives for a piece that is uniform between its two arguments. */
  private expect(f: (from: number, to: number) => number): number {
    let sum = 0;
    for (let i = 1; i < this.values.length; i++) {
      sum += (this.probabilities[i]! - this.probabilities[i - 1]!) * f(this.values[i - 1]!, this.values[i]!);
    }
    return sum;
  }
}

/** A sample drawn from continuously: type 7 of Hyndman and Fan (1996). */
export function empiricalLaw(d: Empirical): Law {
  const values = [...d.values].sort((one, other) => one - other);
  const last = values.length - 1;
  if (last === 0 || values[0] === values[last]) return new DiscreteLaw([values[0]!]);
  return new PiecewiseLinearLaw(
    values.map((_, i) => i / last),
    values,
  );
}

/** The straight line through points i - 1 and i of (xs, ys), at `x`. */
function interpolate(xs: readonly number[], ys: readonly number[], i: number, x: number): number {
  const x0 = xs[i - 1]!;
  const y0 = ys[i - 1]!;
  return y0 + ((x - x0) / (xs[i]! - x0)) * (ys[i]! - y0);
}
