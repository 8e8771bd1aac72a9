import { monthsBetween, readMonth } from './calendar.ts';
import type { IssueList } from './issue-list.ts';
import { renderValue } from './render-value.ts';
import type { ResolvedCalendar } from './resolved.ts';
import type { FittedBaseline } from './types.ts';

/** The largest logarithm of arrivals that a draw may reach: far above any market, far below what overflows. */
const LARGEST_LOGARITHM = 100;
/** Standard deviations that no draw exceeds: the quantile of the smallest uniform. */
const FARTHEST_SCORE = 8.3;

/** What must hold of a well-shaped forecast: it covers the horizon, its components fit it, and no draw overflows. */
export function checkFitted(
  { start, logMedian, components }: FittedBaseline,
  path: string,
  calendar: ResolvedCalendar | null,
  found: IssueList,
): void {
  if (readMonth(start) === null) {
    const message = `${renderValue(start)} is no month of the calendar; a month is written YYYY-MM`;
    found.report('format', `${path}.start`, message, { received: renderValue(start), expected: 'YYYY-MM' });
  } else if (calendar !== null) {
    const first = monthsBetween(start, calendar.months[0]!);
    const last = first + calendar.months.length;
    if (first < 0 || last > logMedian.length) {
      const message =
        `has ${logMedian.length} months from ${start}; the calendar has ${calendar.months.length} from ` +
        `${calendar.months[0]}: fit a forecast that covers them`;
      found.report('length', `${path}.logMedian`, message);
    }
  }
  const reach = logMedian.map(Math.abs);
  const places = new Map<string, number>();
  components.forEach(({ name, from, loadings }, index) => {
    const place = `${path}.components[${index}]`;
    if (!/^[A-Za-z0-9._/-]{1,200}$/.test(name)) {
      const message = `${renderValue(name)} is no name; use letters, digits, and . _ - /`;
      found.report('format', `${place}.name`, message, { received: renderValue(name) });
    }
    const before = places.get(name);
    if (before !== undefined) {
      found.report(
        'duplicate',
        `${place}.name`,
        `components[${before}] is named ${renderValue(name)} already`,
      );
    }
    places.set(name, before ?? index);
    if (from + loadings.length > logMedian.length) {
      const message = `reaches month ${from + loadings.length}; the forecast has ${logMedian.length}`;
      found.report('length', `${place}.loadings`, message);
      return;
    }
    loadings.forEach((loading, i) => {
      reach[from + i] = reach[from + i]! + FARTHEST_SCORE * Math.abs(loading);
    });
  });
  const month = reach.findIndex((logarithm) => !(logarithm <= LARGEST_LOGARITHM));
  if (month >= 0) {
    const message = `can reach exp(${reach[month]!.toPrecision(3)}) with its errors; at most exp(${LARGEST_LOGARITHM}) is allowed`;
    found.report('size', `${path}.logMedian[${month}]`, message);
  }
}
