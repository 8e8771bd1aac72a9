import { dailyShare } from '../advisories/half-life.ts';
import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';

/** What an advisory does to a flow: the inputs of an effect, with the advisory's duration. */
export const effectParameters = [
  'suppression',
  'cancellation',
  'awareness',
  'cancelling',
  'duration',
  'recovery',
] as const;
export type EffectParameter = (typeof effectParameters)[number];
/** Shares between 0 and 1, half-lives and the duration in days above 0. */
export type EffectValues = Readonly<Record<EffectParameter, number>>;

/** How many there are. */
export const EFFECT_SIZE: number = effectParameters.length;

/** Days between booking and arrival, as weights and mean lags of a mixture of geometric lags. */
export interface LeadTimeMix {
  readonly weights: readonly number[];
  readonly means: readonly number[];
}

/**
 * The lead time that is assumed of every episode, since none of them tells: half of the bookings with a mean lag of 15 days, half of
 * 70 (median 26, nine in ten within 118): between individual Chinese travellers and groups.
 */
export const episodeLeadTime: LeadTimeMix = { weights: [0.5, 0.5], means: [15, 70] };

/** On the scale of the model of episodes: logits of shares, logarithms of days; in the order of `effectParameters`. */
export function toValues(scores: ArrayLike<number>): EffectValues {
  return {
    suppression: inverseLogit(scores[0]!),
    cancellation: inverseLogit(scores[1]!),
    awareness: exp(scores[2]!),
    cancelling: exp(scores[3]!),
    duration: exp(scores[4]!),
    recovery: exp(scores[5]!),
  };
}

/** The inverse of `toValues`. */
export function toScores(values: EffectValues): Float64Array {
  const logit = (share: number): number => log(share / (1 - share));
  return Float64Array.of(
    logit(values.suppression),
    logit(values.cancellation),
    log(values.awareness),
    log(values.cancelling),
    log(values.duration),
    log(values.recovery),
  );
}

function inverseLogit(x: number): number {
  return 1 / (1 + exp(-x));
}

/**
 * Share of the baseline that travels, by month: the equations of the model for one flow and one advisory, without
 * limits on seats or postponement.
 *
 * @param onset day of the onset, counted from the first of the first month
 * @param monthEnds day after the last of each month, counted in the same way
 * @param out one for each month
 */
export function effectPath(
  values: EffectValues,
  onset: number,
  monthEnds: ArrayLike<number>,
  months: number,
  out: Float64Array,
  leadTime: LeadTimeMix = episodeLeadTime,
): void {
  const on = dailyShare(values.awareness);
  const off = dailyShare(values.recovery);
  const stay = 1 - dailyShare(values.cancelling);
  const end = onset + Math.floor(values.duration + 0.5);
  out.fill(0, 0, months);
  const last = monthEnds[months - 1]!;
  for (let k = 0; k < leadTime.weights.length; k++) {
    const weight = leadTime.weights[k]!;
    const departing = 1 / (1 + leadTime.means[k]!);
    let before = 1;
    let since = 0;
    let suppressed = 0;
    let left = 1;
    let month = 0;
    let sum = 0;
    for (let day = 0; day < last; day++) {
      if (day < onset) {
        sum += 1;
      } else {
        if (day < end) {
          left *= stay;
          suppressed += (values.suppression - suppressed) * on;
        } else {
          suppressed -= suppressed * off;
        }
        before *= 1 - departing;
        since += (1 - suppressed - since) * departing;
        sum += before * (1 - values.cancellation * (1 - left)) + since;
      }
      if (day + 1 === monthEnds[month]!) {
        const days = monthEnds[month]! - (month === 0 ? 0 : monthEnds[month - 1]!);
        out[month] = out[month]! + (weight * sum) / days;
        month += 1;
        sum = 0;
      }
    }
  }
}
