import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRows } from '../../../src/engine/rows.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import type { Run } from '../../../src/engine/types.ts';
import { projectStays, type StayMeasure } from '../../../src/projections/project-stays.ts';
import { toCsv } from '../../../src/projections/to-csv.ts';
import type { Scenario } from '../../../src/scenario/types.ts';

const halfLives = { awareness: 5, cancelling: 10, recovery: 60 };
const scenario = (retention: readonly number[], months = 24, advised = true): Scenario => ({
  prices: { currency: 'JPY', year: 2025 },
  calendar: { start: '2025-11-01', months },
  flows: [
    {
      id: 'students',
      origin: 'CHN',
      destination: 'JPN',
      sector: 'education',
      baseline: {
        kind: 'dated',
        events: [
          { date: '2026-04-01', arrivals: 100 },
          { date: '2026-10-01', arrivals: 40 },
          { date: '2027-04-01', arrivals: 100 },
          { date: '2028-04-01', arrivals: 1000 },
        ],
      },
      leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 120 }] },
      spend: { tuition: 600_000, living: 1_400_000 },
      stay: { retention },
    },
    {
      id: 'tourists',
      origin: 'CHN',
      destination: 'JPN',
      baseline: { kind: 'annual', total: 1000 },
      leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 20 }] },
      spend: 1000,
    },
  ],
  advisories: advised
    ? [
        {
          id: 'study-alert',
          onset: { date: '2025-11-16' },
          duration: { kind: 'lognormal', mean: 300, sd: 200 },
          effects: [
            { id: 'all', on: { sector: 'education' }, suppression: 0.4, cancellation: 0.2, halfLives },
          ],
        },
      ]
    : [],
});
const calm = simulate({ scenario: scenario([0.9, 0.5], 24, false), seed: 'stays', draws: 3 });
const means = (run: Run, measure: StayMeasure): Record<string, number> =>
  Object.fromEntries(
    projectStays({ run, measure }).rows.map(({ year, mean }) => [year, Number(mean.toFixed(6))]),
  );

describe('stocks and flows by hand', () => {
  // 100 in April 2026 (90 for a second year, 45 for a third), 40 in October (36, 18), 100 in April 2027.
  test('entrants, leavers, stock', () => {
    expect(means(calm, 'entrants')).toEqual({ 2025: 0, 2026: 140, 2027: 100, 2028: 0, 2029: 0, 2030: 0 });
    expect(means(calm, 'stock')).toEqual({
      2025: 0,
      2026: 140,
      2027: 90 + 36 + 100,
      2028: 45 + 18 + 90,
      2029: 45,
      2030: 0,
    });
    expect(means(calm, 'leavers')).toEqual({
      2025: 0,
      2026: 0,
      2027: 14,
      2028: 45 + 18 + 10,
      2029: 45 + 18 + 45,
      2030: 45,
    });
  });

  test('person-years: half of a year of stay that begins in October falls into the next year', () => {
    expect(means(calm, 'years')).toEqual({
      2025: 0,
      2026: 100 + 20,
      2027: 90 + 20 + 18 + 100,
      2028: 45 + 18 + 9 + 90,
      2029: 9 + 45,
      2030: 0,
    });
  });

  test('money: all categories, in every year of stay', () => {
    expect(means(calm, 'revenue')[2027]).toBe(2e6 * 228);
    expect(means(calm, 'revenueLost')[2027]).toBe(0);
    const total = projectStays({ run: calm, measure: 'revenue', by: 'total' }).rows[0]!.mean;
    expect(total).toBeCloseTo(2e6 * (100 + 40 + 100) * (1 + 0.9 + 0.45), 3);
  });

  test('years may begin in any month; flows that nobody stays on are left out', () => {
    const { rows } = projectStays({ run: calm, measure: 'entrants', yearFrom: 1, by: ['flow', 'year'] });
    expect(rows.map(({ flow, year, mean }) => `${flow} ${year} ${mean.toFixed(0)}`).slice(0, 3)).toEqual([
      'students 2025 0',
      'students 2026 140',
      'students 2027 100',
    ]);
    expect(new Set(rows.map(({ flow }) => flow))).toEqual(new Set(['students']));
  });
});

