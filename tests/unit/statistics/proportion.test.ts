import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportion, proportionOfCount } from '../../../src/statistics/proportion.ts';

describe('proportion', () => {
  const values = Float64Array.of(1, 2, 2, 3, 4);

  it('counts strictly above, below, or between', () => {
    expect(proportion(values, { above: 2 }).value).toBe(0.4);
    expect(proportion(values, { below: 2 }).value).toBe(0.2);
    expect(proportion(values, { above: 1, below: 4 }).value).toBe(0.6);
    expect(proportion(values, { above: 4 })).toMatchObject({ value: 0, standardError: 0, lower: 0 });
    expect(proportion(values, { above: 0 })).toMatchObject({ value: 1, standardError: 0, upper: 1 });
  });

  it('has the binomial standard error', () => {
    expect(proportion(values, { above: 2 }).standardError).toBeCloseTo(Math.sqrt((0.4 * 0.6) / 5), 15);
  });

  it('refuses no values, no bound and NaN', () => {
    expect(() => proportion(new Float64Array(0), { above: 1 })).toThrow('values: expected one value or more');
    expect(() => proportion(values, {})).toThrow('bounds: expected above, below or both, received neither');
    expect(() => proportion(values, { above: Number.NaN })).toThrow(
      'bounds: expected numbers, received above NaN',
    );
  });
});

describe('the interval of Wilson', () => {
  it('ends where the proportion lies z standard deviations away, by the standard deviation there', () => {
    const counts = fc
      .integer({ min: 1, max: 100_000 })
      .chain((trials) =>
        fc.record({ trials: fc.constant(trials), count: fc.integer({ min: 0, max: trials }) }),
      );
    fc.assert(
      fc.property(counts, fc.double({ min: 0.1, max: 5, noNaN: true }), ({ count, trials }, z) => {
        const { value, lower, upper } = proportionOfCount(count, trials, z);
        for (const end of [lower, upper]) {
          // (value - end)² = z² end (1 - end) / n holds at an end, or the end is 0 or 1 itself.
          const gap = (value - end) ** 2 - (z * z * end * (1 - end)) / trials;
          expect(Math.abs(gap)).toBeLessThan(32 * Number.EPSILON * (1 + (z * z) / trials));
        }
        expect(lower <= value && value <= upper && lower < upper).toBe(true);
      }),
    );
  });

  it('agrees with R: prop.test(7, 10, correct = FALSE) and prop.test(0, 10, correct = FALSE)', () => {
    const { lower, upper } = proportionOfCount(7, 10);
    expect(lower).toBeCloseTo(0.3967781, 6);
    expect(upper).toBeCloseTo(0.8922087, 6);
    expect(proportionOfCount(0, 10)).toMatchObject({ lower: 0 });
    expect(proportionOfCount(0, 10).upper).toBeCloseTo(0.2775328, 6);
  });
});
