import type { DisputePath } from '../engine/dispute-path.ts';
import { walkDraws } from '../engine/given.ts';
import type { Given, MonthWindow, Run } from '../engine/types.ts';
import { expectName, expectOptions, outOfRange } from '../scenario/misuse.ts';
import { mean } from '../statistics/moments.ts';
import { errorOfMean, proportionOf } from '../statistics/replicates.ts';
import { tableMeta } from './provenance.ts';
import { expectRun, resolveMonths } from './question.ts';
import { resolveGiven } from './resolve-given.ts';
import type { TableMeta } from './types.ts';

/** What {@link projectStages} is asked. */
export interface ProjectStagesOptions {
  /** Of a scenario with a dispute. */
  readonly run: Run;
  /** One row for each stage and month, or for each stage over the window. Default `'month'`. */
  readonly by?: 'month' | 'total';
  /** A window of the horizon's months. Default: the whole horizon. */
  readonly months?: MonthWindow;
  /** As in `project`. */
  readonly given?: Given | readonly Given[];
}

/** One stage, in one month or over the window. */
export interface StageRow {
  readonly month?: string;
  readonly stage: string;
  /** Share of the days on which the dispute is in this stage, on average over the draws: the chance of a day taken at random. */
  readonly share: number;
  readonly shareStandardError: number;
  /** Chance that the stage has been entered by the end of the period. */
  readonly reached: number;
  readonly reachedStandardError: number;
}

/** The outcome of {@link projectStages}. */
export interface StageProjection {
  readonly kind: 'stages';
  readonly axes: readonly ('month' | 'stage')[];
  readonly months: MonthWindow;
  readonly given: readonly Given[];
  /** The draws that the rows rest on. */
  readonly draws: number;
  /** Month by month, stages as written. Shares of a month sum to 1 from the start of the dispute on. */
  readonly rows: readonly StageRow[];
  readonly meta: TableMeta;
}

/**
 * In which stage the dispute is, month by month: the share of days and the chance to have come there, with Monte Carlo
 * standard errors.
 *
 * @throws TypeError for an option of the wrong type.
 * @throws RangeError for an option that cannot be, and where the scenario has no dispute.
 *
 * @example
 * ```ts
 * import { simulate, toRows } from 'tourism-impact';
 * import { projectStages } from 'tourism-impact/projections';
 * import { dispute2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: dispute2025(), seed: 'a seed', draws: 200 });
 * console.table(toRows(projectStages({ run, months: { from: '2025-11', count: 6 } })));
 * ```
 */
export function projectStages(options: ProjectStagesOptions): StageProjection {
  expectOptions('projectStages', options, ['run', 'by', 'months', 'given']);
  const run = expectRun('run', options.run);
  const by = expectName('by', "'month' or 'total'", options.by ?? 'month', ['month', 'total'] as const);
  const months = resolveMonths(run, 'run', options.months);
  const { dispute, calendar } = run.scenario;
  const { plan } = run;
  if (dispute === null || plan.dispute === null) {
    throw outOfRange('run', 'one of a scenario with a dispute', run.scenario.title);
  }
  const condition = resolveGiven(run, 'run', options.given);
  const draws = condition === null ? run.draws : condition.draws.length;
  const first = calendar.months.indexOf(months.from);
  const bins =
    by === 'total'
      ? [{ from: calendar.monthStarts[first]!, to: calendar.monthStarts[first + months.count]! }]
      : Array.from({ length: months.count }, (_, m) => ({
          month: calendar.months[first + m]!,
          from: calendar.monthStarts[first + m]!,
          to: calendar.monthStarts[first + m + 1]!,
        }));
  const ids = dispute.stages.map(({ id }) => id);
  const cells = bins.flatMap((bin) =>
    ids.map((stage) => ({
      bin,
      stage,
      place: plan.dispute!.stages.findIndex(({ id }) => id === stage),
      shares: new Float64Array(draws),
      reached: new Float64Array(draws),
    })),
  );
  let row = 0;
  walkDraws(run, (path, draw) => {
    if (condition !== null && condition.draws[row] !== draw) return;
    for (const { bin, place, shares, reached } of cells) {
      shares[row] = daysIn(path, place, bin.from, bin.to) / (bin.to - bin.from);
      reached[row] = isEntered(path, place, bin.to) ? 1 : 0;
    }
    row += 1;
  });
  const certain = run.sampling.kind === 'median';
  const replicates = run.plan.key.spread?.replicates(run.draws, condition?.draws) ?? null;
  return {
    kind: 'stages',
    axes: by === 'total' ? ['stage'] : ['month', 'stage'],
    months,
    given: condition?.given ?? [],
    draws,
    rows: cells.map(({ bin, stage, shares, reached }) => {
      const chance = proportionOf(reached, { above: 0 }, replicates);
      return {
        ...('month' in bin ? { month: bin.month } : {}),
        stage,
        share: mean(shares),
        shareStandardError: certain ? 0 : errorOfMean(shares, replicates),
        reached: chance.value,
        reachedStandardError: certain ? 0 : chance.standardError,
      };
    }),
    meta: tableMeta(run),
  };
}

function daysIn(path: DisputePath, stage: number, from: number, to: number): number {
  let days = 0;
  for (let v = 0; v < path.count; v++) {
    if (path.stage[v] !== stage) continue;
    days += Math.max(0, Math.min(to, path.day[v + 1]!) - Math.max(from, path.day[v]!));
  }
  return days;
}

function isEntered(path: DisputePath, stage: number, before: number): boolean {
  for (let v = 0; v < path.count && path.day[v]! < before; v++) if (path.stage[v] === stage) return true;
  return false;
}
