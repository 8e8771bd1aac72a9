import { exp } from '../elementary/exp.ts';
import { fillUniforms } from '../random/uniform.ts';
import type { Loops } from './loops.ts';
import type { LoopsModule } from './webassembly.ts';

const BYTES = 8;
const TWO_TO_32 = 4294967296;

/** The loops in WebAssembly, two draws side by side. */
export function wasmLoops(module: LoopsModule): Loops {
  const heap = new Float64Array(module.memory.buffer);
  return {
    heap,
    fillUniforms(key, stream, from, out, count) {
      const block = from / 2;
      const low = block % TWO_TO_32;
      if (low + count < TWO_TO_32) {
        const high = Math.floor(block / TWO_TO_32);
        module.fillUniforms(key.lo, key.hi, stream.lo, stream.hi, low, high, out * BYTES, count);
      } else fillUniforms(key, stream, from, from + count, heap.subarray(out, out + count));
    },
    lookUpQuantiles: (table, levels, out, missing, count) =>
      module.lookUpQuantiles(table * BYTES, levels * BYTES, out * BYTES, missing * BYTES, count),
    exp(row, count) {
      for (let j = module.exp(row * BYTES, 0, count); j < count; j = module.exp(row * BYTES, j + 2, count)) {
        heap[row + j] = exp(heap[row + j]!);
        heap[row + j + 1] = exp(heap[row + j + 1]!);
      }
    },
    scale: (out, row, factor, count) => module.scale(out * BYTES, row * BYTES, factor, count),
    multiply: (out, row, count) => module.multiply(out * BYTES, row * BYTES, count),
    add: (out, row, count) => module.add(out * BYTES, row * BYTES, count),
    sumScaled: (list, sums, count) => module.sumScaled(list * BYTES, sums, count),
    addProduct: (out, row, other, count) => module.addProduct(out * BYTES, row * BYTES, other * BYTES, count),
    stepPaths: (rows, power, series, convolved, lags, constants, days, count) =>
      module.stepPaths(
        rows.target * BYTES,
        rows.excess * BYTES,
        rows.notBooked * BYTES,
        rows.lost * BYTES,
        power * BYTES,
        series * BYTES,
        convolved * BYTES,
        lags,
        constants * BYTES,
        days,
        count,
      ),
    stepCancelling: (rows, power, lags, constants, count) =>
      module.stepCancelling(
        rows.exposed * BYTES,
        rows.pending * BYTES,
        rows.wait * BYTES,
        rows.cancelled * BYTES,
        power * BYTES,
        lags,
        constants * BYTES,
        count,
      ),
    begin: (told, count) => module.begin(told * BYTES, count),
    turn: (told, list, count, from, to) => module.turn(told * BYTES, list * BYTES, count, from, to),
    putBack: (told, list, count) => module.putBack(told * BYTES, list * BYTES, count),
    countDays: (daily, lost, cancelled, days, out, pitch, count) =>
      module.countDays(
        daily * BYTES,
        lost * BYTES,
        cancelled * BYTES,
        days,
        out * BYTES,
        pitch * BYTES,
        count,
      ),
  };
}
