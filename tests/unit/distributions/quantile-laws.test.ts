import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cdf, survival } from '../../../src/distributions/cdf.ts';
import { distributionIssues } from '../../../src/distributions/check.ts';
import { lawOf } from '../../../src/distributions/families.ts';
import { mean, variance } from '../../../src/distributions/moments.ts';
import { prepareQuantile, quantile } from '../../../src/distributions/quantile.ts';
import { support } from '../../../src/distributions/support.ts';
import type { Distribution } from '../../../src/distributions/types.ts';
import { continuous, probability, untruncated } from './arbitrary-distributions.ts';

/** What a quantile is promised to, in its own unit. */
function allowance(d: Distribution, x: number): number {
  return 1e-12 * Math.max(Math.abs(x), Math.sqrt(variance(d)));
}

describe('laws of quantile functions', () => {
  it('the distributions asked are sound', () => {
    fc.assert(
      fc.property(untruncated, (d) => {
        expect(distributionIssues(d, '')).toEqual([]);
      }),
    );
  });

  it('more probability is never less', () => {
    fc.assert(
      fc.property(untruncated, probability, probability, (d, p, q) => {
        const [low, high] = p < q ? [p, q] : [q, p];
        const [x, y] = [quantile(d, low), quantile(d, high)];
        expect(y - x).toBeGreaterThanOrEqual(-allowance(d, x));
      }),
    );
  });

  it('is finite and monotone to the ends of the uniforms, 2^-53 from 0 and 1', () => {
    fc.assert(
      fc.property(untruncated, (d) => {
        const at = prepareQuantile(d);
        const levels = [
          2 ** -53,
          2 ** -50,
          1e-12,
          1e-10,
          0.5,
          1 - 1e-10,
          1 - 1e-12,
          1 - 2 ** -50,
          1 - 2 ** -53,
        ];
        const xs = levels.map(at);
        expect(xs.every(Number.isFinite)).toBe(true);
        for (let i = 1; i < xs.length; i++)
          expect(xs[i]! - xs[i - 1]!).toBeGreaterThanOrEqual(-allowance(d, xs[i]!));
        const { low, high } = support(d);
        expect(xs[0]).toBeGreaterThanOrEqual(low);
        expect(xs[xs.length - 1]).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('the distribution function leads back, in the smaller tail', () => {
    fc.assert(
      fc.property(continuous, probability, (d, p) => {
        const x = quantile(d, p);
        // The point is known to its last places only: the probability between its neighbours is what may be lost.
        const around = 4 * Number.EPSILON * Math.abs(x) + allowance(d, 0) / 100;
        const [tail, wanted] = p <= 0.5 ? [cdf, p] : [survival, 1 - p];
        const lost = Math.abs(tail(d, x + around) - tail(d, x - around));
        const error = Math.abs(tail(d, x) - wanted);
        expect(error).toBeLessThanOrEqual(1e-12 * wanted + lost);
      }),
    );
  });

  it('P(X <= quantile(p)) reaches p, and no point before it does', () => {
    fc.assert(
      fc.property(untruncated, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (d, p) => {
        const x = quantile(d, p);
        const step = 4 * allowance(d, x) + 1e-12;
        expect(cdf(d, x + step)).toBeGreaterThanOrEqual(p - 1e-12);
        expect(lawOf(d).below(x - step)).toBeLessThanOrEqual(p + 1e-12);
      }),
    );
  });

  it('the two tails sum to 1', () => {
    fc.assert(
      fc.property(untruncated, probability, (d, p) => {
        const x = quantile(d, p);
        expect(Math.abs(cdf(d, x) + survival(d, x) - 1)).toBeLessThanOrEqual(1e-13);
      }),
    );
  });

  it('the prepared function gives the same bits', () => {
    fc.assert(
      fc.property(untruncated, probability, (d, p) => {
        expect(prepareQuantile(d)(p)).toBe(quantile(d, p));
      }),
    );
  });

  it('upper quantiles are quantiles of the complement', () => {
    fc.assert(
      fc.property(continuous, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (d, p) => {
        const x = lawOf(d).quantile(p);
        expect(Math.abs(lawOf(d).upperQuantile(1 - p) - x)).toBeLessThanOrEqual(allowance(d, x));
      }),
    );
  });

  it('another unit stretches everything', () => {
    const factors = fc.double({ min: 0.001, max: 1000, noNaN: true });
    fc.assert(
      fc.property(continuous, factors, probability, (d, factor, p) => {
        const stretched = stretch(d, factor);
        const x = quantile(d, p) * factor;
        // The stretched parameters are rounded: where they lie close together, that moves the law itself.
        const rounding = 1e-9 * Math.sqrt(variance(stretched)) + 8 * Number.EPSILON * Math.abs(x);
        expect(Math.abs(quantile(stretched, p) - x)).toBeLessThanOrEqual(rounding * tailFactor(p));
        expect(Math.abs(mean(stretched) - mean(d) * factor)).toBeLessThanOrEqual(
          1e-12 * Math.abs(mean(stretched)) + rounding,
        );
      }),
    );
  });

  it('a truncation stays within its bounds, and leads back', () => {
    const cuts = fc.tuple(
      fc.double({ min: 0.001, max: 0.6, noNaN: true }),
      fc.double({ min: 0.1, max: 0.39, noNaN: true }),
    );
    fc.assert(
      fc.property(untruncated, cuts, probability, (of, [from, share], p) => {
        const low = quantile(of, from);
        const high = quantile(of, from + share);
        if (!(high > low)) return;
        const d: Distribution = { kind: 'truncated', of, low, high };
        const x = quantile(d, p);
        expect(x).toBeGreaterThanOrEqual(low);
        expect(x).toBeLessThanOrEqual(high);
        const step = 1e-12 * Math.max(Math.abs(x), high - low);
        expect(cdf(d, x + step)).toBeGreaterThanOrEqual(p - 1e-10);
        expect(lawOf(d).below(x - step)).toBeLessThanOrEqual(p + 1e-10);
      }),
    );
  });
});

/** In tails a change of shape moves the quantile by more than it moves the middle, in proportion to its distance. */
function tailFactor(p: number): number {
  return 1 - Math.log(Math.min(p, 1 - p));
}

function stretch(d: Distribution, factor: number): Distribution {
  const scaled: Record<string, unknown> = { ...d };
  for (const field of ['low', 'mode', 'high', 'mean', 'sd']) {
    const value = scaled[field];
    if (typeof value === 'number') scaled[field] = value * factor;
  }
  return scaled as unknown as Distribution;
}
