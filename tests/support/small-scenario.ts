import type { Scenario } from '../../src/scenario/types.ts';

/** One flow and one advisory, in three months: something valid to spoil. */
export const smallScenario: Scenario = {
  prices: { currency: 'JPY', year: 2024 },
  calendar: { start: '2025-11-01', months: 3 },
  flows: [
    {
      id: 'china',
      origin: 'CHN',
      destination: 'JPN',
      baseline: { kind: 'monthly', arrivals: [700_000, 600_000, 900_000] },
      leadTime: {
        kind: 'mixture',
        components: [
          { weight: 0.4, mean: 10 },
          { weight: 0.6, mean: 40 },
        ],
      },
      spend: { kind: 'lognormal', mean: 250_000, sd: 30_000 },
    },
  ],
  advisories: [
    {
      id: 'notice',
      onset: { date: '2025-11-14' },
      duration: 60,
      effects: [
        {
          id: 'all',
          on: { origin: 'CHN' },
          suppression: { kind: 'beta', mean: 0.5, sd: 0.1 },
          cancellation: 0.4,
          halfLives: { awareness: 3, cancelling: 7, recovery: 60 },
        },
      ],
    },
  ],
};
