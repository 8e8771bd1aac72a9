import { describe, expect, it } from 'vitest';
import { distributionIssues } from '../../../src/distributions/check.ts';
import type { Distribution } from '../../../src/distributions/types.ts';
import { renderIssue } from '../../../src/errors.ts';

const normal: Distribution = { kind: 'normal', mean: 0, sd: 1 };

/** What is reported of a distribution that stands at `spend`, one line an issue, its code first. */
function report(d: Distribution): string[] {
  return distributionIssues(d, 'spend').map((issue) => `${issue.code} ${renderIssue(issue)}`);
}

describe('distributionIssues', () => {
  const sound: readonly Distribution[] = [
    { kind: 'constant', value: 0 },
    { kind: 'uniform', low: -1, high: 1 },
    { kind: 'triangular', low: 0, mode: 0, high: 1 },
    { kind: 'pert', low: 0, mode: 1, high: 1 },
    normal,
    { kind: 'lognormal', mean: 1e12, sd: 1e11 },
    { kind: 'gamma', mean: 1, sd: 2 },
    { kind: 'weibull', mean: 1, sd: 2 },
    { kind: 'beta', mean: 0.5, sd: 0.49999 },
    { kind: 'student-t', mean: 0, sd: 1, df: 2.01 },
    { kind: 'discrete', values: [1, 2], weights: [0, 1] },
    { kind: 'empirical', values: [1] },
    { kind: 'truncated', of: normal, low: 0 },
    { kind: 'truncated', of: normal, low: 30, high: 31 },
    { kind: 'mixture', of: [{ weight: 2, distribution: normal }] },
  ];
  it.each(sound.map((d) => [JSON.stringify(d), d] as const))('accepts %s', (_, d) => {
    expect(report(d)).toEqual([]);
  });

  const faulty: readonly (readonly [Distribution, string])[] = [
    [{ kind: 'constant', value: NaN }, 'parameters spend.value: value is NaN; it must be a finite number'],
    [
      { kind: 'uniform', low: 2, high: 2 },
      'parameters spend.high: high is 2 and low is 2; high must be above low',
    ],
    [
      { kind: 'triangular', low: 0, mode: 3, high: 2 },
      'parameters spend.mode: mode is 3; it must lie from low (0) to high (2)',
    ],
    [
      { kind: 'pert', low: 3, mode: 3, high: 2 },
      'parameters spend.high: high is 2 and low is 3; high must be above low',
    ],
    [
      { kind: 'normal', mean: 0, sd: 0 },
      'parameters spend.sd: sd is 0; it must be above 0. For a quantity that is taken as known, write the number itself',
    ],
    [
      { kind: 'normal', mean: Infinity, sd: 1 },
      'parameters spend.mean: mean is Infinity; it must be a finite number',
    ],
    [
      { kind: 'lognormal', mean: -1, sd: 1 },
      'parameters spend.mean: mean is -1; a lognormal quantity is positive, so its mean must be above 0. For one that can be negative, use normal',
    ],
    [
      { kind: 'gamma', mean: 1, sd: 1e4 },
      'parameters spend.sd: sd is 10000 times the mean; it must be between 1e-7 and 1000 times it',
    ],
    [
      { kind: 'beta', mean: 0.1, sd: 0.4 },
      'parameters spend.sd: sd is 0.4; with mean 0.1 between 0 and 1 it must be below 0.3',
    ],
    [
      { kind: 'beta', mean: 35, sd: 0.1 },
      'parameters spend.mean: mean is 35; it must lie between 0 and 1, ends excluded; did you mean 0.35?',
    ],
    [
      { kind: 'beta', mean: 0, sd: 0.1, low: -1, high: -0.5 },
      'parameters spend.mean: mean is 0; it must lie between -1 and -0.5, ends excluded',
    ],
    [
      { kind: 'student-t', mean: 0, sd: 1, df: 2 },
      'parameters spend.df: df is 2; it must be above 2, or there is no standard deviation',
    ],
    [{ kind: 'discrete', values: [] }, 'length spend.values: there are no values; give at least one'],
    [
      { kind: 'discrete', values: [1, 2], weights: [1] },
      'length spend.weights: there are 1 weights for 2 values; give one for each value, or none',
    ],
    [
      { kind: 'discrete', values: [1, 2], weights: [1, -1] },
      'parameters spend.weights[1]: the weight is -1; it must be a finite number of at least 0',
    ],
    [
      { kind: 'empirical', values: [1, NaN] },
      'parameters spend.values[1]: the value is NaN; it must be a finite number',
    ],
    [
      { kind: 'truncated', of: normal, low: 1, high: 1 },
      'parameters spend.high: high is 1 and low is 1; high must be above low',
    ],
    [
      { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: -1 }, low: 0 },
      'parameters spend.of.sd: sd is -1; it must be above 0. For a quantity that is taken as known, write the number itself',
    ],
    [{ kind: 'mixture', of: [] }, 'length spend.of: the mixture has no parts; give at least one'],
    [
      { kind: 'mixture', of: [{ weight: 0, distribution: normal }] },
      'parameters spend.of: all weights are 0; at least one must be above 0',
    ],
    [
      { kind: 'mixture', of: [{ weight: 1, distribution: { kind: 'uniform', low: 1, high: 0 } }] },
      'parameters spend.of[0].distribution.high: high is 0 and low is 1; high must be above low',
    ],
    [
      { kind: 'mixture', of: [{ weight: -2, distribution: normal }] },
      'parameters spend.of[0].weight: the weight is -2; it must be a finite number of at least 0',
    ],
  ];
  it.each(faulty.map(([d, issue]) => [issue, d] as const))('%s', (issue, d) => {
    expect(report(d)).toEqual([issue]);
  });

  it('reports everything wrong at once', () => {
    expect(report({ kind: 'lognormal', mean: 0, sd: 0 })).toHaveLength(2);
    expect(report({ kind: 'student-t', mean: NaN, sd: 1, df: NaN })).toHaveLength(2);
  });

  it('says where the distribution lies when bounds leave none of it', () => {
    const issues = report({ kind: 'truncated', of: { kind: 'beta', mean: 0.5, sd: 0.1 }, low: 2 });
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatch(
      /^parameters spend: the bounds leave no probability: the distribution lies from 0\.2\d* to 0\.7\d*, but for/,
    );
    expect(report({ kind: 'truncated', of: normal, low: 60 })).toHaveLength(1);
    expect(
      report({ kind: 'truncated', of: { kind: 'discrete', values: [1, 4] }, low: 2, high: 3 }),
    ).toHaveLength(1);
    expect(report({ kind: 'truncated', of: { kind: 'discrete', values: [1, 4] }, low: 4, high: 5 })).toEqual(
      [],
    );
  });

  it('warns of what has no effect', () => {
    expect(report({ kind: 'truncated', of: { ...normal, sharedAs: 'mood' }, low: 0 })).toEqual([
      'no-effect spend.of.sharedAs: sharedAs has no effect on a distribution inside another; put it on the outer one',
    ]);
    expect(
      report({ kind: 'mixture', of: [{ weight: 1, distribution: { ...normal, factors: { demand: 0.5 } } }] }),
    ).toEqual([
      'no-effect spend.of[0].distribution.factors: factors has no effect on a distribution inside another; put it on the outer one',
    ]);
    expect(report({ kind: 'truncated', of: normal })).toEqual([
      'no-effect spend: neither low nor high is given, so nothing is cut; give a bound, or leave out truncated',
      'no-effect spend: the bounds lie outside the support, so nothing is cut; leave out truncated',
    ]);
    expect(report({ kind: 'truncated', of: { kind: 'beta', mean: 0.5, sd: 0.1 }, low: 0 })).toEqual([
      'no-effect spend: the bounds lie outside the support, so nothing is cut; leave out truncated',
    ]);
  });

  it('writes paths from nothing where there is no path', () => {
    expect(distributionIssues({ kind: 'normal', mean: 0, sd: 0 }, '')[0]!.path).toBe('sd');
    expect(
      distributionIssues({ kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 0 }, low: 1 }, '')[0]!.path,
    ).toBe('of.sd');
  });
});
