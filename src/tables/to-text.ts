import type { DataColumn } from './data-table.ts';
import { columnsOf, type Writable, type WriteOptions } from './writable.ts';

/**
 * Any table as CSV (RFC 4180: comma, CRLF, a header line), every number with as many digits as it takes to read back the
 * same bits. CSV has no place for metadata. Of a table of results this is the text of `toCsv`.
 *
 * @throws TypeError where `table` is no table.
 */
export function toCsvText(table: Writable): string {
  const { columns, length } = columnsOf(table, {});
  const lines = [columns.map(({ name }) => field(name)).join(',')];
  for (let row = 0; row < length; row++)
    lines.push(columns.map(({ values }) => field(values[row]!)).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

/**
 * Any table as JSON: `{ metadata, columns: [{ name, unit }], rows: [{ ... }] }`. JSON knows no NaN and no Infinity: they
 * are written as null.
 *
 * @throws TypeError where `table` is no table.
 *
 * @example
 * ```ts
 * import { project, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { toJsonText } from 'tourism-impact/tables';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const { metadata, rows } = JSON.parse(toJsonText(project({ run, measure: 'arrivals' })));
 * console.log(metadata.seed, metadata.unit, rows.length);
 * // => a seed arrivals 1
 * ```
 */
export function toJsonText(table: Writable, options: WriteOptions = {}): string {
  const { columns, length, metadata } = columnsOf(table, options);
  const heads = columns.map((column) =>
    column.kind === 'text' ? { name: column.name } : { name: column.name, unit: column.unit },
  );
  const rows = Array.from({ length }, (_, row) => JSON.stringify(recordAt(columns, row)));
  return `{"metadata":${JSON.stringify(metadata)},\n"columns":${JSON.stringify(heads)},\n"rows":[\n${rows.join(',\n')}\n]}\n`;
}

/** One row by the names of its columns. */
function recordAt(columns: readonly DataColumn[], row: number): Readonly<Record<string, string | number>> {
  return Object.fromEntries(columns.map(({ name, values }) => [name, values[row]!]));
}

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
