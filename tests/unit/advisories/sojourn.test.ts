import { describe, expect, test } from 'vitest';
import { endOfStay, type Sojourn } from '../../../src/advisories/sojourn.ts';
import { lawOf } from '../../../src/distributions/families.ts';
import type { Distribution } from '../../../src/distributions/types.ts';

const sojourn = (d: Distribution, ordinary: number): Sojourn => ({
  law: lawOf(d),
  ordinary,
  left: Number.NaN,
});
/** The end under factors of successive stretches: `[until, factor]`. */
function end(d: Distribution, ordinary: number, stretches: readonly (readonly [number, number])[]): number {
  const stay = sojourn(d, ordinary);
  let age = 0;
  for (const [until, factor] of stretches) {
    const at = endOfStay(stay, age, until, factor);
    if (at < Infinity) return at;
    age = until;
  }
  return Infinity;
}

const exponential: Distribution = { kind: 'gamma', mean: 30, sd: 30 };
const lognormal: Distribution = { kind: 'lognormal', mean: 90, sd: 60 };
const fixed: Distribution = { kind: 'constant', value: 30 };

describe('endOfStay', () => {
  test('without factors a stay lasts as long as it was drawn, to the bit', () => {
    expect(
      end(lognormal, 71.3, [
        [20, 1],
        [50, 1],
        [Infinity, 1],
      ]),
    ).toBe(71.3);
  });

  test('of a constant hazard a factor divides what is left', () => {
    expect(end(exponential, 40, [[Infinity, 2]])).toBeCloseTo(20, 10);
    expect(
      end(exponential, 40, [
        [10, 1],
        [Infinity, 3],
      ]),
    ).toBeCloseTo(20, 10);
    expect(
      end(exponential, 40, [
        [10, 1],
        [16, 3],
        [Infinity, 1],
      ]),
    ).toBeCloseTo(28, 10);
  });

  test('of a hazard that grows as a power of age it divides by a root: Weibull', () => {
    // Mean and sd of shape 2 and scale 50: 50 Γ(1.5) and 50 sqrt(1 - π/4).
    const weibull: Distribution = {
      kind: 'weibull',
      mean: 25 * Math.sqrt(Math.PI),
      sd: 50 * Math.sqrt(1 - Math.PI / 4),
    };
    expect(end(weibull, 40, [[Infinity, 4]])).toBeCloseTo(20, 9);
    // H = (t / 50)^2: from age 30 on a quarter of the hazard. 0.64 = 0.36 + (t^2 - 30^2) / 10000.
    expect(
      end(weibull, 40, [
        [30, 1],
        [Infinity, 0.25],
      ]),
    ).toBeCloseTo(Math.sqrt(900 + 2800), 9);
  });

  test('how stretches are cut makes no difference', () => {
    const once = end(lognormal, 150, [
      [40, 1],
      [Infinity, 0.5],
    ]);
    const often = end(lognormal, 150, [
      [10, 1],
      [40, 1],
      [55, 0.5],
      [90, 0.5],
      [200, 0.5],
      [Infinity, 0.5],
    ]);
    expect(often / once).toBeCloseTo(1, 12);
    expect(once).toBeGreaterThan(150);
  });

  test('far in the tail digits are not lost', () => {
    expect(end(exponential, 40, [[Infinity, 0.01]])).toBeCloseTo(4000, 6);
  });

  test('a number of days is a timetable, held up by a factor of 0 alone', () => {
    expect(end(fixed, 30, [[Infinity, 5]])).toBe(30);
    expect(
      end(fixed, 30, [
        [10, 0.2],
        [Infinity, 1],
      ]),
    ).toBe(30);
    expect(
      end(fixed, 30, [
        [10, 1],
        [45, 0],
        [Infinity, 1],
      ]),
    ).toBe(45);
    expect(
      end(fixed, 30, [
        [10, 1],
        [Infinity, 0],
      ]),
    ).toBe(Infinity);
  });

  test('a factor of 0 stops the clock', () => {
    expect(
      end(exponential, 40, [
        [10, 1],
        [25, 0],
        [Infinity, 1],
      ]),
    ).toBeCloseTo(55, 10);
  });
});
