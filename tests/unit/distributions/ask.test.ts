import { describe, expect, it } from 'vitest';
import { cdf, mean, quantile, support, variance } from '../../../src/distributions/ask.ts';

describe('asking a distribution by itself', () => {
  it('answers where the parameters are sound', () => {
    const d = { kind: 'uniform', low: 2, high: 4 } as const;
    expect([mean(d), variance(d), quantile(d, 0.25), cdf(d, 3), support(d)]).toEqual([
      3,
      expect.closeTo(1 / 3, 14),
      2.5,
      0.5,
      { low: 2, high: 4 },
    ]);
  });

  it.each([
    [() => mean({ kind: 'beta', mean: 35, sd: 2 }), 'distribution.mean'],
    [() => variance({ kind: 'beta', mean: 0.5, sd: 2 }), 'distribution.sd'],
    [() => quantile({ kind: 'normal', mean: 0, sd: -2 }, 0.9), 'distribution.sd'],
    [() => cdf({ kind: 'lognormal', mean: -1, sd: 2 }, 1), 'distribution.mean'],
    [() => quantile({ kind: 'normal', mean: 0, sd: 1 }, 2), 'p'],
  ])('%s is refused, naming the parameter', (ask, name) => {
    expect(ask).toThrow(RangeError);
    expect(ask).toThrow(name);
  });

  it('refuses what is no distribution', () => {
    expect(() => mean(3 as never)).toThrow('distribution: expected a distribution');
  });
});
