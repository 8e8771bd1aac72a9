import { describe, expect, it } from 'vitest';
import { probability } from '../../../src/projections/probability.ts';
import { medianOf, runOf, runWithArrivals, scenarioOf } from './runs.ts';

const small = runWithArrivals([4, 1, 3, 2], [1, 4, 2, 3]);
const november = { run: small, measure: 'arrivals', months: { from: '2025-11', count: 1 } } as const;

describe('probability', () => {
  it('is the share of draws strictly beyond the threshold', () => {
    expect(probability({ ...november, above: 2 })).toMatchObject({
      value: 0.5,
      standardError: 0.25,
      draws: 4,
    });
    expect(probability({ ...november, below: 2 }).value).toBe(0.25);
    expect(probability({ ...november, above: -Infinity })).toMatchObject({ value: 1, standardError: 0 });
    expect(probability({ ...november, below: -Infinity }).value).toBe(0);
  });

  it("carries Wilson's interval", () => {
    // k = 2 of n = 4: centre 1/2, half width z √(1/16 + z²/64) / (1 + z²/4).
    const z = 1.959963984540054;
    const half = (z * Math.sqrt(1 / 16 + (z * z) / 64)) / (1 + (z * z) / 4);
    const { interval } = probability({ ...november, above: 2 });
    expect(interval.level).toBe(0.95);
    expect(interval.lower).toBeCloseTo(0.5 - half, 14);
    expect(interval.upper).toBeCloseTo(0.5 + half, 14);
    // None of four: lower 0, upper z² / (n + z²).
    const none = probability({ ...november, above: 9 }).interval;
    expect(none.lower).toBe(0);
    expect(none.upper).toBeCloseTo((z * z) / (4 + z * z), 14);
  });

  it('asks about the sum over the window', () => {
    expect(probability({ run: small, measure: 'arrivals', above: 4.5 }).value).toBe(1);
    expect(probability({ run: small, measure: 'arrivals', above: 5 }).value).toBe(0);
  });

  it('asks about one market alone where told', () => {
    const run = runOf(scenarioOf({ advisories: [] }));
    const where = { flow: 'hong-kong' };
    // 500 + 600 + 700 arrivals, none of them uncertain.
    expect(probability({ run, measure: 'arrivals', above: 1799.9, where }).value).toBe(1);
    expect(probability({ run, measure: 'arrivals', above: 1800.1, where }).value).toBe(0);
    expect(probability({ run, measure: 'arrivals', above: 1800.1 }).value).toBe(1);
  });

  it('refuses what has no answer', () => {
    expect(() => probability({ ...november } as never)).toThrow(
      'above, below: expected exactly one of the two, received neither',
    );
    expect(() => probability({ ...november, above: 1, below: 2 } as never)).toThrow(
      'above, below: expected exactly one of the two, received above 1 and below 2',
    );
    expect(() => probability({ ...november, above: '1' } as never)).toThrow(
      'above: expected a number, in the unit of the measure, received "1"',
    );
    expect(() => probability({ ...november, below: Number.NaN })).toThrow('below: expected a number');
    expect(() => probability({ run: medianOf(), measure: 'arrivals', above: 1 })).toThrow(
      'run: expected a run of random draws, as simulate returns it (one world has no probabilities), received "median case"',
    );
  });
});
