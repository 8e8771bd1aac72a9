import { normalQuantile } from '../distributions/normal.ts';
import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { addMonths, monthsBetween, readDate } from '../scenario/calendar.ts';
import type { IsoDate, IsoMonth } from '../scenario/types.ts';
import { fitBaseline, type Intervention } from './fit-baseline.ts';
import { baselineCovariance, baselineOfDraw, type FittedBaseline } from './fitted-baseline.ts';
import type { MovingHoliday } from './moving-holidays.ts';
import { NumberSource } from './number-source.ts';
import { alignSeries, type MonthlyObservation } from './series.ts';

/** A figure with its central interval. */
export interface Measured {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
}

/** A time that may not have come yet: null where it lies after the last month. */
export interface MeasuredTime {
  /** Months from the onset's. */
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Share of the counterfactuals under which it had not come by the end of the series. */
  readonly censored: number;
}

export interface EpisodeMonth {
  readonly month: IsoMonth;
  /** Null where there is no figure. */
  readonly arrivals: number | null;
  /** What would have come. */
  readonly counterfactual: Measured;
  /** Arrivals over the counterfactual, less 1; null where there is no figure. */
  readonly change: Measured | null;
}

export interface EpisodeMeasurement {
  readonly level: number;
  readonly months: readonly EpisodeMonth[];
  /** Over the months with a figure: what would have come less what came, persons. */
  readonly loss: Measured;
  /** The same, over what would have come. */
  readonly lossShare: Measured;
  /** Month of the deepest change, in the median. */
  readonly trough: { readonly month: IsoMonth; readonly change: Measured };
  /** First month from the trough on in which half of its gap is closed. */
  readonly halfRecovery: MeasuredTime;
  /** First month from the trough on in which nine in ten came again. */
  readonly recovery: MeasuredTime;
  readonly baseline: FittedBaseline;
}

/**
 * What an episode did to a market: a counterfactual is made from the months before the onset alone
 * (`fitBaseline`), and what came is held against it. The intervals are those of the counterfactual; figures are taken as exact.
 *
 * @param options.history monthly arrivals, 24 before the month of the onset or more, and one from it on or more
 * @param options.onset the date it began; its month counts as affected
 * @param options.until last month to measure: leave out what a later shock touched. Default: the last of the history
 * @param options.level of the intervals; default 0.8
 * @throws RangeError as `fitBaseline`
 */
