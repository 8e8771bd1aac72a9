import { GIVEN, LAG, PITCH, paddedLags, STATE, stateRows } from './loops.ts';

/** Where `turn` finds what it needs: see `Loops.turn`. */
interface Turning {
  readonly given: number;
  readonly state: number;
  readonly ahead: number;
  readonly lags: number;
  readonly constants: number;
  readonly weights: number;
}

/** `Loops.turn` in plain code. */
export function turnDraws(
  heap: Float64Array,
  turning: Turning,
  list: number,
  count: number,
  from: number,
  to: number,
): void {
  const { given, state, ahead, lags, weights } = turning;
  const rows = stateRows(lags);
  const padded = paddedLags(lags);
  for (let i = 0; i < count; i++) {
    const j = heap[list + i]!;
    const of = (row: number): number => heap[given + row * PITCH + j]!;
    const record = ahead + i * rows;
    const exposed = record + STATE.lags + padded;
    for (let r = 0; r < rows; r++) heap[record + r] = heap[state + r * PITCH + j]!;
    const first = of(GIVEN.onset);
    const last = of(GIVEN.end);
    const begins = first >= from || from === 0;
    let ratio = of(GIVEN.awareness);
    const goOn = (days: number): void => goOnFor(heap, turning, record, ratio, of(GIVEN.cancelling), days);
    /** It ends: the path turns back to 0, and nothing more is cancelled. */
    const settle = (): void => {
      heap[record + STATE.excess] = heap[record + STATE.excess]! + heap[record]!;
      heap[record] = 0;
      ratio = of(GIVEN.recovery);
      for (let k = 0; k < lags; k++) {
        heap[exposed + k] = heap[exposed + k]! - heap[exposed + padded + k]!;
        heap[exposed + padded + k] = 0;
      }
    };
    let day = from;
    if (begins) {
      // Nobody has heard of it yet, and all who booked are exposed to it.
      day = first;
      heap[record] = of(GIVEN.suppression);
      heap[record + STATE.excess] = -of(GIVEN.suppression);
      for (let k = 0; k < lags; k++) {
        const all = of(GIVEN.cancellation) * heap[weights + k]!;
        heap[record + STATE.lags + k] = 0;
        heap[exposed + k] = all;
        heap[exposed + padded + k] = all;
      }
    }
    if (day < 0) {
      if (last <= 0) {
        goOn(last - day);
        settle();
        goOn(-last);
      } else goOn(-day);
      day = 0;
    }
    // Before day 0 nobody departs: what is summed there does not count.
    heap[record + STATE.lost] = 0;
    heap[record + STATE.cancelled] = 0;
    if (last < to && (last > day || !begins)) {
      goOn(last - day);
      settle();
      day = last;
    }
    goOn(to - day);
  }
}

/** Goes on for so many days, adding to lost and cancelled. */
function goOnFor(
  heap: Float64Array,
  { lags, constants }: Turning,
  record: number,
  ratio: number,
  kept: number,
  days: number,
): void {
  if (!(days > 0)) return;
  const padded = paddedLags(lags);
  const level = heap[record]!;
  const start = heap[record + STATE.excess]!;
  let excess = start;
  let total = 0;
  for (let day = 0; day < days; day++) {
    excess *= ratio;
    total += excess;
  }
  let away = 0;
  let gone = 0;
  for (let k = 0; k < lags; k++) {
    const c = constants + k;
    const stay = heap[c]!;
    const base = heap[c + LAG.leave * padded]! * level;
    const departing = heap[c + LAG.departing * padded]!;
    const both = stay * kept;
    const at = record + STATE.lags + k;
    let above = start;
    let notBooked = heap[at]!;
    let exposed = heap[at + padded]!;
    let pending = heap[at + 2 * padded]!;
    for (let day = 0; day < days; day++) {
      above *= ratio;
      notBooked = stay * notBooked + (base + departing * above);
      exposed *= stay;
      pending *= both;
    }
    away += heap[c + LAG.weightedMean * padded]! * (heap[at]! - notBooked);
    gone +=
      heap[c + LAG.mean * padded]! * (heap[at + padded]! - exposed) -
      heap[at + 3 * padded]! * (heap[at + 2 * padded]! - pending);
    heap[at] = notBooked;
    heap[at + padded] = exposed;
    heap[at + 2 * padded] = pending;
  }
  heap[record + STATE.excess] = excess;
  heap[record + STATE.lost] = heap[record + STATE.lost]! + (days * level + total + away);
  heap[record + STATE.cancelled] = heap[record + STATE.cancelled]! + gone;
}
