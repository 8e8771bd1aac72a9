import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { type Table, tableCells } from './table-cells.ts';

/** One row as plain columns. */
export type FlatRow = Readonly<Record<string, string | number>>;

/** How {@link toRows} shows numbers. */
export interface ToRowsOptions {
  /** Significant digits, a whole number from 1 to 17. Default 4; 17 leaves every number as it is. */
  readonly digits?: number;
}

/**
 * A table of results as flat records, for `console.table`, a data frame or a chart: keys first (`month`, `flow` ...),
 * then `mean`, `standardError`, `median` and `lower80`, `upper80`, `lower95`, `upper95` (the level in per cent). A
 * comparison shows the means of both runs, then the same columns of the difference, `probabilityPositive` and
 * `pairingGain`; tails show their levels.
 *
 * Numbers are rounded to four significant digits unless told otherwise, so that a table can be read; Monte Carlo
 * figures seldom carry more. The standard errors of medians and of interval bounds are left out here: they are in the
 * rows of the table itself, and in {@link toCsv}.
 *
 * @throws TypeError where `table` is not the outcome of a projection, a comparison or tails.
 * @throws RangeError where `digits` is outside its range.
 *
 * @example
 * ```ts
 * import { project, simulate, toRows } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const [row] = toRows(project({ run, measure: 'arrivals', by: 'flow' }), { digits: 3 });
 * console.log(Object.keys(row!).join(' '));
 * // => flow mean standardError median lower80 upper80 lower95 upper95
 * ```
 */
export function toRows(table: Table, options: ToRowsOptions = {}): readonly FlatRow[] {
  expectOptions('toRows', options, ['digits']);
  const digits = expectDigits(options.digits);
  return tableCells('toRows', table).map((cells) =>
    Object.fromEntries(
      cells
        .filter((cell) => !cell.detail)
        .map(({ column, value }) => [column, typeof value === 'number' ? round(value, digits) : value]),
    ),
  );
}

function expectDigits(digits: unknown): number {
  if (digits === undefined) return 4;
  if (typeof digits !== 'number') throw wrongType('digits', 'a whole number from 1 to 17', digits);
  if (!Number.isInteger(digits) || digits < 1 || digits > 17) {
    throw outOfRange('digits', 'a whole number from 1 to 17', digits);
  }
  return digits;
}

/** Decimal rounding by the language itself, which is exact (ECMA-262, Number.prototype.toPrecision). */
function round(value: number, digits: number): number {
  return digits === 17 ? value : Number(value.toPrecision(digits));
}
