import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/projections/compare.ts';
import { project } from '../../../src/projections/project.ts';
import { groups, hongKong, medianOf, runOf, runWithArrivals, scenarioOf } from './runs.ts';

const base = runOf(scenarioOf({ advisories: [] }));
const other = runOf();

describe('compare, by hand', () => {
  it('takes differences draw by draw', () => {
    const [row] = compare({
      base: runWithArrivals([1, 2, 3, 4]),
      other: runWithArrivals([2, 4, 6, 8]),
      measure: 'arrivals',
      levels: [0.5],
    }).rows;
    // Differences 1, 2, 3, 4; variances 5/3, 20/3 and 5/3.
    expect(row).toMatchObject({ base: 2.5, other: 5, probabilityPositive: 1 });
    expect(row!.difference).toMatchObject({ mean: 2.5, median: 2.5 });
    expect(row!.difference.intervals[0]).toMatchObject({ lower: 1.75, upper: 3.25 });
    expect(row!.difference.standardError).toBeCloseTo(Math.sqrt(5 / 3) / 2, 14);
    expect(row!.pairingGain).toBeCloseTo(5, 13);
  });

  it('counts only gains as positive', () => {
    const [row] = compare({
      base: runWithArrivals([1, 1, 1, 1]),
      other: runWithArrivals([1, 2, 0, 3]),
      measure: 'arrivals',
    }).rows;
    expect(row!.probabilityPositive).toBe(0.5);
    expect(row!.pairingGain).toBe(1);
  });
});

describe('compare, of runs', () => {
  it('of a run with itself is nothing, for certain', () => {
    for (const row of compare({ base: other, other, measure: 'revenue', by: ['month', 'flow'] }).rows) {
      expect(row.difference).toEqual({
        mean: 0,
        standardError: 0,
        median: 0,
        medianStandardError: 0,
        intervals: [0.8, 0.95].map((level) => ({
          level,
          lower: 0,
          upper: 0,
          lowerStandardError: 0,
          upperStandardError: 0,
        })),
      });
      expect([row.probabilityPositive, row.pairingGain, row.base]).toEqual([0, Infinity, row.other]);
    }
  });

  it('has the means of both projections, and their difference', () => {
    const { rows } = compare({ base, other, measure: 'revenue', by: 'month' });
    const before = project({ run: base, measure: 'revenue', by: 'month' }).rows;
    const after = project({ run: other, measure: 'revenue', by: 'month' }).rows;
    expect(rows.map((row) => [row.month, row.base, row.other])).toEqual(
      before.map((row, i) => [row.month, row.mean, after[i]!.mean]),
    );
    for (const row of rows) {
      // The mean of differences and the difference of means part by rounding at the size of the means.
      expect(Math.abs(row.difference.mean - (row.other - row.base))).toBeLessThan(1e-13 * row.base);
      expect(row.probabilityPositive).toBe(0);
    }
  });

  it('turns its sign with its sides', () => {
    const there = compare({ base, other, measure: 'arrivals' }).rows[0]!;
    const back = compare({ base: other, other: base, measure: 'arrivals' }).rows[0]!;
    expect(back.difference.mean).toBe(-there.difference.mean);
    expect(back.difference.standardError).toBe(there.difference.standardError);
    expect(back.pairingGain).toBeCloseTo(there.pairingGain, 12);
    expect(there.pairingGain).toBeGreaterThan(1);
  });

  it('minds neither the order of the flows nor flows that one run lacks', () => {
    const swapped = runOf(scenarioOf({ flows: [hongKong, groups] }));
    const options = { base, measure: 'arrivals', by: ['flow', 'month'] } as const;
    expect(compare({ ...options, other: swapped }).rows).toEqual(compare({ ...options, other }).rows);

    const macao = { ...hongKong, id: 'macao' };
    const more = runOf(scenarioOf({ flows: [macao, groups] }));
    const partly = compare({ base, other: more, measure: 'arrivals', by: 'flow' });
    expect(partly.onlyInBase).toEqual([{ flow: 'hong-kong' }]);
    expect(partly.onlyInOther).toEqual([{ flow: 'macao' }]);
    expect(partly.rows).toEqual(
      compare({ base, other, measure: 'arrivals', by: 'flow' }).rows.filter(({ flow }) => flow === 'groups'),
    );
  });

  it('compares median cases without errors', () => {
    const calm = medianOf(scenarioOf({ advisories: [] }));
    const { levels, rows } = compare({ base: calm, other: medianOf(), measure: 'arrivals' });
    expect(levels).toEqual([]);
    expect(rows[0]!.difference.mean).toBe(rows[0]!.other - rows[0]!.base);
    expect(rows[0]!.difference.standardError).toBe(0);
    expect(rows[0]!.pairingGain).toBe(1);
  });
});

describe('compare, misused', () => {
  const longer = scenarioOf({
    calendar: { start: '2025-11-01', months: 4 },
    flows: [{ ...hongKong, baseline: { kind: 'monthly', arrivals: [1, 1, 1, 1] } }],
  });

  it.each([
    [
      'seeds',
      { other: runOf(scenarioOf(), 'another') },
      'other: expected the seed of base, "projections", received "another"; only runs of one seed share their worlds',
    ],
    [
      'draws',
      { other: runOf(scenarioOf(), 'projections', 32) },
      'other: expected 64 draws, as base has, received 32',
    ],
    [
      'sampling',
      { other: medianOf() },
      'other: expected a run of random draws, as base is, received a median case',
    ],
    [
      'prices',
      { other: runOf(scenarioOf({ prices: { currency: 'CNY', year: 2025 } })) },
      'other: expected money in JPY at 2025 prices, as base has it, received CNY at 2025 prices',
    ],
    [
      'horizons',
      { other: runOf(longer) },
      "months: expected a window such as { from: '2025-11', count: 12 }, since base has 3 months from '2025-11' and other 4 from '2025-11'",
    ],
    [
      'no run',
      { other: undefined },
      'other: expected the run that simulate or medianCase returns, received undefined',
    ],
    ['options', { run: base }, 'compare: option: expected one that it knows, received "run"'],
  ])('%s', (_, options, message) => {
    expect(() => compare({ base, other, measure: 'revenue', ...options } as never)).toThrow(message);
  });

  it('compares persons in any prices, and the months that both have', () => {
    const yuan = runOf(scenarioOf({ prices: { currency: 'CNY', year: 2025 } }));
    expect(compare({ base: other, other: yuan, measure: 'arrivals' }).rows[0]!.difference.mean).toBe(0);
    const months = { from: '2025-12', count: 2 };
    const { rows } = compare({ base, other: runOf(longer), measure: 'baseline', by: 'month', months });
    expect(rows.map(({ month, other: mean }) => [month, mean])).toEqual([
      ['2025-12', 1],
      ['2026-01', 1],
    ]);
  });
});
