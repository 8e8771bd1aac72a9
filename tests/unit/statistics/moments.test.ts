import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, standardDeviation, standardErrorOfMean, variance } from '../../../src/statistics/moments.ts';
import { sum } from '../../../src/statistics/sum.ts';

const amount = fc.double({ min: -1e15, max: 1e15, noNaN: true });

describe('sum', () => {
  it('keeps what plain addition loses', () => {
    const values = Float64Array.of(1, 1e100, 1, -1e100);
    expect(values.reduce((total, value) => total + value)).toBe(0);
    expect(sum(values)).toBe(2);
  });
});

describe('mean and variance', () => {
  it('are exact on constants, whatever the constant and the count', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 2, max: 200 }), (value, count) => {
        const values = new Float64Array(count).fill(value);
        // -0 and 0 are one amount.
        expect(mean(values) === value).toBe(true);
        expect(variance(values)).toBe(0);
        expect(standardErrorOfMean(values)).toBe(0);
      }),
    );
  });

  it('agree with whole-number arithmetic of any size', () => {
    const digits = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(digits, fc.constantFrom(0, 1e9, -1e12), (numbers, shift) => {
        const values = Float64Array.from(numbers, (x) => x + shift);
        const count = BigInt(numbers.length);
        const total = numbers.reduce((s, x) => s + BigInt(x + shift), 0n);
        const squares = numbers.reduce((s, x) => s + BigInt(x + shift) ** 2n, 0n);
        // Exact ratios, rounded once in the numerator and once in the division.
        const exactMean = Number(total) / Number(count);
        const exactVariance = Number(squares * count - total * total) / Number(count * (count - 1n));
        expect(Math.abs(mean(values) - exactMean)).toBeLessThanOrEqual(
          4 * Number.EPSILON * Math.abs(exactMean),
        );
        // Each deviation carries the rounding of the mean, which the correction takes out to first order.
        const rounding = Number.EPSILON * Math.abs(exactMean);
        const bound =
          64 * Number.EPSILON * exactVariance + 4 * rounding * (Math.sqrt(exactVariance) + rounding);
        expect(Math.abs(variance(values) - exactVariance)).toBeLessThanOrEqual(bound);
      }),
    );
  });

  it('know the standard error of the mean', () => {
    const values = Float64Array.of(4, 7, 13, 16);
    expect(variance(values)).toBe(30);
    expect(standardDeviation(values)).toBe(Math.sqrt(30));
    expect(standardErrorOfMean(values)).toBe(Math.sqrt(7.5));
  });

  it('say nothing of the spread of one value, and refuse none', () => {
    expect(mean(Float64Array.of(7))).toBe(7);
    expect(variance(Float64Array.of(7))).toBeNaN();
    expect(standardErrorOfMean(Float64Array.of(7))).toBeNaN();
    expect(() => mean(new Float64Array(0))).toThrow(
      new RangeError('values: expected one value or more, received none'),
    );
  });
});
