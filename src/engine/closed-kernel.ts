import { LN2 } from '../advisories/half-life.ts';
import { BLOCK, LAG, type Loops, PITCH, paddedLags, STEPS, TURN } from '../blocks/loops.ts';
import type { Room } from '../blocks/rows.ts';
import { courseSize } from '../blocks/turn.ts';
import type { ClosedFlow } from './closed-flow.ts';
import { createDailyBaseline } from './daily-baseline.ts';

/** Rows of what a flow comes to, by cell: travelled, cancelled, not booked. */
export const CLOSED_COUNTS = ['travelled', 'cancelled', 'notBooked'] as const;

/** Carries a block of draws of one flow. */
export interface ClosedKernel {
  /** Row of count i of cell c at `counts + (i x cells + c) x PITCH`. */
  readonly counts: number;
  /** Baseline departures a day: stretch s at `daily + s x PITCH`. */
  readonly daily: number;
  readonly run: (loops: Loops, count: number) => void;
}

/**
 * The closed form of the model for a block of draws.
 *
 * With one advisory the share that does not book is a level plus an excess that shrinks by a factor a day, before its
 * end and after it. What is not booked then is a sum of two exponentials for each lag, and the sum of a month follows
 * from its ends: of N(d) = stay N(d-1) + p s(d) the sum over days is that of s, plus stay / p times what N has lost.
 * Likewise for the bookings exposed to cancelling, and those among them whose cancelling is still to come. So a month
 * takes as many steps as there are lags, whatever its days. The months in which an advisory begins or ends are carried
 * draw by draw, unless it begins on a day that is the same in all draws; the others in loops over all draws.
 *
 * @param values row of input 0: input s of draw j stands at `values + s x PITCH + j`
 */
