import type { Replicates } from '../statistics/replicates.ts';
import type { Run } from './types.ts';

/**
 * To which replicate of its design each draw of a run belongs, or each of the draws named; null where draws are
 * independent. Draw i belongs to replicate i mod 16, an antithetic pair to floor(i / 2) mod 16.
 */
export function replicatesOfRun(
  { sampling, draws }: Pick<Run, 'sampling' | 'draws'>,
  named?: Int32Array,
): Replicates {
  const { kind } = sampling;
  if (kind === 'random' || kind === 'median') return null;
  const shift = kind === 'antithetic' ? 1 : 0;
  const count = named?.length ?? draws;
  const replicates = new Uint8Array(count);
  for (let i = 0; i < count; i++) replicates[i] = ((named === undefined ? i : named[i]!) >> shift) & 15;
  return replicates;
}
