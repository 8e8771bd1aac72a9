import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isProbability,
  type LeadTimeComponent,
  leadTimeProbability,
  leadTimeSurvival,
} from '../../../src/demand/lead-time.ts';

const day = fc.integer({ min: 0, max: 400 });
const mixtures = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0, max: 200, noNaN: true })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts): LeadTimeComponent[] => {
    const total = parts.reduce((sum, [weight]) => sum + weight, 0);
    return parts.map(([weight, mean]) => ({ weight: weight / total, mean }));
  });

describe('leadTimeProbability and leadTimeSurvival', () => {
  it('are the geometric law: p (1 - p)^j, and (1 - p)^j from day j on', () => {
    const lag = [{ weight: 1, mean: 3 }];
    expect(leadTimeProbability(lag, 0)).toBe(0.25);
    expect(leadTimeProbability(lag, 2)).toBeCloseTo(0.25 * 0.75 ** 2, 15);
    expect(leadTimeSurvival(lag, 2)).toBeCloseTo(0.75 ** 2, 15);
    const atOnce = [{ weight: 1, mean: 0 }];
    expect([0, 1, 2].map((j) => leadTimeProbability(atOnce, j))).toEqual([1, 0, 0]);
    expect([0, 0.5, 1].map((j) => leadTimeSurvival(atOnce, j))).toEqual([1, 0, 0]);
  });

  it('fit each other: what is left falls from day to day by what comes', () => {
    fc.assert(
      fc.property(mixtures, day, (components, days) => {
        const fall = leadTimeSurvival(components, days) - leadTimeSurvival(components, days + 1);
        expect(Math.abs(leadTimeProbability(components, days) - fall)).toBeLessThan(1e-14);
        expect(Math.abs(leadTimeSurvival(components, 0) - 1)).toBeLessThan(1e-15);
      }),
    );
  });

  it('have the mean of the mixture: the sum of what is left over all days to come', () => {
    const components = [
      { weight: 0.3, mean: 2 },
      { weight: 0.7, mean: 10 },
    ];
    let total = 0;
    for (let days = 1; days < 2000; days += 1) total += leadTimeSurvival(components, days);
    expect(total).toBeCloseTo(0.3 * 2 + 0.7 * 10, 10);
  });
});

describe('isProbability', () => {
  it('accepts positive weights, and the sum of two lags, whose first day is the tightest', () => {
    expect(isProbability([{ weight: 1, mean: 0 }])).toBe(true);
    // Means 20 and 10 one after the other: weights 20 / 10 and -10 / 10.
    expect(
      isProbability([
        { weight: 2, mean: 20 },
        { weight: -1, mean: 10 },
      ]),
    ).toBe(true);
    // Day 0 has w / 21 - (w - 1) / 11: none at w = 2.1.
    expect(
      isProbability([
        { weight: 2.1, mean: 20 },
        { weight: -1.1, mean: 10 },
      ]),
    ).toBe(true);
    expect(
      isProbability([
        { weight: 2.101, mean: 20 },
        { weight: -1.101, mean: 10 },
      ]),
    ).toBe(false);
  });

  it('refuses a negative weight on the slowest: in the end it rules', () => {
    expect(
      isProbability([
        { weight: -0.0001, mean: 20 },
        { weight: 1.0001, mean: 10 },
      ]),
    ).toBe(false);
    expect(
      isProbability([
        { weight: -0.0001, mean: 20 },
        { weight: 1.0001, mean: 0 },
      ]),
    ).toBe(false);
  });

  it('finds a dip between a positive first day and a positive end', () => {
    const dipping = [
      { weight: 1.1, mean: 30 },
      { weight: -0.8, mean: 10 },
      { weight: 0.7, mean: 1 },
    ];
    expect(leadTimeProbability(dipping, 0)).toBeGreaterThan(0);
    expect(leadTimeProbability(dipping, 2)).toBeGreaterThan(leadTimeProbability(dipping, 5));
    expect(leadTimeProbability(dipping, 5)).toBeLessThan(0);
    expect(leadTimeProbability(dipping, 60)).toBeGreaterThan(0);
    expect(isProbability(dipping)).toBe(false);
  });

  it('takes components of one mean together, and lets those that cancel go', () => {
    expect(
      isProbability([
        { weight: -1, mean: 9 },
        { weight: 2, mean: 9 },
      ]),
    ).toBe(true);
    expect(
      isProbability([
        { weight: 1, mean: 99 },
        { weight: 1, mean: 5 },
        { weight: -1, mean: 99 },
      ]),
    ).toBe(true);
    expect(isProbability([])).toBe(false);
  });

  it('agrees with looking at every day', () => {
    const component = fc.record({
      weight: fc.integer({ min: -24, max: 24 }).map((w) => w / 8),
      mean: fc.integer({ min: 0, max: 8 }),
    });
    fc.assert(
      fc.property(fc.array(component, { minLength: 1, maxLength: 4 }), (components) => {
        // Means of 7 and 8, weights of 3 and -1/8: the slower one rules after 272 days at the latest.
        // Eighths over whole means: a negative probability is far below rounding unless it is 0 outright.
        const probabilities = Array.from({ length: 400 }, (_, j) => leadTimeProbability(components, j));
        const scale = Array.from({ length: 400 }, (_, j) =>
          components.reduce(
            (sum, { weight, mean }) => sum + (Math.abs(weight) / (1 + mean)) * (mean / (1 + mean)) ** j,
            0,
          ),
        );
        const everyDay = probabilities.every((x, j) => x >= -1e-12 * scale[j]!);
        fc.pre(probabilities.some((x) => x !== 0));
        expect(isProbability(components)).toBe(everyDay);
      }),
      { numRuns: 2000 },
    );
  });
});
