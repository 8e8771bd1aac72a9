import { ScenarioError } from '../errors.ts';
import { canonicalSeed, type Key, keyFromSeed, type Seed } from '../random/key.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import { fingerprint } from '../scenario/fingerprint.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/types.ts';
import { version } from '../version.ts';
import { assemble, runChunk } from './chunk.ts';
import { medianInputs } from './inputs.ts';
import { keptPanels } from './kept.ts';
import { planRun } from './plan.ts';
import type { Run, Sampling } from './types.ts';

/** Options of `simulate`. */
export interface SimulateOptions {
  readonly scenario: Scenario;
  /** Required: the same seed gives the same worlds, to the bit. A number stands for its decimal text. */
  readonly seed: Seed;
  /** How many worlds to draw, 1 to 100 million; default 10,000. */
  readonly draws?: number;
}

const MOST_DRAWS = 100_000_000;
const CHUNK = 8192;

/**
 * Carries a scenario through `draws` sampled worlds, in this thread.
 *
 * One draw is one value of every uncertain input, carried through all flows and days by the equations of the model.
 * The outcome holds months and flows of the principal measures; `project` and its kin read it, and compute again what
 * it does not hold.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where `seed` or `draws` is not what it should be
 *
 * @example
 * ```ts
 * import { probability, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 1_000 });
 * console.log(run.draws, run.scenario.flows.map((flow) => flow.id).join(' '));
 * ```
 */
export function simulate({ scenario, seed, draws = 10_000 }: SimulateOptions): Run {
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) {
    throw new RangeError(`draws: expected a whole number from 1 to ${MOST_DRAWS}, received ${String(draws)}`);
  }
  return carry(scenario, { kind: 'random', seed: canonicalSeed(seed), draws }, keyFromSeed(seed));
}

/**
 * The scenario with every input at its median, as a run of one draw: the path beside which the cloud of draws lies. It
 * is a scenario of its own; its outcome is not the median outcome.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 */
export function medianCase({ scenario }: { readonly scenario: Scenario }): Run {
  return carry(scenario, { kind: 'median', draws: 1 }, { lo: 0, hi: 0 });
}

function carry(written: Scenario, sampling: Sampling, key: Key): Run {
  const checked = checkScenario(written);
  if (!checked.ok) throw new ScenarioError(checked.issues);
  const scenario = resolveScenario(checked.scenario);
  const plan = planRun(scenario, key);
  const kept = keptPanels(scenario, plan);
  const specs = kept.map(({ spec }) => spec);
  const sampler = sampling.kind === 'median' ? medianInputs(plan.inputs) : undefined;
  const chunks = [];
  for (let from = 0; from < sampling.draws; from += CHUNK) {
    chunks.push(runChunk(plan, specs, from, Math.min(sampling.draws, from + CHUNK), sampler));
  }
  const panels = assemble(chunks, sampling.draws);
  return {
    scenario,
    plan,
    sampling,
    draws: sampling.draws,
    version,
    fingerprint: fingerprint(checked.scenario),
    warnings: [...checked.warnings, ...plan.warnings],
    panels: new Map(kept.map(({ key }, p) => [key, panels[p]!])),
  };
}
