import { expect, it } from 'vitest';
import { project } from '../../../src/projections/project.ts';
import { tails } from '../../../src/projections/tails.ts';
import { medianOf, runOf, runWithArrivals } from './runs.ts';

it('finds value at risk and expected shortfall of 1 to 100', () => {
  const run = runWithArrivals(Array.from({ length: 100 }, (_, i) => 100 - i));
  const { rows, unit } = tails({ run, measure: 'arrivals', levels: [0.99, 0.95] });
  expect(unit).toBe('arrivals');
  expect(rows.map(({ level }) => level)).toEqual([0.95, 0.99]);
  // Type 7: ranks 94.05 and 98.01 from 0. The worst five are 96 to 100, the worst one 100.
  expect(rows[0]!.valueAtRisk).toBeCloseTo(95.05, 10);
  expect(rows[0]!.expectedShortfall).toBeCloseTo(98, 10);
  // What exceeds 95.05: 0.95, 1.95 ... 4.95, with a sum of 14.75 and squares of 53.5125; over √100 and 5 %.
  const excess = Math.sqrt((53.5125 - 14.75 * 0.1475) / 99) / 10;
  expect(rows[0]!.expectedShortfallStandardError).toBeCloseTo(excess / 0.05, 10);
  expect(rows[1]!.valueAtRisk).toBeCloseTo(99.01, 10);
  expect(rows[1]!.expectedShortfall).toBeCloseTo(100, 10);
});

it('lies where the intervals of a projection end', () => {
  const run = runOf();
  const where = { flow: 'groups' };
  const tail = tails({ run, measure: 'revenueLost', levels: [0.6], where }).rows[0]!;
  const { upper, upperStandardError } = project({ run, measure: 'revenueLost', levels: [0.2], where })
    .rows[0]!.intervals[0]!;
  // 1 - (1 - 0.2) / 2 and 0.6 are neighbours among doubles.
  expect(tail.valueAtRisk).toBeCloseTo(upper, -Math.floor(Math.log10(upper)) + 12);
  expect(tail.valueAtRiskStandardError / upperStandardError).toBeCloseTo(1, 10);
  expect(tail.expectedShortfall).toBeGreaterThan(tail.valueAtRisk);
});

it('refuses a median case and levels in per cent', () => {
  expect(() => tails({ run: medianOf(), measure: 'revenueLost' })).toThrow(RangeError);
  expect(() => tails({ run: runOf(), measure: 'revenueLost', levels: [99] })).toThrow(
    'levels[0]: expected a number above 0 and below 1, received 99; did you mean 0.99?',
  );
});
