import { dailyShare } from '../advisories/half-life.ts';
import { log } from '../elementary/log.ts';
import { pow } from '../elementary/pow.ts';
import { sampleInputs } from '../engine/sample-inputs.ts';
import type { Axis, Measure, RowKey, Run } from '../engine/types.ts';
import { answerRows } from '../projections/answer.ts';
import { expectDraws, resolveQuestion } from '../projections/question.ts';
import { dayOfDate } from '../scenario/calendar.ts';
import type { IsoDate, IsoMonth } from '../scenario/types.ts';
import { importanceWeights, resample } from './importance-weights.ts';
import { ARRIVALS_ERROR } from './updated-forecaster.ts';

/** Something that came in after the run was made. */
export type Observation =
  /** A month's figure of a measure, over all flows or those of `where`. */
  | {
      readonly kind: 'month';
      readonly measure: Measure;
      readonly month: IsoMonth;
      readonly where?: RowKey;
      /** Above 0. */
      readonly value: number;
      /** Standard deviation of its logarithm about the model's; default 0.112, what the calibration allows of misfit. */
      readonly error?: number;
    }
  /** Share of the bookings on hand at an onset that was cancelled from it to the end of a day. */
  | {
      readonly kind: 'share-cancelled';
      /** Effect, as `advisory/effect`. */
      readonly effect: string;
      readonly through: IsoDate;
      /** 0 to 1. */
      readonly share: number;
      /** Its standard deviation. */
      readonly error: number;
    };

/** What was learnt of one uncertain input. */
export interface Learnt {
  readonly name: string;
  readonly prior: { readonly mean: number; readonly sd: number };
  readonly posterior: { readonly mean: number; readonly sd: number };
}

/** A run whose draws are weighted by what was observed. */
export interface UpdatedRun {
  readonly run: Run;
  readonly observed: readonly Observation[];
  /** One a draw, summing to 1. */
  readonly weights: Float64Array;
  /** How many equally weighted draws they are worth. */
  readonly effectiveDraws: number;
  /** Draws of the run in proportion to their weights, as many as it has: for `replay`. */
  readonly resampled: Int32Array;
  /** Every uncertain input, the most moved first (by the shift of its mean in prior standard deviations). */
  readonly learnt: readonly Learnt[];
  readonly warnings: readonly string[];
}

/** Fewer effective draws than this deserve a warning. */
const FEW_DRAWS = 100;

/**
 * Weights the draws of a run by what was observed: each in proportion to the likelihood of the observations in its world
 * (importance sampling with the prior as proposal). Warns where few draws carry the weight, or none comes near.
 *
 * @throws RangeError for an observation that cannot be, or of what the run does not have
 */
export function update(options: {
  readonly run: Run;
  readonly observed: readonly Observation[];
}): UpdatedRun {
  const { observed } = options;
  const run = expectDraws('run', options.run);
  const { inputs, key } = run.plan;
  const values = new Float64Array(inputs.length * run.draws);
  sampleInputs(inputs, key)(0, run.draws, values, run.draws);
  const logLikelihoods = new Float64Array(run.draws);
  const warnings: string[] = [];
  observed.forEach((one, index) => {
    const distances =
      one.kind === 'month' ? monthErrors(run, one, index) : shareErrors(run, one, index, values);
    let nearest = Infinity;
    distances.forEach((z, draw) => {
      logLikelihoods[draw] = logLikelihoods[draw]! - (z * z) / 2;
      nearest = Math.min(nearest, Math.abs(z));
    });
    if (nearest > 3) {
      warnings.push(
        `observed[${index}]: no draw comes within three standard deviations; the nearest is ${nearest.toFixed(1)} away`,
      );
    }
  });
  const { weights, effectiveDraws } = importanceWeights(logLikelihoods);
  if (effectiveDraws < FEW_DRAWS) {
    warnings.push(
      `the weighted draws are worth ${effectiveDraws.toFixed(0)} equally weighted ones: run more draws, or look whether the priors can be right`,
    );
  }
  const learnt = inputs.flatMap(({ name, distribution }, s): Learnt[] => {
    if (distribution === null) return [];
    const drawn = values.subarray(s * run.draws, (s + 1) * run.draws);
    const even = new Float64Array(run.draws).fill(1 / run.draws);
    return [{ name, prior: momentsOf(drawn, even), posterior: momentsOf(drawn, weights) }];
  });
  const shift = ({ prior, posterior }: Learnt): number =>
    prior.sd === 0 ? 0 : Math.abs(posterior.mean - prior.mean) / prior.sd;
  learnt.sort((a, b) => shift(b) - shift(a));
  return {
    run,
    observed,
    weights,
    effectiveDraws,
    resampled: resample(weights, run.draws),
    learnt,
    warnings,
  };
}

