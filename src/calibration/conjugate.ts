import type { Beta } from '../distributions/types.ts';

/**
 * A share of which a beta distribution was known, after counts: Beta(a, b) and k of n become Beta(a + k, b + n - k).
 *
 * @param options.prior on 0 to 1
 * @throws RangeError for counts that cannot be, or a prior on another range
 */
export function updateShare(options: {
  readonly prior: Beta;
  readonly successes: number;
  readonly trials: number;
}): Beta {
  const { prior, successes, trials } = options;
  if (!(successes >= 0 && trials >= successes)) {
    throw new RangeError(`successes: expected 0 to ${trials}, the trials, got ${successes}`);
  }
  if ((prior.low ?? 0) !== 0 || (prior.high ?? 1) !== 1) {
    throw new RangeError('prior: expected a beta distribution on 0 to 1');
  }
  const weight = (prior.mean * (1 - prior.mean)) / (prior.sd * prior.sd) - 1;
  const a = prior.mean * weight + successes;
  const b = (1 - prior.mean) * weight + trials - successes;
  const mean = a / (a + b);
  return { ...prior, mean, sd: Math.sqrt((mean * (1 - mean)) / (a + b + 1)) };
}
