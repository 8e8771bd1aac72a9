import type { Scenario } from '../../src/scenario/types.ts';

/** A small scenario in which every feature of the model is at work and most inputs are uncertain. */
export function richScenario(): Scenario {
  return {
    title: 'Every feature at once',
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2025-11-01', months: 14 },
    gdp: { kind: 'lognormal', mean: 6e14, sd: 5e12 },
    flows: [
      {
        id: 'group',
        origin: 'CHN',
        destination: 'JPN',
        segment: 'group',
        baseline: {
          kind: 'annual',
          total: { kind: 'lognormal', mean: 900_000, sd: 60_000 },
          seasons: [7, 9, 8, 8, 7, 7, 10, 10, 7, 9, 6, 6],
          growth: { kind: 'truncated', of: { kind: 'normal', mean: 0.05, sd: 0.02 }, low: -0.5 },
          noise: { kind: 'lognormal', mean: 1, sd: 0.06 },
        },
        lastYear: Array.from({ length: 14 }, (_, m) => (m < 12 ? 70_000 + 500 * m : null)),
        leadTime: { kind: 'quantiles', median: 60, p90: 150 },
        spend: {
          accommodation: { kind: 'gamma', mean: 70_000, sd: 9_000, sharedAs: 'prices' },
          shopping: { kind: 'gamma', mean: 110_000, sd: 20_000, sharedAs: 'prices' },
        },
        nights: { kind: 'pert', low: 3, mode: 5, high: 9 },
        regions: { 'JP-13': 0.4, 'JP-27': 0.35, 'JP-01': 0.25 },
        capacity: { loadFactor: { kind: 'beta', mean: 0.8, sd: 0.05 } },
        postponement: { share: { kind: 'beta', mean: 0.2, sd: 0.1 }, halfLives: { return: 40, lapse: 200 } },
        ordinaryCancellation: 0.2,
        refunds: { prepaidShare: { kind: 'uniform', low: 0.3, high: 0.8 }, price: 180_000 },
      },
      {
        id: 'individual',
        origin: 'CHN',
        destination: 'JPN',
        segment: 'individual',
        baseline: {
          kind: 'monthly',
          arrivals: Array.from({ length: 14 }, (_, m) => 500_000 + 20_000 * (m % 5)),
          level: { kind: 'lognormal', mean: 1, sd: 0.08 },
          noise: { kind: 'lognormal', mean: 1, sd: 0.05 },
        },
        leadTime: {
          kind: 'mixture',
          components: [
            { weight: 0.6, mean: { kind: 'gamma', mean: 20, sd: 4 } },
            { weight: 0.4, mean: 70 },
          ],
        },
        spend: {
          accommodation: 80_000,
          shopping: { kind: 'truncated', of: { kind: 'student-t', mean: 95_000, sd: 9_000, df: 5 }, low: 0 },
        },
        regions: {
          'JP-13': { kind: 'beta', mean: 0.5, sd: 0.05 },
          'JP-26': { kind: 'beta', mean: 0.5, sd: 0.05 },
        },
        substitution: { share: { kind: 'triangular', low: 0, mode: 0.1, high: 0.3 } },
      },
      {
        id: 'hong-kong',
        origin: 'HKG',
        destination: 'JPN',
        baseline: { kind: 'annual', total: 2_600_000, noise: { kind: 'weibull', mean: 1, sd: 0.05 } },
        leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 45 }] },
        spend: 200_000,
      },
    ],
    advisories: [
      {
        id: 'advice',
        track: 'beijing',
        onset: { date: '2025-11-14' },
        duration: { kind: 'lognormal', mean: 200, sd: 120, factors: { severity: 0.6 } },
        effects: [
          {
            id: 'mainland',
            on: { origin: 'CHN' },
            suppression: { kind: 'beta', mean: 0.45, sd: 0.12, factors: { severity: 0.8 } },
            cancellation: { kind: 'beta', mean: 0.35, sd: 0.1 },
            halfLives: {
              awareness: { kind: 'uniform', low: 1, high: 10 },
              cancelling: 3,
              recovery: { kind: 'gamma', mean: 60, sd: 30 },
            },
          },
        ],
      },
      {
        id: 'stop-of-sales',
        track: 'beijing',
        onset: { date: '2025-12-01', delay: { kind: 'uniform', low: -40, high: 60 } },
        duration: {
          kind: 'mixture',
          of: [
            { weight: 0.4, distribution: { kind: 'constant', value: 0 } },
            { weight: 0.6, distribution: { kind: 'gamma', mean: 150, sd: 60 } },
          ],
        },
        effects: [
          {
            id: 'groups',
            on: { segment: 'group' },
            suppression: 0.95,
            cancellation: 0.8,
            halfLives: { awareness: 0, cancelling: 0, recovery: 45 },
            seatCut: { kind: 'truncated', of: { kind: 'normal', mean: 0.3, sd: 0.2 }, low: 0, high: 1 },
          },
        ],
      },
      {
        id: 'caution',
        onset: { date: '2025-10-20' },
        duration: 120.4,
        effects: [
          {
            id: 'all',
            on: {},
            suppression: { kind: 'discrete', values: [0.02, 0.1, 0.2], weights: [5, 3, 2] },
            cancellation: { kind: 'empirical', values: [0.01, 0.03, 0.02, 0.08] },
            halfLives: { awareness: 14, cancelling: 7, recovery: 30 },
          },
        ],
      },
    ],
    dispute: {
      start: { date: '2025-11-20', stage: 'words' },
      stages: [
        {
          id: 'words',
          sojourn: { kind: 'lognormal', mean: 40, sd: 30 },
          next: [
            { to: 'stop', weight: 1 },
            { to: 'easing', weight: 1 },
          ],
        },
        {
          id: 'stop',
          effects: [
            {
              id: 'groups',
              on: { segment: 'group' },
              suppression: { kind: 'beta', mean: 0.8, sd: 0.1 },
              cancellation: { kind: 'beta', mean: 0.5, sd: 0.1 },
              halfLives: { awareness: 3, cancelling: { kind: 'lognormal', mean: 6, sd: 3 }, recovery: 60 },
              seatCut: { kind: 'uniform', low: 0, high: 0.3 },
            },
          ],
          sojourn: { kind: 'gamma', mean: 90, sd: 60 },
          next: [
            { to: 'easing', weight: { kind: 'uniform', low: 0.5, high: 2 } },
            { to: 'words', weight: 0.5 },
          ],
        },
        {
          id: 'easing',
          sojourn: { kind: 'weibull', mean: 60, sd: 40 },
          next: [
            { to: 'normal', weight: 3 },
            { to: 'words', weight: 1 },
          ],
        },
        { id: 'normal' },
      ],
      events: [
        {
          id: 'talks',
          date: '2026-01-10',
          delay: { kind: 'uniform', low: 0, high: 60 },
          probability: { kind: 'beta', mean: 0.5, sd: 0.2 },
          duration: { kind: 'gamma', mean: 60, sd: 20 },
          hazards: [{ to: 'easing', factor: { kind: 'lognormal', mean: 3, sd: 2 } }],
        },
        {
          id: 'incident',
          date: '2026-02-01',
          delay: { kind: 'uniform', low: 0, high: 300 },
          probability: 0.3,
          moves: { to: 'stop' },
        },
      ],
    },
    correlations: [
      {
        among: [
          'advisory/advice/effect/mainland/cancellation',
          'advisory/advice/effect/mainland/awareness',
          'advisory/advice/effect/mainland/recovery',
        ],
        matrix: [
          [1, -0.5, 0.3],
          [-0.5, 1, 0.2],
          [0.3, 0.2, 1],
        ],
      },
    ],
  };
}
