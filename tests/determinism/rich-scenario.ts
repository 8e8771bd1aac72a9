import type { Scenario } from '../../src/scenario/types.ts';

/** A scenario with every feature in it: its digest moves when anything moves. */
export const richScenario: Scenario = {
  title: 'Every feature',
  prices: { currency: 'JPY', year: 2024 },
  calendar: { start: '2025-11-01', months: 15 },
  gdp: { kind: 'truncated', of: { kind: 'normal', mean: 600e12, sd: 5e12 }, low: 1e12 },
  flows: [
    {
      id: 'group',
      origin: 'CHN',
      destination: 'JPN',
      segment: 'group',
      baseline: {
        kind: 'annual',
        total: { kind: 'lognormal', mean: 3e6, sd: 2e5 },
        seasons: [9, 11, 8, 7, 8, 8, 11, 12, 8, 8, 6, 7],
        growth: { kind: 'truncated', of: { kind: 'student-t', mean: 0.03, sd: 0.02, df: 5 }, low: -1 },
        noise: { kind: 'gamma', mean: 1, sd: 0.05 },
      },
      leadTime: { kind: 'quantiles', median: 35, p90: 90 },
      spend: {
        lodging: { kind: 'gamma', mean: 80_000, sd: 12_000, factors: { prices: 0.6 } },
        shopping: { kind: 'weibull', mean: 120_000, sd: 30_000, factors: { prices: 0.5 } },
        transport: { kind: 'triangular', low: 15_000, mode: 22_000, high: 40_000 },
      },
      nights: { kind: 'pert', low: 3, mode: 5, high: 9 },
      regions: { kanto: 0.45, kansai: 0.4, hokkaido: 0.15 },
      ordinaryCancellation: { kind: 'beta', mean: 0.1, sd: 0.02 },
      refunds: { prepaidShare: { kind: 'uniform', low: 0.3, high: 0.8 }, price: 240_000 },
      capacity: { loadFactor: { kind: 'beta', mean: 0.8, sd: 0.04 } },
      postponement: {
        share: { kind: 'beta', mean: 0.25, sd: 0.08 },
        halfLives: { return: { kind: 'lognormal', mean: 90, sd: 40 }, lapse: 200 },
      },
      substitution: { share: { kind: 'uniform', low: 0, high: 0.2 }, spend: 150_000 },
    },
    {
      id: 'individual',
      origin: 'CHN',
      destination: 'JPN',
      segment: 'individual',
      baseline: {
        kind: 'monthly',
        arrivals: [500, 480, 560, 600, 520, 540, 560, 580, 640, 660, 540, 560, 520, 500, 580].map(
          (n) => n * 1000,
        ),
        noise: { kind: 'truncated', of: { kind: 'normal', mean: 1, sd: 0.06 }, low: 0.8, high: 1.2 },
        level: { kind: 'truncated', of: { kind: 'normal', mean: 1, sd: 0.03 }, low: 0 },
      },
      lastYear: [480, 470, 530, 580, 500, 520, 540, 560, 610, 640, 520, 540, 500, 480, 550].map(
        (n) => n * 1000,
      ),
      leadTime: {
        kind: 'mixture',
        components: [
          { weight: 0.6, mean: { kind: 'gamma', mean: 14, sd: 3 } },
          { weight: 0.4, mean: 60 },
        ],
      },
      spend: { kind: 'lognormal', mean: 240_000, sd: 35_000, sharedAs: 'spend' },
      nights: { kind: 'discrete', values: [4, 6, 8], weights: [2, 3, 1] },
      postponement: { share: 0.3, halfLives: { return: 60 } },
    },
    {
      id: 'student',
      origin: 'CHN',
      destination: 'JPN',
      segment: 'student',
      sector: 'education',
      baseline: { kind: 'annual', total: 60_000 },
      leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 120 }] },
      spend: { kind: 'empirical', values: [900_000, 1_100_000, 1_250_000, 1_400_000, 2_000_000] },
    },
  ],
  advisories: [
    {
      id: 'advice',
      track: 'travel',
      onset: { date: '2025-11-14', delay: { kind: 'discrete', values: [0, 1, 2] } },
      duration: {
        kind: 'mixture',
        of: [
          { weight: 0.7, distribution: { kind: 'lognormal', mean: 150, sd: 80 } },
          { weight: 0.3, distribution: { kind: 'uniform', low: 300, high: 600 } },
        ],
      },
      effects: [
        {
          id: 'leisure',
          on: { sector: 'tourism' },
          suppression: { kind: 'beta', mean: 0.5, sd: 0.1 },
          cancellation: { kind: 'beta', mean: 0.4, sd: 0.1 },
          halfLives: {
            awareness: { kind: 'lognormal', mean: 4, sd: 2 },
            cancelling: 6,
            recovery: { kind: 'lognormal', mean: 80, sd: 30 },
          },
        },
      ],
    },
    {
      id: 'flight-cut',
      track: 'travel',
      onset: { date: '2026-01-10' },
      duration: { kind: 'constant', value: 120 },
      effects: [
        {
          id: 'seats',
          on: { flow: ['group', 'individual'] },
          suppression: { kind: 'beta', mean: 0.6, sd: 0.05 },
          cancellation: 0.2,
          halfLives: { awareness: 2, cancelling: 0, recovery: 60 },
          seatCut: { kind: 'beta', mean: 0.35, sd: 0.1 },
        },
      ],
    },
    {
      id: 'study-alert',
      onset: { date: '2025-11-16' },
      duration: 200,
      effects: [
        {
          id: 'students',
          on: { segment: 'student' },
          suppression: { kind: 'beta', mean: 0.2, sd: 0.1 },
          cancellation: { kind: 'beta', mean: 0.1, sd: 0.05 },
          halfLives: { awareness: 10, cancelling: 20, recovery: 90 },
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
      among: ['advisory/advice/effect/leisure/suppression', 'advisory/advice/effect/leisure/cancellation'],
      matrix: [
        [1, 0.6],
        [0.6, 1],
      ],
    },
  ],
};
