import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../../../src/distributions/normal.ts';
import {
  logScoreOfNormals,
  pitOfEnsemble,
  quantileOfEnsemble,
} from '../../../../src/statistics/scores/calibration-scores.ts';
import {
  crpsOfLognormal,
  crpsOfNormal,
  crpsOfUniform,
} from '../../../../src/statistics/scores/crps-closed-forms.ts';
import { crpsOfEnsemble } from '../../../../src/statistics/scores/crps-ensemble.ts';
import {
  coverage,
  intervalScore,
  pinball,
  weightedIntervalScore,
} from '../../../../src/statistics/scores/interval-scores.ts';

describe('CRPS of ensembles', () => {
  // properscoring 0.1, crps_ensemble
  test.each([
    [[0, 1], 0, 0.25],
    [[0, 1], 2, 1.25],
    [[0, 0, 1], 1, 4 / 9],
    [[-1, 0, 0, 1], 0, 1 / 8],
    [[1, 2, 4, 8], 3, 0.8125],
  ])('%j at %d', (members, observed, score) => {
    expect(crpsOfEnsemble({ members, observed })).toBeCloseTo(score, 12);
  });

  test('fair', () => {
    expect(crpsOfEnsemble({ members: [1, 2, 4, 8], observed: 3, kind: 'fair' })).toBeCloseTo(1 / 3, 12);
    expect(() => crpsOfEnsemble({ members: [1], observed: 3, kind: 'fair' })).toThrow('two or more');
  });

  test('weights are repeated members, whatever their order', () => {
    const repeated = crpsOfEnsemble({ members: [5, 1, 1, 1, 2, 2], observed: 1.4 });
    expect(crpsOfEnsemble({ members: [2, 5, 1], weights: [2, 1, 3], observed: 1.4 })).toBeCloseTo(
      repeated,
      14,
    );
    const members = [4, 4, 9, 2];
    expect(crpsOfEnsemble({ members, weights: [7, 7, 7, 7], observed: 3, kind: 'fair' })).toBeCloseTo(
      crpsOfEnsemble({ members, observed: 3, kind: 'fair' }),
      14,
    );
  });

  test('the double sum, term by term', () => {
    const members = [3, -1, 0.5, 7, 2];
    const weights = [0.1, 0.3, 0.2, 0.15, 0.25];
    let sum = 0;
    members.forEach((x, i) => {
      sum += weights[i]! * Math.abs(x - 1.7);
      members.forEach((other, j) => {
        sum -= 0.5 * weights[i]! * weights[j]! * Math.abs(x - other);
      });
    });
    expect(crpsOfEnsemble({ members, weights, observed: 1.7 })).toBeCloseTo(sum, 14);
  });

  test('bad weights', () => {
    expect(() => crpsOfEnsemble({ members: [], observed: 0 })).toThrow('none');
    expect(() => crpsOfEnsemble({ members: [1], weights: [-1], observed: 0 })).toThrow('weights[0]');
    expect(() => crpsOfEnsemble({ members: [1], weights: [0], observed: 0 })).toThrow('above 0');
    expect(() => crpsOfEnsemble({ members: [1], weights: [1, 1], observed: 0 })).toThrow('one for each');
  });
});

