import { expectName, outOfRange, wrongType } from '../scenario/misuse.ts';
import type { MonthWindow, Run } from './types.ts';

/** A window of the horizon's months, checked; the whole horizon where none is given. `option` names the run. */
export function resolveMonths(run: Pick<Run, 'scenario'>, option: string, months: unknown): MonthWindow {
  const horizon = run.scenario.calendar.months;
  const first = horizon[0]!;
  if (months === undefined) return { from: first, count: horizon.length };
  if (typeof months !== 'object' || months === null || !('from' in months) || !('count' in months)) {
    throw wrongType('months', "a window such as { from: '2025-11', count: 12 }", months);
  }
  const { from, count } = months;
  const span = `a month of the horizon of ${option}, '${first}' to '${horizon[horizon.length - 1]!}'`;
  const start = horizon.indexOf(expectName('months.from', span, from, horizon));
  if (typeof count !== 'number') throw wrongType('months.count', 'a whole number of months', count);
  const left = horizon.length - start;
  if (!Number.isInteger(count) || count < 1 || count > left) {
    throw outOfRange(
      'months.count',
      `a whole number from 1 to ${left}, the months of the horizon from '${horizon[start]!}' on`,
      count,
    );
  }
  return { from: horizon[start]!, count };
}
