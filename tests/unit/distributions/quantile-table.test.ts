import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lawOf } from '../../../src/distributions/families.ts';
import { lookUpQuantiles, TABLE_SIZE, tabulateQuantiles } from '../../../src/distributions/quantile-table.ts';
import { continuous } from './arbitrary-distributions.ts';

const LEVELS = 400;

/** What a table gives at evenly spread levels, beside the level. */
function readTable(table: Float64Array): { level: number; x: number }[] {
  const heap = new Float64Array(TABLE_SIZE + 3 * LEVELS);
  heap.set(table);
  for (let i = 0; i < LEVELS; i++) heap[TABLE_SIZE + i] = (i + 0.5) / LEVELS;
  lookUpQuantiles(heap, 0, TABLE_SIZE, TABLE_SIZE + LEVELS, TABLE_SIZE + 2 * LEVELS, LEVELS);
  return Array.from({ length: LEVELS }, (_, i) => ({
    level: heap[TABLE_SIZE + i]!,
    x: heap[TABLE_SIZE + LEVELS + i]!,
  }));
}

test('what a table gives is the quantile to 1e-12 of max(|x|, sd), and never outside the support', () => {
  let read = 0;
  fc.assert(
    fc.property(continuous, (distribution) => {
      const law = lawOf(distribution);
      const table = tabulateQuantiles(law);
      if (table === null) return;
      const sd = Math.sqrt(law.variance());
      for (const { level, x } of readTable(table)) {
        if (Number.isNaN(x)) continue;
        read += 1;
        expect(Math.abs(x - law.quantile(level))).toBeLessThanOrEqual(1e-12 * Math.max(Math.abs(x), sd));
        expect(x).toBeGreaterThanOrEqual(law.low);
        expect(x).toBeLessThanOrEqual(law.high);
      }
    }),
    { numRuns: 150 },
  );
  expect(read).toBeGreaterThan(10_000);
});

test('common inputs are in their table but for 2 levels in a thousand', () => {
  for (const distribution of [
    { kind: 'beta', mean: 0.42, sd: 0.17 },
    { kind: 'lognormal', mean: 1, sd: 0.14 },
    { kind: 'gamma', mean: 60, sd: 26 },
    { kind: 'pert', low: 0, mode: 2, high: 5 },
    { kind: 'normal', mean: 0, sd: 1 },
  ] as const) {
    const gaps = readTable(tabulateQuantiles(lawOf(distribution))!).filter(({ x }) => Number.isNaN(x));
    expect(gaps.length, distribution.kind).toBeLessThanOrEqual(0.005 * LEVELS);
  }
});

test('atoms and kinks have no table, or a gap', () => {
  expect(tabulateQuantiles(lawOf({ kind: 'discrete', values: [1, 2, 5] }))).toBeNull();
  expect(tabulateQuantiles(lawOf({ kind: 'triangular', low: 0, mode: 1, high: 3 }))).toBeNull();
  const kinked = lawOf({
    kind: 'mixture',
    of: [
      { weight: 0.5, distribution: { kind: 'uniform', low: 0, high: 1 } },
      { weight: 0.5, distribution: { kind: 'uniform', low: 1, high: 5 } },
    ],
  });
  const table = readTable(tabulateQuantiles(kinked)!);
  for (const { level, x } of table) {
    if (!Number.isNaN(x)) expect(x).toBeCloseTo(kinked.quantile(level), 11);
  }
});
