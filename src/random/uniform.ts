import type { Key } from './key.ts';
import { philox4x32 } from './philox.ts';
import type { Stream } from './stream.ts';

const TWO_TO_20 = 1048576;
const TWO_TO_32 = 4294967296;
const TWO_TO_MINUS_52 = 1 / (TWO_TO_20 * TWO_TO_32);

/** Where Philox puts its block: one for the module, since nothing here outlives a call. */
const words = new Uint32Array(4);

/**
 * The uniform number at an address: (k + 1/2) 2^-52 with k the 52 bits found there.
 *
 * Strictly between 0 and 1, and symmetric: 1 - u is exact and as likely as u. Draws 2i and 2i + 1 are the two
 * halves of the block whose counter is (i low, i high, stream low, stream high); of a half, the first word is the
 * upper 32 bits of k and the top 20 bits of the second word the rest.
 *
 * @param draw 0, 1, 2, ... up to 2^53 - 1
 * @throws RangeError where `draw` is not such a number.
 */
export function uniform(key: Key, stream: Stream, draw: number): number {
  if (!(Number.isSafeInteger(draw) && draw >= 0)) {
    throw new RangeError(`draw: expected a whole number from 0 to 2^53 - 1, received ${draw}`);
  }
  const block = Math.floor(draw / 2);
  philox4x32(block, Math.floor(block / TWO_TO_32), stream.lo, stream.hi, key.lo, key.hi, words);
  return draw % 2 === 0 ? toUniform(words[0]!, words[1]!) : toUniform(words[2]!, words[3]!);
}

/**
 * The uniforms of draws `from` (included) to `to` (excluded) into `out[0 ... to - from)`: the same bits as
 * `uniform` at each draw, two to a block.
 *
 * @throws RangeError where the range is not within 0 ... 2^53 - 1, or `out` is too short for it.
 */
export function fillUniforms(key: Key, stream: Stream, from: number, to: number, out: Float64Array): void {
  if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && 0 <= from && from <= to)) {
    throw new RangeError(
      `from, to: expected whole numbers, 0 <= from <= to <= 2^53 - 1, received ${from} and ${to}`,
    );
  }
  const count = to - from;
  if (out.length < count) {
    throw new RangeError(`out: expected room for ${count} numbers, received ${out.length}`);
  }
  const { lo: key0, hi: key1 } = key;
  const { lo: stream0, hi: stream1 } = stream;
  let block = Math.floor(from / 2);
  let index = 0;
  // A range that begins with an odd draw takes the second half of its first block.
  if (from % 2 === 1 && count > 0) {
    philox4x32(block, Math.floor(block / TWO_TO_32), stream0, stream1, key0, key1, words);
    out[0] = toUniform(words[2]!, words[3]!);
    index = 1;
    block += 1;
  }
  for (; index < count; index += 2, block += 1) {
    philox4x32(block, Math.floor(block / TWO_TO_32), stream0, stream1, key0, key1, words);
    out[index] = toUniform(words[0]!, words[1]!);
    if (index + 1 < count) out[index + 1] = toUniform(words[2]!, words[3]!);
  }
}

/**
 * As `fillUniforms`, with the first `bits` bits of each number replaced by the first bits of a word of `leading`, whose
 * other bits are 0: what a design decides it decides there, and what it leaves open is random.
 */
export function fillWithLeadingBits(
  key: Key,
  stream: Stream,
  from: number,
  leading: Uint32Array,
  bits: number,
  out: Float64Array,
): void {
  let drawn = -1;
  for (let j = 0; j < leading.length; j++) {
    const block = Math.floor((from + j) / 2);
    if (block !== drawn) {
      philox4x32(block, Math.floor(block / TWO_TO_32), stream.lo, stream.hi, key.lo, key.hi, words);
      drawn = block;
    }
    const half = ((from + j) % 2) * 2;
    const rest = bits < 32 ? words[half]! >>> bits : 0;
    out[j] = toUniform((leading[j]! | rest) >>> 0, words[half + 1]!);
  }
}

/** (k + 1/2) 2^-52, exact: k + 1/2 has 53 bits. */
function toUniform(upper: number, lower: number): number {
  return (upper * TWO_TO_20 + (lower >>> 12) + 0.5) * TWO_TO_MINUS_52;
}
