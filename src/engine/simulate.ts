import { expectOptions } from '../scenario/misuse.ts';
import type { Scenario } from '../scenario/types.ts';
import { collectRun } from './collect-run.ts';
import { carryToPrecision, isGoal, type PrecisionGoal, prepareGoal } from './precision.ts';
import {
  type PreparedRun,
  prepareMedian,
  prepareRun,
  type RunOptions,
  runOptionNames,
} from './prepare-run.ts';
import type { Run } from './types.ts';

/** Options of `simulate`. */
export interface SimulateOptions extends Omit<RunOptions, 'draws'> {
  /**
   * How many worlds to draw, 1 to 100 million; default 10,000. Or as many as it takes: `{ precision }` draws 1,024,
   * 2,048, 4,096 ... until the figures named are as precise as asked.
   */
  readonly draws?: number | PrecisionGoal;
}

/** Names of the options of `simulate`. */
export const simulateOptionNames: readonly (keyof SimulateOptions)[] = runOptionNames;

/** Draws are carried in one piece; of a run that keeps none of them, so many at a time, so that little is held. */
const SUMMARISED = 1024;

/**
 * Carries a scenario through `draws` sampled worlds, in this thread.
 *
 * One draw is one value of every uncertain input, carried through all flows and days by the equations of the model.
 * The outcome holds months and flows of the principal measures; `project` and its kin read it, and compute again what
 * it does not hold. With `keep: 'summary'` it holds sketches of them, and what those do not hold cannot be asked.
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
  expectOptions('simulate', options, simulateOptionNames);
  const { draws, ...rest } = options;
  if (!isGoal(draws)) {
    return carryWhole(prepareRun({ ...rest, ...(draws === undefined ? {} : { draws }) }));
  }
  const { prepared, goal } = prepareGoal(rest, draws);
  const rounds = carryToPrecision(prepared, goal);
  let round = rounds.next();
  while (round.done !== true) {
    carryRange(prepared, round.value.from, round.value.to, round.value.add);
    round = rounds.next();
  }
  return round.value;
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
  const { draws } = prepared.head;
  const collector = collectRun(prepared);
  carryRange(prepared, 0, draws, collector.open(0, draws));
  return collector.take();
}

function carryRange(
  { carry, keep }: PreparedRun,
  from: number,
  to: number,
  add: (chunk: ReturnType<PreparedRun['carry']>) => void,
): void {
  const size = keep === 'draws' ? to - from : SUMMARISED;
  for (let start = from; start < to; start += size) add(carry(start, Math.min(to, start + size)));
}
