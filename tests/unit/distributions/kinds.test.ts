import { describe, expect, it } from 'vitest';
import { cdf, survival } from '../../../src/distributions/cdf.ts';
import {
  beta,
  constant,
  discrete,
  empirical,
  gamma,
  lognormal,
  mixture,
  normal,
  pert,
  studentT,
  triangular,
  truncated,
  uniform,
  weibull,
} from '../../../src/distributions/constructors.ts';
import { mean, variance } from '../../../src/distributions/moments.ts';
import { normalCdf, normalQuantile } from '../../../src/distributions/normal.ts';
import { prepareQuantile, quantile } from '../../../src/distributions/quantile.ts';
import { support } from '../../../src/distributions/support.ts';

describe('constructors', () => {
  it('give plain data: the fields and the kind', () => {
    const made = [
      constant({ value: 3, source: 'a table' }),
      uniform({ low: 0, high: 1 }),
      triangular({ low: 0, mode: 1, high: 2 }),
      pert({ low: 0, mode: 1, high: 2 }),
      normal({ mean: 0, sd: 1 }),
      lognormal({ mean: 1, sd: 1 }),
      gamma({ mean: 1, sd: 1 }),
      beta({ mean: 0.5, sd: 0.1, sharedAs: 'mood' }),
      weibull({ mean: 1, sd: 1 }),
      studentT({ mean: 0, sd: 1, df: 5 }),
      discrete({ values: [1, 2] }),
      empirical({ values: [1, 2] }),
      truncated({ of: normal({ mean: 0, sd: 1 }), low: 0 }),
      mixture({ of: [{ weight: 1, distribution: normal({ mean: 0, sd: 1 }) }] }),
    ];
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(made[0]).toEqual({ kind: 'constant', value: 3, source: 'a table' });
    expect(made[7]).toEqual({ kind: 'beta', mean: 0.5, sd: 0.1, sharedAs: 'mood' });
    expect(made[12]).toEqual({ kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: 0 });
    expect(new Set(made.map(({ kind }) => kind)).size).toBe(14);
  });
});

describe('quantile', () => {
  it('gives the ends of the support at 0 and 1', () => {
    expect([quantile(beta({ mean: 0.5, sd: 0.1 }), 0), quantile(beta({ mean: 0.5, sd: 0.1 }), 1)]).toEqual([
      0, 1,
    ]);
    expect([quantile(normal({ mean: 0, sd: 1 }), 0), quantile(normal({ mean: 0, sd: 1 }), 1)]).toEqual([
      -Infinity,
      Infinity,
    ]);
    expect([quantile(constant({ value: 7 }), 0), quantile(constant({ value: 7 }), 1)]).toEqual([7, 7]);
  });

  it.each([-0.1, 1.1, NaN])('refuses p = %s', (p) => {
    expect(() => quantile(normal({ mean: 0, sd: 1 }), p)).toThrow(RangeError);
    expect(() => quantile(normal({ mean: 0, sd: 1 }), p)).toThrow(`p must be a number from 0 to 1; got ${p}`);
  });
});

describe('normal', () => {
  it('the quantile function and the distribution function undo each other, down to 1e-300', () => {
    for (let exponent = -300; exponent < 0; exponent += 7) {
      const p = 10 ** exponent / 2;
      // d log P / dz is about -z: the rounding of z counts z^2 times.
      const z = normalQuantile(p);
      expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThanOrEqual(Number.EPSILON * (8 + 4 * z * z));
      expect(normalQuantile(0.5)).toBe(0);
    }
  });
});

describe('constant', () => {
  it('is itself, without variance', () => {
    const seven = constant({ value: 7 });
    expect([mean(seven), variance(seven), quantile(seven, 0.3), prepareQuantile(seven)(0.9)]).toEqual([
      7, 0, 7, 7,
    ]);
    expect([cdf(seven, 6.9), cdf(seven, 7), survival(seven, 7), survival(seven, 6)]).toEqual([0, 1, 0, 1]);
    expect(support(seven)).toEqual({ low: 7, high: 7 });
  });
});

