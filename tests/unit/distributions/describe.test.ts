import { expect, describe as group, it } from 'vitest';
import { describe } from '../../../src/distributions/describe.ts';
import type { Quantity } from '../../../src/distributions/types.ts';

const normal = { kind: 'normal', mean: 1 / 3, sd: 0.1 } as const;

group('describe', () => {
  const cases: readonly (readonly [Quantity, string])[] = [
    [0.35, '0.35'],
    [{ kind: 'constant', value: 1234567.89 }, '1234570'],
    [{ kind: 'uniform', low: 0, high: 2 }, 'uniform, 0 to 2'],
    [{ kind: 'triangular', low: 0, mode: 1, high: 2 }, 'triangular, 0 to 2, mode 1'],
    [{ kind: 'pert', low: 0, mode: 1, high: 2 }, 'PERT, 0 to 2, mode 1'],
    [normal, 'normal, mean 0.333333, sd 0.1'],
    [{ kind: 'lognormal', mean: 1, sd: 2 }, 'lognormal, mean 1, sd 2'],
    [{ kind: 'gamma', mean: 1, sd: 2 }, 'gamma, mean 1, sd 2'],
    [{ kind: 'beta', mean: 0.57, sd: 0.13 }, 'beta, mean 0.57, sd 0.13'],
    [{ kind: 'beta', mean: 2, sd: 0.13, high: 4 }, 'beta, mean 2, sd 0.13, 0 to 4'],
    [{ kind: 'weibull', mean: 1, sd: 2 }, 'Weibull, mean 1, sd 2'],
    [{ kind: 'student-t', mean: 1, sd: 2, df: 4 }, "Student's t, mean 1, sd 2, df 4"],
    [{ kind: 'discrete', values: [1, 2] }, 'one of 1, 2'],
    [{ kind: 'discrete', values: [1, 2], weights: [1, 2] }, 'one of 1 (33.3%), 2 (66.7%)'],
    [{ kind: 'discrete', values: [1, 2, 3, 4, 5, 6, 7, 8] }, 'one of 1, 2, 3, 4, 5, 6, and 2 more'],
    [{ kind: 'empirical', values: [3, 1, 2] }, 'sample of 3, 1 to 3'],
    [{ kind: 'truncated', of: normal, low: 0 }, 'normal, mean 0.333333, sd 0.1; at least 0'],
    [{ kind: 'truncated', of: normal, high: 1 }, 'normal, mean 0.333333, sd 0.1; at most 1'],
    [{ kind: 'truncated', of: normal, low: 0, high: 1 }, 'normal, mean 0.333333, sd 0.1; cut to 0 to 1'],
    [
      {
        kind: 'mixture',
        of: [
          { weight: 3, distribution: { kind: 'constant', value: 0 } },
          { weight: 1, distribution: normal },
        ],
      },
      'mixture of 75% 0; 25% normal, mean 0.333333, sd 0.1',
    ],
  ];
  it.each(cases)('%j', (q, words) => {
    expect(describe(q)).toBe(words);
  });
});
