import type { Seed } from '../random/key.ts';
import { expectOptions } from '../scenario/misuse.ts';
import type { Scenario } from '../scenario/types.ts';
import { keepDraws, type PreparedRun, prepareDraws, prepareMedian } from './prepare-run.ts';
import type { Run } from './types.ts';

/** Options of `simulate`. */
export interface SimulateOptions {
  readonly scenario: Scenario;
  /** Required: the same seed gives the same worlds, to the bit. A number stands for its decimal text. */
  readonly seed: Seed;
  /** How many worlds to draw, 1 to 100 million; default 10,000. */
  readonly draws?: number;
}

/**
 * Carries a scenario through `draws` sampled worlds, in this thread.
 *
 * One draw is one value of every uncertain input, carried through all flows and days by the equations of the model.
 * The outcome holds months and flows of the principal measures; `project` and its kin read it, and compute again what
 * it does not hold. `tourism-impact/sampling` has a `simulate` with more options: draws that are spread more evenly, as many as it
 * takes, or summarised.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where an option is not what it should be, or not known
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
export function simulate(options: SimulateOptions): Run {
  expectOptions('simulate', options, ['scenario', 'seed', 'draws']);
  const { scenario, seed, draws = 10_000 } = options;
  return carryWhole(prepareDraws(scenario, seed, draws));
}

/**
 * The scenario with every input at its median, as a run of one draw: the path beside which the cloud of draws lies. It
 * is a scenario of its own; its outcome is not the median outcome.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 */
export function medianCase(options: { readonly scenario: Scenario }): Run {
  expectOptions('medianCase', options, ['scenario']);
  return carryWhole(prepareMedian(options.scenario));
}

function carryWhole(prepared: PreparedRun): Run {
  return keepDraws(prepared, prepared.carry(0, prepared.head.draws));
}
