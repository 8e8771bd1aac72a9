import type { Bites } from '../advisories/bites.ts';
import { createDecay, type Decay, lookAhead, setDecay, type Tail } from './departures.ts';

/** A mixture of geometric lags in one draw: weight and share that departs in a day, p = 1 / (1 + mean). */
export interface Lags {
  readonly weight: Float64Array;
  readonly departing: Float64Array;
}

/** What does not change between draws: the days, and the cells over which counts are summed. */
export interface Horizon {
  readonly days: number;
  /** First day of each stretch with one baseline, and the end of the last; no stretch is longer than a month. */
  readonly stretchStarts: Int32Array;
  readonly tail: Tail;
  /** First day of each cell, and the end of the last; a cell lies within one stretch. */
  readonly cellStarts: Int32Array;
  /** Stretch of each cell. */
  readonly cellStretch: Int32Array;
}

/** What advisories do to bookings in one draw; day d at `base + d`. */
export interface Disturbance {
  readonly bites: Bites;
  readonly base: number;
  /** Share of would-be bookers who book. */
  readonly open: Float64Array;
  /** Share of a cohort's bookings that survive to the end of a day: cohort g at `g * stride`. */
  survival: Float64Array;
  readonly stride: number;
  /** Day from which a cohort's survival stays as it is. */
  readonly calm: Int32Array;
}

/** Bookings of one flow and draw by cell. Shares of the baseline departing are summed over the cell's days. */
export interface BookingCells {
  /** Booked at all. */
  readonly booked: Float64Array;
  /** Booked and not cancelled. */
  readonly going: Float64Array;
  /** Cancellations made, for departures of the horizon; counts. */
  readonly made: Float64Array;
  /** Cancellations made, for later departures; counts. */
  readonly madeLater: Float64Array;
  /** Bookings outstanding at the end of the cell; counts. */
  readonly onHand: Float64Array;
}

/** Buffers of `carryBookings`. */
export interface BookingScratch {
  readonly decay: Decay;
  readonly ahead: Float64Array;
  readonly later: Float64Array;
}

export function createBookingScratch(stretches: number): BookingScratch {
  return {
    decay: createDecay(),
    ahead: new Float64Array(stretches + 1),
    later: new Float64Array(stretches + 1),
  };
}

/**
 * Carries bookings through the horizon, and returns the cancellations made before day 0 for departures of the horizon.
 *
 * A cohort's bookings decay by departures alone, and its cancellations multiply it by one survival for all lags, so
 * A_kg(d) = B_kg(d) x survival_g(d), where B counts bookings as if none were cancelled. Each lag of each cohort is one
 * running number. Where a cohort is closed and its survival at rest, a cell is one step of a geometric series.
 *
 * @param daily baseline departures a day, by stretch
 * @param byDay receives the share going on each day of the horizon where something needs it, else null
 */
export function carryBookings(
  lags: Lags,
  { bites, base, open, survival, stride, calm }: Disturbance,
  horizon: Horizon,
  daily: Float64Array,
  out: BookingCells,
  scratch: BookingScratch,
  byDay: Float64Array | null,
): number {
  const { days, stretchStarts, tail, cellStarts, cellStretch } = horizon;
  const { booked, going, made, madeLater, onHand } = out;
  const { decay, ahead, later } = scratch;
  const { power, series } = decay;
  const cells = cellStretch.length;
  const cohorts = bites.count + 1;
  const first = bites.count === 0 ? days : bites.onset[0]!;
  booked.fill(0);
  going.fill(0);
  made.fill(0);
  madeLater.fill(0);
  onHand.fill(0);
  byDay?.fill(0);

  let mean = 0;
  for (let m = 0; m < daily.length; m++) mean += daily[m]! * (stretchStarts[m + 1]! - stretchStarts[m]!);
  mean /= days;

  let madeBefore = 0;
  for (let k = 0; k < lags.weight.length; k++) {
    const weight = lags.weight[k]!;
    const departing = lags.departing[k]!;
    const stay = 1 - departing;
    setDecay(decay, stay);
    lookAhead(decay, daily, mean, stretchStarts, tail, ahead, later);

    for (let g = 0; g < cohorts; g++) {
      const row = g * stride + base;
      const opens = g === 0 ? first : bites.onset[g - 1]!;
      const closes = g === 0 ? first : g < bites.count ? bites.onset[g]! : days;
      if (g > 0 && closes === opens) continue;
      const restless = calm[g]!;
      const settled = Math.max(restless, closes);
      // Until the first onset the undisturbed cohort stands at 1: who departs is replaced by new bookings.
      let outstanding = g === 0 ? 1 : 0;
      let alive = 1;
      let d = opens;
      if (d < 0) {
        for (; d < 0; d++) {
          const survives = survival[row + d]!;
          const hit = outstanding * (alive - survives);
          // Nobody departs before day 0: bookings only thin out on the way there.
          if (hit !== 0) madeBefore += weight * hit * integerPower(stay, -d) * ahead[0]!;
          alive = survives;
          outstanding *= stay;
          if (d < closes) outstanding += departing * open[base + d]!;
        }
      }
      for (let c = 0; c < cells; c++) {
        const to = cellStarts[c + 1]!;
        const stretch = cellStretch[c]!;
        const departures = daily[stretch]!;
        const end = stretchStarts[stretch + 1]!;
        const aheadOfEnd = ahead[stretch + 1]!;
        const laterThanEnd = later[stretch + 1]!;
        let sumBooked = 0;
        let sumGoing = 0;
        let day = cellStarts[c]!;
        if (day < d) {
          // Days before the cohort opens: the undisturbed one is all there is.
          const until = Math.min(d, to);
          if (g === 0) {
            sumBooked = until - day;
            sumGoing = until - day;
            if (byDay !== null) for (let u = day; u < until; u++) byDay[u] = byDay[u]! + weight;
          }
          day = until;
        }
        if (day < to) {
          for (; day < to && day < restless; day++) {
            const survives = survival[row + day]!;
            const hit = outstanding * (alive - survives);
            const left = end - day;
            made[c] = made[c]! + weight * hit * (departures * series[left]! + power[left]! * aheadOfEnd);
            madeLater[c] = madeLater[c]! + weight * hit * power[left]! * laterThanEnd;
            alive = survives;
            outstanding *= stay;
            if (day < closes) outstanding += departing * open[base + day]!;
            sumBooked += outstanding;
            sumGoing += outstanding * survives;
            if (byDay !== null) byDay[day] = byDay[day]! + weight * outstanding * survives;
          }
          const from = day;
          let calmSum = 0;
          if (day >= settled && byDay === null) {
            calmSum = outstanding * series[to - day]!;
            outstanding *= power[to - day]!;
          } else {
            for (; day < to; day++) {
              outstanding *= stay;
              if (day < closes) outstanding += departing * open[base + day]!;
              calmSum += outstanding;
              if (byDay !== null) byDay[day] = byDay[day]! + weight * outstanding * alive;
            }
          }
          if (from < to) {
            sumBooked += calmSum;
            sumGoing += calmSum * alive;
          }
          d = to;
        }
        booked[c] = booked[c]! + weight * sumBooked;
        going[c] = going[c]! + weight * sumGoing;
        const left = end - to;
        const awaited = departures * series[left]! + power[left]! * (aheadOfEnd + laterThanEnd);
        // A cohort that has not opened is empty; the undisturbed one is at 1 until the first onset.
        onHand[c] = onHand[c]! + weight * outstanding * alive * awaited;
      }
    }
  }
  return madeBefore;
}

function integerPower(x: number, n: number): number {
  let result = 1;
  let square = x;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
