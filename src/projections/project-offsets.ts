import { drawInput } from '../engine/draw-input.ts';
import type { Given, Measure, MonthWindow, Run } from '../engine/types.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { byCodeUnit } from '../scenario/order.ts';
import { answerRows, answerTotal, drawsOf, replicatesOf } from './answer.ts';
import { resolveLevels } from './levels.ts';
import { usualLevels } from './project.ts';
import { tableMeta } from './provenance.ts';
import { resolveQuestion } from './question.ts';
import { summariseCertain, summariseRow } from './summarise-row.ts';
import { tableHead } from './table-head.ts';
import type { RowSummary, TableMeta } from './types.ts';

/** What {@link projectOffsets} is asked. */
export interface ProjectOffsetsOptions {
  readonly run: Run;
  /** As in `project`. */
  readonly months?: MonthWindow;
  /** As in `project`. */
  readonly levels?: readonly number[];
  /** As in `project`. */
  readonly given?: Given | readonly Given[];
}

/** One line of the account from the gross loss to the net one. */
export interface OffsetRow extends RowSummary {
  /** `gross`; the name of a part of `substitution`; `returns` of postponed travel; `net`. */
  readonly part: string;
}

/** The outcome of {@link projectOffsets}. */
export interface OffsetProjection {
  readonly kind: 'offsets';
  readonly measure: 'revenueLost';
  readonly unit: string;
  readonly axes: readonly ['part'];
  readonly where: Readonly<Record<string, never>>;
  readonly months: MonthWindow;
  readonly given: readonly Given[];
  readonly draws: number;
  readonly levels: readonly number[];
  /** `gross`, the parts in order of name, `returns`, `net`: in every draw net = gross - parts - returns. */
  readonly rows: readonly OffsetRow[];
  readonly meta: TableMeta;
}

/**
 * From the gross loss of revenue to the net one: what each of those who take the place of the lost brings in, and what
 * postponed travel brings back.
 *
 * A part of the same name is one part in all flows; a flow's unnamed substitution is the part `substitutes`.
 *
 * @throws TypeError, RangeError for an option that is not what it should be, as `project` does.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { projectOffsets } from 'tourism-impact/projections';
 * import { chinaJapan2025, offsets } from 'tourism-impact/data';
 *
 * const scenario = chinaJapan2025();
 * const flows = scenario.flows.map((flow) => ({ ...flow, substitution: { parts: offsets() } }));
 * const run = simulate({ scenario: { ...scenario, flows }, seed: 'a seed', draws: 200 });
 * console.log(projectOffsets({ run }).rows.map(({ part }) => part).join(', '));
 * // => gross, lower-rates, other-markets, residents, returns, net
 * ```
 */
export function projectOffsets(options: ProjectOffsetsOptions): OffsetProjection {
  expectOptions('projectOffsets', options, ['run', 'months', 'levels', 'given']);
  const { levels: asked, ...rest } = options;
  const ask = (measure: Measure) => resolveQuestion({ ...rest, measure });
  const question = ask('revenueLost');
  const { run, condition } = question;
  const certain = run.sampling.kind === 'median';
  const levels = resolveLevels(asked, usualLevels);
  const draws = drawsOf(question);
  const replicates = replicatesOf(question);
  const input = (slot: number): Float64Array => {
    const values = drawInput(run, slot);
    return condition === null ? values : Float64Array.from(condition.draws, (draw) => values[draw]!);
  };

  const parts = new Map<string, Float64Array>();
  const flows = new Map(run.plan.flows.map((flow) => [flow.id, flow]));
  for (const { key, values: lost } of answerRows({ ...ask('arrivalsLost'), by: ['flow'] })) {
    for (const { part, share, spend } of flows.get(key.flow!)!.substitution) {
      const total = parts.get(part) ?? new Float64Array(draws);
      parts.set(part, total);
      const replaced = input(share);
      for (const { amount } of spend) {
        if (amount < 0) continue;
        const spent = input(amount);
        for (let i = 0; i < draws; i++) total[i] = total[i]! + lost[i]! * replaced[i]! * spent[i]!;
      }
    }
  }
  const lines: readonly (readonly [string, Float64Array])[] = [
    ['gross', answerTotal(question)],
    ...[...parts].sort(([a], [b]) => byCodeUnit(a, b)),
    ['returns', answerTotal(ask('revenueReturned'))],
    ['net', answerTotal(ask('revenueLostNet'))],
  ];
  const { unit, months, given } = tableHead(question);
  return {
    kind: 'offsets',
    measure: 'revenueLost',
    unit,
    axes: ['part'],
    where: {},
    months,
    given,
    draws,
    levels: certain ? [] : levels,
    rows: lines.map(([part, values]) => ({
      part,
      ...(certain ? summariseCertain(values[0]!) : summariseRow(values, levels, replicates)),
    })),
    meta: tableMeta(run),
  };
}
