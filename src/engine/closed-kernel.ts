import { dailyShare } from '../advisories/half-life.ts';
import { BLOCK, LAG, type Loops, PITCH } from '../blocks/loops.ts';
import type { Room } from '../blocks/rows.ts';
import { type ClosedFlow, STEPS } from './closed-flow.ts';
import { fillDaily } from './daily-baseline.ts';
import { Course } from './turning-points.ts';

/** Rows of what a flow comes to, by cell: travelled, cancelled, not booked. */
export const CLOSED_COUNTS = ['travelled', 'cancelled', 'notBooked'] as const;

/** Carries a block of draws of one flow. */
export interface ClosedKernel {
  readonly closed: ClosedFlow;
  /** Row of count i of cell c at `counts + (i x cells + c) x PITCH`. */
  readonly counts: number;
  /** Baseline departures a day: stretch s at `daily + s x PITCH`. */
  readonly daily: number;
  /** Input s of draw j at `values + s x PITCH + j`. */
  readonly run: (loops: Loops, values: number, count: number) => void;
}

/**
 * The closed form of the model for a block of draws.
 *
 * With one advisory the share that does not book is a level plus an excess that shrinks by a factor a day, before its
 * end and after it. What is not booked then is a sum of two exponentials for each lag, and the sum of a month follows
 * from its ends: of N(d) = stay N(d-1) + p s(d) the sum over days is that of s, plus stay / p times what N has lost.
 * Likewise for the bookings exposed to cancelling, and those among them whose cancelling is still to come. So a month
 * takes as many steps as there are lags, whatever its days; the months in which an advisory begins or ends are carried
 * draw by draw, the others in loops over all draws.
 */
