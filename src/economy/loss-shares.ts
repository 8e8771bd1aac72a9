import { readRows } from '../engine/rows.ts';
import type { Axis, MonthWindow, RowKey, Run } from '../engine/types.ts';
import { outOfRange } from '../scenario/misuse.ts';
import type { ExposureEntry } from './exposure-types.ts';

/** The value of an entry that names no sector or no month. */
export const ANY = 'any';

/** Entries of one origin, sector and month share their fate. */
export function fateOf({ origin, sector = ANY, month = ANY }: ExposureEntry): string {
  return JSON.stringify([origin, sector, month]);
}

/** The share of its revenue that each kind of entry loses, draw by draw. */
export function lossShares(
  book: readonly ExposureEntry[],
  run: Run,
  loss: 'gross' | 'net',
  window: MonthWindow,
): ReadonlyMap<string, Float64Array> {
  const shares = new Map<string, Float64Array>();
  const splits = new Map<string, ExposureEntry[]>();
  for (const entry of book) {
    const split = `${entry.sector === undefined} ${entry.month === undefined}`;
    splits.set(split, [...(splits.get(split) ?? []), entry]);
  }
  for (const entries of splits.values()) {
    const [first] = entries;
    const by: Axis[] = ['origin'];
    if (first!.sector !== undefined) by.push('sector');
    if (first!.month !== undefined) by.push('month');
    const { months } = run.scenario.calendar;
    const request = {
      run,
      by,
      months: first!.month === undefined ? window : { from: months[0]!, count: months.length },
      dated: 'travel' as const,
      cumulative: false,
    };
    const wanted = new Set(entries.map(fateOf));
    const isWanted = (key: RowKey): string | null => {
      const fate = JSON.stringify([key.origin, key.sector ?? ANY, key.month ?? ANY]);
      return wanted.has(fate) ? fate : null;
    };
    for (const { key, values } of readRows({
      ...request,
      measure: loss === 'gross' ? 'revenueLost' : 'revenueLostNet',
    })) {
      const fate = isWanted(key);
      if (fate !== null) shares.set(fate, values.slice());
    }
    for (const { key, values } of readRows({ ...request, measure: 'revenueBaseline' })) {
      const fate = isWanted(key);
      const lost = fate === null ? undefined : shares.get(fate);
      // Where nothing was to come, nothing is lost.
      lost?.forEach((value, i) => {
        lost[i] = values[i] === 0 ? 0 : value / values[i]!;
      });
    }
    for (const entry of entries) {
      if (shares.has(fateOf(entry))) continue;
      throw outOfRange('book', `a sector in which flows from ${entry.origin} are`, entry.sector);
    }
  }
  return shares;
}
