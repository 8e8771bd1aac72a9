import { Law } from './law.ts';
import type { Constant, Discrete } from './types.ts';

/** Single values with their weights; a constant is the case of one value. */
export class DiscreteLaw extends Law {
  readonly low: number;
  readonly high: number;
  /** Ascending and distinct, each with a positive weight. */
  private readonly values: readonly number[];
  private readonly weights: readonly number[];
  /**
   * Weight of all values up to, and from, each. Sums of weights as given, so that equal weights make exact
   * steps.
   */
  private readonly upTo: readonly number[];
  private readonly from: readonly number[];
  private readonly total: number;

  constructor(values: readonly number[], weights: readonly number[] = values.map(() => 1)) {
    super();
    const merged = new Map<number, number>();
    const order = values.map((value, i) => ({ value, weight: weights[i] ?? 0 }));
    order.sort((one, other) => one.value - other.value);
    for (const { value, weight } of order)
      if (weight > 0) merged.set(value, (merged.get(value) ?? 0) + weight);
    this.values = [...merged.keys()];
    this.weights = [...merged.values()];
    this.upTo = runningSums(this.weights);
    this.from = runningSums([...this.weights].reverse()).reverse();
    this.total = this.upTo[this.upTo.length - 1] ?? 0;
    this.low = this.values[0] ?? NaN;
    this.high = this.values[this.values.length - 1] ?? NaN;
  }

  quantile(p: number): number {
    return this.values[firstAtLeast(this.upTo, p * this.total)] ?? this.high;
  }
  upperQuantile(q: number): number {
    // The least value that is exceeded with probability at most q: the one after it has too little weight
    // from it on.
    const wanted = q * this.total;
    for (let i = this.values.length - 1; i > 0; i--) if (this.from[i]! > wanted) return this.values[i]!;
    return this.low;
  }
  cdf(x: number): number {
    const i = this.countUpTo(x);
    return i === 0 ? 0 : i === this.values.length ? 1 : this.upTo[i - 1]! / this.total;
  }
  survival(x: number): number {
    const i = this.countUpTo(x);
    return i === 0 ? 1 : i === this.values.length ? 0 : this.from[i]! / this.total;
  }
  override below(x: number): number {
    const i = firstAtLeast(this.values, x);
    return i === 0 ? 0 : i === this.values.length ? 1 : this.upTo[i - 1]! / this.total;
  }
  override atoms(): readonly number[] {
    return this.values;
  }
  mean(): number {
    // About the first value, so that a constant has exactly its own mean.
    let sum = 0;
    for (let i = 1; i < this.values.length; i++) sum += this.weights[i]! * (this.values[i]! - this.low);
    return this.low + sum / this.total;
  }
  variance(): number {
    const mean = this.mean();
    let sum = 0;
    for (let i = 0; i < this.values.length; i++) {
      const distance = this.values[i]! - mean;
      sum += this.weights[i]! * distance * distance;
    }
    return sum / this.total;
  }
  within(low: number, high: number): Law {
    const kept = this.values.map((value, i) => (value >= low && value <= high ? this.weights[i]! : 0));
    return new DiscreteLaw(this.values, kept);
  }

  private countUpTo(x: number): number {
    const i = firstAtLeast(this.values, x);
    return this.values[i] === x ? i + 1 : i;
  }
}

export function constantLaw(d: Constant): Law {
  return new DiscreteLaw([d.value]);
}

export function discreteLaw(d: Discrete): Law {
  return new DiscreteLaw(d.values, d.weights);
}

/** Index of the first entry of an ascending list that is not below `x`; its length where all are. */
export function firstAtLeast(ascending: readonly number[], x: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < x) from = middle + 1;
    else to = middle;
  }
  return from;
}

function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}