export function measureEpisode(options: {
  readonly history: readonly MonthlyObservation[];
  readonly onset: IsoDate;
  readonly until?: IsoMonth;
  readonly holidays?: readonly MovingHoliday[];
  readonly interventions?: readonly Intervention[];
  readonly level?: number;
}): EpisodeMeasurement {
  const { history, onset, level = 0.8 } = options;
  if (readDate(onset) === null) {
    throw new RangeError(`onset: expected a date YYYY-MM-DD, got ${JSON.stringify(onset)}`);
  }
  if (!(level > 0 && level < 1))
    throw new RangeError(`level: expected a number between 0 and 1, got ${level}`);
  const first = onset.slice(0, 7);
  const { start, values } = alignSeries(history, 1);
  const before = monthsBetween(start, first);
  const end = options.until === undefined ? values.length : monthsBetween(start, options.until) + 1;
  const after = values.subarray(Math.max(0, before), end);
  if (before < 1 || after.every((value) => Number.isNaN(value))) {
    throw new RangeError(`history: expected figures before and from the month of the onset, ${first}, on`);
  }
  // The forecast begins where the history ends: in the month of the onset, figures or not.
  const known = history.filter(({ month }) => month < first);
  const eve = addMonths(first, -1);
  const baseline = fitBaseline({
    history: known.some(({ month }) => month === eve) ? known : [...known, { month: eve, arrivals: null }],
    horizon: after.length,
    ...(options.holidays === undefined ? {} : { holidays: options.holidays }),
    ...(options.interventions === undefined ? {} : { interventions: options.interventions }),
  });
  const n = after.length;
  const covariance = baselineCovariance(baseline);
  const z = normalQuantile((1 + level) / 2);
  const months = Array.from({ length: n }, (_, m): EpisodeMonth => {
    const centre = baseline.logMedian[m]!;
    const width = z * Math.sqrt(covariance[m * n + m]!);
    const counterfactual = { median: exp(centre), lower: exp(centre - width), upper: exp(centre + width) };
    const arrivals = Number.isNaN(after[m]!) ? null : after[m]!;
    return {
      month: addMonths(first, m),
      arrivals,
      counterfactual,
      change:
        arrivals === null
          ? null
          : {
              median: arrivals / counterfactual.median - 1,
              lower: arrivals / counterfactual.upper - 1,
              upper: arrivals / counterfactual.lower - 1,
            },
    };
  });
  const measured = months.filter(({ change }) => change !== null);
  const trough = measured.reduce((a, b) => (b.change!.median < a.change!.median ? b : a));
  const at = monthsBetween(first, trough.month);

  const losses: number[] = [];
  const shares: number[] = [];
  const half: number[] = [];
  const whole: number[] = [];
  const source = new NumberSource('measure-episode', onset);
  const scores = new Float64Array(baseline.components.length);
  const would = new Float64Array(n);
  for (let draw = 0; draw < DRAWS; draw++) {
    for (let c = 0; c < scores.length; c++) scores[c] = source.normal();
    baselineOfDraw(baseline, scores, would);
    let expected = 0;
    let came = 0;
    for (let m = 0; m < n; m++) {
      if (Number.isNaN(after[m]!)) continue;
      expected += would[m]!;
      came += after[m]!;
    }
    losses.push(expected - came);
    shares.push(1 - came / expected);
    const gap = Math.max(0, 1 - after[at]! / would[at]!);
    half.push(firstMonth(after, would, at, 1 - gap / 2));
    whole.push(firstMonth(after, would, at, 0.9));
  }
  return {
    level,
    months,
    loss: interval(losses, level),
    lossShare: interval(shares, level),
    trough: { month: trough.month, change: trough.change! },
    halfRecovery: time(half, level),
    recovery: time(whole, level),
    baseline,
  };
}

/** Counterfactuals that sums and times are read from. */
const DRAWS = 2000;

/** First month from `from` on in which that share came; Infinity where none. */
function firstMonth(arrivals: Float64Array, would: Float64Array, from: number, share: number): number {
  for (let m = from; m < arrivals.length; m++) if (arrivals[m]! >= share * would[m]!) return m;
  return Infinity;
}

function interval(values: readonly number[], level: number): Measured {
  const ascending = [...values].sort((a, b) => a - b);
  const at = (p: number): number => ascending[Math.floor(p * (ascending.length - 1) + 0.5)]!;
  return { median: at(0.5), lower: at((1 - level) / 2), upper: at((1 + level) / 2) };
}

function time(values: readonly number[], level: number): MeasuredTime {
  const { median, lower, upper } = interval(values, level);
  const orNull = (value: number): number | null => (value === Infinity ? null : value);
  return {
    median: orNull(median),
    lower: orNull(lower),
    upper: orNull(upper),
    censored: values.filter((value) => value === Infinity).length / values.length,
  };
}

/** Mean change over a window of months, weighted by the counterfactual: what studies report for a quarter. */
export function changeOver(
  measurement: EpisodeMeasurement,
  window: { readonly from: IsoMonth; readonly to: IsoMonth },
): Measured {
  const { baseline, level } = measurement;
  const n = measurement.months.length;
  const picked = measurement.months
    .map((one, m) => ({ ...one, m }))
    .filter(({ month, arrivals }) => arrivals !== null && window.from <= month && month <= window.to);
  if (picked.length === 0)
    throw new RangeError(`window: expected months with figures, got ${window.from} to ${window.to}`);
  const covariance = baselineCovariance(baseline);
  const came = picked.reduce((sum, { arrivals }) => sum + arrivals!, 0);
  const would = picked.reduce((sum, { counterfactual }) => sum + counterfactual.median, 0);
  // Error of the logarithm of a sum, to first order: shares of the sum times the covariance.
  let variance = 0;
  for (const a of picked) {
    for (const b of picked) {
      const weight = (a.counterfactual.median / would) * (b.counterfactual.median / would);
      variance += weight * covariance[a.m * n + b.m]!;
    }
  }
  const width = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  const centre = log(came / would);
  return { median: exp(centre) - 1, lower: exp(centre - width) - 1, upper: exp(centre + width) - 1 };
}
