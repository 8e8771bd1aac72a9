import { describe, expect, it } from 'vitest';
import { keyFromSeed } from '../../src/random/key.ts';
import { streamOf } from '../../src/random/stream.ts';
import { fillUniforms } from '../../src/random/uniform.ts';
import { quantileOfSorted, standardErrorOfQuantile } from '../../src/statistics/quantiles.ts';

/** A sample of an exponential law of mean 1, skewed as losses are: its quantile is -log(1 - p). */
function sampleOf(size: number, replication: number): Float64Array {
  const uniforms = new Float64Array(size);
  const first = replication * size;
  fillUniforms(keyFromSeed('coverage'), streamOf('exponential'), first, first + size, uniforms);
  // The transformation keeps the order.
  return uniforms.sort().map((u) => -Math.log(1 - u));
}

interface Case {
  readonly size: number;
  readonly p: number;
  readonly replications: number;
}
const cases: readonly Case[] = [
  { size: 1000, p: 0.95, replications: 4000 },
  { size: 10_000, p: 0.99, replications: 2000 },
];

const REACH = 1.96;
/** What a normal estimate with a known standard error has. */
const NOMINAL = 0.95;
const DENSITY = Math.exp((-REACH * REACH) / 2) / Math.sqrt(2 * Math.PI);

/**
 * Coverage expected of estimate ± 1.96 standard errors: the claimed error is half the distance between values 2 d ranks
 * apart, d = √(n p (1 - p)), the sum of 2 d spacings, of which each is as large as its standard deviation. So its
 * relative variance is 1 / (2 d), and the coverage 2 Φ(1.96 s) - 1 at an s of mean 1 and that variance is lower
 * by half the variance times 2 z³ φ(z).
 */
function expectedCoverage({ size, p }: Case): number {
  const d = Math.sqrt(size * p * (1 - p));
  return NOMINAL - (REACH ** 3 * DENSITY) / (2 * d);
}

/** Standard errors of the count, and the share of one value in the tail, which the expansion leaves out. */
function tolerance(one: Case): number {
  const coverage = expectedCoverage(one);
  const error = Math.sqrt((coverage * (1 - coverage)) / one.replications);
  return 5 * error + one.p / ((1 - one.p) * one.size);
}

/** Share of the replications in which the interval holds the true quantile, by factor on the claimed error. */
function coverages({ size, p, replications }: Case, factors: readonly number[]): number[] {
  const truth = -Math.log(1 - p);
  const held = factors.map(() => 0);
  for (let replication = 0; replication < replications; replication++) {
    const sample = sampleOf(size, replication);
    const away = Math.abs(quantileOfSorted(sample, p) - truth);
    const reach = REACH * standardErrorOfQuantile(sample, p);
    factors.forEach((factor, f) => {
      if (away <= factor * reach) held[f]! += 1;
    });
  }
  return held.map((count) => count / replications);
}

describe('the quantile ± 1.96 standard errors holds the true quantile as often as it should', () => {
  it.each(cases)('$size draws at $p, and the check sees errors of 2/3 and of 3/2 of their size', (one) => {
    const [right, small, large] = coverages(one, [1, 2 / 3, 3 / 2]).map((coverage) =>
      Math.abs(coverage - expectedCoverage(one)),
    );
    expect(right).toBeLessThan(tolerance(one));
    expect(small).toBeGreaterThan(tolerance(one));
    expect(large).toBeGreaterThan(tolerance(one));
  });
});

describe('where the sample cannot tell', () => {
  it.each([
    [1000, 0.995],
    [1000, 0.005],
    [10_000, 0.9995],
    [300, 0.975],
    [99, (1 + 0.8) / 2],
    [19, 0.5],
    [1, 0.5],
  ])('%s draws at %s: fewer than ten lie beyond, and there is no figure', (size, p) => {
    expect(standardErrorOfQuantile(sampleOf(size, 0), p)).toBeNaN();
  });

  it.each([
    [1000, 0.98],
    [1000, 0.02],
    [10_000, 0.998],
    [500, 0.975],
    [100, (1 + 0.8) / 2],
    [100, (1 - 0.8) / 2],
    [20, 0.5],
  ])('%s draws at %s: ten do, or more, and there is one', (size, p) => {
    expect(standardErrorOfQuantile(sampleOf(size, 0), p)).toBeGreaterThan(0);
  });
});