export function createClosedKernel(closed: ClosedFlow, values: number, room: Room): ClosedKernel {
  const { flow, cells, begin, lengths, lengthOf, cellOfDay, lags } = closed;
  const n = cells.stretch.length;
  const days = cellOfDay.length;
  const advisory = flow.advisories[0];
  const effect = advisory && flow.effects[advisory.effect]!;
  const counts = room.rows(3 * n);
  const { daily, fill: fillDaily } = createDailyBaseline(flow, values, room);
  const firstOfState = room.size;
  const paths = {
    target: room.rows(1),
    excess: room.rows(1),
    notBooked: room.rows(lags),
    lost: room.rows(1),
  };
  const bookings = {
    exposed: room.rows(lags),
    pending: room.rows(lags),
    wait: room.rows(lags),
    cancelled: room.rows(1),
  };
  const power = room.rows(lengths.length);
  const series = room.rows(lengths.length);
  const convolved = room.rows(lengths.length * lags);
  const kept = room.rows(lengths.length);
  const endOfState = room.size;
  const onset = room.rows(1);
  const end = room.rows(1);
  const active = room.rows(1);
  const left = { awareness: room.rows(1), recovery: room.rows(1), cancelling: room.rows(1) };
  const constants = room.numbers(closed.constants.length);
  const weights = room.numbers(closed.weights.length);
  const lengthList = room.numbers(lengths.length);
  const ahead = room.numbers(BLOCK * (4 + 3 * paddedLags(lags)));
  const course = room.numbers(courseSize(lags));
  const told = room.numbers(TURN.size);
  /** Draws that turn in a cell, one list after the other: each draw is on two lists at most. */
  const lists = room.numbers(2 * BLOCK);
  const startOfList = new Int32Array(n + 1);
  const next = new Int32Array(n + 1);
  const opening = new Int32Array(BLOCK);
  const closing = new Int32Array(BLOCK);

  const toTell = new Float64Array(TURN.size);
  for (const [name, value] of Object.entries({
    ...paths,
    ...bookings,
    ...left,
    ...{ lags, lengths: lengths.length, lengthList, constants, weights, onset, end },
    ...{ power, series, convolved, kept, ahead, course, active },
  })) {
    toTell[TURN[name as keyof typeof TURN]] = value;
  }

  function run(loops: Loops, count: number): void {
    const { heap } = loops;
    fillDaily(loops, count);
    heap.fill(0, firstOfState, endOfState);
    heap.set(closed.constants, constants);
    startOfList.fill(0);
    if (advisory !== undefined) {
      heap.set(closed.weights, weights);
      heap.set(lengths, lengthList);
      heap.set(toTell, told);
      heap[told + TURN.suppression] = values + effect!.suppression * PITCH;
      heap[told + TURN.cancellation] = values + effect!.cancellation * PITCH;
      fillLeft(loops, count);
      findTurns(heap, count);
    }
    for (let c = 0; c < n; c++) {
      const length = lengthOf[c]!;
      const ofLags = constants + (STEPS + length) * paddedLags(lags) * LAG.kinds;
      const list = lists + startOfList[c]!;
      const turning = startOfList[c + 1]! - startOfList[c]!;
      // Before anything begins, nothing is lost.
      const isQuiet = begin < 0 ? startOfList[c + 1] === 0 : c < begin;
      if (c === begin) loops.begin(told, count);
      if (turning > 0) loops.turn(told, list, turning, cells.starts[c]!, cells.starts[c + 1]!);
      if (!isQuiet) {
        loops.stepPaths(
          paths,
          power + length * PITCH,
          series + length * PITCH,
          convolved + length * lags * PITCH,
          lags,
          ofLags,
          lengths[length]!,
          count,
        );
        loops.stepCancelling(bookings, kept + length * PITCH, lags, ofLags, count);
      }
      if (turning > 0) loops.putBack(told, list, turning);
      loops.countDays(
        daily + cells.stretch[c]! * PITCH,
        paths.lost,
        bookings.cancelled,
        lengths[length]!,
        counts + c * PITCH,
        n * PITCH,
        count,
      );
    }
  }

  /** What a day leaves of the way, from half-lives h: 2^(-1/h). */
  function fillLeft(loops: Loops, count: number): void {
    const { heap } = loops;
    for (const name of ['awareness', 'recovery', 'cancelling'] as const) {
      const from = values + effect![name] * PITCH;
      const to = left[name];
      for (let j = 0; j < count; j++) heap[to + j] = -LN2 / heap[from + j]!;
      loops.exp(to, count);
    }
  }

  /** Onset and end of each draw, and the lists of draws that turn in each cell. */
  function findTurns(heap: Float64Array, count: number): void {
    const delays = values + advisory!.delay * PITCH;
    const durations = values + advisory!.duration * PITCH;
    for (let j = 0; j < count; j++) {
      const first = advisory!.onsetDay + Math.floor(heap[delays + j]!);
      const duration = heap[durations + j]!;
      opening[j] = -1;
      closing[j] = -1;
      heap[active + j] = 0;
      if (!(first < days) || !(duration >= 0.5)) continue;
      const last = Math.min(days, first + Math.floor(duration + 0.5));
      heap[active + j] = 1;
      heap[onset + j] = first;
      heap[end + j] = last;
      const from = cellOfDay[Math.max(0, first)]!;
      const to = last <= 0 || last >= days ? -1 : cellOfDay[last]!;
      // All begin together, but for those that end in the same cell.
      if (begin < 0 || to === from) {
        opening[j] = from;
        startOfList[from + 1]! += 1;
      }
      if (to < 0 || to === from) continue;
      closing[j] = to;
      startOfList[to + 1]! += 1;
    }
    for (let c = 0; c < n; c++) startOfList[c + 1]! += startOfList[c]!;
    next.set(startOfList);
    for (let j = 0; j < count; j++) {
      if (opening[j]! >= 0) heap[lists + next[opening[j]!]!++] = j;
      if (closing[j]! >= 0) heap[lists + next[closing[j]!]!++] = j;
    }
  }

  return { counts, daily, run };
}
