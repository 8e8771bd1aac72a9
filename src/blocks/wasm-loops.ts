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
    product: (out, row, other, count) => module.product(out * BYTES, row * BYTES, other * BYTES, count),
    add: (out, row, count) => module.add(out * BYTES, row * BYTES, count),
    sumScaled: (list, sums, count) => module.sumScaled(list * BYTES, sums, count),
    addProduct: (out, row, other, count) => module.addProduct(out * BYTES, row * BYTES, other * BYTES, count),
    followPath: (ratio, table, lags, constants, list, lengths, scratch, count) =>
      module.followPath(
        ratio * BYTES,
        table * BYTES,
        lags,
        constants * BYTES,
        list * BYTES,
        lengths,
        scratch * BYTES,
        count,
      ),
    stepPaths: (state, table, lags, constants, days, count) =>
      module.stepPaths(state * BYTES, table * BYTES, lags, constants * BYTES, days, count),
    stepCancelling: (state, kept, lags, constants, count) =>
      module.stepCancelling(state * BYTES, kept * BYTES, lags, constants * BYTES, count),
    turn: (given, state, ahead, lags, constants, weights, list, count, from, to) =>
      module.turn(
        given * BYTES,
        state * BYTES,
        ahead * BYTES,
        lags,
        constants * BYTES,
        weights * BYTES,
        list * BYTES,
        count,
        from,
        to,
      ),
    putBack: (state, ahead, rows, table, recovered, rowsOfTable, list, count) =>
      module.putBack(
        state * BYTES,
        ahead * BYTES,
        rows,
        table * BYTES,
        recovered * BYTES,
        rowsOfTable,
        list * BYTES,
        count,
      ),
    countDays: (daily, state, days, out, pitch, count) =>
      module.countDays(daily * BYTES, state * BYTES, days, out * BYTES, pitch * BYTES, count),
  };
}