/** A row of an updated projection. */
export interface UpdatedRow extends RowKey {
  readonly mean: number;
  readonly median: number;
  readonly intervals: readonly { readonly level: number; readonly lower: number; readonly upper: number }[];
}

/** `project`, with the weights of an update. */
export function projectUpdated(options: {
  readonly updated: UpdatedRun;
  readonly measure: Measure;
  readonly by?: Axis | readonly Axis[];
  readonly months?: { readonly from: IsoMonth; readonly count: number };
  readonly where?: RowKey;
  /** Default 0.8 and 0.95. */
  readonly levels?: readonly number[];
}): readonly UpdatedRow[] {
  const { updated, levels = [0.8, 0.95], ...question } = options;
  const rows: UpdatedRow[] = [];
  for (const { key, values } of answerRows(resolveQuestion({ ...question, run: updated.run }))) {
    const at = weightedQuantiles(values, updated.weights);
    rows.push({
      ...key,
      mean: momentsOf(values, updated.weights).mean,
      median: at(0.5),
      intervals: levels.map((level) => ({ level, lower: at((1 - level) / 2), upper: at((1 + level) / 2) })),
    });
  }
  return rows;
}

type MonthObservation = Extract<Observation, { kind: 'month' }>;
type ShareObservation = Extract<Observation, { kind: 'share-cancelled' }>;

/** Distance of each draw from a month's figure, in standard deviations. */
function monthErrors(run: Run, one: MonthObservation, index: number): Float64Array {
  const { measure, month, value, where, error = ARRIVALS_ERROR } = one;
  if (!(value > 0 && error > 0)) {
    throw new RangeError(
      `observed[${index}]: expected a value and an error above 0, got ${value} and ${error}`,
    );
  }
  const question = resolveQuestion({
    run,
    measure,
    by: 'month',
    months: { from: month, count: 1 },
    ...(where === undefined ? {} : { where }),
  });
  for (const { values } of answerRows(question)) {
    return values.map((drawn) => (drawn > 0 ? log(value / drawn) / error : 1e3));
  }
  throw new RangeError(`observed[${index}]: the run has no ${measure} of ${month}`);
}

function shareErrors(run: Run, one: ShareObservation, index: number, values: Float64Array): Float64Array {
  const known = run.plan.flows.flatMap(({ advisories, effects }) =>
    advisories.map((advisory) => ({ advisory, effect: effects[advisory.effect]! })),
  );
  const found = known.find(({ effect }) => effect.name === one.effect);
  if (found === undefined) {
    const names = [...new Set(known.map(({ effect }) => effect.name))].join(', ');
    throw new RangeError(
      `observed[${index}].effect: expected one of ${names}, got ${JSON.stringify(one.effect)}`,
    );
  }
  if (!(one.share >= 0 && one.share <= 1 && one.error > 0)) {
    throw new RangeError(`observed[${index}]: expected a share from 0 to 1 and an error above 0`);
  }
  const { advisory, effect } = found;
  const day = dayOfDate(one.through) - run.scenario.calendar.startDay;
  const value = (slot: number, draw: number): number => values[slot * run.draws + draw]!;
  return Float64Array.from({ length: run.draws }, (_, draw) => {
    const onset = advisory.onsetDay + Math.floor(value(advisory.delay, draw));
    const end = onset + Math.max(0, Math.floor(value(advisory.duration, draw) + 0.5));
    const days = Math.max(0, Math.min(day + 1, end) - onset);
    const left = pow(1 - dailyShare(value(effect.cancelling, draw)), days);
    return (value(effect.cancellation, draw) * (1 - left) - one.share) / one.error;
  });
}

function momentsOf(values: Float64Array, weights: Float64Array): { mean: number; sd: number } {
  let mean = 0;
  for (let i = 0; i < values.length; i++) mean += weights[i]! * values[i]!;
  let variance = 0;
  for (let i = 0; i < values.length; i++) {
    variance += weights[i]! * (values[i]! - mean) * (values[i]! - mean);
  }
  return { mean, sd: Math.sqrt(variance) };
}

/** The smallest value at or below which the weight asked for lies. */
function weightedQuantiles(values: Float64Array, weights: Float64Array): (p: number) => number {
  const order = Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  return (p) => {
    let sum = 0;
    for (const i of order) {
      sum += weights[i]!;
      if (sum >= p) return values[i]!;
    }
    return values[order[order.length - 1]!]!;
  };
}
