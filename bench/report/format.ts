import type { Spread } from '../timing.ts';

/** Three significant digits. */
export const digits = (value: number): string => String(Number(value.toPrecision(3)));

/** `12.3 (11.9-13.0)`: median and quartiles, in a unit. */
export function show({ median, lower, upper }: Spread, unit: number): string {
  return `${digits(median / unit)} (${digits(lower / unit)}–${digits(upper / unit)})`;
}

export const ms = 1e-3;
export const us = 1e-6;
export const ns = 1e-9;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
