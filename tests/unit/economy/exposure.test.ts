import { expect, test } from 'vitest';
import { type ExposureOptions, exposure, type Money, money } from '../../../src/economy/index.ts';
import { medianCase, simulate } from '../../../src/engine/simulate.ts';
import type { RowKey } from '../../../src/engine/types.ts';
import { project } from '../../../src/projections/project.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const [china] = smallScenario.flows;
const scenario: Scenario = {
  ...smallScenario,
  flows: [
    { ...china!, substitution: { share: 0.25 } },
    { ...china!, id: 'students', sector: 'education', spend: 100_000 },
    { ...china!, id: 'korea', origin: 'KOR' },
  ],
};
const run = simulate({ scenario, seed: 'book', draws: 200 });
const yen = (amount: number): Money => money({ amount, currency: 'JPY', year: 2025 });
const book = [
  { origin: 'CHN', sector: 'tourism', revenue: yen(400) },
  { origin: 'CHN', month: '2026-01', revenue: yen(100) },
  { origin: 'KOR', revenue: yen(200) },
  { origin: 'USA', revenue: yen(300) },
];
const of = (options: Partial<ExposureOptions> = {}) => exposure({ run, book, ...options });
const lossOf = (where: RowKey): number => project({ run, measure: 'revenueLostShare', where }).rows[0]!.mean;

test('an entry loses the share that the flows of its origin, sector and month lose', () => {
  const rows = of({ by: ['origin', 'sector', 'month'] }).rows;
  expect(rows.map(({ origin, sector, month }) => [origin, sector, month])).toEqual([
    ['CHN', 'tourism', 'any'],
    ['CHN', 'any', '2026-01'],
    ['KOR', 'any', 'any'],
    ['USA', 'any', 'any'],
  ]);
  expect(rows[0]!.lossShare).toBeCloseTo(lossOf({ origin: 'CHN', sector: 'tourism' }), 12);
  expect(rows[1]!.lossShare).toBeCloseTo(lossOf({ origin: 'CHN', month: '2026-01' }), 12);
  expect(rows[1]!.lossShare).not.toBeCloseTo(rows[0]!.lossShare, 3);
  // Nothing is advised against from Korea, and no flow comes from the United States.
  expect(rows.slice(2).map(({ mean }) => mean)).toEqual([0, 0]);
  expect(of().untouched).toEqual(['USA']);
});

test('parts of the book sum to the whole, and its intervals are formed in the draws', () => {
  const [whole] = of({ levels: [0.9] }).rows;
  const parts = of({ by: 'origin' }).rows;
  expect(parts.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(whole!.mean, 9);
  expect(whole!.revenue).toBe(1000);
  expect(parts.map(({ revenueShare }) => revenueShare)).toEqual([0.5, 0.2, 0.3]);
  expect(whole!.intervals[0]!.lower).toBeLessThan(whole!.median);
  expect(whole!.intervals[0]!.upper).toBeGreaterThan(whole!.median);
  const twice = book.map((entry) => ({ ...entry, revenue: yen(2 * entry.revenue.amount) }));
  expect(of({ book: twice }).rows[0]!.mean).toBeCloseTo(2 * of().rows[0]!.mean, 9);
});

test('net of substitutes a quarter less is lost where a quarter is replaced', () => {
  const tourism = [{ origin: 'CHN', sector: 'tourism', revenue: yen(400) }];
  const [gross] = of({ book: tourism }).rows;
  const [net] = of({ book: tourism, loss: 'net' }).rows;
  expect(net!.mean / gross!.mean).toBeCloseTo(0.75, 9);
});

test('concentration is that of origins, whatever the entries', () => {
  const { concentration } = of();
  expect(concentration.herfindahl).toBeCloseTo(0.25 + 0.04 + 0.09, 12);
  expect(concentration.effectiveOrigins).toBeCloseTo(1 / 0.38, 12);
  expect(concentration.largest).toEqual({ origin: 'CHN', share: 0.5 });
});

test('as rows, and in a median case', () => {
  expect(Object.keys(toRows(of({ by: 'origin', levels: [0.8] }))[0]!)).toEqual([
    'origin',
    'mean',
    'standardError',
    'median',
    'lower80',
    'upper80',
  ]);
  expect(of({ run: medianCase({ scenario }) }).rows[0]!.standardError).toBe(0);
});

test.each([
  ['an empty book', [], 'book: expected at least one entry'],
  ['a bare number', [{ origin: 'CHN', revenue: 100 }], 'book[0].revenue: expected money such as'],
  [
    'two years',
    [book[0], { origin: 'KOR', revenue: { ...yen(1), year: 2015 } }],
    'book[1].revenue: expected JPY at 2025 prices, as the first entry is in',
  ],
  [
    'negative revenue',
    [{ origin: 'CHN', revenue: yen(-1) }],
    'book[0].revenue: expected an amount of 0 or more',
  ],
  ['an unknown sector', [{ origin: 'CHN', sector: 'turism', revenue: yen(1) }], 'did you mean "tourism"?'],
  [
    'a sector that the origin lacks',
    [{ origin: 'KOR', sector: 'education', revenue: yen(1) }],
    'book: expected a sector in which flows from KOR are',
  ],
  [
    'a month outside',
    [{ origin: 'CHN', month: '2030-01', revenue: yen(1) }],
    'book[0].month: expected a month of the horizon',
  ],
  ['an unknown key', [{ origin: 'CHN', revenues: 1 }], 'received "revenues"; did you mean "revenue"?'],
])('%s', (_, bad, complaint) => {
  expect(() => of({ book: bad as ExposureOptions['book'] })).toThrow(complaint);
});
