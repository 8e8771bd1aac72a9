import { type Table, tableCells } from './table-cells.ts';

/**
 * A table of results as CSV (RFC 4180: comma, CRLF, quotes where needed, a header line): one line a row, with `measure`
 * and `unit` in front, then the keys, then every figure and its standard error. Numbers have as many digits as it takes
 * to read back the same bits; NaN and Infinity are written as such. The header has the columns of {@link toRows} and
 * those it leaves out, such as `medianStandardError` and `lower95StandardError`; a restriction (`where`) has columns of
 * its own.
 *
 * @throws TypeError where `table` is not the outcome of a projection, a comparison or tails.
 *
 * @example
 * ```ts
 * import { project, simulate, toCsv } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const csv = toCsv(project({ run, measure: 'revenue', by: 'month', levels: [0.9] }));
 * console.log(csv.split('\r\n')[0]);
 * // => measure,unit,month,mean,standardError,median,medianStandardError,lower90,lower90StandardError,upper90,upper90StandardError
 * ```
 */
export function toCsv(table: Table): string {
  const rows = tableCells('toCsv', table);
  const header = (rows[0] ?? []).map(({ column }) => column);
  const lines = [header, ...rows.map((cells) => cells.map(({ value }) => value))];
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
