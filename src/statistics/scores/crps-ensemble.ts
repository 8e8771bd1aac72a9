import { type Ensemble, sortEnsemble } from './ensemble.ts';

/**
 * Continuous ranked probability score of an ensemble, in the unit of the members; smaller is better.
 *
 *     sum w |x - y| - 1/2 sum sum w w' |x - x'| / d
 *
 * `'plain'` (d = 1) is the score of the ensemble taken as a distribution. `'fair'` (d = 1 - sum of squared weights, which
 * is 1 - 1/n where they are equal) is in the mean the score of the distribution that the members were drawn from: use it
 * to compare ensembles of different size.
 *
 * Source: Gneiting and Raftery (2007), Journal of the American Statistical Association 102; Ferro (2014), Quarterly
 * Journal of the Royal Meteorological Society 140.
 *
 * @throws RangeError as `sortEnsemble`, and for a fair score of a single member.
 */
export function crpsOfEnsemble(
  options: Ensemble & { readonly observed: number; readonly kind?: 'plain' | 'fair' },
): number {
  const { observed, kind = 'plain' } = options;
  const { members, weights } = sortEnsemble(options);
  let distance = 0;
  let spread = 0;
  let squares = 0;
  let below = 0;
  let sumBelow = 0;
  for (let i = 0; i < members.length; i++) {
    const x = members[i]!;
    const w = weights[i]!;
    distance += w * Math.abs(x - observed);
    // Twice the half: each pair is met once.
    spread += w * (x * below - sumBelow);
    below += w;
    sumBelow += w * x;
    squares += w * w;
  }
  if (kind === 'plain') return distance - spread;
  if (!(squares < 1))
    throw new RangeError('members: expected two or more with a weight for a fair score, received one');
  return distance - spread / (1 - squares);
}
