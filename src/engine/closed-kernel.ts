import { LN2 } from '../advisories/half-life.ts';
import {
  BLOCK,
  GIVEN,
  LAG,
  type Loops,
  PITCH,
  paddedLags,
  STATE,
  STEPS,
  stateRows,
  tableRows,
} from '../blocks/loops.ts';
import type { Room } from '../blocks/rows.ts';
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
  const rows = stateRows(lags);
  const state = room.rows(rows);
  const given = room.rows(GIVEN.rows);
  const rowsOfTable = lengths.length * tableRows(lags);
  const table = room.rows(rowsOfTable);
  const recovered = room.rows(rowsOfTable);
  const kept = room.rows(lengths.length * tableRows(0));
  const constants = room.numbers(closed.constants.length);
  const sizeOfStep = LAG.kinds * paddedLags(lags);
  const weights = room.numbers(closed.weights.length);
  const lengthList = room.numbers(lengths.length);
  const ahead = room.numbers(BLOCK * rows);
  const scratch = room.numbers(2 * STEPS * tableRows(lags));
  /** Draws that turn in a cell, one list after the other: each draw is on two lists at most. */
  const lists = room.numbers(2 * BLOCK);
  const startOfList = new Int32Array(n + 1);
  const next = new Int32Array(n + 1);
  const opening = new Int32Array(BLOCK);
  const closing = new Int32Array(BLOCK);

  function run(loops: Loops, count: number): void {
    const { heap } = loops;
    fillDaily(loops, count);
    heap.fill(0, state, state + rows * PITCH);
    startOfList.fill(0);
    if (advisory !== undefined) prepare(loops, count);
    for (let c = 0; c < n; c++) {
      const length = lengthOf[c]!;
      const ofCell = constants + (STEPS + length) * sizeOfStep;
      const list = lists + startOfList[c]!;
      const turning = startOfList[c + 1]! - startOfList[c]!;
      // Before anything begins, nothing is lost.
      const isQuiet = begin < 0 ? startOfList[c + 1] === 0 : c < begin;
      if (c === begin) beginAll(loops, count);
      if (turning > 0) {
        const [from, to] = [cells.starts[c]!, cells.starts[c + 1]!];
        loops.turn(given, state, ahead, lags, constants, weights, list, turning, from, to);
      }
      if (!isQuiet) {
        const path = table + length * tableRows(lags) * PITCH;
        loops.stepPaths(state, path, lags, ofCell, lengths[length]!, count);
        loops.stepCancelling(state, kept + length * tableRows(0) * PITCH, lags, ofCell, count);
      }
      if (turning > 0) loops.putBack(state, ahead, rows, table, recovered, rowsOfTable, list, turning);
      const out = counts + c * PITCH;
      loops.countDays(daily + cells.stretch[c]! * PITCH, state, lengths[length]!, out, n * PITCH, count);
    }
  }

  /** All that is known of the advisory before the first day. */
  function prepare(loops: Loops, count: number): void {
    const { heap } = loops;
    heap.set(closed.constants, constants);
    heap.set(closed.weights, weights);
    heap.set(lengths, lengthList);
    for (const name of ['suppression', 'cancellation'] as const) {
      loops.scale(rowOf(name), values + effect![name] * PITCH, 1, count);
    }
    fillLeft(loops, count);
    findTurns(heap, count);
    const follow = (ratio: number, out: number, ofLags: number): void =>
      loops.followPath(ratio, out, ofLags, constants, lengthList, lengths.length, scratch, count);
    follow(rowOf('awareness'), table, lags);
    follow(rowOf('recovery'), recovered, lags);
    follow(rowOf('cancelling'), kept, 0);
    const cancelling = rowOf('cancelling');
    for (let k = 0; k < lags; k++) {
      const wait = ofLags('wait', k);
      const stay = closed.constants[k]!;
      for (let j = 0; j < count; j++) {
        const both = stay * heap[cancelling + j]!;
        heap[wait + j] = both / (1 - both);
      }
    }
  }

  /** The advisory begins in all draws: nobody has heard of it yet, and all who booked are exposed to it. */
  function beginAll(loops: Loops, count: number): void {
    loops.scale(state + STATE.target * PITCH, rowOf('suppression'), 1, count);
    loops.scale(state + STATE.excess * PITCH, rowOf('suppression'), -1, count);
    for (let k = 0; k < lags; k++) {
      loops.scale(ofLags('exposed', k), rowOf('cancellation'), closed.weights[k]!, count);
      loops.scale(ofLags('pending', k), rowOf('cancellation'), closed.weights[k]!, count);
    }
  }

  function rowOf(name: Exclude<keyof typeof GIVEN, 'rows'>): number {
    return given + GIVEN[name] * PITCH;
  }

  function ofLags(name: 'exposed' | 'pending' | 'wait', k: number): number {
    const group = { exposed: 1, pending: 2, wait: 3 }[name];
    return state + (STATE.lags + group * paddedLags(lags) + k) * PITCH;
  }

  /** What a day leaves of the way, from half-lives h: 2^(-1/h). */
  function fillLeft(loops: Loops, count: number): void {
    const { heap } = loops;
    for (const name of ['awareness', 'recovery', 'cancelling'] as const) {
      const from = values + effect![name] * PITCH;
      const to = rowOf(name);
      for (let j = 0; j < count; j++) heap[to + j] = -LN2 / heap[from + j]!;
      loops.exp(to, count);
    }
  }

  /** Onset and end of each draw, and the lists of draws that turn in each cell. */
  function findTurns(heap: Float64Array, count: number): void {
    const delays = values + advisory!.delay * PITCH;
    const durations = values + advisory!.duration * PITCH;
    const [onset, end] = [rowOf('onset'), rowOf('end')];
    const { onsetDay } = advisory!;
    for (let j = 0; j < count; j++) {
      const first = onsetDay + Math.floor(heap[delays + j]!);
      const duration = heap[durations + j]!;
      opening[j] = -1;
      closing[j] = -1;
      if (!(first < days) || !(duration >= 0.5)) {
        heap[rowOf('suppression') + j] = 0;
        heap[rowOf('cancellation') + j] = 0;
        continue;
      }
      const last = Math.min(days, first + Math.floor(duration + 0.5));
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