describe('CRPS in closed form', () => {
  // scoringRules 1.1, crps_norm
  test.each([
    [0, 0.23369497725510913],
    [1, 0.6024413576276163],
    [-3, 2.4365747250863397],
  ])('standard normal at %d', (observed, score) => {
    expect(Math.abs(crpsOfNormal({ mean: 0, sd: 1, observed }) - score)).toBeLessThan(1e-10);
  });

  // The score is twice the integral of the pinball loss over p; midpoint rule with n points errs by less than the
  // largest pinball difference of neighbours, summed: checked at a bound of 1e-3 of the spread.
  const n = 20_000;
  const integral = (quantile: (p: number) => number, observed: number): number => {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const p = (i + 0.5) / n;
      sum += 2 * pinball({ p, quantile: quantile(p), observed });
    }
    return sum / n;
  };
  test.each([-0.5, 0.3, 1.5, 6])(
    'lognormal, uniform and normal against the integral of pinball losses, at %d',
    (observed) => {
      const logSd = 0.7;
      expect(crpsOfLognormal({ logMean: 0.2, logSd, observed })).toBeCloseTo(
        integral((p) => Math.exp(0.2 + logSd * normalQuantile(p)), observed),
        3,
      );
      expect(crpsOfUniform({ low: 0, high: 2, observed })).toBeCloseTo(
        integral((p) => 2 * p, observed),
        6,
      );
      expect(crpsOfNormal({ mean: 1, sd: 2, observed })).toBeCloseTo(
        integral((p) => 1 + 2 * normalQuantile(p), observed),
        3,
      );
    },
  );

  test('no spread', () => {
    expect(() => crpsOfNormal({ mean: 0, sd: 0, observed: 1 })).toThrow('sd');
    expect(() => crpsOfUniform({ low: 1, high: 1, observed: 1 })).toThrow('high - low');
  });
});

describe('intervals', () => {
  test('pinball and interval score', () => {
    expect(pinball({ p: 0.9, quantile: 10, observed: 12 })).toBeCloseTo(1.8, 14);
    expect(pinball({ p: 0.9, quantile: 10, observed: 8 })).toBeCloseTo(0.2, 14);
    expect(intervalScore({ level: 0.8, lower: 1, upper: 3 }, 2)).toBe(2);
    expect(intervalScore({ level: 0.8, lower: 1, upper: 3 }, 4)).toBeCloseTo(2 + 10, 12);
    expect(() => intervalScore({ level: 0.8, lower: 3, upper: 1 }, 4)).toThrow('lower');
  });

  test('the weighted interval score is the mean of twice the pinball losses', () => {
    const intervals = [
      { level: 0.5, lower: 2, upper: 5 },
      { level: 0.8, lower: 1, upper: 9 },
    ];
    const quantiles: readonly (readonly [number, number])[] = [
      [0.1, 1],
      [0.25, 2],
      [0.5, 3],
      [0.75, 5],
      [0.9, 9],
    ];
    for (const observed of [0, 2.5, 12]) {
      const losses = quantiles.map(([p, quantile]) => 2 * pinball({ p, quantile, observed }));
      expect(weightedIntervalScore({ median: 3, intervals, observed })).toBeCloseTo(
        losses.reduce((a, b) => a + b) / 5,
        12,
      );
    }
  });

  test('coverage counts ends as within', () => {
    const at = (observed: number): { lower: number; upper: number; observed: number } => ({
      lower: 0,
      upper: 1,
      observed,
    });
    expect(coverage([at(0), at(1), at(2), at(-1)])).toBe(0.5);
    expect(() => coverage([])).toThrow('none');
  });
});

describe('transform, quantile and logarithmic score', () => {
  test('of a weighted ensemble', () => {
    const ensemble = { members: [3, 1, 2], weights: [1, 2, 1] };
    expect(pitOfEnsemble({ ...ensemble, observed: 2 })).toBe(0.625);
    expect(pitOfEnsemble({ ...ensemble, observed: 9 })).toBe(1);
    expect(quantileOfEnsemble({ ...ensemble, p: 0.5 })).toBe(1);
    expect(quantileOfEnsemble({ ...ensemble, p: 0.51 })).toBe(2);
    expect(quantileOfEnsemble({ ...ensemble, p: 1 })).toBe(3);
  });

  test('of normals', () => {
    const standard = { weight: 1, mean: 0, sd: 1 };
    expect(logScoreOfNormals({ parts: [standard], observed: 0 })).toBeCloseTo(Math.log(2 * Math.PI) / 2, 12);
    const both = logScoreOfNormals({ parts: [standard, { weight: 3, mean: 2, sd: 0.5 }], observed: 1 });
    const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    expect(both).toBeCloseTo(-Math.log(0.25 * density(1) + 0.75 * 2 * density(2)), 12);
  });
});
