import { describe, expect, it } from 'vitest';
import { keyFromSeed } from '../../../src/random/key.ts';
import { streamOf } from '../../../src/random/stream.ts';
import { fillUniforms } from '../../../src/random/uniform.ts';
import {
  expectedShortfall,
  standardErrorOfExpectedShortfall,
} from '../../../src/statistics/expected-shortfall.ts';
import { mean, standardDeviation, standardErrorOfMean } from '../../../src/statistics/moments.ts';
import { quantileOfSorted, standardErrorOfQuantile } from '../../../src/statistics/quantiles.ts';
import { sorted } from '../../../src/statistics/sorted.ts';

const REPLICATIONS = 2000;
const SIZE = 2000;

/** Samples of an exponential law of mean 1, skewed as losses are: -log(1 - u) has quantile -log(1 - p). */
const samples = Array.from({ length: REPLICATIONS }, (_, replication) => {
  const uniforms = new Float64Array(SIZE);
  fillUniforms(
    keyFromSeed('replication'),
    streamOf('exponential'),
    replication * SIZE,
    (replication + 1) * SIZE,
    uniforms,
  );
  return sorted(uniforms.map((u) => -Math.log(1 - u)));
});

type Statistic = (sample: Float64Array) => number;

interface Calibration {
  /** Spread of the estimates over the replications / average of the standard errors they claim. */
  readonly ratio: number;
  /** Standard error of that ratio. */
  readonly error: number;
  /** Average of the estimates, and its standard error. */
  readonly average: number;
  readonly averageError: number;
}

function calibrate(estimate: Statistic, standardError: Statistic): Calibration {
  const estimates = Float64Array.from(samples, estimate);
  const claimed = Float64Array.from(samples, standardError);
  const ratio = standardDeviation(estimates) / mean(claimed);
  // A standard deviation from R near-normal replications has relative error 1 / √(2 R).
  const relative = Math.hypot(1 / Math.sqrt(2 * REPLICATIONS), standardErrorOfMean(claimed) / mean(claimed));
  return {
    ratio,
    error: ratio * relative,
    average: mean(estimates),
    averageError: standardErrorOfMean(estimates),
  };
}

/** Relative size of what first-order theory leaves out, of an exponential tail: the share of one value in the tail. */
const secondOrder = (p: number): number => p / ((1 - p) * SIZE);

const isCalibrated = ({ ratio, error }: Calibration, p: number): boolean =>
  Math.abs(ratio - 1) < 5 * error + secondOrder(p);

describe(`standard errors are the spread that ${REPLICATIONS} replications have`, () => {
  it('of the mean', () => {
    const calibration = calibrate(mean, standardErrorOfMean);
    expect(isCalibrated(calibration, 0)).toBe(true);
    // The standard deviation of the values is none, and the divisor n is forgotten often.
    expect(isCalibrated(calibrate(mean, standardDeviation), 0)).toBe(false);
  });

  it.each([0.025, 0.5, 0.9, 0.975])('of the quantile at %s', (p) => {
    const estimate: Statistic = (sample) => quantileOfSorted(sample, p);
    const calibration = calibrate(estimate, (sample) => standardErrorOfQuantile(sample, p));
    expect(isCalibrated(calibration, p)).toBe(true);
    // Type 7 stands (1 - 2 p) / n above the rank of p, and the quantile function is bent: q' = 1 / (1 - p), q'' = q'².
    const bias = (1 - 2 * p + p / 2) / ((1 - p) * SIZE);
    const expected = -Math.log(1 - p) + bias;
    expect(Math.abs(calibration.average - expected)).toBeLessThan(5 * calibration.averageError);
  });

  it.each<[string, number, Statistic]>([
    ['a whole width for a half', 0.9, (sample) => 2 * standardErrorOfQuantile(sample, 0.9)],
    ['the error of the mean', 0.975, standardErrorOfMean],
    ['normal theory for the median', 0.5, (sample) => Math.sqrt(Math.PI / 2) * standardErrorOfMean(sample)],
    ['the other tail', 0.9, (sample) => standardErrorOfQuantile(sample, 0.1)],
  ])('and the check sees %s', (_, p, wrong) => {
    expect(
      isCalibrated(
        calibrate((sample) => quantileOfSorted(sample, p), wrong),
        p,
      ),
    ).toBe(false);
  });

  it.each([0.5, 0.9, 0.95])('of the expected shortfall at %s', (p) => {
    const estimate: Statistic = (sample) => expectedShortfall(sample, p);
    const calibration = calibrate(estimate, (sample) => standardErrorOfExpectedShortfall(sample, p));
    expect(isCalibrated(calibration, p)).toBe(true);
    // Of an exponential law: its quantile and one mean more.
    const bias = Math.abs(calibration.average - (1 - Math.log(1 - p)));
    expect(bias).toBeLessThan(5 * calibration.averageError + secondOrder(p));
  });

  it('and the check sees the error of a tail whose edge is taken as known', () => {
    const p = 0.9;
    const tailAlone: Statistic = (sample) => standardErrorOfMean(sample.slice(SIZE * p));
    expect(
      isCalibrated(
        calibrate((sample) => expectedShortfall(sample, p), tailAlone),
        p,
      ),
    ).toBe(false);
  });
});
