import { ExactSums } from './exact-sums.ts';
import { type Proportion, proportionOfCount } from './proportion.ts';
import { errorOfSums, proportionWithError } from './replicates.ts';
import { countAbove, Sketch, type SketchData, sumAbove, valueAtRank } from './sketch.ts';

const REPLICATES = 16;

/** A sketch of a row as plain data, to be merged elsewhere into one of the same reference. */
export interface RowSketchData {
  readonly sums: Float64Array;
  readonly sketch: SketchData;
}

/**
 * What is kept of a sample that is not: exact sums of the values and of their squares, and a histogram. Means are those
 * of the values, rounded once; quantiles, tails and shares have the histogram's error, below 2^-10 of the value. The
 * order of values and of merging moves no bit.
 *
 * Values are summed as differences from one of them, so that squares lose nothing where values are nearly equal.
 */
export class RowSketch {
  readonly #reference: number;
  readonly #replicated: boolean;
  readonly #sums: ExactSums;
  readonly #sketch: Sketch;

  /**
   * @param reference a value of the sample, the same for all that are to be merged
   * @param replicated whether values belong to 16 replicates, rather than being independent of each other
   */
  constructor(reference: number, replicated: boolean) {
    this.#reference = reference;
    this.#replicated = replicated;
    // Of the squares, then of the values of each replicate.
    this.#sums = new ExactSums(replicated ? 1 + REPLICATES : 2);
    this.#sketch = new Sketch(replicated);
  }

  get count(): number {
    return this.#sketch.count;
  }

  add(value: number, replicate: number): void {
    const difference = value - this.#reference;
    this.#sums.add(1 + replicate, difference);
    if (!this.#replicated) this.#sums.add(0, difference * difference);
    this.#sketch.add(value, replicate);
  }

  toData(): RowSketchData {
    return { sums: this.#sums.toData(), sketch: this.#sketch.toData() };
  }

  merge({ sums, sketch }: RowSketchData): void {
    this.#sums.merge(sums);
    this.#sketch.merge(sketch);
  }

  mean(): number {
    const { smallest, largest } = this.#sketch;
    return Math.max(smallest, Math.min(largest, this.#reference + this.#total() / this.count));
  }

  errorOfMean(): number {
    const { count } = this;
    const centre = this.#total() / count;
    if (this.#replicated) {
      const sizes = this.#sizes();
      return this.#errorOf((r) => this.#sums.value(1 + r) - sizes[r]! * centre);
    }
    const squares = this.#sums.value(0) - this.#total() * centre;
    return Math.sqrt(Math.max(0, squares) / (count - 1) / count);
  }

  /** Type 7. */
  quantile(p: number): number {
    return valueAtRank(this.#sketch.bins(), (this.count - 1) * p);
  }

  /** As `errorOfQuantile` of a sample; NaN under the same conditions. */
  errorOfQuantile(p: number): number {
    const { count } = this;
    const { smallest, largest } = this.#sketch;
    if (count > 1 && smallest === largest) return 0;
    if (count * Math.min(p, 1 - p) < 10 - 1e-9) return Number.NaN;
    const bins = this.#sketch.bins();
    const last = count - 1;
    const quantile = valueAtRank(bins, last * p);
    const deviation = Math.max(1, this.#shareAbove(quantile).standardError * count);
    if (Number.isNaN(deviation)) return Number.NaN;
    const low = Math.max(0, last * p - deviation);
    const high = Math.min(last, last * p + deviation);
    return (deviation * (valueAtRank(bins, high) - valueAtRank(bins, low))) / (high - low);
  }

  /** Mean of the upper share 1 - p. */
  expectedShortfall(p: number): number {
    const bins = this.#sketch.bins();
    const edge = valueAtRank(bins, (this.count - 1) * p);
    return edge + sumAbove(bins, edge, 1) / (this.count * (1 - p));
  }

  errorOfExpectedShortfall(p: number): number {
    const { count } = this;
    const bins = this.#sketch.bins();
    const edge = valueAtRank(bins, (count - 1) * p);
    if (this.#replicated) {
      const sums = this.#ofReplicates((r) => sumAbove(this.#sketch.replicateBins(r), edge, 1));
      return this.#errorAround(sums) / (1 - p);
    }
    const first = sumAbove(bins, edge, 1);
    const variance = (sumAbove(bins, edge, 2) - (first * first) / count) / (count - 1);
    return Math.sqrt(variance / count) / (1 - p);
  }

  /** Share of the values above or below a threshold: exact for one that differs from it by less than 2^-10 of itself. */
  proportion(bound: { readonly above: number } | { readonly below: number }): Proportion {
    if ('above' in bound) return this.#shareAbove(bound.above);
    const { value, standardError, lower, upper } = this.#shareAbove(bound.below);
    return { value: 1 - value, standardError, lower: 1 - upper, upper: 1 - lower };
  }

  #shareAbove(threshold: number): Proportion {
    const plain = proportionOfCount(countAbove(this.#sketch.bins(), threshold), this.count);
    if (!this.#replicated) return plain;
    const counts = this.#ofReplicates((r) => countAbove(this.#sketch.replicateBins(r), threshold));
    return proportionWithError(plain, this.#errorAround(counts));
  }

  /** Sum of the differences from the reference. */
  #total(): number {
    let total = 0;
    for (let r = 0; r < (this.#replicated ? REPLICATES : 1); r++) total += this.#sums.value(1 + r);
    return total;
  }

  #sizes(): Float64Array {
    return this.#ofReplicates((r) =>
      this.#sketch.replicateBins(r).reduce((sum, { count }) => sum + count, 0),
    );
  }

  #ofReplicates(sumOf: (replicate: number) => number): Float64Array {
    return Float64Array.from({ length: REPLICATES }, (_, r) => sumOf(r));
  }

  /** Standard error of a mean from its sums in each replicate. */
  #errorAround(sums: Float64Array): number {
    const sizes = this.#sizes();
    const centre = sums.reduce((sum, one) => sum + one, 0) / this.count;
    return this.#errorOf((r) => sums[r]! - sizes[r]! * centre);
  }

  #errorOf(deviation: (replicate: number) => number): number {
    if (this.count < 2 * REPLICATES) return Number.NaN;
    return errorOfSums(this.#ofReplicates(deviation), this.count);
  }
}
