import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isProbability, leadTimeProbability, leadTimeSurvival } from '../../../src/demand/lead-time.ts';
import { fitLeadTime, shortestP90 } from '../../../src/demand/lead-time-fit.ts';

/** Ratio p90 / median of one geometric lag. */
const RATIO_OF_ONE = Math.log2(10);

/** Quantiles of plans from the day before to years ahead, and all ratios that can be had, most of them usual. */
const quantiles = fc
  .record({
    median: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0.5, max: 2000, noNaN: true })),
    above: fc.oneof(fc.double({ min: 0, max: 2, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true })),
  })
  .map(({ median, above }) => ({ median, p90: shortestP90(median) * (1 + 1e-9) + above * median }));

describe('fitLeadTime', () => {
  it('meets both quantiles, with a probability law whose weights sum to exactly 1', () => {
    fc.assert(
      fc.property(quantiles, ({ median, p90 }) => {
        const components = fitLeadTime({ median, p90 });
        const size = components.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
        // Terms of that size cancel; each carries a few roundings of its exponent, which is below ten.
        const rounding = 64 * Number.EPSILON * size;
        expect(Math.abs(leadTimeSurvival(components, median) - 0.5)).toBeLessThan(rounding);
        expect(Math.abs(leadTimeSurvival(components, p90) - 0.1)).toBeLessThan(rounding);
        expect(components.reduce((sum, { weight }) => sum + weight, 0)).toBe(1);
        expect(isProbability(components)).toBe(true);
        const means = components.map(({ mean }) => mean);
        expect(means).toEqual([...means].sort((a, b) => b - a));
      }),
      { numRuns: 300 },
    );
  });

  it('has one lag at a ratio of log2(10), negative weights below it, halves above', () => {
    const [only, ...none] = fitLeadTime({ median: 30, p90: 30 * RATIO_OF_ONE });
    expect(none).toEqual([]);
    // Half is left after 30 days.
    expect((only!.mean / (1 + only!.mean)) ** 30).toBeCloseTo(0.5, 12);
    expect(fitLeadTime({ median: 30, p90: 97 })[1]!.weight).toBeLessThan(0);
    expect(fitLeadTime({ median: 30, p90: 110 }).map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  });

  it('takes the fewest components', () => {
    const counts = [3.5, 3, 2.4, 2.2, 1.95].map(
      (ratio) => fitLeadTime({ median: 60, p90: 60 * ratio }).length,
    );
    expect(counts).toEqual([2, 2, 2, 3, 4]);
  });

  it('is the sum of two lags: folding them day by day gives the same probabilities', () => {
    const components = fitLeadTime({ median: 60, p90: 150 });
    const [slow, fast] = components.map(({ mean }) => mean) as [number, number];
    const lag = (mean: number, j: number): number => (1 / (1 + mean)) * (mean / (1 + mean)) ** j;
    for (const days of [0, 1, 5, 40, 200]) {
      let folded = 0;
      for (let j = 0; j <= days; j += 1) folded += lag(slow, j) * lag(fast, days - j);
      expect(leadTimeProbability(components, days)).toBeCloseTo(folded, 13);
    }
    const probabilities = Array.from({ length: 300 }, (_, j) => leadTimeProbability(components, j));
    expect(probabilities.indexOf(Math.max(...probabilities))).toBeGreaterThan(10);
  });

  it('comes near the quartile of the hotel bookings whose median and nine-in-ten point it is given', () => {
    // Guests from China, 2015-17: half within 32 days, three quarters within 56, nine in ten within 97.
    const components = fitLeadTime({ median: 32, p90: 97 });
    expect(Math.abs(1 - leadTimeSurvival(components, 56) - 0.75)).toBeLessThan(0.03);
    // One lag with that median is further off, and misses the nine-in-ten point too.
    const alone = fitLeadTime({ median: 32, p90: 32 * RATIO_OF_ONE });
    expect(Math.abs(1 - leadTimeSurvival(alone, 97) - 0.9)).toBeGreaterThan(0.02);
  });

  it('moves little when its quantiles do, across the ratio of one lag too', () => {
    const at = (ratio: number, days: number): number =>
      leadTimeSurvival(fitLeadTime({ median: 30, p90: 30 * ratio }), days);
    for (const days of [1, 10, 60, 200]) {
      const jump = Math.abs(at(RATIO_OF_ONE * (1 + 1e-6), days) - at(RATIO_OF_ONE * (1 - 1e-6), days));
      expect(jump).toBeLessThan(1e-5);
    }
  });

  it('says what can be had where it cannot', () => {
    expect(() => fitLeadTime({ median: 60, p90: 100 })).toThrow(
      new RangeError(
        'p90: expected 112.4 days or more with a median of 60 (1.87 times the median), received 100',
      ),
    );
    expect(() => fitLeadTime({ median: 0, p90: 100 })).toThrow(
      'median: expected 0.01 days or more, received 0',
    );
    expect(() => fitLeadTime({ median: 30, p90: Infinity })).toThrow(
      'p90: expected a number of days, received Infinity',
    );
    expect(() => fitLeadTime({ median: Number.NaN, p90: 9 })).toThrow(RangeError);
  });

  it('draws the line at shortestP90', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1000, noNaN: true }), (median) => {
        const least = shortestP90(median);
        expect(fitLeadTime({ median, p90: least * (1 + 1e-9) })).toHaveLength(4);
        expect(() => fitLeadTime({ median, p90: least * (1 - 1e-9) })).toThrow(RangeError);
        expect(least / median).toBeGreaterThan(1.85);
      }),
    );
  });
});
