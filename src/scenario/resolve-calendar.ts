import { addMonths, dayOfDate, firstDayOfMonth } from './calendar.ts';
import type { ResolvedCalendar } from './resolved.ts';
import type { Scenario } from './types.ts';

/** Months, days and month starts of a checked calendar. */
export function resolveCalendar(calendar: Scenario['calendar']): ResolvedCalendar {
  const startDay = dayOfDate(calendar.start);
  const first = calendar.start.slice(0, 7);
  const months = Array.from({ length: calendar.months }, (_, index) => addMonths(first, index));
  const monthStarts = months.map((month) => firstDayOfMonth(month) - startDay);
  const days = firstDayOfMonth(addMonths(first, calendar.months)) - startDay;
  return { startDay, days, months, monthStarts: [...monthStarts, days] };
}