describe('discrete', () => {
  // 1 with probability 1/4, 4 with 1/4 + 1/4, 10 with 1/4; values out of order, one twice, one without weight
  const d = discrete({ values: [10, 4, 1, 4, 99], weights: [2, 2, 2, 2, 0] });

  it('steps where the weights say, the step itself included', () => {
    expect([0.01, 0.25, 0.2500001, 0.5, 0.75, 0.7500001, 1].map((p) => quantile(d, p))).toEqual([
      1, 1, 4, 4, 4, 10, 10,
    ]);
    expect([0, 1, 3.9, 4, 10, 11].map((x) => cdf(d, x))).toEqual([0, 0.25, 0.25, 0.75, 1, 1]);
    expect([0, 1, 4, 10].map((x) => survival(d, x))).toEqual([1, 0.75, 0.25, 0]);
  });

  it('has the moments of its table', () => {
    expect(mean(d)).toBe(4.75);
    expect(variance(d)).toBe((3.75 ** 2 + 2 * 0.75 ** 2 + 5.25 ** 2) / 4);
    expect(support(d)).toEqual({ low: 1, high: 10 });
  });

  it('takes equal weights where none are given, in exact steps', () => {
    const dice = discrete({ values: [1, 2, 3, 4, 5, 6] });
    for (let face = 1; face <= 6; face++) {
      expect(quantile(dice, (face - 0.5) / 6)).toBe(face);
      expect(quantile(dice, face / 6)).toBe(face);
    }
    expect(mean(dice)).toBe(3.5);
    expect(variance(dice)).toBeCloseTo(35 / 12, 14);
  });

  it('cut, keeps the values within, bounds included', () => {
    const cut = truncated({ of: d, low: 1, high: 4 });
    expect([0.33, 0.34].map((p) => quantile(cut, p))).toEqual([1, 4]);
    expect(mean(cut)).toBe(3);
    expect(support(cut)).toEqual({ low: 1, high: 4 });
  });
});

describe('empirical', () => {
  // Order statistics 1, 3, 3, 7, 11 at probabilities 0, 1/4, 1/2, 3/4, 1
  const d = empirical({ values: [7, 3, 11, 1, 3] });

  it('is type 7: linear between the order statistics', () => {
    expect([0, 0.125, 0.25, 0.4, 0.5, 0.625, 0.75, 0.875, 1].map((p) => quantile(d, p))).toEqual([
      1, 2, 3, 3, 3, 5, 7, 9, 11,
    ]);
    expect([0, 1, 2, 2.999, 3, 5, 11, 12].map((x) => cdf(d, x))).toEqual([
      0, 0, 0.125, 0.249875, 0.5, 0.625, 1, 1,
    ]);
  });

  it('has the moments of that law, not those of the sample', () => {
    // Means of the pieces: 2, 3, 5, 9; second moments: 13/3, 9, 79/3, 247/3
    expect(mean(d)).toBe(4.75);
    expect(variance(d)).toBeCloseTo((13 / 3 + 9 + 79 / 3 + 247 / 3) / 4 - 4.75 ** 2, 12);
  });

  it('cut, is again linear in pieces', () => {
    // From P = 1/8 to P = 5/8: half of a piece, a value of its own with probability 1/4, half of a piece
    const cut = truncated({ of: d, low: 2, high: 5 });
    expect([0.125, 0.25, 0.5, 0.75, 0.875].map((p) => quantile(cut, p))).toEqual([2.5, 3, 3, 3, 4]);
    expect(mean(cut)).toBeCloseTo(0.25 * 2.5 + 0.5 * 3 + 0.25 * 4, 14);
    expect(support(cut)).toEqual({ low: 2, high: 5 });
  });

  it('of one value, is a constant', () => {
    const one = empirical({ values: [4] });
    expect([quantile(one, 0.2), mean(one), variance(one)]).toEqual([4, 4, 0]);
  });
});

describe('truncated', () => {
  it('half a normal has the half-normal moments', () => {
    const half = truncated({ of: normal({ mean: 0, sd: 1 }), low: 0 });
    expect(Math.abs(mean(half) - Math.sqrt(2 / Math.PI))).toBeLessThanOrEqual(1e-14);
    expect(Math.abs(variance(half) - (1 - 2 / Math.PI))).toBeLessThanOrEqual(1e-14);
  });

  it('an exponential cut below is the exponential moved up: no memory, however far out', () => {
    const exponential = gamma({ mean: 2, sd: 2 });
    const cut = truncated({ of: exponential, low: 200 });
    for (const p of [1e-10, 0.1, 0.5, 0.9, 1 - 1e-10]) {
      expect(Math.abs(quantile(cut, p) - (200 + quantile(exponential, p)))).toBeLessThanOrEqual(1e-12 * 200);
    }
    expect(mean(cut)).toBeCloseTo(202, 11);
    expect(variance(cut)).toBeCloseTo(4, 11);
  });

  it('of a truncation, takes the narrower bounds', () => {
    const of = normal({ mean: 0, sd: 1 });
    const twice = truncated({ of: truncated({ of, low: -1, high: 3 }), low: -2, high: 1 });
    const once = truncated({ of, low: -1, high: 1 });
    for (const p of [0.01, 0.4, 0.99]) expect(quantile(twice, p)).toBe(quantile(once, p));
    expect(support(twice)).toEqual({ low: -1, high: 1 });
  });

  it('of a uniform, is the uniform between', () => {
    const cut = truncated({ of: uniform({ low: 0, high: 10 }), low: 2, high: 20 });
    expect([quantile(cut, 0.25), mean(cut), variance(cut)]).toEqual([4, 6, 64 / 12]);
  });

  it('of a mixture, weighs the parts by what is left of them', () => {
    const of = mixture({
      of: [
        { weight: 1, distribution: uniform({ low: 0, high: 4 }) },
        { weight: 1, distribution: constant({ value: 1 }) },
        { weight: 2, distribution: uniform({ low: 10, high: 12 }) },
      ],
    });
    // Left: half of the first quarter, all of the second, nothing of the rest
    const cut = truncated({ of, low: 0, high: 2 });
    expect(mean(cut)).toBeCloseTo(1, 14);
    expect(variance(cut)).toBeCloseTo(4 / 12 / 3, 14);
    expect([1 / 6 - 0.01, 1 / 6 + 0.01, 5 / 6 - 0.01].map((p) => quantile(cut, p))[1]).toBe(1);
    expect(quantile(cut, 1 / 12)).toBeCloseTo(0.5, 12);
    expect(quantile(cut, 11 / 12)).toBeCloseTo(1.5, 12);
  });
});

