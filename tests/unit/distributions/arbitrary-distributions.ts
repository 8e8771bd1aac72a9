import fc from 'fast-check';
import type { Distribution } from '../../../src/distributions/types.ts';

const number = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

const means = number(-1000, 1000);
const positive = number(-3, 4).map((exponent) => 10 ** exponent);
/** Standard deviation as a share of the mean: from almost known to wildly uncertain. */
const ratios = number(-3, 0.8).map((exponent) => 10 ** exponent);

const threePoints = fc
  .tuple(means, positive, number(0, 1))
  .map(([low, width, at]) => ({ low, mode: Math.min(low + width, low + at * width), high: low + width }));

const positiveLaws = fc
  .record({ kind: fc.constantFrom('lognormal', 'gamma', 'weibull'), mean: positive, ratio: ratios })
  .map(({ kind, mean, ratio }): Distribution => ({ kind, mean, sd: mean * ratio }));

const betas = fc
  .record({ mean: number(0.001, 0.999), share: number(0.01, 0.98), low: number(-5, 5), width: positive })
  .map(
    ({ mean, share, low, width }): Distribution => ({
      kind: 'beta',
      mean: low + mean * width,
      sd: share * width * Math.sqrt(mean * (1 - mean)),
      low,
      high: low + width,
    }),
  );

/** Sound continuous distributions of every simple kind. */
export const continuous: fc.Arbitrary<Distribution> = fc.oneof(
  fc
    .record({ low: means, width: positive })
    .map(({ low, width }): Distribution => ({ kind: 'uniform', low, high: low + width })),
  threePoints.map((points): Distribution => ({ kind: 'triangular', ...points })),
  threePoints.map((points): Distribution => ({ kind: 'pert', ...points })),
  fc.record({ mean: means, sd: positive }).map((moments): Distribution => ({ kind: 'normal', ...moments })),
  positiveLaws,
  betas,
  fc
    .record({ mean: means, sd: positive, df: number(2.05, 200) })
    .map((fields): Distribution => ({ kind: 'student-t', ...fields })),
);

const discretes = fc
  .array(fc.record({ value: fc.integer({ min: -20, max: 20 }), weight: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map(
    (parts): Distribution => ({
      kind: 'discrete',
      values: parts.map(({ value }) => value),
      weights: parts.map(({ weight }) => weight),
    }),
  );

const empiricals = fc
  .array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 })
  .map((values): Distribution => ({ kind: 'empirical', values }));

const simple = fc.oneof({ weight: 7, arbitrary: continuous }, discretes, empiricals);

const mixtures = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 5 }), distribution: simple }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((of): Distribution => ({ kind: 'mixture', of }));

/** Sound distributions of every kind but truncated. */
export const untruncated: fc.Arbitrary<Distribution> = fc.oneof(simple, mixtures);

/** A probability: all over, and far out in both tails. */
export const probability: fc.Arbitrary<number> = fc.oneof(
  number(1e-6, 1 - 1e-6),
  number(-15, -3).map((exponent) => 10 ** exponent),
  number(-15, -3).map((exponent) => 1 - 10 ** exponent),
);
