import { exp } from '../../elementary/exp.ts';
import { log } from '../../elementary/log.ts';
import { type Ensemble, sortEnsemble } from './ensemble.ts';

/**
 * Probability integral transform: weight of the members below the outcome, and half of those equal to it. Uniform on
 * 0..1 over many outcomes where the forecasts are calibrated.
 */
export function pitOfEnsemble(options: Ensemble & { readonly observed: number }): number {
  const { members, weights } = sortEnsemble(options);
  let sum = 0;
  for (let i = 0; i < members.length; i++) {
    if (members[i]! < options.observed) sum += weights[i]!;
    else if (members[i] === options.observed) sum += weights[i]! / 2;
  }
  return Math.min(1, sum);
}

/** Quantile of a weighted ensemble: the smallest member at or below which at least `p` of the weight lies. */
export function quantileOfEnsemble(options: Ensemble & { readonly p: number }): number {
  const { members, weights } = sortEnsemble(options);
  if (!(options.p >= 0 && options.p <= 1)) {
    throw new RangeError(`p: expected a probability from 0 to 1, received ${options.p}`);
  }
  let sum = 0;
  for (let i = 0; i < members.length; i++) {
    sum += weights[i]!;
    if (sum >= options.p - 1e-12) return members[i]!;
  }
  return members[members.length - 1]!;
}

/** Logarithmic score, -log of the forecast density at the outcome, of a mixture of normals; smaller is better. */
export function logScoreOfNormals(options: {
  readonly parts: readonly { readonly weight: number; readonly mean: number; readonly sd: number }[];
  readonly observed: number;
}): number {
  const { parts, observed } = options;
  if (parts.length === 0) throw new RangeError('parts: expected one or more, received none');
  let total = 0;
  const exponents = parts.map(({ weight, mean, sd }) => {
    if (!(weight > 0 && sd > 0)) throw new RangeError('parts: expected weights and sd above 0');
    total += weight;
    const z = (observed - mean) / sd;
    return log(weight / sd) - (z * z) / 2;
  });
  const largest = Math.max(...exponents);
  let sum = 0;
  for (const exponent of exponents) sum += exp(exponent - largest);
  return -(largest + log(sum / total) - 0.9189385332046728);
}
