import { log } from '../elementary/log.ts';
import { addMonths, dayOfDate, firstDayOfMonth, monthsBetween } from '../scenario/calendar.ts';
import type { EpisodeRecord } from './episode-record.ts';
import { fitBaseline } from './fit-baseline.ts';
import { baselineCovariance, type FittedBaseline } from './fitted-baseline.ts';

/** Months of history that a counterfactual is made from, and months it reaches. */
export const EPISODE_HISTORY = 84;
export const EPISODE_MONTHS = 24;

/** An episode with its counterfactual: from the months before the onset alone. */
export interface MeasuredEpisode {
  readonly record: EpisodeRecord;
  readonly baseline: FittedBaseline;
  /** Logarithms of what came less those of the counterfactual's median, from the month of onset on. */
  readonly ratios: Float64Array;
  /** Covariance of the counterfactual's logarithms over `EPISODE_MONTHS`. */
  readonly covariance: Float64Array;
  /** Arrivals in the same months a year before the onset's, from the month of onset on; NaN where not known. */
  readonly lastYear: Float64Array;
  /** Arrivals from the month of onset on. */
  readonly arrivals: Float64Array;
  readonly grid: EpisodeGrid;
}

/** Days of the months from that of the onset on. */
export interface EpisodeGrid {
  readonly month: string;
  /** Day of the onset, counted from the first of its month. */
  readonly onset: number;
  /** Day after the last of each month, counted in the same way. */
  readonly monthEnds: Int32Array;
}

export function gridOf(onset: string, months: number = EPISODE_MONTHS): EpisodeGrid {
  const month = onset.slice(0, 7);
  const first = firstDayOfMonth(month);
  return {
    month,
    onset: dayOfDate(onset) - first,
    monthEnds: Int32Array.from(
      { length: months },
      (_, m) => firstDayOfMonth(addMonths(month, m + 1)) - first,
    ),
  };
}

/** The counterfactual of an episode with a series; null where it has none, or too little of it before the onset. */
export function measureBaseline(record: EpisodeRecord): MeasuredEpisode | null {
  const { series } = record;
  if (series === undefined) return null;
  const grid = gridOf(record.onset);
  const figures = new Map(series.history.map(({ month, arrivals }) => [month, arrivals]));
  const before = series.history.filter(({ month }) => {
    const back = monthsBetween(month, grid.month);
    return back >= 1 && back <= EPISODE_HISTORY;
  });
  const interventions = series.disturbed.map((months) => ({ kind: 'leave-out', ...months }) as const);
  const kept = before.filter(
    ({ month, arrivals }) =>
      arrivals !== null && !interventions.some(({ from, to }) => from <= month && month <= to),
  );
  if (kept.length < 24) return null;
  // The forecast begins in the month of onset even where the last months before it are missing.
  const eve = addMonths(grid.month, -1);
  const history = before.some(({ month }) => month === eve)
    ? before
    : [...before, { month: eve, arrivals: null }];
  const baseline = fitBaseline({
    history,
    horizon: EPISODE_MONTHS,
    holidays: series.holidays,
    interventions,
  });
  const arrivals: number[] = [];
  for (let m = 0; m < EPISODE_MONTHS; m++) {
    const month = addMonths(grid.month, m);
    const figure = figures.get(month) ?? null;
    if (month > series.until || figure === null) break;
    arrivals.push(figure);
  }
  return {
    record,
    baseline,
    ratios: Float64Array.from(arrivals, (figure, m) => log(figure) - baseline.logMedian[m]!),
    covariance: baselineCovariance(baseline),
    lastYear: Float64Array.from(
      { length: EPISODE_MONTHS },
      (_, m) => figures.get(addMonths(grid.month, (m % 12) - 12)) ?? Number.NaN,
    ),
    arrivals: Float64Array.from(arrivals),
    grid,
  };
}
