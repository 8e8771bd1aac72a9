import { expectOptions } from '../scenario/misuse.ts';
import { answerRows, replicatesOf } from './answer.ts';
import { resolveLevels } from './levels.ts';
import { tableMeta } from './provenance.ts';
import { type Question, resolveQuestion } from './question.ts';
import { summariseCertain, summariseRow } from './summarise-row.ts';
import { sketchedRows, summariseSketch } from './summarise-sketch.ts';
import { tableHead } from './table-head.ts';
import type { Projection, ProjectionRow, ProjectOptions } from './types.ts';

/** The intervals shown unless told otherwise. */
export const usualLevels: readonly number[] = [0.8, 0.95];

/**
 * A measure of a run, split by one axis or several, over a window of months: for each row the mean, the median and
 * central intervals of the draws, each with its Monte Carlo standard error.
 *
 * Sums over time, flows or regions are formed in each draw before anything is summed up, so the interval of a total
 * carries the dependence between its parts; intervals of parts do not add up to that of their total, means do. Ratios
 * are ratios of such sums. Means are in the unit of the measure (`unit`): persons, bookings, nights, shares, or major
 * units of the scenario's currency at the prices of its year.
 *
 * A median case has one world: its mean and its median are the value in that world, their errors 0, and there are no
 * intervals.
 *
 * A ratio is not defined where its denominator is 0 in some draw, or not known: such rows are left out.
 *
 * @throws TypeError for an option of the wrong type.
 * @throws RangeError for an option that cannot be (an unknown measure, axis, month or option, a level outside 0..1, a
 * measure that cannot be split or dated as asked), naming the option and guessing what was meant.
 *
 * @example
 * ```ts
 * import { project, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const lost = project({ run, measure: 'arrivalsLost', by: 'month', levels: [0.9] });
 * const total = project({ run, measure: 'arrivalsLost' }).rows[0]!;
 * const sum = lost.rows.reduce((sum, row) => sum + row.mean, 0);
 * console.log(Math.abs(sum - total.mean) < 1e-9 * total.mean);
 * // => true
 * ```
 */
export function project(options: ProjectOptions): Projection {
  expectOptions('project', options, optionNames);
  return projectAs(options);
}

/** Names of the options of `project`. */
export const optionNames: readonly (keyof ProjectOptions)[] = [
  'run',
  'measure',
  'by',
  'months',
  'where',
  'levels',
  'dated',
  'cumulative',
  'given',
];

/** `project`, its option names checked. */
export function projectAs(options: ProjectOptions): Projection {
  const question = resolveQuestion(options);
  const { run, by, cumulative } = question;
  const certain = run.sampling.kind === 'median';
  const asked = resolveLevels(options.levels, usualLevels);
  const levels = certain ? [] : asked;
  const sketched = sketchedRows(question);
  const rows =
    sketched === null
      ? rowsOfDraws(question, certain, levels)
      : sketched.map(({ key, sketch }) => ({ ...key, ...summariseSketch(sketch, levels) }));
  return {
    kind: 'projection',
    ...tableHead(question),
    axes: by.filter((axis) => axis !== 'total'),
    levels,
    cumulative,
    rows,
    meta: tableMeta(run),
  };
}

function rowsOfDraws(question: Question, certain: boolean, levels: readonly number[]): ProjectionRow[] {
  const replicates = replicatesOf(question);
  return Array.from(answerRows(question), ({ key, values }) => ({
    ...key,
    ...(certain ? summariseCertain(values[0]!) : summariseRow(values, levels, replicates)),
  }));
}
