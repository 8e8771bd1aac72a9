import { exp } from '../elementary/exp.ts';

/** Weights that sum to 1, from log likelihoods of draws. */
export interface ImportanceWeights {
  readonly weights: Float64Array;
  /** 1 / sum of squared weights: how many equally weighted draws they are worth. */
  readonly effectiveDraws: number;
}

/**
 * Weights of draws from the prior, in proportion to the likelihood. With a sampling error of the observed that is not small
 * against what the prior leaves open, few draws carry most of the weight: read `effectiveDraws`.
 *
 * @throws RangeError where no draw has a likelihood
 */
export function importanceWeights(logLikelihoods: Float64Array): ImportanceWeights {
  let largest = -Infinity;
  for (const value of logLikelihoods) if (value > largest) largest = value;
  if (!(largest > -Infinity)) throw new RangeError('logLikelihoods: expected one that is finite, got none');
  const weights = logLikelihoods.map((value) => exp(value - largest));
  let total = 0;
  for (const weight of weights) total += weight;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    weights[i] = weights[i]! / total;
    squares += weights[i]! * weights[i]!;
  }
  return { weights, effectiveDraws: 1 / squares };
}

/**
 * Systematic resampling: draws in proportion to their weights, in ascending order.
 *
 * Kitagawa (1996), Journal of Computational and Graphical Statistics 5. The one uniform it needs is 1/2.
 */
export function resample(weights: Float64Array, count: number): Int32Array {
  const out = new Int32Array(count);
  let sum = weights[0]!;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const target = (i + 0.5) / count;
    while (sum < target && at < weights.length - 1) {
      at += 1;
      sum += weights[at]!;
    }
    out[i] = at;
  }
  return out;
}
