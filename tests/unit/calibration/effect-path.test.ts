import { expect, test } from 'vitest';
import { effectPath, episodeLeadTime, toScores, toValues } from '../../../src/calibration/effect-path.ts';
import { gridOf } from '../../../src/calibration/measure-baselines.ts';
import { medianCase } from '../../../src/engine/simulate.ts';
import { project } from '../../../src/projections/project.ts';
import type { Scenario } from '../../../src/scenario/types.ts';

const values = {
  suppression: 0.6,
  cancellation: 0.45,
  awareness: 9,
  cancelling: 6.5,
  duration: 130.2,
  recovery: 70,
};

test('the path is that of the engine', () => {
  const scenario: Scenario = {
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2012-09-01', months: 24 },
    flows: [
      {
        id: 'china',
        origin: 'CHN',
        destination: 'JPN',
        baseline: { kind: 'monthly', arrivals: Array.from({ length: 24 }, (_, m) => 1000 + 50 * m) },
        leadTime: {
          kind: 'mixture',
          components: episodeLeadTime.weights.map((weight, k) => ({
            weight,
            mean: episodeLeadTime.means[k]!,
          })),
        },
        spend: 1,
      },
    ],
    advisories: [
      {
        id: 'stop',
        onset: { date: '2012-09-11' },
        duration: values.duration,
        effects: [
          {
            id: 'all',
            on: {},
            suppression: values.suppression,
            cancellation: values.cancellation,
            halfLives: {
              awareness: values.awareness,
              cancelling: values.cancelling,
              recovery: values.recovery,
            },
          },
        ],
      },
    ],
  };
  const run = medianCase({ scenario });
  const { rows } = project({ run, measure: 'travelled', by: 'month' });
  const path = new Float64Array(24);
  const grid = gridOf('2012-09-11');
  effectPath(values, grid.onset, grid.monthEnds, 24, path);
  rows.forEach(({ mean }, m) => {
    expect(path[m]! / (mean / (1000 + 50 * m))).toBeCloseTo(1, 12);
  });
});

test('scores and values are two ways to say one thing', () => {
  const back = toValues(toScores(values));
  for (const [name, value] of Object.entries(values)) {
    expect(back[name as keyof typeof values] / value).toBeCloseTo(1, 13);
  }
});
