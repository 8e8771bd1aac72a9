import { describe, expect, it } from 'vitest';
import { mean, standardDeviation } from '../../src/statistics/moments.ts';

/** NIST Statistical Reference Datasets, univariate summary: data sets and certified values. */
describe('NIST StRD', () => {
  const alternating = (first: number, low: number, high: number): Float64Array =>
    Float64Array.from({ length: 1001 }, (_, i) => (i === 0 ? first : i % 2 === 1 ? low : high));

  it('NumAcc1: 10000001, 10000003, 10000002', () => {
    const values = Float64Array.of(10000001, 10000003, 10000002);
    expect(mean(values)).toBe(10000002);
    expect(standardDeviation(values)).toBe(1);
  });

  it.each([
    ['NumAcc2', alternating(1.2, 1.1, 1.3), 1.2],
    ['NumAcc3', alternating(1000000.2, 1000000.1, 1000000.3), 1000000.2],
    ['NumAcc4', alternating(10000000.2, 10000000.1, 10000000.3), 10000000.2],
  ])('%s: standard deviation 0.1', (_, values, certified) => {
    // The decimals themselves are rounded on the way in, by half a unit in the last place of the mean.
    const rounding = Number.EPSILON * certified;
    expect(Math.abs(mean(values) - certified)).toBeLessThan(rounding);
    // Beyond that, each of the squares that are summed is rounded.
    const summing = values.length * Number.EPSILON * 0.1;
    expect(Math.abs(standardDeviation(values) - 0.1)).toBeLessThan(rounding + summing);
  });
});
