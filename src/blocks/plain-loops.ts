import { lookUpQuantiles } from '../distributions/quantile-table.ts';
import { exp } from '../elementary/exp.ts';
import { fillUniforms } from '../random/uniform.ts';
import { LAG, type Loops, PITCH, paddedLags } from './loops.ts';
import { beginDraws, putBackDraws, turnDraws } from './turn.ts';

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
    multiply(out, row, count) {
      for (let j = 0; j < count; j++) heap[out + j] = heap[out + j]! * heap[row + j]!;
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
    stepPaths({ target, excess, notBooked, lost }, power, series, convolved, lags, constants, days, count) {
      const kind = paddedLags(lags);
      for (let j = 0; j < count; j++) {
        const level = heap[target + j]!;
        const above = heap[excess + j]!;
        let sum = days * level + above * heap[series + j]!;
        for (let k = 0; k < lags; k++) {
          const c = constants + k;
          const at = notBooked + k * PITCH + j;
          const before = heap[at]!;
          const after =
            heap[c]! * before +
            (heap[c + LAG.leave * kind]! * level +
              heap[c + LAG.departing * kind]! * (above * heap[convolved + k * PITCH + j]!));
          sum += heap[c + LAG.weightedMean * kind]! * (before - after);
          heap[at] = after;
        }
        heap[lost + j] = sum;
        heap[excess + j] = above * heap[power + j]!;
      }
    },
    stepCancelling({ exposed, pending, wait, cancelled }, power, lags, constants, count) {
      const kind = paddedLags(lags);
      for (let j = 0; j < count; j++) {
        const kept = heap[power + j]!;
        let sum = 0;
        for (let k = 0; k < lags; k++) {
          const c = constants + k;
          const row = k * PITCH + j;
          const stay = heap[c]!;
          const before = heap[exposed + row]!;
          const after = before * stay;
          const open = heap[pending + row]!;
          const left = open * stay * kept;
          sum += heap[c + LAG.mean * kind]! * (before - after) - heap[wait + row]! * (open - left);
          heap[exposed + row] = after;
          heap[pending + row] = left;
        }
        heap[cancelled + j] = sum;
      }
    },
    begin: (told, count) => beginDraws(heap, told, count),
    turn: (told, list, count, from, to) => turnDraws(heap, told, list, count, from, to),
    putBack: (told, list, count) => putBackDraws(heap, told, list, count),
    countDays(daily, lost, cancelled, days, out, pitch, count) {
      for (let j = 0; j < count; j++) {
        const arrivals = heap[daily + j]!;
        const away = heap[lost + j]!;
        const gone = heap[cancelled + j]!;
        heap[out + j] = arrivals * (days - away - gone);
        heap[out + pitch + j] = arrivals * gone;
        heap[out + 2 * pitch + j] = arrivals * away;
      }
    },
  };
}
