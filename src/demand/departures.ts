/** Days past the horizon for which departures are assumed, so that bookings for them can be on hand. */
const TAIL_DAYS = 730;
const YEAR = 365;

/** Departures past the horizon: runs of days with the same baseline. */
export interface Tail {
  /** Stretch whose daily departures stand in; -1 for the mean of the horizon. */
  readonly stretch: Int32Array;
  /** Days of the run, 1 to 31. */
  readonly days: Int32Array;
}

/**
 * The baseline past the horizon: each day is as the day 365 days before, and as the mean of the horizon where there is
 * no such day.
 *
 * @param stretchOfDay stretch of each day of the horizon: days in a row with one baseline, 31 at most
 */
export function tailOf(stretchOfDay: Int32Array): Tail {
  const horizon = stretchOfDay.length;
  const source: number[] = [];
  for (let j = 0; j < TAIL_DAYS; j++) {
    const back = horizon + j - YEAR;
    source.push(back < 0 ? -1 : back < horizon ? stretchOfDay[back]! : source[back - horizon]!);
  }
  const stretch: number[] = [];
  const days: number[] = [];
  source.forEach((m, j) => {
    const last = days.length - 1;
    if (j > 0 && m === source[j - 1] && days[last]! < LONGEST_RUN) days[last] = days[last]! + 1;
    else {
      stretch.push(m);
      days.push(1);
    }
  });
  return { stretch: Int32Array.from(stretch), days: Int32Array.from(days) };
}

/** Days in the longest month, and so in the longest stretch with one baseline. */
export const LONGEST_RUN = 31;

/** Powers of the share that stays, and their sums: what a stretch of n days does to bookings of one lag. */
export interface Decay {
  /** stay^n at [n]. */
  readonly power: Float64Array;
  /** stay + stay^2 + ... + stay^n at [n]. */
  readonly series: Float64Array;
}

export function createDecay(): Decay {
  return { power: new Float64Array(LONGEST_RUN + 1), series: new Float64Array(LONGEST_RUN + 1) };
}

export function setDecay({ power, series }: Decay, stay: number): void {
  power[0] = 1;
  series[0] = 0;
  for (let n = 1; n <= LONGEST_RUN; n++) {
    power[n] = power[n - 1]! * stay;
    series[n] = series[n - 1]! + power[n]!;
  }
}

/**
 * Lambda_k on the first day of each stretch and at the end of the horizon: departures from that day on, weighted by the
 * share of a booking still outstanding when they come; those of the horizon in `ahead`, later ones in `later`.
 *
 * Within a stretch the departures are the same every day, so n days before its end Lambda is
 * `departures x series[n] + power[n] x Lambda(next stretch)`.
 *
 * @param daily departures a day, by stretch; the mean over the horizon in `mean`
 */
export function lookAhead(
  { power, series }: Decay,
  daily: Float64Array,
  mean: number,
  starts: Int32Array,
  tail: Tail,
  ahead: Float64Array,
  later: Float64Array,
): void {
  const stretches = daily.length;
  let beyond = 0;
  for (let run = tail.days.length - 1; run >= 0; run--) {
    const stretch = tail.stretch[run]!;
    const n = tail.days[run]!;
    beyond = (stretch < 0 ? mean : daily[stretch]!) * series[n]! + power[n]! * beyond;
  }
  ahead[stretches] = 0;
  later[stretches] = beyond;
  for (let m = stretches - 1; m >= 0; m--) {
    const n = starts[m + 1]! - starts[m]!;
    ahead[m] = daily[m]! * series[n]! + power[n]! * ahead[m + 1]!;
    later[m] = power[n]! * later[m + 1]!;
  }
}
