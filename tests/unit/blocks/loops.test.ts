import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileLoops } from '../../../scripts/build-wasm.ts';
import { binary } from '../../../src/blocks/binary.generated.ts';
import { GIVEN, LAG, type Loops, PITCH, paddedLags, STATE, stateRows } from '../../../src/blocks/loops.ts';
import { plainLoops } from '../../../src/blocks/plain-loops.ts';
import { RowSums } from '../../../src/blocks/row-sums.ts';
import { Room } from '../../../src/blocks/rows.ts';
import { wasmLoops } from '../../../src/blocks/wasm-loops.ts';
import { instantiateLoops } from '../../../src/blocks/webassembly.ts';
import { lawOf } from '../../../src/distributions/families.ts';
import { TABLE_SIZE, tabulateQuantiles } from '../../../src/distributions/quantile-table.ts';
import { exp } from '../../../src/elementary/exp.ts';
import { keyFromSeed } from '../../../src/random/key.ts';
import { streamOf } from '../../../src/random/stream.ts';

test('the binary in the repository is what its source compiles to', async () => {
  expect(Buffer.from(await compileLoops()).toString('hex')).toBe(binary);
});

const ROWS = 68;
const SIZE = ROWS * PITCH;
const row = (r: number): number => r * PITCH;

/** Does the same to two heaps of the same numbers, and gives them back as bits. */
function both(numbers: Float64Array, work: (loops: Loops) => void): [BigInt64Array, BigInt64Array] {
  return [plainLoops(new Float64Array(SIZE)), wasmLoops(instantiateLoops()!)].map((loops) => {
    loops.heap.set(numbers);
    work(loops);
    return new BigInt64Array(loops.heap.slice(0, SIZE).buffer);
  }) as [BigInt64Array, BigInt64Array];
}

const lags = 3;
const share = (x: number): number => (Math.abs(x) / 7) % 1;
/** Every loop that does arithmetic on rows, each on rows of its own choosing. */
const work: Readonly<Record<string, (loops: Loops, count: number) => void>> = {
  scale: (loops, count) => loops.scale(row(1), row(2), 1 / 3, count),
  product: (loops, count) => loops.product(row(1), row(1), row(2), count),
  add: (loops, count) => loops.add(row(1), row(2), count),
  sumScaled: (loops, count) => {
    const sums = new RowSums();
    const room = new Room();
    room.rows(10);
    const first = sums.add(
      [
        [row(4), 0.3],
        [row(9), -7],
        [row(5), 1],
        [row(4), 1e9],
      ],
      room,
    );
    const none = sums.add([], room);
    // A later sum may take in an earlier one.
    const later = sums.add(
      [
        [first, 0.1],
        [row(7), 1],
      ],
      room,
    );
    sums.close(room);
    sums.run(loops, count);
    // What is written beyond is nobody's.
    for (const out of [first, none, later]) loops.heap.fill(0, out + count, out + PITCH);
  },
  addProduct: (loops, count) => loops.addProduct(row(1), row(2), row(3), count),
  stepPaths: (loops, count) => loops.stepPaths(row(1), row(21), lags, row(26), 30, count),
  stepCancelling: (loops, count) => loops.stepCancelling(row(1), row(21), lags, row(26), count),
  countDays: (loops, count) => loops.countDays(row(0), row(1), 31, row(21), 2 * PITCH, count),
  'turn and putBack': (loops, count) => {
    const { heap } = loops;
    const [given, state, ahead, list, constants, weights] = [
      row(24),
      row(1),
      row(32),
      row(60),
      row(61),
      row(62),
    ];
    for (let j = 0; j < count; j++) {
      const of = (name: keyof typeof GIVEN, value: (x: number) => number): void => {
        const at = given + GIVEN[name] * PITCH + j;
        heap[at] = value(heap[at]!);
      };
      for (const name of ['suppression', 'cancellation', 'awareness', 'recovery', 'cancelling'] as const)
        of(name, share);
      // From long before the cell to after it; of some draws the advisory has begun before.
      of('onset', (x) => Math.floor(60 * share(x)) - 40);
      of('end', (x) => Math.floor(70 * share(x)) - 30);
      heap[list + j] = (7 * j) % count;
    }
    for (let c = 0; c < LAG.kinds * paddedLags(lags); c++) heap[constants + c] = share(heap[constants + c]!);
    // What fills up the count of lags is 0.
    for (let group = 0; group < LAG.kinds; group++) {
      const pad = group * paddedLags(lags) + lags;
      heap[constants + pad] = 0;
      if (group < 4) heap.fill(0, state + (STATE.lags + pad) * PITCH, state + (STATE.lags + pad + 1) * PITCH);
    }
    heap[weights + lags] = 0;
    for (const from of [0, 8]) {
      loops.turn(given, state, ahead, lags, constants, weights, list, count, from, from + 30);
      loops.putBack(state, ahead, stateRows(lags), row(63), row(65), 2, list, count);
    }
  },
  followPath: (loops, count) => {
    loops.heap.set([5, 28, 31], row(29));
    loops.followPath(row(0), row(1), lags, row(26), row(29), 3, row(27), count);
    // Where plain code works is its own affair.
    loops.heap.fill(0, row(27), row(28));
  },
};

