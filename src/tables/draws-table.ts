import type { Axis, Given, Measure, MonthWindow, RowKey, Run } from '../engine/types.ts';
import { answerRows, drawsOf } from '../projections/answer.ts';
import { tableMeta } from '../projections/provenance.ts';
import { resolveQuestion } from '../projections/question.ts';
import { tableHead } from '../projections/table-head.ts';
import type { Dating } from '../projections/types.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { type DataColumn, type DataTable, dataTable } from './data-table.ts';
import { tableMetadata } from './table-metadata.ts';

/** The question whose draws are wanted, as for `project`. */
export interface DrawsTableOptions {
  readonly run: Run;
  readonly measure: Measure;
  /** Default `'total'`. */
  readonly by?: Axis | readonly Axis[];
  readonly months?: MonthWindow;
  readonly where?: RowKey;
  readonly dated?: Dating;
  readonly cumulative?: boolean;
  /** Only the draws in which this holds; they keep their numbers. */
  readonly given?: Given | readonly Given[];
}

/**
 * The draws behind a projection: one row for each row of the projection and draw, with the columns `draw` (from 0), the
 * axes asked for, and the measure. A million draws of one total are 12 MB; by month they are that for each month.
 *
 * @throws TypeError, RangeError as `project` does.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { drawsTable } from 'tourism-impact/tables';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const { columns, length } = drawsTable({ run, measure: 'revenueLost', by: 'flow' });
 * console.log(length, columns.map(({ name }) => name).join(' '));
 * // => 300 draw flow revenueLost
 * ```
 */
export function drawsTable(options: DrawsTableOptions): DataTable {
  expectOptions('drawsTable', options, [
    'run',
    'measure',
    'by',
    'months',
    'where',
    'dated',
    'cumulative',
    'given',
  ]);
  const question = resolveQuestion(options);
  const { run, by } = question;
  const axes = by.filter((axis) => axis !== 'total');
  const rows = [...answerRows(question)].map(({ key, values }) => ({ key, values: values.slice() }));
  const draws = drawsOf(question);
  const numbers = question.condition?.draws ?? Int32Array.from({ length: draws }, (_, d) => d);
  const length = rows.length * draws;
  const draw = new Int32Array(length);
  const values = new Float64Array(length);
  rows.forEach((row, r) => {
    draw.set(numbers, r * draws);
    values.set(row.values, r * draws);
  });
  const keys = axes.map((axis): DataColumn => {
    const texts = new Array<string>(length);
    rows.forEach(({ key }, r) => {
      texts.fill(key[axis]!, r * draws, (r + 1) * draws);
    });
    return { name: axis, kind: 'text', values: texts };
  });
  const { measure, label, unit, months, dated, where } = tableHead(question);
  return dataTable(
    [
      { name: 'draw', kind: 'number', unit: '', values: draw },
      ...keys,
      { name: measure, kind: 'number', unit, values },
    ],
    {
      table: 'draws',
      measure,
      label,
      unit,
      months: JSON.stringify(months),
      dated,
      ...(Object.keys(where).length === 0 ? {} : { where: JSON.stringify(where) }),
      ...(question.condition === null ? {} : { given: JSON.stringify(question.condition.given) }),
      ...tableMetadata(tableMeta(run)),
    },
  );
}
