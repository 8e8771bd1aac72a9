import { describe, expect, it } from 'vitest';
import { cdf, survival } from '../../../src/distributions/cdf.ts';
import { distributionIssues } from '../../../src/distributions/check.ts';
import { fromInterval } from '../../../src/distributions/from-interval.ts';

describe('fromInterval', () => {
  const cases = [
    ['normal', -3, 5, 0.9],
    ['normal', 10, 10.5, 0.5],
    ['lognormal', 2, 8, 0.9],
    ['lognormal', 1e9, 1.2e9, 0.95],
    ['gamma', 2, 8, 0.9],
    ['gamma', 0.001, 3, 0.8],
    ['gamma', 95, 105, 0.99],
    ['beta', 0.3, 0.6, 0.9],
    ['beta', 0.01, 0.2, 0.95],
    ['beta', 0.9, 0.999, 0.8],
    ['beta', 0.05, 0.95, 0.5],
    ['beta', 0.45, 0.46, 0.9],
  ] as const;
  it.each(cases)('%s: %s to %s with probability %s', (kind, low, high, probability) => {
    const d = fromInterval({ low, high, probability, kind });
    const tail = (1 - probability) / 2;
    expect(d.kind).toBe(kind);
    expect(distributionIssues(d, '')).toEqual([]);
    // The moments are rounded, which moves a bound by their last place: that counts for more the narrower the interval.
    const tolerance = 1e-12 * (1 + Math.abs(high) / (high - low));
    expect(Math.abs(cdf(d, low) - tail)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(survival(d, high) - tail)).toBeLessThanOrEqual(tolerance);
  });

  it('takes lognormal where low is above 0, else normal', () => {
    expect(fromInterval({ low: 2, high: 8, probability: 0.9 }).kind).toBe('lognormal');
    const d = fromInterval({ low: 0, high: 8, probability: 0.9 });
    expect(d).toMatchObject({ kind: 'normal', mean: 4 });
    expect(d.sd).toBeCloseTo(4 / 1.6448536269514722, 14);
  });

  it('keeps the annotations', () => {
    expect(
      fromInterval({ low: -1, high: 1, probability: 0.5, source: 'survey', sharedAs: 'x' }),
    ).toMatchObject({
      kind: 'normal',
      mean: 0,
      source: 'survey',
      sharedAs: 'x',
    });
  });

  it.each([
    [
      { low: 2, high: 1, probability: 0.9 },
      'low and high must be finite numbers, low below high; got 2 and 1',
    ],
    [{ low: NaN, high: 1, probability: 0.9 }, 'low and high must be finite numbers'],
    [{ low: 0, high: 1, probability: 1 }, 'probability must be between 0 and 1, ends excluded; got 1'],
    [{ low: 0, high: 1, probability: 0.9, kind: 'gamma' }, 'for gamma, low must be above 0; got 0'],
    [{ low: 0.1, high: 1, probability: 0.9, kind: 'beta' }, 'for beta, high must be below 1; got 1'],
    [
      { low: 1e-300, high: 1e300, probability: 0.1, kind: 'lognormal' },
      'too wide for a lognormal distribution',
    ],
  ] as const)('refuses %j', (fields, message) => {
    expect(() => fromInterval(fields)).toThrow(RangeError);
    expect(() => fromInterval(fields)).toThrow(message);
  });
});
