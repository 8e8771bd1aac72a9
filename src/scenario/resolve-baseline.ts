import { exp } from '../elementary/exp.ts';
import { dateOfDay, dayOfDate, daysInMonth, monthsBetween, readMonth } from './calendar.ts';
import type { Find } from './resolve-effects.ts';
import type { NamedQuantity, ResolvedCalendar, ResolvedStretch } from './resolved.ts';
import type { AnnualBaseline, Baseline, DatedBaseline, FittedBaseline } from './types.ts';

/** The stretches of days with one baseline: months, or single days and what lies between them. */
export function resolveBaseline(
  baseline: Baseline,
  find: Find,
  calendar: ResolvedCalendar,
): readonly ResolvedStretch[] {
  if (baseline.kind === 'fitted') return fittedStretches(baseline, find, calendar);
  const level = baseline.kind !== 'annual' && baseline.level !== undefined ? [find('baseline/level')] : [];
  const noise = (time: string): NamedQuantity[] =>
    baseline.noise === undefined ? [] : [find(`baseline/noise/${time}`)];
  if (baseline.kind === 'dated') {
    return datedStretches(baseline, calendar, (date) => [find(`baseline/${date}`), ...level, ...noise(date)]);
  }
  const shares = baseline.kind === 'annual' ? seasonShares(baseline.seasons) : null;
  const growth = baseline.kind === 'annual' && baseline.growth !== undefined ? find('baseline/growth') : null;
  return calendar.months.map((month, index) => ({
    start: calendar.monthStarts[index]!,
    factor: shares === null ? 1 : shares[readMonth(month)!.month - 1]!,
    factors: [find(shares === null ? `baseline/${month}` : 'baseline/total'), ...level, ...noise(month)],
    growth,
    growthYears: growth === null ? 0 : Math.floor(index / 12),
    scores: [],
  }));
}

function fittedStretches(
  { start, logMedian, components, share }: FittedBaseline,
  find: Find,
  { months, monthStarts }: ResolvedCalendar,
): readonly ResolvedStretch[] {
  const first = monthsBetween(start, months[0]!);
  const scores = components.map(({ name }) => find(`baseline/component/${name}`));
  return months.map((_, index) => {
    const month = first + index;
    return {
      start: monthStarts[index]!,
      factor: exp(logMedian[month]!),
      factors: share === undefined ? [] : [find('baseline/share')],
      growth: null,
      growthYears: 0,
      scores: components.flatMap(({ from, loadings }, c) => {
        const loading = loadings[month - from] ?? 0;
        return loading === 0 ? [] : [{ score: scores[c]!, loading }];
      }),
    };
  });
}

function datedStretches(
  { events }: DatedBaseline,
  { startDay, days, monthStarts }: ResolvedCalendar,
  factorsOf: (date: string) => readonly NamedQuantity[],
): readonly ResolvedStretch[] {
  const eventDays = new Set(
    events.map(({ date }) => dayOfDate(date) - startDay).filter((day) => day >= 0 && day < days),
  );
  const starts = new Set([...monthStarts, ...[...eventDays].flatMap((day) => [day, day + 1])]);
  return [...starts]
    .filter((day) => day < days)
    .sort((a, b) => a - b)
    .map((start) => ({
      start,
      factor: eventDays.has(start) ? 1 : 0,
      factors: eventDays.has(start) ? factorsOf(dateOfDay(startDay + start)) : [],
      growth: null,
      growthYears: 0,
      scores: [],
    }));
}

/** Shares of the year, January to December; by default each month's days of a year of 365. */
function seasonShares(seasons: AnnualBaseline['seasons']): readonly number[] {
  const weights = seasons ?? Array.from({ length: 12 }, (_, index) => daysInMonth(2025, index + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
