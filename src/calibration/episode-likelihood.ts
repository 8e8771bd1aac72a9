import { normalCdf } from '../distributions/normal.ts';
import { log } from '../elementary/log.ts';
import { effectPath, toValues } from './effect-path.ts';
import type { EpisodeRecord } from './episode-record.ts';
import { inverseOfPositive } from './matrices.ts';
import { EPISODE_MONTHS, type EpisodeGrid, gridOf, type MeasuredEpisode } from './measure-baselines.ts';

/**
 * How far months stray from the path of the model, as standard deviations of logarithms, beside the error of the
 * counterfactual: each by itself, and together with its neighbours (falling by `persistence` a month).
 */
export const misfit = { month: 0.05, lasting: 0.1, persistence: 0.7 } as const;

/** A fall that was reported: growth of the market a year, its standard deviation, and the error of one report. */
export const reported = { growth: 0.06, growthSd: 0.17, error: 0.12 } as const;

/** Months of an episode that count, from that of the onset on. */
export const MONTHS_FITTED = 18;

/** What an episode says about the effect of its advisory. */
export interface Evidence {
  readonly id: string;
  readonly event: string;
  readonly class: string;
  readonly logLikelihood: (scores: ArrayLike<number>) => number;
}

/** Evidence of a record; null where it says nothing. */
export function evidenceOf(record: EpisodeRecord, measured: MeasuredEpisode | null): Evidence | null {
  const { id, event } = record;
  if (measured !== null) {
    const n = Math.min(MONTHS_FITTED, measured.ratios.length);
    const covariance = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      let lasting = misfit.lasting * misfit.lasting;
      for (let j = i; j < n; j++, lasting *= misfit.persistence) {
        const own = i === j ? misfit.month * misfit.month : 0;
        const value = measured.covariance[i * EPISODE_MONTHS + j]! + lasting + own;
        covariance[i * n + j] = value;
        covariance[j * n + i] = value;
      }
    }
    const windows = Array.from({ length: n }, (_, m) => [m, m] as const);
    const ratios = measured.ratios.subarray(0, n);
    return {
      id,
      event,
      class: record.class,
      logLikelihood: likelihood(measured.grid, windows, ratios, covariance, undefined),
    };
  }
  const falls = record.falls ?? [];
  if (falls.length === 0 && record.recovery === undefined) return null;
  const n = falls.length;
  const ratios = Float64Array.from(falls, ({ change, against }) => {
    return log(1 + change) - (against === 'last-year' ? reported.growth : 0);
  });
  const covariance = new Float64Array(n * n).fill(reported.growthSd * reported.growthSd);
  for (let i = 0; i < n; i++) {
    covariance[i * n + i] =
      covariance[i * n + i]! + reported.error * reported.error + misfit.month * misfit.month;
  }
  const windows = falls.map(({ from, to }) => [from, to] as const);
  return {
    id,
    event,
    class: record.class,
    logLikelihood: likelihood(gridOf(record.onset), windows, ratios, covariance, record.recovery),
  };
}

/** Normal errors of the logarithms of the means over windows of months. */
function likelihood(
  grid: EpisodeGrid,
  windows: readonly (readonly [from: number, to: number])[],
  ratios: Float64Array,
  covariance: Float64Array,
  recovery: EpisodeRecord['recovery'],
): (scores: ArrayLike<number>) => number {
  const n = ratios.length;
  const precision = n === 0 ? covariance : inverseOfPositive(covariance, n);
  if (precision === null) throw new RangeError('episodes: the covariance of a counterfactual is singular');
  const last = EPISODE_MONTHS - 1;
  const months = 1 + Math.min(last, Math.max(recovery?.month ?? 0, ...windows.map(([, to]) => to)));
  const path = new Float64Array(months);
  const error = new Float64Array(n);
  return (scores) => {
    effectPath(toValues(scores), grid.onset, grid.monthEnds, months, path);
    for (let i = 0; i < n; i++) {
      const [from, to] = windows[i]!;
      const end = Math.min(to, last);
      let sum = 0;
      for (let m = from; m <= end; m++) sum += path[m]!;
      error[i] = ratios[i]! - log(Math.max(1e-3, sum / (end - from + 1)));
    }
    let square = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) square += error[i]! * precision[i * n + j]! * error[j]!;
    return -square / 2 + (recovery === undefined ? 0 : recovered(recovery, path));
  };
}

/** Standard deviation of the logarithm at which a report of recovery tells above from below. */
const RECOVERY_SD = 0.12;

/**
 * A report that nine in ten came again by a month, or not yet: censored either way. A recovery that took more than six months
 * also says that it was not over at six tenths of them.
 */
function recovered({ kind, month }: NonNullable<EpisodeRecord['recovery']>, path: Float64Array): number {
  const at = Math.min(EPISODE_MONTHS - 1, month);
  const beyond = (m: number, share: number): number => (log(path[m]!) - log(share)) / RECOVERY_SD;
  const notYet = (m: number, share: number): number => log(normalCdf(-beyond(m, share)) + 1e-4);
  if (kind === 'after') return notYet(at, 0.9);
  const short = Math.max(0, -beyond(at, 0.9));
  return -(short * short) / 2 + (month > 6 ? notYet(Math.floor(month * 0.6), 0.95) : 0);
}
