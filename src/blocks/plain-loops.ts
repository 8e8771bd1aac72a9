import { lookUpQuantiles } from '../distributions/quantile-table.ts';
import { exp } from '../elementary/exp.ts';
import { fillUniforms } from '../random/uniform.ts';
import { LAG, type Loops, PITCH, paddedLags, STATE, STEPS, tableRows } from './loops.ts';
import { turnDraws } from './turn.ts';

/** The loops in plain code: what runs where there is no WebAssembly, and what WebAssembly is held to. */
export function plainLoops(heap: Float64Array): Loops {
  return {
    heap,
    fillUniforms: (key, stream, from, out, count) =>
      fillUniforms(key, stream, from, from + count, heap.subarray(out, out + count)),
    lookUpQuantiles: (table, levels, out, missing, count) =>
      lookUpQuantiles(heap, table, levels, out, missing, count),
    exp(row, count) {
      for (let j = 0; j < count; j++) heap[row + j] = exp(heap[row + j]!);
    },
    scale(out, row, factor, count) {
      for (let j = 0; j < count; j++) heap[out + j] = factor * heap[row + j]!;
    },
    product(out, row, other, count) {
      for (let j = 0; j < count; j++) heap[out + j] = heap[row + j]! * heap[other + j]!;
    },
    add(out, row, count) {
      for (let j = 0; j < count; j++) heap[out + j] = heap[out + j]! + heap[row + j]!;
    },
    sumScaled(list, sums, count) {
      let at = list;
      for (let sum = 0; sum < sums; sum++) {
        const out = heap[at]!;
        const last = at + 2 + 2 * heap[at + 1]!;
        heap.fill(0, out, out + count);
        for (at += 2; at < last; at += 2) {
          const row = heap[at]!;
          const factor = heap[at + 1]!;
          for (let j = 0; j < count; j++) heap[out + j] = heap[out + j]! + factor * heap[row + j]!;
        }
      }
    },
    addProduct(out, row, other, count) {
      for (let j = 0; j < count; j++) heap[out + j] = heap[out + j]! + heap[row + j]! * heap[other + j]!;
    },
    followPath(ratio, table, lags, constants, list, lengths, _scratch, count) {
      const rows = tableRows(lags);
      for (let j = 0; j < count; j++)
        followOne(heap, heap[ratio + j]!, table + j, lags, constants, list, lengths, rows);
    },
    stepPaths(state, table, lags, constants, days, count) {
      const kind = paddedLags(lags);
      for (let j = 0; j < count; j++) {
        const level = heap[state + j]!;
        const above = heap[state + PITCH + j]!;
        let sum = days * level + above * heap[table + PITCH + j]!;
        for (let k = 0; k < lags; k++) {
          const c = constants + k;
          const at = state + (STATE.lags + k) * PITCH + j;
          const before = heap[at]!;
          const after =
            heap[c]! * before +
            (heap[c + LAG.leave * kind]! * level +
              heap[c + LAG.departing * kind]! * (above * heap[table + (2 + k) * PITCH + j]!));
          sum += heap[c + LAG.weightedMean * kind]! * (before - after);
          heap[at] = after;
        }
        heap[state + STATE.lost * PITCH + j] = sum;
        heap[state + PITCH + j] = above * heap[table + j]!;
      }
    },
    stepCancelling(state, keptRow, lags, constants, count) {
      const kind = paddedLags(lags);
      const next = kind * PITCH;
      for (let j = 0; j < count; j++) {
        const kept = heap[keptRow + j]!;
        let sum = 0;
        for (let k = 0; k < lags; k++) {
          const stay = heap[constants + k]!;
          const exposed = state + (STATE.lags + k) * PITCH + j + next;
          const before = heap[exposed]!;
          const after = before * stay;
          const open = heap[exposed + next]!;
          const left = open * stay * kept;
          const mean = heap[constants + LAG.mean * kind + k]!;
          sum += mean * (before - after) - heap[exposed + 2 * next]! * (open - left);
          heap[exposed] = after;
          heap[exposed + next] = left;
        }
        heap[state + STATE.cancelled * PITCH + j] = sum;
      }
    },
    turn: (given, state, ahead, lags, constants, weights, list, count, from, to) =>
      turnDraws(heap, { given, state, ahead, lags, constants, weights }, list, count, from, to),
    putBack(state, ahead, rows, table, recovered, rowsOfTable, list, count) {
      for (let i = 0; i < count; i++) {
        const j = heap[list + i]!;
        const record = ahead + i * rows;
        for (let r = 0; r < rows; r++) heap[state + r * PITCH + j] = heap[record + r]!;
        if (heap[record + STATE.target] !== 0) continue;
        for (let r = 0; r < rowsOfTable; r++) heap[table + r * PITCH + j] = heap[recovered + r * PITCH + j]!;
      }
    },
    countDays(daily, state, days, out, pitch, count) {
      for (let j = 0; j < count; j++) {
        const arrivals = heap[daily + j]!;
        const away = heap[state + STATE.lost * PITCH + j]!;
        const gone = heap[state + STATE.cancelled * PITCH + j]!;
        heap[out + j] = arrivals * (days - away - gone);
        heap[out + pitch + j] = arrivals * gone;
        heap[out + 2 * pitch + j] = arrivals * away;
      }
    },
  };
}

/** A column of a table of `followPath`. */
function followOne(
  heap: Float64Array,
  ratio: number,
  column: number,
  lags: number,
  constants: number,
  list: number,
  lengths: number,
  rows: number,
): void {
  const kind = LAG.kinds * paddedLags(lags);
  // Over 1, 2, 4, 8 and 16 days; then over the days so far.
  const steps = [Float64Array.from({ length: rows }, () => ratio)];
  for (let i = 1; i < STEPS; i++) {
    const before = steps[i - 1]!;
    const r = before[0]!;
    const step = new Float64Array(rows);
    step[0] = r * r;
    step[1] = before[1]! + r * before[1]!;
    for (let k = 0; k < lags; k++) step[2 + k] = before[2 + k]! * (heap[constants + (i - 1) * kind + k]! + r);
    steps.push(step);
  }
  const sofar = new Float64Array(rows);
  sofar[0] = 1;
  for (let l = 0, days = 0; l < lengths; l++) {
    for (let left = heap[list + l]! - days; left > 0; left &= left - 1) {
      const i = 31 - Math.clz32(left & -left);
      const step = steps[i]!;
      const power: number = sofar[0]!;
      sofar[1] = sofar[1]! + power * step[1]!;
      for (let k = 0; k < lags; k++) {
        sofar[2 + k] = heap[constants + i * kind + k]! * sofar[2 + k]! + power * step[2 + k]!;
      }
      sofar[0] = power * step[0]!;
    }
    days = heap[list + l]!;
    for (let r = 0; r < rows; r++) heap[column + (l * rows + r) * PITCH] = sofar[r]!;
  }
}
