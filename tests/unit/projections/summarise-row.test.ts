import { expect, it } from 'vitest';
import { summariseCertain, summariseRow } from '../../../src/projections/summarise-row.ts';

it('sums up 100 squares, each bound with an error of its own', () => {
  // 99², 98², ... 0: ranks run backwards, so that sorting is seen to.
  const values = Float64Array.from({ length: 100 }, (_, i) => (99 - i) * (99 - i));
  const copy = values.slice();
  const { mean, standardError, median, medianStandardError, intervals } = summariseRow(values, [0.8], null);
  expect(values).toEqual(copy);
  // Σ i² = 328,350 and Σ i⁴ = 1,950,333,330 for i = 0 ... 99.
  expect(mean).toBeCloseTo(3283.5, 10);
  expect(standardError).toBeCloseTo(Math.sqrt((1_950_333_330 - 100 * 3283.5 * 3283.5) / 99 / 100), 8);
  // Rank 49.5, halfway from 49² to 50². Woodruff: ranks 49.5 ± 5 hold 1980.5 and 2970.5, which are two errors apart.
  expect(median).toBe(2450.5);
  expect(medianStandardError).toBeCloseTo(495, 10);
  // Ranks 9.9 ± 3 hold 47.7 and 166.5; ranks 89.1 ± 3 hold 7413.3 and 8482.5.
  const [interval] = intervals;
  expect(interval!.level).toBe(0.8);
  expect(interval!.lower).toBeCloseTo(81 + 0.9 * 19, 10);
  expect(interval!.lowerStandardError).toBeCloseTo((166.5 - 47.7) / 2, 10);
  expect(interval!.upper).toBeCloseTo(7921 + 0.1 * 179, 10);
  expect(interval!.upperStandardError).toBeCloseTo((8482.5 - 7413.3) / 2, 10);
});

it('knows no error of a single draw, and none in a median case', () => {
  expect(summariseRow(Float64Array.of(7), [], null)).toEqual({
    mean: 7,
    standardError: Number.NaN,
    median: 7,
    medianStandardError: Number.NaN,
    intervals: [],
  });
  expect(summariseCertain(7)).toMatchObject({ mean: 7, standardError: 0, median: 7, medianStandardError: 0 });
});
