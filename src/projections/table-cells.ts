import { wrongType } from '../scenario/misuse.ts';
import type { Comparison, ComparisonRow } from './compare.ts';
import type { RankedOption, Ranking } from './compare-all.ts';
import type { StageProjection, StageRow } from './project-stages.ts';
import type { TailRow, Tails } from './tails.ts';
import type { Projection, RowSummary } from './types.ts';

/** A table of another room, such as impact: rows with the values of its axes, and a summary of the draws. */
export interface SummaryTable {
  readonly kind: 'impact' | 'exposure' | 'stays' | 'offsets' | 'formula';
  readonly measure: string;
  /** What the measure is counted in, where that is a question of its own. */
  readonly what?: string;
  readonly unit: string;
  /** Keys of the rows that hold the values of the axes. */
  readonly axes: readonly string[];
  /** The restriction that was asked for. */
  readonly where: Readonly<Partial<Record<string, string>>>;
  readonly rows: readonly RowSummary[];
}

/** What can be written as rows. */
export type Table = Projection | Comparison | Tails | StageProjection | Ranking | SummaryTable;

const kinds: readonly unknown[] = [
  'projection',
  'comparison',
  'tails',
  'stages',
  'ranking',
  'impact',
  'exposure',
  'stays',
  'offsets',
  'formula',
];

/** One cell of a row. */
export interface Cell {
  readonly column: string;
  readonly value: string | number;
  /** Left out where a table is to be read at a glance. */
  readonly detail: boolean;
}

/** The cells of every row; all rows have the same columns in the same order. */
export function tableCells(caller: string, table: Table): readonly (readonly Cell[])[] {
  const kind: unknown = typeof table === 'object' && table !== null ? table.kind : undefined;
  if (!kinds.includes(kind)) throw wrongType(caller, 'what project, compare or tails returns', table);
  if (table.kind === 'stages') return table.rows.map((row) => stageCells(table.axes, row));
  const head = [detail('measure', table.measure), detail('unit', table.unit)];
  switch (table.kind) {
    case 'projection':
      return table.rows.map((row) => [...head, ...keys(table, row), ...summary(row)]);
    case 'comparison':
      return table.rows.map((row) => [...head, ...keys(table, row), ...comparison(row)]);
    case 'ranking':
      return table.rows.map((row) => [...head, ...keys({ ...table, axes: [] }, {}), ...ranked(row)]);
    case 'tails':
      return table.rows.map((row) => [...head, ...keys({ ...table, axes: [] }, {}), ...tail(row)]);
    default: {
      const what = table.what === undefined ? [] : [detail('what', table.what)];
      return table.rows.map((row) => [...what, ...head, ...keys(table, row), ...summary(row)]);
    }
  }
}

function shown(column: string, value: string | number): Cell {
  return { column, value, detail: false };
}

function detail(column: string, value: string | number): Cell {
  return { column, value, detail: true };
}

/** The axes asked for, then those held fixed. */
function keys(table: Pick<SummaryTable, 'axes' | 'where'>, row: object): readonly Cell[] {
  const values: ReadonlyMap<string, string> = new Map(Object.entries(row));
  const fixed = Object.entries(table.where).filter(([axis]) => !table.axes.includes(axis));
  return [
    ...table.axes.map((axis) => shown(axis, values.get(axis)!)),
    ...fixed.map(([axis, value]) => detail(axis, value!)),
  ];
}

function summary(row: RowSummary): readonly Cell[] {
  return [shown('mean', row.mean), ...spread(row)];
}

function spread(row: RowSummary): readonly Cell[] {
  return [
    shown('standardError', row.standardError),
    shown('median', row.median),
    detail('medianStandardError', row.medianStandardError),
    ...row.intervals.flatMap(({ level, lower, upper, lowerStandardError, upperStandardError }) => {
      const name = percent(level);
      return [
        shown(`lower${name}`, lower),
        detail(`lower${name}StandardError`, lowerStandardError),
        shown(`upper${name}`, upper),
        detail(`upper${name}StandardError`, upperStandardError),
      ];
    }),
  ];
}

function comparison(row: ComparisonRow): readonly Cell[] {
  return [
    shown('base', row.base),
    detail('baseStandardError', row.baseStandardError),
    shown('other', row.other),
    detail('otherStandardError', row.otherStandardError),
    shown('difference', row.difference.mean),
    ...spread(row.difference),
    shown('probabilityPositive', row.probabilityPositive),
    detail('probabilityPositiveStandardError', row.probabilityPositiveStandardError),
    shown('pairingGain', row.pairingGain),
  ];
}

function ranked(row: RankedOption): readonly Cell[] {
  return [
    shown('option', row.option),
    detail('title', row.title),
    shown('avoided', row.avoided.mean),
    ...spread(row.avoided),
    shown('cost', row.cost.mean),
    detail('costStandardError', row.cost.standardError),
    shown('net', row.net.mean),
    shown('netStandardError', row.net.standardError),
    shown('avoidedPerCost', row.avoidedPerCost.value),
    detail('avoidedPerCostStandardError', row.avoidedPerCost.standardError),
    shown('probabilityPays', row.probabilityPays.value),
    detail('probabilityPaysStandardError', row.probabilityPays.standardError),
    shown('probabilityBest', row.probabilityBest.value),
    detail('probabilityBestStandardError', row.probabilityBest.standardError),
    shown('meanRank', row.meanRank),
  ];
}

function stageCells(axes: StageProjection['axes'], row: StageRow): readonly Cell[] {
  return [
    ...axes.map((axis) => shown(axis, row[axis]!)),
    shown('share', row.share),
    shown('shareStandardError', row.shareStandardError),
    shown('reached', row.reached),
    shown('reachedStandardError', row.reachedStandardError),
  ];
}

function tail(row: TailRow): readonly Cell[] {
  return [
    shown('level', row.level),
    shown('valueAtRisk', row.valueAtRisk),
    shown('valueAtRiskStandardError', row.valueAtRiskStandardError),
    shown('expectedShortfall', row.expectedShortfall),
    shown('expectedShortfallStandardError', row.expectedShortfallStandardError),
  ];
}

/** `80` for 0.8 and `99.5` for 0.995, free of the last binary digit. */
function percent(level: number): string {
  return String(Number((level * 100).toPrecision(12)));
}
