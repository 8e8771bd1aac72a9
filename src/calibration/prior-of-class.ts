import { normalCdf, normalQuantile } from '../distributions/normal.ts';
import type { Beta, Lognormal } from '../distributions/types.ts';
import { exp } from '../elementary/exp.ts';
import { expm1 } from '../elementary/expm1.ts';
import { EFFECT_SIZE, type EffectParameter, effectParameters } from './effect-path.ts';
import type { EpisodeModel, PopulationDraw } from './episode-model.ts';

const K = EFFECT_SIZE;

/**
 * What past episodes of a class say about the next: the inputs of an advisory and its effect, as plain data.
 *
 * `correlations` are of normal scores, in the order of `effectParameters`: suppression, cancellation, awareness,
 * cancelling, duration, recovery.
 */
export interface AdvisoryPrior {
  readonly class: string;
  /** Events of the class behind it. */
  readonly events: number;
  readonly suppression: Beta;
  readonly cancellation: Beta;
  readonly duration: Lognormal;
  readonly halfLives: {
    readonly awareness: Lognormal;
    readonly cancelling: Lognormal;
    readonly recovery: Lognormal;
  };
  readonly correlations: readonly (readonly number[])[];
  /** Probability that an advisory of the class is still in force two years on. */
  readonly lasting: number;
}

/** The inputs of a prior in the order of `effectParameters`, which is that of its correlations. */
export function inputsOf(prior: AdvisoryPrior): readonly (Beta | Lognormal)[] {
  const { suppression, cancellation, duration, halfLives } = prior;
  const { awareness, cancelling, recovery } = halfLives;
  return [suppression, cancellation, awareness, cancelling, duration, recovery];
}

/** Normal distribution of the scores of a market in a new event of a class. */
export interface ScorePrediction {
  readonly mean: Float64Array;
  /** Row by row. */
  readonly covariance: Float64Array;
}

/**
 * The posterior prediction for a new event of a class, by its first two moments; a class that no episode stands
 * for is drawn from what all have in common.
 */
export function predictScores(
  draws: readonly PopulationDraw[],
  model: EpisodeModel,
  strength: string,
): ScorePrediction {
  const mean = new Float64Array(K);
  const covariance = new Float64Array(K * K);
  const centres = draws.map((draw) => draw.classes.get(strength) ?? draw.all);
  for (const centre of centres) for (let k = 0; k < K; k++) mean[k] = mean[k]! + centre[k]! / draws.length;
  draws.forEach((draw, d) => {
    const about = 1 + model.sibling + (draw.classes.has(strength) ? 0 : model.pooling);
    for (let i = 0; i < K; i++) {
      for (let j = 0; j < K; j++) {
        const between = (centres[d]![i]! - mean[i]!) * (centres[d]![j]! - mean[j]!);
        const at = i * K + j;
        covariance[at] = covariance[at]! + (between + about * draw.spread[at]!) / draws.length;
      }
    }
  });
  return { mean, covariance };
}

/**
 * The prediction in the analyst's terms: lognormal days with the same logarithms, beta shares with the mean and standard
 * deviation of the logistic-normal ones, and the correlations of the scores.
 */
export function describePrediction(
  prediction: ScorePrediction,
  strength: string,
  events: number,
): AdvisoryPrior {
  const source = `${events} ${events === 1 ? 'event' : 'events'} of class ${strength}, pooled with the other classes (docs/calibration.md)`;
  const moments = (parameter: EffectParameter): { mean: number; variance: number } => {
    const k = effectParameters.indexOf(parameter);
    return { mean: prediction.mean[k]!, variance: prediction.covariance[k * K + k]! };
  };
  const share = (parameter: EffectParameter): Beta => {
    const { mean, variance } = moments(parameter);
    return { kind: 'beta', ...logisticMoments(mean, Math.sqrt(variance)), source };
  };
  const days = (parameter: EffectParameter): Lognormal => {
    const { mean, variance } = moments(parameter);
    const centre = exp(mean + variance / 2);
    return {
      kind: 'lognormal',
      mean: significant(centre),
      sd: significant(centre * Math.sqrt(expm1(variance))),
      source,
    };
  };
  const correlations = effectParameters.map((_, i) =>
    effectParameters.map((_, j) => {
      const scale = Math.sqrt(prediction.covariance[i * K + i]! * prediction.covariance[j * K + j]!);
      return i === j ? 1 : Math.round((prediction.covariance[i * K + j]! / scale) * 1000) / 1000;
    }),
  );
  const duration = moments('duration');
  return {
    class: strength,
    events,
    suppression: share('suppression'),
    cancellation: share('cancellation'),
    duration: days('duration'),
    halfLives: {
      awareness: days('awareness'),
      cancelling: days('cancelling'),
      recovery: days('recovery'),
    },
    correlations,
    lasting: significant(1 - normalCdf((LOG_730 - duration.mean) / Math.sqrt(duration.variance))),
  };
}

const LOG_730 = 6.593044534142437;

/** Mean and standard deviation of the inverse logit of a normal, by the midpoints of 400 equal probabilities. */
function logisticMoments(mean: number, sd: number): { mean: number; sd: number } {
  const n = 400;
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const share = 1 / (1 + exp(-(mean + sd * normalQuantile((i + 0.5) / n))));
    sum += share / n;
    squares += (share * share) / n;
  }
  return { mean: significant(sum), sd: significant(Math.sqrt(squares - sum * sum)) };
}

/** Three significant digits. */
function significant(value: number): number {
  return Number(value.toPrecision(3));
}
