import { describe, expect, test } from 'vitest';
import {
  type ImpactOptions,
  japan2015,
  projectImpact,
  publishedMultipliers,
} from '../../../src/economy/index.ts';
import { medianCase, simulate } from '../../../src/engine/simulate.ts';
import { project } from '../../../src/projections/project.ts';
import { toCsv } from '../../../src/projections/to-csv.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const scenario: Scenario = {
  ...smallScenario,
  prices: { currency: 'JPY', year: 2025 },
  flows: [{ ...smallScenario.flows[0]!, spend: { accommodation: 60_000, food: 40_000 } }],
};
const run = simulate({ scenario, seed: 'unit', draws: 32 });
const economy = japan2015({
  consumptionShare: 0.6,
  inputs: 1,
  imports: 1,
  priceLevels: [{ year: 2025, level: 1.25 }],
});
const impact = (options: Partial<ImpactOptions> = {}) => projectImpact({ run, economy, ...options });
const value = (options: Partial<ImpactOptions> = {}): number => impact(options).rows[0]!.mean;

test('rows stand in the order of the axes asked for', () => {
  const table = impact({ by: ['layer', 'month'] });
  const all = ['direct', 'indirect', 'induced'].flatMap((layer) =>
    ['2025-11', '2025-12', '2026-01'].map((month) => `${layer} ${month}`),
  );
  expect(table.rows.map(({ layer, month }) => `${layer} ${month}`)).toEqual(all);
  expect(Object.keys(table.rows[0]!).slice(0, 2)).toEqual(['layer', 'month']);
  expect(table).toMatchObject({
    kind: 'impact',
    what: 'output',
    measure: 'revenueLost',
    closure: 'one-round',
    unit: 'JPY at 2025 prices',
  });
});

test('where holds a layer, an industry or a category fixed', () => {
  const layers = impact({ by: 'layer' }).rows;
  expect(value({ where: { layer: 'indirect' } })).toBeCloseTo(layers[1]!.mean, -2);
  const industries = impact({ by: 'industry', where: { category: 'food' } }).rows;
  const fds = industries.find(({ industry }) => industry === 'fds')!;
  expect(value({ where: { category: 'food', industry: 'fds' } })).toBe(fds.mean);
});

test('direct value added in food is what is spent, less imports, times the coefficient', () => {
  const food = project({ run, measure: 'revenueLost', where: { category: 'food' } }).rows[0]!.mean;
  const found = value({ what: 'valueAdded', where: { category: 'food', layer: 'direct' } });
  // sectors.csv: import coefficient 0.024881, value added 0.419334.
  expect(found / food).toBeCloseTo((1 - 0.024881) * 0.419334, 6);
});

test('jobs are counted at the prices of the table; money goes there and back', () => {
  const dear = japan2015({
    ...economy,
    priceLevels: [{ year: 2025, level: 2.5 }],
    closure: 'one-round',
  } as object);
  const jobs = { what: 'jobs', jobs: 'ripple-effect' } as const;
  expect(value({ ...jobs, economy: dear }) / value(jobs)).toBeCloseTo(0.5, 12);
  expect(value({ economy: dear })).toBe(value());
  expect(value({ prices: 'economy' }) / value()).toBeCloseTo(0.8, 12);
  expect(impact({ prices: 'economy' }).unit).toBe('JPY at 2015 prices');
  expect(impact(jobs).unit).toBe('jobs (ripple-effect)');
});

test('a scenario in dollars takes the rate of its year', () => {
  const dollars = simulate({
    scenario: { ...scenario, prices: { currency: 'USD', year: 2015 } },
    seed: 'unit',
    draws: 32,
  });
  const jobs = { what: 'jobs', jobs: 'ripple-effect' } as const;
  const yen = simulate({
    scenario: { ...scenario, prices: { currency: 'JPY', year: 2015 } },
    seed: 'unit',
    draws: 32,
  });
  expect(value({ run: dollars, ...jobs }) / value({ run: yen, ...jobs })).toBeCloseTo(121.0183, 9);
});

test('a category takes the profile it is said to have', () => {
  const tuition = { ...scenario, flows: [{ ...scenario.flows[0]!, spend: { fees: 60_000, food: 40_000 } }] };
  const other = simulate({ scenario: tuition, seed: 'unit', draws: 32 });
  expect(value({ run: other, spending: { fees: 'accommodation' } })).toBeCloseTo(value(), -3);
  const own = { products: { acc: 1 } };
  expect(value({ run: other, spending: { fees: own } })).toBeCloseTo(value(), -3);
  expect(() => value({ run: other })).toThrow("expected a profile of the economy for the category 'fees'");
  expect(() => value({ run: other, spending: { fees: 'acommodation' } })).toThrow(
    'did you mean "accommodation"?',
  );
  expect(() => value({ spending: { fees: 'food' } })).toThrow('spending: expected a category of the run');
});

