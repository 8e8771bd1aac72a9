import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  expectedShortfall,
  standardErrorOfExpectedShortfall,
} from '../../../src/statistics/expected-shortfall.ts';
import { quantileOfSorted, standardErrorOfQuantile } from '../../../src/statistics/quantiles.ts';
import { sorted } from '../../../src/statistics/sorted.ts';

const sample = fc
  .array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 })
  .map((values) => sorted(Float64Array.from(values)));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('sorted', () => {
  it('is ascending by size, and leaves its argument alone', () => {
    const values = Float64Array.of(10, 9, -1, 100);
    expect([...sorted(values)]).toEqual([-1, 9, 10, 100]);
    expect([...values]).toEqual([10, 9, -1, 100]);
  });
});

describe('quantileOfSorted', () => {
  it('is linear between order statistics', () => {
    // R: quantile(c(1, 3, 4, 10), c(0, .3, .5, .9, 1), type = 7)
    const values = Float64Array.of(1, 3, 4, 10);
    const expected = [1, 2.8, 3.5, 8.2, 10];
    for (const [i, p] of [0, 0.3, 0.5, 0.9, 1].entries()) {
      expect(quantileOfSorted(values, p)).toBeCloseTo(expected[i]!, 12);
    }
  });

  it('never falls as p rises, stays within the sample and is exact on constants', () => {
    fc.assert(
      fc.property(sample, share, share, (values, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)].map((x) => quantileOfSorted(values, x));
        expect(low! <= high! && values[0]! <= low! && high! <= values.at(-1)!).toBe(true);
        expect(
          quantileOfSorted(
            values.map(() => values[0]!),
            p,
          ) === values[0]!,
        ).toBe(true);
      }),
    );
  });

  it('refuses an empty sample and shares outside 0..1', () => {
    expect(() => quantileOfSorted(new Float64Array(0), 0.5)).toThrow('sorted: expected one value or more');
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => quantileOfSorted(Float64Array.of(1), p)).toThrow(
        `p: expected a probability from 0 to 1, received ${p}`,
      );
    }
  });
});

describe('standardErrorOfQuantile', () => {
  it('is √(n p (1 - p)) times the distance of neighbours where values are evenly spaced', () => {
    const values = Float64Array.from({ length: 101 }, (_, i) => 3 * i);
    expect(standardErrorOfQuantile(values, 0.5)).toBeCloseTo(3 * Math.sqrt(101 / 4), 10);
    expect(standardErrorOfQuantile(values, 0.9)).toBeCloseTo(3 * Math.sqrt(101 * 0.09), 10);
    // Half a value is expected beyond: too few to tell.
    expect(standardErrorOfQuantile(values, 0.995)).toBeNaN();
  });

  it('is 0 of constants, unknown of one value, and refused at the ends', () => {
    expect(standardErrorOfQuantile(Float64Array.of(2, 2, 2), 0.5)).toBe(0);
    expect(standardErrorOfQuantile(Float64Array.of(2), 0.5)).toBeNaN();
    expect(() => standardErrorOfQuantile(Float64Array.of(2, 3), 1)).toThrow(
      new RangeError('p: expected a probability between 0 and 1, received 1'),
    );
  });
});

describe('expectedShortfall', () => {
  it('is the mean of the largest values, the one at the edge counted in part', () => {
    const values = Float64Array.of(1, 2, 3, 4, 10);
    expect(expectedShortfall(values, 0.6)).toBeCloseTo((4 + 10) / 2, 12);
    // The worst half of five: 10, 4 and half of 3.
    expect(expectedShortfall(values, 0.5)).toBeCloseTo((10 + 4 + 1.5) / 2.5, 12);
    expect(expectedShortfall(values, 0.99)).toBeCloseTo(10, 12);
  });

  it('is the average of the quantiles of the sample beyond p', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: 1, max: 99 }), (values, percent) => {
        // The step quantile function, averaged over [p, 1] exactly: pieces of length 1 / n, the first one cut.
        const n = values.length;
        let total = 0;
        for (let i = 0; i < n; i += 1) {
          const width = Math.min(100, (100 * (i + 1)) / n) - Math.max(percent, (100 * i) / n);
          if (width > 0) total += width * values[i]!;
        }
        const exact = total / (100 - percent);
        const size = Math.max(...values.map(Math.abs));
        expect(Math.abs(expectedShortfall(values, percent / 100) - exact)).toBeLessThanOrEqual(
          1e-12 * (size + 1),
        );
      }),
    );
  });

  it('is no less than its quantile, and exact on constants', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (values, p) => {
        const constant = values.map(() => values[0]!);
        expect(expectedShortfall(constant, p) === values[0]!).toBe(true);
        if (values.length > 1) expect(standardErrorOfExpectedShortfall(constant, p)).toBe(0);
        expect(expectedShortfall(values, p)).toBeGreaterThanOrEqual(values[Math.floor(values.length * p)]!);
      }),
    );
  });
});
