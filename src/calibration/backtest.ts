import { normalCdf } from '../distributions/normal.ts';
import { prepareQuantile } from '../distributions/quantile.ts';
import { exp } from '../elementary/exp.ts';
import type { Seed } from '../random/key.ts';
import { pitOfEnsemble, quantileOfEnsemble } from '../statistics/scores/calibration-scores.ts';
import { crpsOfEnsemble } from '../statistics/scores/crps-ensemble.ts';
import type { Ensemble } from '../statistics/scores/ensemble.ts';
import type { CentralInterval } from '../statistics/scores/interval-scores.ts';
import { effectPath } from './effect-path.ts';
import { type Evidence, evidenceOf } from './episode-likelihood.ts';
import { type EpisodeModel, episodeModel, samplePopulation } from './episode-model.ts';
import type { EpisodeRecord } from './episode-record.ts';
import { semidefiniteCholesky } from './matrices.ts';
import { EPISODE_MONTHS, type MeasuredEpisode, measureBaseline } from './measure-baselines.ts';
import { NumberSource } from './number-source.ts';
import { type AdvisoryPrior, describePrediction, inputsOf, predictScores } from './prior-of-class.ts';

/** Months from that of the onset that forecasts are scored on. */
export const SCORED_MONTHS = 12;

/** A forecast of a market from the month of onset on: one weighted ensemble a month. */
export interface EnsembleForecast {
  /** One array a month, one value a member, in persons; members of all months belong together where a model knows paths. */
  readonly members: readonly Float64Array[];
  /** One weight a member, by month; equal where there is none. */
  readonly weights?: readonly Float64Array[];
}

/** What forecasts an episode from the others. */
export interface BacktestModel {
  readonly name: string;
  /**
   * @param test the market to forecast; only its baseline, last year, class and dates may be read
   * @param training the measured episodes of the other events
   * @param records the other events, also those without a series
   */
  readonly forecast: (
    test: MeasuredEpisode,
    training: readonly MeasuredEpisode[],
    records: readonly EpisodeRecord[],
  ) => EnsembleForecast;
}

/** One market and month: how well it was forecast. */
export interface BacktestCase {
  readonly id: string;
  readonly event: string;
  /** From 0 in the month of onset. */
  readonly month: number;
  readonly observed: number;
  /** What was forecast, in persons: 80% and 95% intervals. */
  readonly forecast: {
    readonly median: number;
    readonly intervals: readonly CentralInterval[];
  };
  /** Median of what would have come. */
  readonly counterfactual: number;
  /** Continuous ranked probability score, divided by the median of the counterfactual in that month. */
  readonly crps: number;
  /** Share of the forecast below what came. */
  readonly pit: number;
}

/** Episodes with their counterfactuals, made once for all models. */
export function measureEpisodes(episodes: readonly EpisodeRecord[]): readonly MeasuredEpisode[] {
  return episodes.map(measureBaseline).filter((one) => one !== null);
}

/** Those that forecasts are scored on: 24 months before the onset (which their counterfactual needs) and 12 from it. */
export function scoredEpisodes(measured: readonly MeasuredEpisode[]): readonly MeasuredEpisode[] {
  return measured.filter(({ record, arrivals }) => record.scored && arrivals.length >= SCORED_MONTHS);
}

/**
 * Leave-one-event-out: every market that is scored is forecast from the episodes of the other events, from its month of onset on.
 */
export function backtest(options: {
  readonly episodes: readonly EpisodeRecord[];
  readonly model: BacktestModel;
  /** As `measureEpisodes` gives; made here where it is missing. */
  readonly measured?: readonly MeasuredEpisode[];
}): BacktestCase[] {
  const { episodes, model } = options;
  const measured = options.measured ?? measureEpisodes(episodes);
  return scoredEpisodes(measured).flatMap((test) => {
    const { event, id } = test.record;
    const forecast = model.forecast(
      test,
      measured.filter((one) => one.record.event !== event),
      episodes.filter((one) => one.event !== event),
    );
    return Array.from({ length: SCORED_MONTHS }, (_, month) => {
      const members = forecast.members[month]!;
      const weights = forecast.weights?.[month];
      const ensemble = weights === undefined ? { members } : { members, weights };
      const observed = test.arrivals[month]!;
      const counterfactual = exp(test.baseline.logMedian[month]!);
      return {
        id,
        event,
        month,
        observed,
        forecast: intervalsOf(ensemble),
        counterfactual,
        crps: crpsOfEnsemble({ ...ensemble, observed }) / counterfactual,
        pit: pitOfEnsemble({ ...ensemble, observed }),
      };
    });
  });
}

