import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/distributions/normal.ts';
import { type Design, designs } from '../../src/random/design.ts';
import { fillStream } from '../../src/random/fill-stream.ts';
import { keyFromSeed } from '../../src/random/key.ts';
import { streamOf } from '../../src/random/stream.ts';
import { spreadDraws } from '../../src/sampling/spread-draws.ts';
import { expectedShortfall } from '../../src/statistics/expected-shortfall.ts';
import { mean, variance } from '../../src/statistics/moments.ts';
import { quantileOfSorted } from '../../src/statistics/quantiles.ts';
import {
  errorOfExpectedShortfall,
  errorOfMean,
  errorOfQuantile,
  proportionOf,
  ReplicatedValues,
  type Replicates,
} from '../../src/statistics/replicates.ts';

/*
 * Whether the standard errors that are reported are those that there are. A loss as the model's are, a product of a
 * severity, a duration that goes with it, a market and a noise, is drawn under 400 seeds: the mean square of the
 * reported errors is set against the variance of the estimates, which 400 of them know to 2/√400 = 7% (one standard
 * error; a little more in the tails).
 */

const SEEDS = 400;
const DRAWS = 1024;

const names = ['factor/suppression', 'factor/duration', 'flow/f/baseline/level', 'flow/f/spend'] as const;
const streams = names.map(streamOf);

function lossesOf(design: Design, seed: number): Float64Array {
  const dimensions = new Map(streams.map(({ hi, lo }, d) => [`${hi}:${lo}`, d]));
  const key = { ...keyFromSeed(`losses ${seed}`), design, dimensions };
  const scores = streams.map((stream) => {
    const uniforms = new Float64Array(DRAWS);
    fillStream(key, stream, 0, DRAWS, uniforms);
    return uniforms.map(normalQuantile);
  });
  const [severity, duration, level, spend] = scores as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  return severity.map((z, i) => {
    const days = Math.exp(0.5 * (0.7 * z + 0.7 * duration[i]!));
    return (1 / (1 + Math.exp(-z))) * days * Math.exp(0.15 * level[i]!) * Math.exp(0.1 * spend[i]!);
  });
}

const statistics = {
  mean: (values: Float64Array, replicates: Replicates) => [mean(values), errorOfMean(values, replicates)],
  median: (values: Float64Array, replicates: Replicates) => quantile(values, 0.5, replicates),
  'quantile of 0.9': (values: Float64Array, replicates: Replicates) => quantile(values, 0.9, replicates),
  'chance of more than 1': (values: Float64Array, replicates: Replicates) => {
    const { value, standardError } = proportionOf(values, { above: 1 }, replicates);
    return [value, standardError];
  },
  'expected shortfall at 0.9': (values: Float64Array, replicates: Replicates) => {
    const sorted = values.slice().sort();
    return [expectedShortfall(sorted, 0.9), errorOfExpectedShortfall(values, sorted, 0.9, replicates)];
  },
} as const satisfies Record<string, (values: Float64Array, replicates: Replicates) => number[]>;

function quantile(values: Float64Array, p: number, replicates: Replicates): number[] {
  const sorted = values.slice().sort();
  return [quantileOfSorted(sorted, p), errorOfQuantile(values, sorted, p, replicates)];
}

type Statistic = keyof typeof statistics;

/** Mean square of the reported errors / variance of the estimates, and the mean of the estimates with its error. */
function calibration(losses: readonly Float64Array[], statistic: Statistic, replicates: Replicates) {
  const answers = losses.map((values) => statistics[statistic](values, replicates));
  const estimates = Float64Array.from(answers, ([value]) => value!);
  const squares = Float64Array.from(answers, ([, error]) => error! * error!);
  const spread = variance(estimates);
  return { ratio: mean(squares) / spread, mean: mean(estimates), error: Math.sqrt(spread / SEEDS), spread };
}

const drawn = new Map(
  designs.map((design) => [design, Array.from({ length: SEEDS }, (_, seed) => lossesOf(design, seed))]),
);
const replicatesOf = (design: Design): Replicates =>
  spreadDraws({ lo: 0, hi: 0 }, design).spread?.replicates(DRAWS) ?? null;

describe.each(designs)('%s', (design) => {
  test.each(Object.keys(statistics) as Statistic[])(
    'the reported error of the %s is the real one',
    (statistic) => {
      const {
        ratio,
        mean: average,
        error,
      } = calibration(drawn.get(design)!, statistic, replicatesOf(design));
      // Four standard errors of the ratio; quantiles carry the roughness of the sample into their error besides.
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.45);
      // All designs estimate the same thing.
      const random = calibration(drawn.get('random')!, statistic, null);
      expect(Math.abs(average - random.mean)).toBeLessThan(4.5 * Math.hypot(error, random.error));
    },
  );
});

describe('the check sees', () => {
  test.each(['antithetic', 'latin-hypercube', 'sobol', 'sobol-joint'] as const)(
    'the formula of random sampling on %s: an error that is far too large',
    (design) => {
      const { ratio } = calibration(drawn.get(design)!, 'mean', null);
      expect(ratio).toBeGreaterThan(2);
    },
  );

  test('pairs torn apart: replicates that are not independent', () => {
    const torn = Uint8Array.from({ length: DRAWS }, (_, draw) => draw % 16);
    const { ratio } = calibration(drawn.get('antithetic')!, 'mean', new ReplicatedValues(torn));
    expect(ratio).toBeGreaterThan(2);
  });
});

test('gains in the variance of the mean: each design as it should be', () => {
  const spread = (design: Design): number => calibration(drawn.get(design)!, 'mean', null).spread;
  const gain = (design: Design): number => spread('random') / spread(design);
  expect(gain('antithetic')).toBeGreaterThan(2);
  expect(gain('latin-hypercube')).toBeGreaterThan(gain('antithetic'));
  // Beside suppression and duration, padded points are spread evenly in pairs, which a Latin hypercube is not.
  expect(gain('sobol')).toBeGreaterThan(1.5 * gain('latin-hypercube'));
  expect(gain('sobol-joint')).toBeGreaterThan(1.5 * gain('latin-hypercube'));
});