describe('under an alert', () => {
  test('students in = out + change in stock, in every draw and year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (retention, months, yearFrom) => {
          // One draw: its mean is its value.
          const run = simulate({ scenario: scenario(retention, months), seed: months, draws: 1 });
          const read = (measure: StayMeasure): number[] =>
            projectStays({ run, measure, yearFrom }).rows.map(({ mean }) => mean);
          const [entrants, leavers, stock] = [read('entrants'), read('leavers'), read('stock')];
          stock.forEach((here, year) => {
            const before = stock[year - 1] ?? 0;
            expect(entrants[year]).toBeCloseTo(leavers[year]! + here - before, 9);
          });
          expect(stock.at(-1)).toBe(0);
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  test('what is lost is what the baseline has more, long after the horizon', () => {
    const run = simulate({ scenario: scenario([0.9, 0.5]), seed: 'stays', draws: 50 });
    const [lost, here, would] = [means(run, 'stockLost'), means(run, 'stock'), means(calm, 'stock')];
    for (const year of ['2026', '2027', '2028', '2029']) {
      expect(lost[year]).toBeCloseTo(would[year]! - here[year]!, 5);
      expect(lost[year]).toBeGreaterThan(0);
    }
  });

  test('shares who stay are drawn at their own address, and follow what is given', () => {
    const [students, tourists] = scenario([]).flows;
    const uncertain: Scenario = {
      ...scenario([]),
      flows: [{ ...students!, stay: { retention: [{ kind: 'beta', mean: 0.8, sd: 0.1 }] } }, tourists!],
    };
    const run = simulate({ scenario: uncertain, seed: 'stays', draws: 64 });
    const slot = run.plan.inputs.findIndex(({ name }) => name === 'flow/students/stay/retention/2');
    expect(slot).toBeGreaterThan(0);
    const { rows } = projectStays({ run, measure: 'leavers', by: 'total' });
    const arrivals = [
      ...readRows({
        run,
        measure: 'arrivals',
        by: ['flow'],
        months: { from: '2025-11', count: 24 },
        dated: 'travel',
        cumulative: false,
      }),
    ][0]!.values;
    // Everybody leaves in the end, whatever the shares.
    expect(rows[0]!.mean).toBeCloseTo(arrivals.reduce((sum, one) => sum + one, 0) / 64, 6);
  });
});

describe('projectStays, misused', () => {
  test.each<[string, object, string]>([
    [
      'a measure',
      { measure: 'stok' },
      'measure: expected what can be counted of stays, received "stok"; did you mean "stock"?',
    ],
    ['a stock over all years', { measure: 'stock', by: 'total' }, "by: expected 'year' among the axes"],
    ['a month', { measure: 'stock', yearFrom: 13 }, 'yearFrom: expected a month from 1 to 12, received 13'],
    ['an axis', { measure: 'years', by: ['month'] }, "by[0]: expected 'year' or 'flow', received \"month\""],
  ])('refuses %s', (_, options, message) => {
    expect(() => projectStays({ run: calm, ...options } as Parameters<typeof projectStays>[0])).toThrow(
      message,
    );
  });

  test('needs a flow with stay', () => {
    const { flows, ...rest } = scenario([1]);
    const run = simulate({ scenario: { ...rest, advisories: [], flows: flows.slice(1) }, seed: 1, draws: 1 });
    expect(() => projectStays({ run, measure: 'stock' })).toThrow(
      'run: expected one of a scenario in which a flow has `stay`',
    );
  });

  test('is a table', () => {
    expect(toCsv(projectStays({ run: calm, measure: 'years', levels: [] })).split('\r\n')[2]).toMatch(
      /^years,person-years,2026,120,0,120,/,
    );
  });
});
