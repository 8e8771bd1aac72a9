import { describe, expect, test } from 'vitest';
import { importanceWeights, resample } from '../../../src/calibration/importance-weights.ts';
import { projectUpdated, update } from '../../../src/calibration/update.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { project } from '../../../src/projections/project.ts';
import type { Scenario } from '../../../src/scenario/types.ts';

const scenario: Scenario = {
  prices: { currency: 'JPY', year: 2025 },
  calendar: { start: '2025-11-01', months: 6 },
  flows: [
    {
      id: 'china',
      origin: 'CHN',
      destination: 'JPN',
      baseline: { kind: 'monthly', arrivals: [700, 700, 700, 700, 700, 700] },
      leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 30 }] },
      spend: { kind: 'lognormal', mean: 2, sd: 0.4 },
    },
  ],
  advisories: [
    {
      id: 'stop',
      onset: { date: '2025-11-15' },
      duration: 365,
      effects: [
        {
          id: 'all',
          on: {},
          suppression: { kind: 'beta', mean: 0.5, sd: 0.2 },
          cancellation: { kind: 'beta', mean: 0.4, sd: 0.2 },
          halfLives: { awareness: 5, cancelling: 3, recovery: 60 },
        },
      ],
    },
  ],
};
const run = simulate({ scenario, seed: 'update', draws: 4000 });

describe('update', () => {
  test('a share of bookings cancelled is the conjugate of a normal error', () => {
    // After three days with a half-life of three, half of what will be cancelled is: 0.16 means 0.32.
    const updated = update({
      run,
      observed: [
        { kind: 'share-cancelled', effect: 'stop/all', through: '2025-11-17', share: 0.16, error: 0.02 },
      ],
    });
    const learnt = new Map(updated.learnt.map((one) => [one.name, one]));
    const cancellation = learnt.get('advisory/stop/effect/all/cancellation')!;
    // The error of the share is 0.04 on the cancellation, against a prior of 0.2: nearly all is learnt.
    expect(Math.abs(cancellation.posterior.mean - 0.32)).toBeLessThan(0.015);
    expect(Math.abs(cancellation.posterior.sd - 0.04)).toBeLessThan(0.006);
    expect(updated.learnt[0]).toBe(cancellation);
    // Spend has nothing to do with it: it moves by chance alone, 5 standard errors of the effective draws.
    const spend = learnt.get('flow/china/spend')!;
    const chance = (5 * spend.prior.sd) / Math.sqrt(updated.effectiveDraws);
    expect(Math.abs(spend.posterior.mean - spend.prior.mean)).toBeLessThan(chance);
    expect(updated.warnings).toEqual([]);
  });

  test('a month that came moves the months to come', () => {
    const updated = update({
      run,
      observed: [{ kind: 'month', measure: 'arrivals', month: '2025-12', value: 250, error: 0.05 }],
    });
    const [december] = projectUpdated({
      updated,
      measure: 'arrivals',
      by: 'month',
      months: { from: '2025-12', count: 1 },
    });
    expect(Math.abs(december!.median - 250)).toBeLessThan(15);
    const window = { from: '2026-03', count: 1 };
    const before = project({ run, measure: 'arrivals', months: window, levels: [0.8] }).rows[0]!;
    const after = projectUpdated({ updated, measure: 'arrivals', months: window, levels: [0.8] })[0]!;
    const width = (row: { intervals: readonly { lower: number; upper: number }[] }): number =>
      row.intervals[0]!.upper - row.intervals[0]!.lower;
    expect(width(after)).toBeLessThan(0.7 * width(before));
    const mean = updated.resampled.reduce((sum, draw) => sum + draw, 0) / updated.resampled.length;
    const weighted = updated.weights.reduce((sum, weight, draw) => sum + weight * draw, 0);
    expect(Math.abs(mean - weighted)).toBeLessThan(1);
  });

  test('nothing observed changes nothing', () => {
    const updated = update({ run, observed: [] });
    expect(updated.effectiveDraws).toBeCloseTo(4000, 6);
    const [row] = projectUpdated({ updated, measure: 'arrivals' });
    expect(row!.mean / project({ run, measure: 'arrivals' }).rows[0]!.mean).toBeCloseTo(1, 10);
  });

  test('warns where no draw comes near, and where few carry the weight', () => {
    const { warnings } = update({
      run,
      observed: [{ kind: 'month', measure: 'arrivals', month: '2025-12', value: 5000, error: 0.05 }],
    });
    expect(warnings[0]).toContain('observed[0]: no draw comes within three standard deviations');
    expect(warnings[1]).toContain('equally weighted');
  });

  test('what cannot be observed', () => {
    const month = { kind: 'month', measure: 'arrivals', month: '2025-12' } as const;
    expect(() => update({ run, observed: [{ ...month, value: 0 }] })).toThrow('observed[0]');
    expect(() => update({ run, observed: [{ ...month, month: '2031-01', value: 5 }] })).toThrow('months');
    const share = { kind: 'share-cancelled', through: '2025-11-17', share: 0.3, error: 0.1 } as const;
    expect(() => update({ run, observed: [{ ...share, effect: 'x/y' }] })).toThrow('stop/all');
  });
});

describe('importance weights', () => {
  test('are in proportion to the likelihood', () => {
    const { weights, effectiveDraws } = importanceWeights(
      Float64Array.of(-1000, -1000 + Math.log(3), -Infinity),
    );
    expect(weights[0]).toBeCloseTo(0.25, 12);
    expect(weights[1]).toBeCloseTo(0.75, 12);
    expect(effectiveDraws).toBeCloseTo(1 / (0.0625 + 0.5625), 12);
    expect(() => importanceWeights(Float64Array.of(-Infinity))).toThrow('finite');
  });

  test('systematic resampling keeps proportions', () => {
    expect(Array.from(resample(Float64Array.of(0.25, 0.5, 0.25), 4))).toEqual([0, 1, 1, 2]);
  });
});
