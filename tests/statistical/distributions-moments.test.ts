import { describe, expect, it } from 'vitest';
import { mean, variance } from '../../src/distributions/moments.ts';
import { prepareQuantile } from '../../src/distributions/quantile.ts';
import type { Distribution } from '../../src/distributions/types.ts';
import { keyFromSeed } from '../../src/random/key.ts';
import { streamOf } from '../../src/random/stream.ts';
import { fillUniforms } from '../../src/random/uniform.ts';

/** Enough to see a standard deviation that is off by 2%, where the kurtosis is at most 7. */
const DRAWS = 2 ** 17;
/** Standard errors allowed: passed by chance but once in 1.7 million. */
const LIMIT = 5;

const uniforms = new Float64Array(DRAWS);
fillUniforms(keyFromSeed('moments of distributions'), streamOf('test'), 0, DRAWS, uniforms);

/** How far sample mean and variance lie from the exact ones, in their standard errors. */
function deviations(values: Float64Array, d: Distribution): { mean: number; variance: number } {
  const mu = mean(d);
  const sigma2 = variance(d);
  let first = 0;
  let second = 0;
  let fourth = 0;
  for (const x of values) {
    const distance = x - mu;
    first += distance;
    second += distance ** 2;
    fourth += distance ** 4;
  }
  const spread = second / DRAWS;
  return {
    mean: first / DRAWS / Math.sqrt(sigma2 / DRAWS),
    variance: (spread - sigma2) / Math.sqrt((fourth / DRAWS - spread ** 2) / DRAWS),
  };
}

const normal: Distribution = { kind: 'normal', mean: 100, sd: 15 };
const distributions: readonly Distribution[] = [
  { kind: 'uniform', low: -2, high: 5 },
  { kind: 'triangular', low: 0, mode: 0.3, high: 1 },
  { kind: 'pert', low: 10, mode: 11, high: 40 },
  normal,
  { kind: 'lognormal', mean: 10, sd: 3 },
  { kind: 'gamma', mean: 4.5, sd: 2.6 },
  { kind: 'beta', mean: 0.57, sd: 0.13 },
  { kind: 'beta', mean: 0.8, sd: 0.2 },
  { kind: 'weibull', mean: 3, sd: 1.5 },
  { kind: 'student-t', mean: 0, sd: 2, df: 12 },
  { kind: 'discrete', values: [1, 2, 7], weights: [3, 2, 1] },
  { kind: 'empirical', values: [3, 1, 4, 1, 5, 9, 2, 6] },
  { kind: 'truncated', of: normal, low: 110, high: 150 },
  {
    kind: 'mixture',
    of: [
      { weight: 1, distribution: { kind: 'beta', mean: 0.3, sd: 0.1 } },
      { weight: 1, distribution: { kind: 'constant', value: 0.9 } },
    ],
  },
];

describe('samples through the quantile function have the exact moments', () => {
  it.each(distributions.map((d) => [JSON.stringify(d), d] as const))('%s', (_, d) => {
    const values = uniforms.map(prepareQuantile(d));
    const sound = deviations(values, d);
    expect(Math.abs(sound.mean)).toBeLessThan(LIMIT);
    expect(Math.abs(sound.variance)).toBeLessThan(LIMIT);

    // The same check must see a standard deviation that is off by 2%, and a mean that is off by 2% of it.
    const mu = mean(d);
    const shift = 0.02 * Math.sqrt(variance(d));
    expect(
      deviations(
        values.map((x) => mu + 1.02 * (x - mu)),
        d,
      ).variance,
    ).toBeGreaterThan(LIMIT);
    expect(
      deviations(
        values.map((x) => x + shift),
        d,
      ).mean,
    ).toBeGreaterThan(LIMIT);
  });
});
