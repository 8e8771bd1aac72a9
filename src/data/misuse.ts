import { readMonth } from '../scenario/calendar.ts';
import { nearestName } from '../scenario/nearest-name.ts';

/** The name itself if it is known; else a RangeError that names the nearest one. */
export function known(option: string, name: string, names: readonly string[]): string {
  if (names.includes(name)) return name;
  const nearest = nearestName(name, names);
  const meant = nearest === undefined ? '' : `; did you mean '${nearest}'?`;
  throw new RangeError(`${option}: no figures for '${name}'${meant} Known: ${names.join(', ')}`);
}

/** Months from `from` to `to` as positions in a series that begins at `start`; outside of it there is nothing. */
export function positions(
  start: string,
  length: number,
  from: string | undefined,
  to: string | undefined,
): { readonly first: number; readonly end: number } {
  const origin = monthNumber('start', start);
  const first = from === undefined ? 0 : Math.max(0, monthNumber('from', from) - origin);
  const end = to === undefined ? length : Math.min(length, monthNumber('to', to) - origin + 1);
  return { first, end: Math.max(first, end) };
}

function monthNumber(option: string, month: string): number {
  const read = readMonth(month);
  if (read === null) throw new RangeError(`${option}: expected a month, YYYY-MM; got '${month}'`);
  return read.year * 12 + read.month - 1;
}
