import type { Run } from '../engine/types.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { expectRun } from './question.ts';
import type { Provenance, TableMeta } from './types.ts';

/**
 * Where the figures of a run come from: with the scenario, these are enough to make them again, to the last bit.
 *
 * @throws TypeError if `run` is not a run.
 *
 * @example
 * ```ts
 * import { provenance, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const { sampling, draws } = provenance({ run });
 * console.log(sampling, draws);
 * // => random 100
 * ```
 */
export function provenance(options: { readonly run: Run }): Provenance {
  expectOptions('provenance', options, ['run']);
  const run = expectRun('run', options.run);
  return {
    version: run.version,
    sampling: run.sampling.kind,
    seed: run.sampling.kind === 'median' ? null : run.sampling.seed,
    draws: run.draws,
    fingerprint: run.fingerprint,
  };
}

/** Provenance and prices, as every table carries them. */
export function tableMeta(run: Run): TableMeta {
  return { ...provenance({ run }), ...run.scenario.prices };
}
