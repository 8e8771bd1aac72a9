import { normalQuantile } from '../distributions/normal.ts';
import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { addMonths, monthsBetween } from '../scenario/calendar.ts';
import { type BacktestModel, type EnsembleForecast, SCORED_MONTHS } from './backtest.ts';
import { smoothSeries } from './exponential-smoothing.ts';
import { EPISODE_HISTORY, EPISODE_MONTHS, type MeasuredEpisode } from './measure-baselines.ts';

/** A forecast without error: one number a month, from the market and the episodes of other events. */
export type PointForecast = (test: MeasuredEpisode, training: readonly MeasuredEpisode[]) => Float64Array;

/** Members that stand for a normal error. */
const NORMAL_MEMBERS = 99;

/**
 * A point forecast with its own leave-one-out errors: the logarithms of outcome over forecast that it had, month by
 * month, on the other events, each event counting once.
 *
 * `'empirical'` takes them as they are, bias and all; `'normal'` puts a normal distribution with their root mean
 * square around the point. The better of the two is the rival.
 */
export function pointRival(options: {
  readonly name: string;
  readonly point: PointForecast;
  readonly errors: 'empirical' | 'normal';
}): BacktestModel {
  const { name, point, errors } = options;
  return {
    name: `${name}, ${errors} errors`,
    forecast: (test, training) => {
      const others = withEffect(training);
      const centre = point(test, others);
      const weights = eventWeights(others);
      const made = others.map((other) =>
        point(
          other,
          others.filter(({ record }) => record.event !== other.record.event),
        ),
      );
      return collect((month) => {
        const known = others
          .map((other, i) => ({ error: log(other.arrivals[month]! / made[i]![month]!), weight: weights[i]! }))
          .filter(({ error }) => Number.isFinite(error));
        if (errors === 'empirical') {
          return known.map(({ error, weight }) => [centre[month]! * exp(error), weight]);
        }
        const total = known.reduce((sum, { weight }) => sum + weight, 0);
        const spread = Math.sqrt(
          known.reduce((sum, { error, weight }) => sum + (weight * error * error) / total, 0),
        );
        return Array.from({ length: NORMAL_MEMBERS }, (_, i) => [
          centre[month]! * exp(spread * normalQuantile((i + 0.5) / NORMAL_MEMBERS)),
          1,
        ]);
      });
    },
  };
}

/** (a) The same month of the last year. */
export const seasonalNaive: PointForecast = (test) => test.lastYear;

/** (b) Last year's month times the mean fall of the other episodes, of the same class where there are some. */
export const meanFall: PointForecast = (test, training) => {
  const same = training.filter(({ record }) => baseClass(record.class) === baseClass(test.record.class));
  const others = same.length > 0 ? same : training;
  const weights = eventWeights(others);
  let sum = 0;
  let total = 0;
  others.forEach((other, i) => {
    sum += weights[i]! * changeOnLastYear(other);
    total += weights[i]!;
  });
  return test.lastYear.map((value) => value * (1 + sum / total));
};

/** (c) 25.1% below last year's month: the mean of September 2012 to August 2013, China to Japan. */
export const flatFall: PointForecast = (test) => test.lastYear.map((value) => value * (1 - 0.251));

/** (d) Exponential smoothing of the months before the onset. */
export const smoothing: PointForecast = (test) => {
  const history = test.record.series?.history ?? [];
  const start = addMonths(test.grid.month, -EPISODE_HISTORY);
  const values = new Float64Array(EPISODE_HISTORY).fill(Number.NaN);
  for (const { month, arrivals } of history) {
    const at = monthsBetween(start, month);
    if (at >= 0 && at < EPISODE_HISTORY && arrivals !== null) values[at] = arrivals;
  }
  const first = values.findIndex((value) => !Number.isNaN(value));
  return smoothSeries(values.subarray(first), SCORED_MONTHS);
};

/**
 * (e) Our counterfactual, with its error, times the falls of the other episodes as they were, month by month: of the same class
 * where every month has one, or of all.
 */
export function empiricalFalls(among: 'class' | 'all'): BacktestModel {
  return {
    name: `(e) counterfactual x falls of the others, ${among}`,
    forecast: (test, training) => {
      const effective = withEffect(training);
      const same = effective.filter(({ record }) => baseClass(record.class) === baseClass(test.record.class));
      const complete = same.some(({ ratios }) => ratios.length >= SCORED_MONTHS);
      const others = among === 'class' && complete ? same : effective;
      const weights = eventWeights(others);
      const steps = 25;
      return collect((month) => {
        const sd = Math.sqrt(test.covariance[month * EPISODE_MONTHS + month]!);
        const centre = test.baseline.logMedian[month]!;
        return others.flatMap(({ ratios }, i) =>
          month >= ratios.length
            ? []
            : Array.from({ length: steps }, (_, k): [number, number] => [
                exp(centre + ratios[month]! + sd * normalQuantile((k + 0.5) / steps)),
                weights[i]!,
              ]),
        );
      });
    },
  };
}

/** All of them. */
export const rivals: readonly BacktestModel[] = [
  ...(['empirical', 'normal'] as const).flatMap((errors) => [
    pointRival({ name: '(a) seasonal naive', point: seasonalNaive, errors }),
    pointRival({ name: '(b) last year x mean fall of the class', point: meanFall, errors }),
    pointRival({ name: '(c) last year - 25.1%', point: flatFall, errors }),
    pointRival({ name: '(d) exponential smoothing', point: smoothing, errors }),
  ]),
  empiricalFalls('class'),
  empiricalFalls('all'),
];

/** Disputes that changed nothing are no falls to learn one from. */
function withEffect(training: readonly MeasuredEpisode[]): readonly MeasuredEpisode[] {
  return training.filter(({ record }) => record.class !== 'S0');
}

function baseClass(strength: string): string {
  return strength.slice(0, 2);
}

/** Markets of one event share one weight. */
function eventWeights(episodes: readonly MeasuredEpisode[]): number[] {
  return episodes.map(
    ({ record }) => 1 / episodes.filter((other) => other.record.event === record.event).length,
  );
}

/** Mean over the months of the first year that are known. */
function changeOnLastYear({ arrivals, lastYear }: MeasuredEpisode): number {
  const changes: number[] = [];
  for (let m = 0; m < Math.min(SCORED_MONTHS, arrivals.length); m++) {
    if (!Number.isNaN(lastYear[m]!)) changes.push(arrivals[m]! / lastYear[m]! - 1);
  }
  return changes.reduce((sum, change) => sum + change, 0) / changes.length;
}

function collect(of: (month: number) => (readonly number[])[]): EnsembleForecast {
  const months = Array.from({ length: SCORED_MONTHS }, (_, month) => of(month));
  return {
    members: months.map((pairs) => Float64Array.from(pairs, (pair) => pair[0]!)),
    weights: months.map((pairs) => Float64Array.from(pairs, (pair) => pair[1]!)),
  };
}