export function createClosedKernel(closed: ClosedFlow, room: Room): ClosedKernel {
  const { flow, cells, lengths, lengthOf, cellOfDay, lags } = closed;
  const n = cells.stretch.length;
  const days = cellOfDay.length;
  const advisory = flow.advisories[0];
  const effect = advisory && flow.effects[advisory.effect]!;
  const counts = room.rows(3 * n);
  const daily = room.rows(flow.stretches.length);
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
  const constants = room.numbers(closed.constants.length);
  const onset = new Int32Array(BLOCK);
  const end = new Int32Array(BLOCK);
  /** Draws that turn within a cell: the first, and of each the next. A draw turns in two cells at most. */
  const firstTurn = new Int32Array(n);
  const nextTurn = new Int32Array(2 * BLOCK);
  const course = new Course(lags, closed.constants);
  const over = new Float64Array(2 + lags);
  /** What a draw that turned came to at the end of its cell. */
  const ahead = new Float64Array(BLOCK * (4 + 4 * lags));
  const stretch = 4 + 4 * lags;

  function run(loops: Loops, values: number, count: number): void {
    const { heap } = loops;
    fillDaily(flow, loops, values, daily, count);
    heap.fill(0, firstOfState, endOfState);
    heap.set(closed.constants, constants);
    findTurns(heap, values, count);
    for (let c = 0; c < n; c++) {
      const length = lengthOf[c]!;
      const lagConstants = constants + (STEPS + length) * lags * LAG.size;
      for (let at = firstTurn[c]!; at >= 0; at = nextTurn[at]!) turn(heap, values, c, at >> 1);
      loops.stepPaths(
        paths,
        power + length * PITCH,
        series + length * PITCH,
        convolved + length * lags * PITCH,
        lags,
        lagConstants,
        lengths[length]!,
        count,
      );
      loops.stepCancelling(bookings, kept + length * PITCH, lags, lagConstants, count);
      for (let at = firstTurn[c]!; at >= 0; at = nextTurn[at]!) putBack(heap, at >> 1);
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

  /** Onset and end of each draw, and the draws that turn in each cell. */
  function findTurns(heap: Float64Array, values: number, count: number): void {
    firstTurn.fill(-1);
    if (advisory === undefined) return;
    for (let j = 0; j < count; j++) {
      const first = advisory.onsetDay + Math.floor(heap[values + advisory.delay * PITCH + j]!);
      const duration = heap[values + advisory.duration * PITCH + j]!;
      if (!(first < days) || !(duration >= 0.5)) continue;
      const last = Math.min(days, first + Math.floor(duration + 0.5));
      onset[j] = first;
      end[j] = last;
      const opening = cellOfDay[Math.max(0, first)]!;
      link(opening, 2 * j);
      const closing = last < days && last > 0 ? cellOfDay[last]! : opening;
      if (closing !== opening) link(closing, 2 * j + 1);
    }
  }

  function link(cell: number, at: number): void {
    nextTurn[at] = firstTurn[cell]!;
    firstTurn[cell] = at;
  }

  /** Carries a draw through a cell in which its advisory begins or ends; the state at its end waits in `ahead`. */
  function turn(heap: Float64Array, values: number, cell: number, j: number): void {
    const value = (slot: number): number => heap[values + slot * PITCH + j]!;
    const { notBooked, exposed, pending } = course;
    const first = onset[j]!;
    const last = end[j]!;
    const to = cells.starts[cell + 1]!;
    let day = cells.starts[cell]!;
    const begins = first >= day || cell === 0;
    course.setCancelling(1 - dailyShare(value(effect!.cancelling)));
    if (begins) {
      course.target = value(effect!.suppression);
      course.excess = -course.target;
      const share = value(effect!.cancellation);
      for (let k = 0; k < lags; k++) {
        notBooked[k] = 0;
        exposed[k] = share * flow.leadTime.weights[k]!;
        pending[k] = exposed[k]!;
      }
      course.setPath(1 - dailyShare(value(effect!.awareness)));
      day = first;
    } else {
      course.target = heap[paths.target + j]!;
      course.excess = heap[paths.excess + j]!;
      for (let k = 0; k < lags; k++) {
        notBooked[k] = heap[paths.notBooked + k * PITCH + j]!;
        exposed[k] = heap[bookings.exposed + k * PITCH + j]!;
        pending[k] = heap[bookings.pending + k * PITCH + j]!;
      }
      course.setPath(1 - dailyShare(value(effect!.awareness)));
    }
    course.lost = 0;
    course.cancelled = 0;
    // Before day 0 nobody departs: what is summed there does not count.
    if (day < 0) {
      if (last <= 0) {
        course.advance(last - day);
        settle(value(effect!.recovery));
        course.advance(-last);
      } else course.advance(-day);
      day = 0;
      course.lost = 0;
      course.cancelled = 0;
    }
    if (last > day && last < to) {
      course.advance(last - day);
      settle(value(effect!.recovery));
      day = last;
    } else if (last === day && !begins) settle(value(effect!.recovery));
    course.advance(to - day);
    keep(heap, j);
  }

  /** The advisory ends: the path turns to 0, and nothing more is cancelled. */
  function settle(recovery: number): void {
    course.excess += course.target;
    course.target = 0;
    course.setPath(1 - dailyShare(recovery));
    for (let k = 0; k < lags; k++) {
      course.exposed[k] = course.exposed[k]! - course.pending[k]!;
      course.pending[k] = 0;
    }
  }

  function keep(heap: Float64Array, j: number): void {
    const at = j * stretch;
    ahead[at] = course.target;
    ahead[at + 1] = course.excess;
    ahead[at + 2] = course.lost;
    ahead[at + 3] = course.cancelled;
    for (let k = 0; k < lags; k++) {
      ahead[at + 4 + 4 * k] = course.notBooked[k]!;
      ahead[at + 5 + 4 * k] = course.exposed[k]!;
      ahead[at + 6 + 4 * k] = course.pending[k]!;
      ahead[at + 7 + 4 * k] = course.wait[k]!;
    }
    // The loops that run before these are read see them at once: what they make of this draw is put back.
    for (let l = 0; l < lengths.length; l++) {
      course.pathOver(lengths[l]!, over);
      heap[power + l * PITCH + j] = over[0]!;
      heap[series + l * PITCH + j] = over[1]!;
      for (let k = 0; k < lags; k++) heap[convolved + (l * lags + k) * PITCH + j] = over[2 + k]!;
      heap[kept + l * PITCH + j] = course.cancellingOver(lengths[l]!);
    }
  }

  function putBack(heap: Float64Array, j: number): void {
    const at = j * stretch;
    heap[paths.target + j] = ahead[at]!;
    heap[paths.excess + j] = ahead[at + 1]!;
    heap[paths.lost + j] = ahead[at + 2]!;
    heap[bookings.cancelled + j] = ahead[at + 3]!;
    for (let k = 0; k < lags; k++) {
      heap[paths.notBooked + k * PITCH + j] = ahead[at + 4 + 4 * k]!;
      heap[bookings.exposed + k * PITCH + j] = ahead[at + 5 + 4 * k]!;
      heap[bookings.pending + k * PITCH + j] = ahead[at + 6 + 4 * k]!;
      heap[bookings.wait + k * PITCH + j] = ahead[at + 7 + 4 * k]!;
    }
  }

  return { closed, counts, daily, run };
}
