import type { Given, Measure, MonthWindow, RowKey, Run } from '../engine/types.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { expectedShortfall } from '../statistics/expected-shortfall.ts';
import { quantileOfSorted } from '../statistics/quantiles.ts';
import { errorOfExpectedShortfall, errorOfQuantile } from '../statistics/replicates.ts';
import { sorted } from '../statistics/sorted.ts';
import { answerTotal, replicatesOf } from './answer.ts';
import { resolveLevels } from './levels.ts';
import { tableMeta } from './provenance.ts';
import { expectDraws, type Question, resolveQuestion } from './question.ts';
import { sketchedTotal } from './summarise-sketch.ts';
import { tableHead } from './table-head.ts';
import type { Dating, TableHead, TableMeta } from './types.ts';

/** What {@link tails} is asked. */
export interface TailsOptions {
  readonly run: Run;
  /** A loss: one of which large values are bad, such as `'revenueLost'`. See {@link listMeasures}. */
  readonly measure: Measure;
  /** Shares of the draws below the tail, each above 0 and below 1. Default `[0.95, 0.99]`. */
  readonly levels?: readonly number[];
  /** A window of the horizon's months. Default: the whole horizon. */
  readonly months?: MonthWindow;
  /** One market, one month ...: `{ flow: 'hong-kong' }`. Default: the total. */
  readonly where?: RowKey;
  /** As in {@link project}. */
  readonly dated?: Dating;
  /** As in {@link project}. */
  readonly given?: Given | readonly Given[];
}

/** The tail above one level. */
export interface TailRow {
  readonly level: number;
  /** The quantile at the level (type 7): what is exceeded in a share of 1 - level of the draws. */
  readonly valueAtRisk: number;
  readonly valueAtRiskStandardError: number;
  /** The mean of the worst share 1 - level of the draws. */
  readonly expectedShortfall: number;
  readonly expectedShortfallStandardError: number;
}

/** The outcome of {@link tails}. */
export interface Tails extends TableHead {
  readonly kind: 'tails';
  /** In ascending order of level. */
  readonly rows: readonly TailRow[];
  readonly meta: TableMeta;
}

/**
 * How bad it gets: value at risk and expected shortfall of a loss, in the unit of the measure. Large values are losses,
 * so ask for `revenueLost`, `arrivalsLost` or `cancellations`; of `revenue` this is the fortunate end.
 *
 * Few draws lie in a tail: a level of 0.99 of 1,000 draws rests on ten of them, which the standard errors show.
 *
 * @throws TypeError for an option of the wrong type.
 * @throws RangeError for an option that cannot be, as `project` does, and for a median case: one world has no tail.
 *
 * @example
 * ```ts
 * import { simulate, tails } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const { rows } = tails({ run, measure: 'revenueLost', levels: [0.9] });
 * console.log(rows[0]!.expectedShortfall > rows[0]!.valueAtRisk);
 * // => true
 * ```
 */
export function tails(options: TailsOptions): Tails {
  expectOptions('tails', options, ['run', 'measure', 'levels', 'months', 'where', 'dated', 'given']);
  const { levels: asked, ...rest } = options;
  const question = resolveQuestion(rest);
  expectDraws('run', question.run);
  const levels = resolveLevels(asked, [0.95, 0.99]);
  return {
    kind: 'tails',
    ...tableHead(question),
    rows: tailRows(question, levels),
    meta: tableMeta(question.run),
  };
}

function tailRows(question: Question, levels: readonly number[]): readonly TailRow[] {
  const sketch = sketchedTotal(question);
  if (sketch !== null) {
    return levels.map((level) => ({
      level,
      valueAtRisk: sketch.quantile(level),
      valueAtRiskStandardError: sketch.errorOfQuantile(level),
      expectedShortfall: sketch.expectedShortfall(level),
      expectedShortfallStandardError: sketch.errorOfExpectedShortfall(level),
    }));
  }
  const values = answerTotal(question);
  const ascending = sorted(values);
  const replicates = replicatesOf(question);
  return levels.map((level) => ({
    level,
    valueAtRisk: quantileOfSorted(ascending, level),
    valueAtRiskStandardError: errorOfQuantile(values, ascending, level, replicates),
    expectedShortfall: expectedShortfall(ascending, level),
    expectedShortfallStandardError: errorOfExpectedShortfall(values, ascending, level, replicates),
  }));
}
