import { expect, test } from 'vitest';
import { updateShare } from '../../src/calibration/conjugate.ts';
import { mean, variance } from '../../src/distributions/moments.ts';
import { quantile } from '../../src/distributions/quantile.ts';

test('Beta(2, 3) and 7 of 10 give Beta(9, 6)', () => {
  const prior = { kind: 'beta', mean: 2 / 5, sd: Math.sqrt(6 / (25 * 6)) } as const;
  const posterior = updateShare({ prior, successes: 7, trials: 10 });
  expect(Math.abs(mean(posterior) - 9 / 15)).toBeLessThan(1e-12);
  expect(Math.abs(variance(posterior) - 54 / (225 * 16))).toBeLessThan(1e-12);
  expect(Math.abs(quantile(posterior, 0.025) - 0.3513801106)).toBeLessThan(5e-11);
  expect(Math.abs(quantile(posterior, 0.975) - 0.82338891)).toBeLessThan(5e-11);
});

test('counts that cannot be', () => {
  const prior = { kind: 'beta', mean: 0.5, sd: 0.2 } as const;
  expect(() => updateShare({ prior, successes: 3, trials: 2 })).toThrow('successes');
  expect(() => updateShare({ prior: { ...prior, high: 2 }, successes: 1, trials: 2 })).toThrow('0 to 1');
});
