/** Civil dates by way of `Date.UTC`, so that the reference shares no arithmetic with the library. */

const DAY = 86_400_000;

/** Days from one date to another: `daysBetween('2025-11-01', '2025-11-14')` is 13. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The date `days` after another. */
export function dateAfter(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** ISO 8601 week of the day `days` after `from`: the week belongs to the year of its Thursday. */
export function isoWeekAfter(from: string, days: number): string {
  const at = Date.parse(`${from}T00:00:00Z`) + days * DAY;
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY;
  const year = new Date(monday + 3 * DAY).getUTCFullYear();
  const week = 1 + Math.floor((monday + 3 * DAY - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, '0')}`;
}

export interface ReferenceMonth {
  /** `YYYY-MM` */
  readonly name: string;
  /** 0 is January. */
  readonly calendarMonth: number;
  /** Day of the horizon on which it begins. */
  readonly begins: number;
  readonly days: number;
}

/** The months of a horizon. */
export function monthsOf(start: string, count: number): ReferenceMonth[] {
  const [year, month] = start.split('-').map(Number) as [number, number];
  return Array.from({ length: count }, (_, m) => {
    const first = new Date(Date.UTC(year, month - 1 + m, 1));
    const next = Date.UTC(year, month + m, 1);
    return {
      name: first.toISOString().slice(0, 7),
      calendarMonth: first.getUTCMonth(),
      begins: Math.round((first.getTime() - Date.UTC(year, month - 1, 1)) / DAY),
      days: Math.round((next - first.getTime()) / DAY),
    };
  });
}
