import { addBite, createBites } from '../advisories/bites.ts';
import { surviveCancellation } from '../advisories/cancellation.ts';
import { dailyShare } from '../advisories/half-life.ts';
import { type Severity, suppressTrack } from '../advisories/suppression.ts';
import {
  type BookingCells,
  carryBookings,
  createBookingScratch,
  type Disturbance,
  type Horizon,
  type Lags,
} from '../demand/bookings.ts';
import { limitSeats } from '../demand/capacity.ts';
import { markInForce, releasePool } from '../demand/postponement.ts';
import { exp } from '../elementary/exp.ts';
import { type Cells, cutCells } from './cells.ts';
import type { DisputePath } from './dispute-path.ts';
import type { Plan, PlannedFlow } from './plan.ts';

/** What a kernel counts, by cell: the rows of its output. */
export const counted = {
  baseline: 0,
  travelled: 1,
  cancelled: 2,
  notBooked: 3,
  blocked: 4,
  returned: 5,
  /** Cancellations by the day made, for departures of the horizon. */
  made: 6,
  /** The same for later departures. */
  madeLater: 7,
  /** At the end of the cell. */
  onHand: 8,
  /** At the end of the cell. */
  waiting: 9,
} as const;
export type Counted = keyof typeof counted;
export const COUNTS = 10;

/** What the last draw left behind, beside its counts. */
export interface FlowState {
  readonly disturbance: Disturbance;
  /** Seats as a share of the baseline, by day of the horizon. */
  readonly capacity: Float64Array;
  /** [0]: cancellations made before day 0 for departures of the horizon; [1]: postponed travel given up. */
  readonly ends: Float64Array;
}

/** Carries one flow through one draw; `counts` holds row r of cell c at `r * cells + c`. */
export interface FlowKernel {
  readonly state: FlowState;
  readonly counts: Float64Array;
  /** Input s of the draw stands at `s * pitch + draw`. */
  readonly run: (values: Float64Array, pitch: number, draw: number) => void;
}

/** Days before day 0 for which room is made: the earliest onset that the inputs allow. */
const EARLIEST_ONSET = 7300;

/** Without a dispute. */
const NO_PATH: DisputePath = {
  count: 0,
  stage: new Int32Array(0),
  day: new Int32Array(0),
  happened: new Float64Array(0),
};

/**
 * The one way from the values of a draw to its counts. It owns its buffers: make one for each flow and use it for
 * draw after draw.
 *
 * @param path stages of the dispute in the draw, filled before each run
 */
