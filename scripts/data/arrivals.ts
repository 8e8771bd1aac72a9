/** Monthly arrivals from `data/`, and what is asked of months and of lists of numbers. */
import { cell, numeric, readRows } from './csv.ts';

export type Series = ReadonlyMap<string, number>;

export function arrivalsOf(market: string): Series {
  return new Map(
    readRows('arrivals_monthly.csv')
      .filter((row) => row.market === market)
      .map((row) => [cell(row, 'month'), numeric(row, 'arrivals')]),
  );
}

export function shift(month: string, by: number): string {
  const n = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
}

export function at(series: Series, month: string): number {
  const value = series.get(month);
  if (value === undefined) throw new Error(`no figure for ${month}`);
  return value;
}

/** Months from one to another, both included. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const out: string[] = [];
  for (let month = from; month <= to; month = shift(month, 1)) out.push(month);
  return out;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