test('published multipliers, by layer and by category', () => {
  const published = publishedMultipliers({
    prices: { currency: 'JPY', year: 2019 },
    jobsUnit: 1e9,
    priceLevels: [{ year: 2025, level: 1.25 }],
    multipliers: {
      all: { output: { 'first-round': 1.6, induced: 0.3 }, jobs: 180 },
      food: { output: 2, jobs: 200 },
    },
  });
  const lost = project({ run, measure: 'revenueLost', by: 'category' }).rows.map(({ mean }) => mean);
  const rows = impact({ economy: published, by: ['category', 'layer'] }).rows;
  expect(rows.map(({ category, layer, mean }) => [category, layer, Math.round(mean)])).toEqual([
    ['accommodation', 'first-round', Math.round(1.6 * lost[0]!)],
    ['accommodation', 'induced', Math.round(0.3 * lost[0]!)],
    ['accommodation', 'all', 0],
    ['food', 'first-round', 0],
    ['food', 'induced', 0],
    ['food', 'all', Math.round(2 * lost[1]!)],
  ]);
  const jobs = impact({ economy: published, what: 'jobs' });
  expect(jobs.rows[0]!.mean).toBeCloseTo((180 * lost[0]! + 200 * lost[1]!) / 1e9 / 1.25, 6);
  expect(jobs.unit).toBe('jobs');
  expect(() => impact({ economy: published, by: 'industry' })).toThrow(
    'published multipliers can be split by',
  );
  expect(() => impact({ economy: published, what: 'tax' })).toThrow(
    'what: expected an effect that economy.multipliers.all has',
  );
  expect(() => impact({ economy: published, closure: 'full' })).toThrow('closure: expected none');
});

test('as rows and as CSV', () => {
  const table = impact({ by: 'layer', levels: [0.9], where: { category: 'food' } });
  expect(Object.keys(toRows(table)[0]!)).toEqual([
    'layer',
    'mean',
    'standardError',
    'median',
    'lower90',
    'upper90',
  ]);
  const [header, first] = toCsv(table).split('\r\n');
  expect(header!.split(',').slice(0, 5)).toEqual(['what', 'measure', 'unit', 'layer', 'category']);
  expect(first!.split(',').slice(0, 5)).toEqual([
    'output',
    'revenueLost',
    'JPY at 2025 prices',
    'direct',
    'food',
  ]);
});

test('a median case has values and no intervals', () => {
  const [row] = impact({ run: medianCase({ scenario }) }).rows;
  expect(row).toMatchObject({ standardError: 0, intervals: [] });
});

describe('misuse', () => {
  test.each([
    [
      'a misspelt option',
      { whats: 'jobs' },
      'projectImpact: option: expected one that it knows, received "whats"; did you mean "what"?',
    ],
    ['a misspelt effect', { what: 'valueaded' }, 'did you mean "valueAdded"?'],
    [
      'jobs without a concept',
      { what: 'jobs' },
      "jobs: expected one of 'ripple-effect', 'labour-force-survey'",
    ],
    ['an unknown axis', { by: 'industri' }, 'did you mean "industry"?'],
    ['an axis twice', { by: ['layer', 'layer'] }, 'by: expected each axis once'],
    ['total and an axis', { by: ['total', 'layer'] }, "by: expected 'total' alone"],
    [
      'a measure that is no money',
      { measure: 'arrivals' },
      'measure: expected a measure of money by category',
    ],
    [
      'an unknown layer',
      { where: { layer: 'induce' } },
      'where.layer: expected a layer that there is, received "induce"; did you mean "induced"?',
    ],
    ['a bad economy', { economy: { kind: 'japan-2015', closure: 'half' } }, 'economy.closure: expected'],
    [
      'a missing price level',
      { what: 'jobs', jobs: 'ripple-effect', economy: { kind: 'japan-2015', priceLevels: [] } },
      'priceLevels: expected the level of JPY prices of 2025',
    ],
  ])('%s', (_, options, complaint) => {
    expect(() => impact(options as Partial<ImpactOptions>)).toThrow(complaint);
  });
});
