import { describe, expect, it } from 'vitest';
import { highWord, leadingPart, scaleByPowerOfTwo, withHighWord } from '../../../src/elementary/binary64.ts';
import { erf, erfc } from '../../../src/elementary/erfc.ts';
import { exp } from '../../../src/elementary/exp.ts';
import { exp2 } from '../../../src/elementary/exp2.ts';
import { expm1 } from '../../../src/elementary/expm1.ts';
import { log } from '../../../src/elementary/log.ts';
import { logGamma, logGammaOnePlus, stirlingError } from '../../../src/elementary/log-gamma.ts';
import { log1p } from '../../../src/elementary/log1p.ts';
import { pow } from '../../../src/elementary/pow.ts';

const SMALLEST = Number.MIN_VALUE;
const LARGEST = Number.MAX_VALUE;

describe('special values', () => {
  const unary: readonly (readonly [string, (x: number) => number, (x: number) => number])[] = [
    ['exp', exp, Math.exp],
    ['expm1', expm1, Math.expm1],
    ['log', log, Math.log],
    ['log1p', log1p, Math.log1p],
  ];
  it.each(unary)('%s: as Math has them', (_, ours, theirs) => {
    for (const x of [
      0,
      -0,
      1,
      -1,
      Infinity,
      -Infinity,
      NaN,
      SMALLEST,
      -SMALLEST,
      LARGEST,
      -LARGEST,
      -2,
      709.8,
      -746,
    ]) {
      // Values that are not exact belong to the known answers.
      const expected = theirs(x);
      if (!Number.isInteger(expected) && Number.isFinite(expected)) continue;
      expect(ours(x), `at ${x}`).toBe(expected);
    }
  });

  it('exp2: exact at integers, down to the smallest number', () => {
    for (const k of [-1074, -1073, -1023, -1022, -1, 0, 1, 52, 1023]) expect(exp2(k)).toBe(2 ** k);
    expect(exp2(1024)).toBe(Infinity);
    expect(exp2(-1080)).toBe(0);
    expect(exp2(Infinity)).toBe(Infinity);
    expect(exp2(-Infinity)).toBe(0);
    expect(exp2(NaN)).toBeNaN();
  });

  it('pow: every combination of special bases and exponents, as Math.pow has them', () => {
    const values = [
      0,
      -0,
      1,
      -1,
      2,
      -2,
      0.5,
      -0.5,
      3,
      -3,
      2.5,
      Infinity,
      -Infinity,
      NaN,
      LARGEST,
      SMALLEST,
      2 ** 53,
      2 ** 53 + 2,
    ];
    for (const x of values) {
      for (const y of values) {
        const expected = x ** y;
        const ours = pow(x, y);
        if (expected === 0 || !Number.isFinite(expected)) expect(ours, `${x} to the ${y}`).toBe(expected);
        else
          expect(Math.abs(ours / expected - 1), `${x} to the ${y}`).toBeLessThanOrEqual(2 * Number.EPSILON);
      }
    }
  });

  it('erfc and erf: ends, symmetry, and NaN', () => {
    expect([erfc(0), erfc(Infinity), erfc(-Infinity), erfc(30)]).toEqual([1, 0, 2, 0]);
    expect([erf(0), erf(Infinity), erf(-Infinity)]).toEqual([0, 1, -1]);
    expect(erfc(NaN)).toBeNaN();
    expect(erf(NaN)).toBeNaN();
    for (let x = 0; x < 6; x += 0.01) {
      expect(erf(-x)).toBe(-erf(x));
      expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThanOrEqual(2 * Number.EPSILON);
    }
  });

  it('logGamma: zeros, factorials, the ends', () => {
    expect([logGamma(1), logGamma(2), logGamma(0), logGamma(Infinity)]).toEqual([0, 0, Infinity, Infinity]);
    expect(logGamma(-1)).toBeNaN();
    expect(logGamma(NaN)).toBeNaN();
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      expect(Math.abs(logGamma(n + 1) - log(factorial))).toBeLessThanOrEqual(
        16 * Number.EPSILON * logGamma(n + 2),
      );
    }
    // Gamma(1/2) = sqrt(pi)
    expect(Math.abs(logGamma(0.5) - 0.5723649429247001)).toBeLessThanOrEqual(4 * Number.EPSILON);
  });

  it("logGammaOnePlus keeps what 1 + u loses; the slope at 0 is minus Euler's constant", () => {
    expect(logGammaOnePlus(1e-30)).toBeCloseTo(-0.5772156649015329e-30, 44);
    expect(logGammaOnePlus(3)).toBe(logGamma(4));
  });

  it("stirlingError is what Stirling's formula leaves", () => {
    for (const x of [0.01, 0.5, 3, 9.9, 10.1, 40]) {
      const formula = (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI);
      expect(Math.abs(stirlingError(x) - (logGamma(x) - formula))).toBeLessThanOrEqual(
        1e-14 * Math.max(1, Math.abs(formula)),
      );
    }
    // Three terms of the series; the next is 6e-25 here.
    const terms = 1 / 12e3 - 1 / 360e9 + 1 / 1260e15;
    expect(Math.abs(stirlingError(1000) - terms)).toBeLessThanOrEqual(2 * Number.EPSILON * terms);
  });
});

describe('parts of numbers', () => {
  it('scales across the whole range, rounding once', () => {
    expect(scaleByPowerOfTwo(1, 1023)).toBe(2 ** 1023);
    expect(scaleByPowerOfTwo(0.75, 1024)).toBe(0.75 * 2 ** 1023 * 2);
    expect(scaleByPowerOfTwo(1, -1074)).toBe(SMALLEST);
    expect(scaleByPowerOfTwo(1.75, -1074)).toBe(2 * SMALLEST);
    expect(scaleByPowerOfTwo(1, -1076)).toBe(0);
    expect(scaleByPowerOfTwo(1, 5000)).toBe(Infinity);
    expect(scaleByPowerOfTwo(SMALLEST, 1100)).toBe(2 ** 26);
    // Halfway to the next subnormal after rounding once; rounding twice would go up.
    expect(scaleByPowerOfTwo(1 + 2 ** -52, -1075)).toBe(SMALLEST);
  });

  it('reads and replaces words', () => {
    expect(highWord(1)).toBe(0x3ff00000);
    expect(highWord(-2)).toBe(0xc0000000 | 0);
    expect(withHighWord(1.5, 0x40000000)).toBe(2);
    const x = Math.PI;
    expect(leadingPart(x) + (x - leadingPart(x))).toBe(x);
    expect(Math.abs(x - leadingPart(x))).toBeLessThan(2 ** -19);
  });
});

describe('against Math, at many points', () => {
  it('stays within 2 units of the last place of what the engine gives, which is good to 1', () => {
    for (let i = 0; i < 20_000; i++) {
      const x = (i - 10_000) / 1_000 + 1e-7 * i;
      expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(2 * Number.EPSILON * Math.exp(x));
      const y = exp(x);
      expect(Math.abs(log(y) - Math.log(y))).toBeLessThanOrEqual(2 * Number.EPSILON * Math.abs(Math.log(y)));
    }
  });
});
