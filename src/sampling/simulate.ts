import type { Run } from '../engine/types.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { collectRun } from './collect-run.ts';
import { carryToPrecision, isGoal, type PrecisionGoal, prepareGoal } from './precision.ts';
import { type PreparedRun, prepareRun, type RunOptions, runOptionNames } from './prepare-run.ts';
import { carryForSummary } from './summarise-draws.ts';

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

/**
 * As `simulate` of `tourism-impact`, whose bits it gives for the same options, with three more: how draws are spread
 * (`design`), how many it takes (`draws: { precision }`), and what is kept (`keep`). With `keep: 'summary'` a run holds
 * sketches, and what those do not hold cannot be asked.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where an option is not what it should be, or not known
 *
 * @example
 * ```ts
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { simulate } from 'tourism-impact/sampling';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 4_096, design: 'sobol' });
 * console.log(run.draws, run.sampling.kind);
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

function carryWhole(prepared: PreparedRun): Run {
  const { draws } = prepared.head;
  const collector = collectRun(prepared);
  carryRange(prepared, 0, draws, collector.open(0, draws));
  return collector.take();
}

/** Draws that are kept are carried in one piece. */
function carryRange(
  prepared: PreparedRun,
  from: number,
  to: number,
  add: (chunk: ReturnType<PreparedRun['carry']>) => void,
): void {
  if (prepared.keep === 'draws') add(prepared.carry(from, to));
  else carryForSummary(prepared, from, to, add);
}
