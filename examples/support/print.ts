/** A cell of a table: text is set flush left, numbers are given as text already and set flush right. */
export type Column<Row> = {
  readonly title: string;
  readonly cell: (row: Row) => string;
  readonly align?: 'left' | 'right';
};

export function heading(text: string): void {
  console.log(`\n${text}\n${'-'.repeat(text.length)}`);
}

/** Prints rows under the titles of their columns, each as wide as its widest cell. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): void {
  const cells = rows.map((row) => columns.map(({ cell }) => cell(row)));
  const widths = columns.map(({ title }, c) => Math.max(title.length, ...cells.map((row) => row[c]!.length)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, c) => (columns[c]!.align === 'left' ? text.padEnd(widths[c]!) : text.padStart(widths[c]!)))
      .join('  ')
      .trimEnd();
  console.log(line(columns.map(({ title }) => title)));
  for (const row of cells) console.log(line(row));
}

/** `612,345` */
export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

/** `612`, in thousands. */
export const thousands = (value: number): string => whole(value / 1e3);

/** `123.4`, in billions. */
export const billions = (value: number): string =>
  (value / 1e9).toLocaleString('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `1.23`, in trillions. */
export const trillions = (value: number): string => (value / 1e12).toFixed(2);

/** `-41.2%` */
export const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** `310 to 480`, with the figures of one interval in the format given. */
export function range(
  intervals: readonly { readonly level: number; readonly lower: number; readonly upper: number }[],
  level: number,
  format: (value: number) => string,
): string {
  const interval = intervals.find((candidate) => candidate.level === level);
  return interval === undefined ? '' : `${format(interval.lower)} to ${format(interval.upper)}`;
}