export function createFlowKernel(
  plan: Plan,
  flow: PlannedFlow,
  cells: Cells,
  path: DisputePath = NO_PATH,
): FlowKernel {
  const { days } = plan;
  const { stretchStarts } = flow;
  const effects = flow.effects.length;
  const array = (size: number): Float64Array => new Float64Array(size);
  const mayBeginBefore =
    (plan.dispute !== null && plan.dispute.startDay < 0) ||
    flow.advisories.some(({ onsetDay, delay }) => onsetDay < 0 || mayBeNegative(plan, delay));
  const base = mayBeginBefore ? EARLIEST_ONSET : 0;
  const stride = base + days;
  const open = array(stride);
  const mostBites = flow.advisories.length + path.stage.length;
  const calm = new Int32Array(mostBites + 1);
  const bites = createBites(mostBites);
  const tracks = Int32Array.from(flow.effects, ({ track }) => track);
  const severity: Severity = {
    suppression: array(effects),
    awareness: array(effects),
    recovery: array(effects),
  };
  const cancellation = array(effects);
  const cancelling = array(effects);
  const seatCut = array(effects);
  const lags: Lags = { weight: flow.leadTime.weights, departing: array(flow.leadTime.weights.length) };
  const daily = array(flow.stretches.length);
  const fine = cutCells(cells, stretchStarts);
  const n = fine.stretch.length;
  const counts = array(COUNTS * n);
  const row = (name: Counted): Float64Array => counts.subarray(counted[name] * n, (counted[name] + 1) * n);
  const isCut = n > cells.month.length;
  const whole = isCut ? array(COUNTS * cells.month.length) : counts;
  const horizon: Horizon = {
    days,
    stretchStarts,
    tail: flow.tail,
    cellStarts: fine.starts,
    cellStretch: fine.stretch,
  };
  const disturbance: Disturbance = {
    bites,
    base,
    open,
    survival: array(stride * (effects + 1)),
    stride,
    calm,
  };
  const booked = array(n);
  const going = array(n);
  const bookings: BookingCells = {
    booked,
    going,
    made: row('made'),
    madeLater: row('madeLater'),
    onHand: row('onHand'),
  };
  const scratch = createBookingScratch(daily.length);
  const limited = flow.loadFactor >= 0;
  const goingByDay = limited || flow.postponement !== null ? array(days) : null;
  const capacity = array(days);
  const seats = array(days);
  const returned = array(days);
  const waiting = array(days);
  const inForce = new Uint8Array(days);
  const ends = array(2);

  function run(values: Float64Array, pitch: number, draw: number): void {
    carry(values, pitch, draw);
    if (isCut) putTogether(counts, fine.cell, whole);
  }

  function carry(values: Float64Array, pitch: number, draw: number): void {
    const value = (slot: number): number => values[slot * pitch + draw]!;

    for (let m = 0; m < daily.length; m++) {
      const stretch = flow.stretches[m]!;
      let arrivals = stretch.factor;
      for (let i = 0; i < stretch.factors.length; i++) arrivals *= value(stretch.factors[i]!);
      if (stretch.growth >= 0) {
        const growth = 1 + value(stretch.growth);
        for (let year = 0; year < stretch.growthYears; year++) arrivals *= growth;
      }
      if (stretch.scores.length > 0) {
        let error = 0;
        for (let i = 0; i < stretch.scores.length; i++)
          error += stretch.loadings[i]! * value(stretch.scores[i]!);
        arrivals *= exp(error);
      }
      daily[m] = arrivals / (stretchStarts[m + 1]! - stretchStarts[m]!);
    }
    for (let k = 0; k < lags.departing.length; k++) {
      lags.departing[k] = 1 / (1 + value(flow.leadTime.means[k]!));
    }

    for (let e = 0; e < effects; e++) {
      const effect = flow.effects[e]!;
      severity.suppression[e] = value(effect.suppression);
      severity.awareness[e] = dailyShare(value(effect.awareness));
      severity.recovery[e] = dailyShare(value(effect.recovery));
      cancellation[e] = value(effect.cancellation);
      cancelling[e] = 1 - dailyShare(value(effect.cancelling));
      seatCut[e] = value(effect.seatCut);
    }
    bites.count = 0;
    for (let a = 0; a < flow.advisories.length; a++) {
      const { effect, onsetDay, delay, duration } = flow.advisories[a]!;
      addBite(bites, effect, onsetDay + Math.floor(value(delay)), value(duration), days);
    }
    for (let v = 0; v < path.count; v++) {
      const effect = flow.stages[path.stage[v]!]!;
      const lasts = path.day[v + 1]! - path.day[v]!;
      if (effect >= 0 && lasts > 0) addBite(bites, effect, path.day[v]!, lasts, days);
    }
    const first = bites.count === 0 ? days : bites.onset[0]!;
    open.fill(1, base + Math.min(0, first), base + days);
    for (let track = 0; track < flow.tracks; track++) {
      suppressTrack(bites, severity, tracks, track, open, base, days);
    }
    // A stage bites at every visit: room is made when a draw first needs it.
    if (disturbance.survival.length < stride * (bites.count + 1)) {
      disturbance.survival = array(stride * (bites.count + 1));
    }
    surviveCancellation(bites, cancellation, cancelling, disturbance.survival, calm, stride, base, days);
    ends[0] = carryBookings(lags, disturbance, horizon, daily, bookings, scratch, goingByDay);
    for (let c = 0; c < n; c++) {
      const length = fine.starts[c + 1]! - fine.starts[c]!;
      const departures = daily[fine.stretch[c]!]!;
      counts[c] = departures * length;
      counts[counted.travelled * n + c] = departures * going[c]!;
      counts[counted.cancelled * n + c] = departures * (booked[c]! - going[c]!);
      counts[counted.notBooked * n + c] = departures * (length - booked[c]!);
    }
    if (goingByDay === null) return;
    if (limited) {
      limitSeats(bites, seatCut, value(flow.loadFactor), capacity, days);
      blockSeats(goingByDay);
    }
    if (flow.postponement !== null) ends[1] = release(flow.postponement, goingByDay, value);
  }

  /** Cuts those going to the seats of each day; the rest is blocked. */
  function blockSeats(byDay: Float64Array): void {
    for (let c = 0; c < n; c++) {
      let short = 0;
      for (let d = fine.starts[c]!; d < fine.starts[c + 1]!; d++) {
        const over = byDay[d]! - capacity[d]!;
        if (over > 0) {
          short += over;
          byDay[d] = capacity[d]!;
        }
      }
      const departures = daily[fine.stretch[c]!]!;
      counts[counted.travelled * n + c] = departures * (going[c]! - short);
      counts[counted.blocked * n + c] = departures * short;
    }
  }

  function release(
    { share, returnHalfLife, lapseHalfLife }: NonNullable<PlannedFlow['postponement']>,
    travelled: Float64Array,
    value: (slot: number) => number,
  ): number {
    markInForce(bites, inForce, days);
    for (let m = 0; m < daily.length; m++) {
      for (let d = stretchStarts[m]!; d < stretchStarts[m + 1]!; d++) {
        seats[d] = limited ? daily[m]! * Math.max(0, capacity[d]! - travelled[d]!) : Infinity;
        travelled[d] = daily[m]! * (1 - travelled[d]!);
      }
    }
    const pool = {
      share: value(share),
      returning: dailyShare(value(returnHalfLife)),
      lapsing: lapseHalfLife < 0 ? 0 : dailyShare(value(lapseHalfLife)),
    };
    const lapsed = releasePool(pool, inForce, travelled, seats, returned, waiting, days);
    for (let c = 0; c < n; c++) {
      let back = 0;
      for (let d = fine.starts[c]!; d < fine.starts[c + 1]!; d++) back += returned[d]!;
      counts[counted.returned * n + c] = back;
      counts[counted.waiting * n + c] = waiting[fine.starts[c + 1]! - 1]!;
    }
    return lapsed;
  }

  return { state: { disturbance, capacity, ends }, counts: whole, run };
}

/** Sums the counts of the pieces that a cell was cut into; of stocks the last piece's is the cell's. */
function putTogether(counts: Float64Array, cell: Int32Array, whole: Float64Array): void {
  const n = cell.length;
  const cells = whole.length / COUNTS;
  whole.fill(0);
  for (let r = 0; r < COUNTS; r++) {
    const isStock = r === counted.onHand || r === counted.waiting;
    for (let c = 0; c < n; c++) {
      const at = r * cells + cell[c]!;
      whole[at] = counts[r * n + c]! + (isStock ? 0 : whole[at]!);
    }
  }
}

function mayBeNegative(plan: Plan, slot: number): boolean {
  const { source } = plan.inputs[slot]!;
  return source.kind !== 'constant' || source.value < 0;
}
