import { log } from '../elementary/log.ts';
import { findRoot } from './bracketed-root.ts';
import { firstAtLeast } from './discrete.ts';
import { type DensityAt, Law } from './law.ts';

interface Part {
  readonly weight: number;
  readonly law: Law;
}

/** One of several laws, each with its probability. Moments are exact where those of the parts are. */
export class MixtureLaw extends Law {
  readonly low: number;
  readonly high: number;
  private readonly parts: readonly Part[];
  /**
   * Values with a probability of their own, ascending, and P(X < value), P(X <= value), P(X > value) at
   * each.
   */
  private readonly jumps: readonly number[];
  private readonly belowJump: readonly number[];
  private readonly upToJump: readonly number[];
  private readonly aboveJump: readonly number[];

  constructor(parts: readonly Part[]) {
    super();
    const positive = parts.filter(({ weight }) => weight > 0);
    const total = positive.reduce((sum, { weight }) => sum + weight, 0);
    this.parts = positive.map(({ weight, law }) => ({ weight: weight / total, law }));
    this.low = Math.min(...this.parts.map(({ law }) => law.low));
    this.high = Math.max(...this.parts.map(({ law }) => law.high));
    this.jumps = [...new Set(this.parts.flatMap(({ law }) => law.atoms()))].sort((one, other) => one - other);
    this.belowJump = this.jumps.map((x) => this.below(x));
    this.upToJump = this.jumps.map((x) => this.cdf(x));
    this.aboveJump = this.jumps.map((x) => this.survival(x));
  }

  quantile(p: number): number {
    if (p > 0.5) return this.upperQuantile(1 - p);
    const next = firstAtLeast(this.upToJump, p);
    if (next < this.jumps.length && this.belowJump[next]! < p) return this.jumps[next]!;
    return this.between(
      next,
      (law) => law.quantile(p),
      (x) => logRatio(this.cdf(x), p),
    );
  }
  upperQuantile(q: number): number {
    if (q >= 0.5) return this.quantile(1 - q);
    let next = 0;
    while (next < this.jumps.length && this.aboveJump[next]! > q) next += 1;
    if (next < this.jumps.length && 1 - this.belowJump[next]! > q) return this.jumps[next]!;
    return this.between(
      next,
      (law) => law.upperQuantile(q),
      (x) => -logRatio(this.survival(x), q),
    );
  }
  cdf(x: number): number {
    return this.expect(({ law }) => law.cdf(x));
  }
  survival(x: number): number {
    return this.expect(({ law }) => law.survival(x));
  }
  override below(x: number): number {
    return this.expect(({ law }) => law.below(x));
  }
  override atoms(): readonly number[] {
    return this.jumps;
  }
  mean(): number {
    return this.expect(({ law }) => law.mean());
  }
  variance(): number {
    const mean = this.mean();
    return this.expect(({ law }) => law.variance() + (law.mean() - mean) * (law.mean() - mean));
  }
  override densityAt(x: number): DensityAt | null {
    let [density, first, second] = [0, 0, 0];
    for (const { weight, law } of this.parts) {
      if (x <= law.low || x >= law.high) continue;
      const part = law.densityAt(x);
      if (part === null) return null;
      density += weight * part.density;
      first += weight * part.density * part.slope;
      second += weight * part.density * (part.slope * part.slope + part.bend);
    }
    const slope = first / density;
    return { density, slope, bend: second / density - slope * slope };
  }
  within(low: number, high: number): Law {
    return new MixtureLaw(
      this.parts.map(({ weight, law }) => {
        const share = probabilityWithin(law, low, high);
        return { weight: weight * share, law: share > 0 ? law.within(low, high) : law };
      }),
    );
  }

  /**
   * The point between jump `next` - 1 and jump `next`: the quantiles of the parts enclose that of the
   * whole.
   */
  private between(next: number, of: (law: Law) => number, excess: (x: number) => number): number {
    let from = Infinity;
    let to = -Infinity;
    for (const { law } of this.parts) {
      const x = of(law);
      from = Math.min(from, x);
      to = Math.max(to, x);
    }
    if (next > 0) from = Math.max(from, this.jumps[next - 1]!);
    if (next < this.jumps.length) to = Math.min(to, this.jumps[next]!);
    return from < to ? findRoot(excess, from, to, 1e-16 * (to - from)) : to;
  }

  private expect(f: (part: Part) => number): number {
    let sum = 0;
    for (const part of this.parts) sum += part.weight * f(part);
    return sum;
  }
}

/** P(low <= X <= high), without cancellation where it lies in one tail. */
export function probabilityWithin(law: Law, low: number, high: number): number {
  if (!(low <= high)) return 0;
  const below = law.below(low);
  if (below <= 0.5) return Math.max(0, law.cdf(high) - below);
  const atLow = law.atoms().includes(low) ? law.cdf(low) - below : 0;
  return Math.max(0, law.survival(low) + atLow - law.survival(high));
}

/** log(tail / p), and a finite number where the tail is 0. */
function logRatio(tail: number, p: number): number {
  return tail > 0 ? log(tail / p) : -800;
}
