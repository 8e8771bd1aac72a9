import { Course } from './course.ts';
import { PITCH, paddedLags, STEPS, TURN } from './loops.ts';

/** Numbers that WebAssembly needs for two draws under way: powers, their sums and convolutions, and their state. */
export function courseSize(lags: number): number {
  return 2 * (STEPS * (3 + paddedLags(lags)) + 4 * paddedLags(lags));
}

/** A place in what the loops are told. */
type Place = Exclude<keyof typeof TURN, 'size'>;

/** `Loops.begin` in plain code. */
export function beginDraws(heap: Float64Array, told: number, count: number): void {
  const at = (name: Place): number => heap[told + TURN[name]]!;
  const lags = at('lags');
  const course = new Course(lags, heap, at('constants'));
  const over = new Float64Array(3 + lags);
  for (let j = 0; j < count; j++) {
    const active = heap[at('active') + j]!;
    course.begin(
      heap[at('suppression') + j]! * active,
      heap[at('cancellation') + j]! * active,
      at('weights'),
    );
    course.setPath(heap[at('awareness') + j]!);
    course.setCancelling(heap[at('cancelling') + j]!);
    heap[at('target') + j] = course.target;
    heap[at('excess') + j] = course.excess;
    for (let k = 0; k < lags; k++) {
      heap[at('notBooked') + k * PITCH + j] = course.notBooked[k]!;
      heap[at('exposed') + k * PITCH + j] = course.exposed[k]!;
      heap[at('pending') + k * PITCH + j] = course.pending[k]!;
      heap[at('wait') + k * PITCH + j] = course.wait[k]!;
    }
    tellLengths(heap, at, course, over, j);
  }
}

/** What the path and cancelling of a draw do over each length of cell. */
function tellLengths(
  heap: Float64Array,
  at: (name: Place) => number,
  course: Course,
  over: Float64Array,
  j: number,
): void {
  const lags = at('lags');
  over.fill(0);
  over[0] = 1;
  over[2] = 1;
  for (let l = 0, before = 0; l < at('lengths'); l++) {
    const days = heap[at('lengthList') + l]!;
    course.goOver(days - before, over);
    before = days;
    heap[at('power') + l * PITCH + j] = over[0]!;
    heap[at('series') + l * PITCH + j] = over[1]!;
    heap[at('kept') + l * PITCH + j] = over[2]!;
    for (let k = 0; k < lags; k++) heap[at('convolved') + (l * lags + k) * PITCH + j] = over[3 + k]!;
  }
}

/** `Loops.turn` in plain code. */
export function turnDraws(
  heap: Float64Array,
  told: number,
  list: number,
  count: number,
  from: number,
  to: number,
): void {
  const at = (name: Place): number => heap[told + TURN[name]]!;
  const lags = at('lags');
  const constants = at('constants');
  const course = new Course(lags, heap, constants);
  const over = new Float64Array(3 + lags);
  const padded = paddedLags(lags);
  const onset = at('onset');
  for (let i = 0; i < count; i++) {
    const j = heap[list + i]!;
    const last = heap[at('end') + j]!;
    const first = heap[onset + j]!;
    const recovery = heap[at('recovery') + j]!;
    const begins = first >= from || from === 0;
    let day = from;
    course.setCancelling(heap[at('cancelling') + j]!);
    if (begins) {
      day = first;
      course.begin(heap[at('suppression') + j]!, heap[at('cancellation') + j]!, at('weights'));
    } else {
      course.target = heap[at('target') + j]!;
      course.excess = heap[at('excess') + j]!;
      for (let k = 0; k < lags; k++) {
        course.notBooked[k] = heap[at('notBooked') + k * PITCH + j]!;
        course.exposed[k] = heap[at('exposed') + k * PITCH + j]!;
        course.pending[k] = heap[at('pending') + k * PITCH + j]!;
      }
    }
    course.setPath(heap[at('awareness') + j]!);
    // Before day 0 nobody departs: what is summed there does not count.
    if (day < 0) {
      if (last <= 0) {
        course.advance(last - day);
        course.settle(recovery);
        course.advance(-last);
      } else course.advance(-day);
      day = 0;
    }
    course.lost = 0;
    course.cancelled = 0;
    if (last < to && (last > day || !begins)) {
      course.advance(last - day);
      course.settle(recovery);
      day = last;
    }
    course.advance(to - day);

    const kept = at('ahead') + j * (4 + 3 * padded);
    heap[kept] = course.target;
    heap[kept + 1] = course.excess;
    heap[kept + 2] = course.lost;
    heap[kept + 3] = course.cancelled;
    for (let k = 0; k < lags; k++) {
      heap[kept + 4 + k] = course.notBooked[k]!;
      heap[kept + 4 + padded + k] = course.exposed[k]!;
      heap[kept + 4 + 2 * padded + k] = course.pending[k]!;
      heap[at('wait') + k * PITCH + j] = course.wait[k]!;
    }
    tellLengths(heap, at, course, over, j);
  }
}

/** `Loops.putBack` in plain code. */
export function putBackDraws(heap: Float64Array, told: number, list: number, count: number): void {
  const at = (name: Place): number => heap[told + TURN[name]]!;
  const lags = at('lags');
  const padded = paddedLags(lags);
  for (let i = 0; i < count; i++) {
    const j = heap[list + i]!;
    const kept = at('ahead') + j * (4 + 3 * padded);
    heap[at('target') + j] = heap[kept]!;
    heap[at('excess') + j] = heap[kept + 1]!;
    heap[at('lost') + j] = heap[kept + 2]!;
    heap[at('cancelled') + j] = heap[kept + 3]!;
    for (let k = 0; k < lags; k++) {
      heap[at('notBooked') + k * PITCH + j] = heap[kept + 4 + k]!;
      heap[at('exposed') + k * PITCH + j] = heap[kept + 4 + padded + k]!;
      heap[at('pending') + k * PITCH + j] = heap[kept + 4 + 2 * padded + k]!;
    }
  }
}