describe('mixture', () => {
  it('with a gap, gives the beginning of the gap where its probability is reached', () => {
    const d = mixture({
      of: [
        { weight: 1, distribution: uniform({ low: 0, high: 1 }) },
        { weight: 1, distribution: uniform({ low: 2, high: 3 }) },
      ],
    });
    expect(quantile(d, 0.25)).toBeCloseTo(0.5, 14);
    expect(quantile(d, 0.5)).toBeCloseTo(1, 14);
    expect(quantile(d, 0.75)).toBeCloseTo(2.5, 14);
    expect(mean(d)).toBe(1.5);
    expect(variance(d)).toBeCloseTo(1 / 12 + 1, 14);
  });

  it('with single values among its parts, stands on them for as long as their probability lasts', () => {
    const d = mixture({
      of: [
        { weight: 0.5, distribution: constant({ value: 0 }) },
        { weight: 0.5, distribution: normal({ mean: 0, sd: 1 }) },
      ],
    });
    expect([0.2500001, 0.3, 0.5, 0.74, 0.7499999].map((p) => quantile(d, p))).toEqual([0, 0, 0, 0, 0]);
    expect(quantile(d, 0.1)).toBeCloseTo(normalQuantile(0.2), 13);
    expect(quantile(d, 0.9)).toBeCloseTo(normalQuantile(0.8), 13);
    expect(mean(d)).toBe(0);
    expect(variance(d)).toBe(0.5);
  });

  it('of constants alone, is discrete', () => {
    const d = mixture({
      of: [
        { weight: 3, distribution: constant({ value: 5 }) },
        { weight: 1, distribution: constant({ value: -1 }) },
      ],
    });
    expect([0.2, 0.25, 0.26, 0.99].map((p) => quantile(d, p))).toEqual([-1, -1, 5, 5]);
  });

  it('ignores parts without weight', () => {
    const d = mixture({
      of: [
        { weight: 0, distribution: normal({ mean: 100, sd: 1 }) },
        { weight: 2, distribution: uniform({ low: 0, high: 1 }) },
      ],
    });
    expect(support(d)).toEqual({ low: 0, high: 1 });
    expect(quantile(d, 0.3)).toBeCloseTo(0.3, 14);
  });
});

describe('parameters', () => {
  it('gamma with sd = mean is exponential; Weibull too', () => {
    for (const d of [gamma({ mean: 3, sd: 3 }), weibull({ mean: 3, sd: 3 })]) {
      for (const p of [0.001, 0.5, 0.999]) expect(quantile(d, p)).toBeCloseTo(-3 * Math.log1p(-p), 12);
    }
  });

  it('beta with mean 1/2 and sd 1/sqrt(12) is uniform', () => {
    for (const p of [1e-9, 0.2, 0.5, 0.9])
      expect(quantile(beta({ mean: 0.5, sd: Math.sqrt(1 / 12) }), p)).toBeCloseTo(p, 13);
  });

  it("Student's t with 4 degrees has its closed form", () => {
    // Shaw (2006): with a = 4 p (1 - p), t = 2 sign(p - 1/2) sqrt(cos(acos(sqrt a) / 3) / sqrt a - 1)
    const d = studentT({ mean: 0, sd: Math.SQRT2, df: 4 });
    for (const p of [0.001, 0.1, 0.4, 0.7, 0.99]) {
      const root = Math.sqrt(4 * p * (1 - p));
      const t = 2 * Math.sign(p - 0.5) * Math.sqrt(Math.cos(Math.acos(root) / 3) / root - 1);
      expect(quantile(d, p)).toBeCloseTo(t, 12);
    }
  });

  it('student-t with very many degrees is normal', () => {
    const d = studentT({ mean: 0, sd: 1, df: 1e12 });
    for (const p of [1e-6, 0.2, 0.9]) expect(quantile(d, p)).toBeCloseTo(normalQuantile(p), 9);
  });
});
