import { describe, expect, test } from 'vitest';
import { advisoryFromPrior } from '../../../src/calibration/advisory-from-prior.ts';
import { advisoryPrior } from '../../../src/calibration/advisory-prior.ts';
import { effectParameters } from '../../../src/calibration/effect-path.ts';
import { factorLoadings } from '../../../src/calibration/factor-loadings.ts';
import { project, simulate } from '../../../src/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';

const product = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): number =>
  Object.entries(a).reduce((sum, [factor, loading]) => sum + loading * (b[factor] ?? 0), 0);

describe('loadings', () => {
  test('by hand: 0.6 leaves 0.8; what is below 0.05 is left out', () => {
    const correlations = [
      [1, 0.6, 0.03],
      [0.6, 1, 0.018],
      [0.03, 0.018, 1],
    ];
    expect(factorLoadings(correlations, ['a', 'b', 'c'])).toEqual({
      a: { a: 1 },
      b: { a: 0.6, b: 0.8 },
      c: { c: 1 },
    });
  });

  test.each(['H', 'S0', 'S1', 'S2', 'S3'])(
    'of class %s give its correlations back, to the rounding',
    (name) => {
      const { correlations } = advisoryPrior({ class: name });
      const loadings = factorLoadings(correlations, effectParameters);
      effectParameters.forEach((a, i) => {
        expect(product(loadings[a], loadings[a])).toBeLessThanOrEqual(1);
        expect(product(loadings[a], loadings[a])).toBeGreaterThan(0.9998);
        effectParameters.forEach((b, j) => {
          // One loading left out is worth less than 0.05.
          expect(Math.abs(product(loadings[a], loadings[b]) - correlations[i]![j]!)).toBeLessThan(0.06);
        });
      });
    },
  );
});

describe('an advisory', () => {
  const prior = advisoryPrior({ class: 'S2' });
  const advisory = advisoryFromPrior({
    prior,
    id: 'advice',
    title: 'Advice',
    onset: { date: '2026-03-02' },
    on: { origin: 'CHN' },
  });
  const scenario: Scenario = {
    prices: { currency: 'EUR', year: 2026 },
    calendar: { start: '2026-01-01', months: 6 },
    flows: [
      {
        id: 'visitors',
        origin: 'CHN',
        destination: 'ISL',
        baseline: { kind: 'annual', total: 12_000 },
        leadTime: { kind: 'quantiles', median: 30, p90: 97 },
        spend: 600,
      },
    ],
    advisories: [advisory],
  };

  test('has the quantities of the prior, their sources and JSON', () => {
    const [effect] = advisory.effects;
    expect(effect!.suppression).toMatchObject(prior.suppression);
    expect(effect!.halfLives).toMatchObject(prior.halfLives);
    expect(advisory.duration).toMatchObject(prior.duration);
    expect(advisory).toMatchObject({ id: 'advice', title: 'Advice', onset: { date: '2026-03-02' } });
    expect(JSON.parse(JSON.stringify(advisory))).toEqual(advisory);
  });

  test('is accepted as it is, and without flows named applies to all', () => {
    const { effects } = advisoryFromPrior({ prior, id: 'advice', onset: { date: '2026-03-02' } });
    expect(effects[0]!.on).toEqual({});
    const run = simulate({ scenario, seed: 1, draws: 200 });
    const [lost] = project({ run, measure: 'revenueLost', levels: [0.95] }).rows;
    expect(lost!.intervals[0]!.lower).toBeGreaterThan(0);
  });
});