describe('plain code and WebAssembly give the same bits', () => {
  test.each(Object.keys(work))('%s', (name) => {
    const numbers = fc.float64Array({ minLength: SIZE, maxLength: SIZE, min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 128 }), (heap, half) => {
        const [plain, wasm] = both(heap, (loops) => work[name]!(loops, 2 * half));
        expect(wasm).toEqual(plain);
      }),
      // Smaller examples are no clearer, and take long to find.
      { numRuns: 20, endOnFailure: true },
    );
    expect(LAG.kinds * paddedLags(lags)).toBeLessThanOrEqual(PITCH);
  });

  test('a planted difference in the last bit shows', () => {
    let calls = 0;
    const [plain, wasm] = both(new Float64Array(SIZE).fill(0.1), (loops) => {
      calls += 1;
      loops.scale(row(1), row(2), calls === 1 ? 3 : 3 + 2 ** -49, 8);
    });
    expect(wasm).not.toEqual(plain);
  });

  test('uniforms, from any even draw on', () => {
    const [key, stream] = [keyFromSeed('bits'), streamOf('flow/a/spend')];
    for (const from of [0, 2, 254, 2 ** 32 - 8, 2 ** 33 - 256, 2 ** 33, 2 ** 52]) {
      const [plain, wasm] = both(new Float64Array(SIZE), (loops) => {
        loops.fillUniforms(key, stream, from, row(1), 256);
        // What is written beyond is nobody's.
        loops.heap.fill(0, row(1) + 256, row(2));
      });
      expect(wasm, `from ${from}`).toEqual(plain);
      expect(new Set(wasm).size).toBeGreaterThan(250);
    }
  });

  test('powers of e, ordinary and beyond', () => {
    const powers = [
      0,
      -0,
      1,
      -1,
      0.35,
      700,
      -700,
      700.5,
      -745,
      -800,
      709.78,
      710,
      NaN,
      2,
      Infinity,
      -Infinity,
    ];
    for (let i = powers.length; i < 256; i++) powers.push((i - 128) * 0.77 + i / 257);
    const [plain, wasm] = both(new Float64Array(SIZE), (loops) => {
      loops.heap.set(powers, row(1));
      loops.exp(row(1), 256);
    });
    expect(new Float64Array(wasm.buffer)).toEqual(new Float64Array(plain.buffer));
    expect(new Float64Array(wasm.buffer)[row(1) + 2]).toBe(exp(1));
  });

  test('values read from tables, and what is missing in them', () => {
    const levels = [2 ** -53, 2 ** -10, 0.001, 0.5, 1 - 2 ** -53, 0.25, 0.75];
    for (let i = levels.length; i < 256; i++) levels.push((i + 0.37) / 257);
    for (const law of [
      lawOf({ kind: 'beta', mean: 0.5, sd: 0.45 }),
      lawOf({ kind: 'lognormal', mean: 300, sd: 180 }),
    ]) {
      const missing: number[] = [];
      const [plain, wasm] = both(new Float64Array(SIZE), (loops) => {
        loops.heap.set(tabulateQuantiles(law)!);
        const at = Math.ceil(TABLE_SIZE / PITCH) * PITCH;
        loops.heap.set(levels, at);
        missing.push(loops.lookUpQuantiles(0, at, at + PITCH, at + 2 * PITCH, 255));
        // What is written beyond is nobody's.
        loops.heap.fill(0, at + PITCH + 255, at + 2 * PITCH);
      });
      expect(wasm.length).toBe(plain.length);
      // NaN may carry any bits; numbers may not.
      expect(new Float64Array(wasm.buffer)).toEqual(new Float64Array(plain.buffer));
      expect(missing[0]).toBe(missing[1]);
      expect(missing[0]).toBeGreaterThanOrEqual(3);
    }
  });
});