function intervalsOf(ensemble: Ensemble): BacktestCase['forecast'] {
  const at = (p: number): number => quantileOfEnsemble({ ...ensemble, p });
  return {
    median: at(0.5),
    intervals: [
      { level: 0.8, lower: at(0.1), upper: at(0.9) },
      { level: 0.95, lower: at(0.025), upper: at(0.975) },
    ],
  };
}

/** Draws from a prior and a counterfactual: the forecast of an advisory's market. */
export function forecastEffect(options: {
  readonly prior: AdvisoryPrior;
  readonly test: MeasuredEpisode;
  readonly seed: Seed;
  readonly draws: number;
}): EnsembleForecast {
  const { prior, test, draws } = options;
  const source = new NumberSource(options.seed, `backtest/${test.record.id}`);
  const K = prior.correlations.length;
  const root = semidefiniteCholesky(Float64Array.from(prior.correlations.flat()), K);
  const quantiles = inputsOf(prior).map((distribution) => prepareQuantile(distribution));
  const H = EPISODE_MONTHS;
  const rootOfBaseline = semidefiniteCholesky(test.covariance, H);
  const members = Array.from({ length: SCORED_MONTHS }, () => new Float64Array(draws));
  const path = new Float64Array(SCORED_MONTHS);
  const z = new Float64Array(Math.max(K, H));
  for (let draw = 0; draw < draws; draw++) {
    for (let k = 0; k < K; k++) z[k] = source.normal();
    const value = (i: number): number => {
      let score = 0;
      for (let j = 0; j <= i; j++) score += root[i * K + j]! * z[j]!;
      return quantiles[i]!(normalCdf(score));
    };
    const effect = {
      suppression: value(0),
      cancellation: value(1),
      awareness: value(2),
      cancelling: value(3),
      duration: value(4),
      recovery: value(5),
    };
    effectPath(effect, test.grid.onset, test.grid.monthEnds, SCORED_MONTHS, path);
    for (let m = 0; m < SCORED_MONTHS; m++) z[m] = source.normal();
    for (let m = 0; m < SCORED_MONTHS; m++) {
      let logBaseline = test.baseline.logMedian[m]!;
      for (let j = 0; j <= m; j++) logBaseline += rootOfBaseline[m * H + j]! * z[j]!;
      members[m]![draw] = exp(logBaseline) * path[m]!;
    }
  }
  return { members };
}

/** The model of this package: priors of the class from the other events, times the counterfactual. */
export function episodeForecaster(options: {
  readonly seed: Seed;
  readonly model?: EpisodeModel;
  readonly rounds?: number;
  readonly draws?: number;
}): BacktestModel {
  const { seed, model = episodeModel, rounds = 9000, draws = 2000 } = options;
  // All markets of an event are forecast from the same others.
  const priors = new Map<string, ReturnType<typeof samplePopulation>>();
  return {
    name: 'episodes by class, pooled',
    forecast: (test, training, records) => {
      const key = test.record.event;
      const posterior =
        priors.get(key) ??
        samplePopulation({ evidence: evidenceFrom(records, training), seed, model, rounds });
      priors.set(key, posterior);
      const strength = test.record.class;
      const prior = describePrediction(predictScores(posterior, model, strength), strength, 0);
      return forecastEffect({ prior, test, seed, draws });
    },
  };
}

function evidenceFrom(records: readonly EpisodeRecord[], measured: readonly MeasuredEpisode[]): Evidence[] {
  return records
    .map((record) => evidenceOf(record, measured.find((one) => one.record.id === record.id) ?? null))
    .filter((one) => one !== null);
}
