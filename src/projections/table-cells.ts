import type { Axis, RowKey } from '../engine/types.ts';
import type { Comparison, ComparisonRow } from './compare.ts';
import { wrongType } from './misuse.ts';
import { axesOf } from './question.ts';
import type { TailRow, Tails } from './tails.ts';
import type { Projection, RowSummary } from './types.ts';

/** What can be written as rows. */
export type Table = Projection | Comparison | Tails;

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
  if (kind !== 'projection' && kind !== 'comparison' && kind !== 'tails') {
    throw wrongType(caller, 'what project, compare or tails returns', table);
  }
  const head = [detail('measure', table.measure), detail('unit', table.unit)];
  switch (table.kind) {
    case 'projection':
      return table.rows.map((row) => [...head, ...keys(table, row), ...summary(row)]);
    case 'comparison':
      return table.rows.map((row) => [...head, ...keys(table, row), ...comparison(row)]);
    case 'tails':
      return table.rows.map((row) => [...head, ...keys({ ...table, axes: [] }, {}), ...tail(row)]);
  }
}

function shown(column: string, value: string | number): Cell {
  return { column, value, detail: false };
}

function detail(column: string, value: string | number): Cell {
  return { column, value, detail: true };
}

/** The axes asked for, then those held fixed. */
function keys(
  table: { readonly axes: readonly Axis[]; readonly where: RowKey },
  row: RowKey,
): readonly Cell[] {
  const fixed = axesOf(table.where).filter((axis) => !table.axes.includes(axis));
  return [
    ...table.axes.map((axis) => shown(axis, row[axis]!)),
    ...fixed.map((axis) => detail(axis, table.where[axis]!)),
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
    shown('other', row.other),
    shown('difference', row.difference.mean),
    ...spread(row.difference),
    shown('probabilityPositive', row.probabilityPositive),
    shown('pairingGain', row.pairingGain),
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
