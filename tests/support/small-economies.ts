import type { Economy, InputOutputTable } from '../../src/scenario/economy.ts';

/** Two sectors and households (Miller and Blair): something valid to spoil. */
export const smallTable: InputOutputTable = {
  prices: { currency: 'JPY', year: 2015 },
  sectors: ['goods', 'services'],
  transactions: [
    [150, 500],
    [200, 100],
  ],
  output: [1000, 2000],
  valueAdded: { wages: [300, 500], rest: [350, 900] },
  income: ['wages'],
  households: { consumption: [50, 400], ownServices: 50, income: 1000 },
};

/** One of each kind, with everything that kind may have. */
export const smallEconomies: readonly Economy[] = [
  {
    kind: 'input-output',
    title: 'An island',
    table: {
      ...smallTable,
      title: 'Two sectors',
      source: 'Miller and Blair',
      unit: 1000,
      labels: { goods: 'Goods' },
      tax: ['rest'],
      imports: { kind: 'separate', inputs: [10, 20], spending: [0.2, 0.1] },
      finalDemand: { exports: [300, 1300] },
      jobs: { persons: [10, 40] },
    },
    closure: 'full',
    spending: {
      all: {
        products: { goods: 0.4, services: { kind: 'constant', value: 0.6 } },
        margins: { services: { kind: 'beta', mean: 0.2, sd: 0.05 } },
        source: 'a survey',
      },
    },
    consumptionShare: { kind: 'uniform', low: 0.4, high: 0.5 },
    inputs: { kind: 'pert', low: 0.9, mode: 1, high: 1.1, sharedAs: 'economy/inputs' },
    imports: 1,
    jobsPerOutput: 0.9,
    priceLevels: [{ year: 2024, level: { kind: 'uniform', low: 1, high: 1.1 } }],
    exchange: [{ currency: 'EUR', year: 2024, rate: 160 }],
  },
  {
    kind: 'input-output',
    table: {
      prices: { currency: 'EUR', year: 2020 },
      sectors: ['all'],
      transactions: [[40]],
      output: [100],
      imports: { kind: 'competitive', amounts: [10], exports: [5], taxes: [1] },
    },
  },
  {
    kind: 'published',
    source: 'a ministry',
    prices: { currency: 'JPY', year: 2019 },
    jobsUnit: 1e9,
    multipliers: {
      all: {
        output: { 'first-round': 1.6, induced: { kind: 'uniform', low: 0.3, high: 0.4 } },
        valueAdded: 0.83,
        jobs: { kind: 'lognormal', mean: 180, sd: 20 },
      },
    },
  },
  { kind: 'japan-2015', closure: 'none', consumptionShare: 0.6, inputs: 1 },
];
