import type { Key } from './key.ts';
import { expectRange, fillWords, REPLICATES } from './replicates.ts';
import { reverseBits, scrambleReversed } from './scramble.ts';
import { DIMENSIONS, directions } from './sobol-directions.generated.ts';
import type { Stream } from './stream.ts';
import { fillWithLeadingBits } from './uniform.ts';

/** How many dimensions the sequence has: what is left over is padded. */
export const sobolDimensions: number = DIMENSIONS;

const BITS = 32;
let known: Uint32Array | undefined;

/**
 * Point `index` of a dimension of the Sobol' sequence as a fraction of 32 bits, its bits reversed. Points come in the
 * order of Antonov and Saleev (1979), that of the Gray code, in which most tables print them.
 *
 * @param dimension 0 to `sobolDimensions` - 1
 */
export function sobolReversed(dimension: number, index: number): number {
  known ??= directionNumbers();
  let gray = index ^ (index >>> 1);
  let bits = 0;
  for (let k = BITS * dimension; gray !== 0; k++, gray >>>= 1) if (gray & 1) bits ^= known[k]!;
  return bits;
}

/**
 * One Owen-scrambled Sobol' sequence for all streams together: `dimension` is that of the stream. Replicates are
 * scrambled independently.
 *
 * Source: Sobol' (1967); direction numbers of Joe and Kuo (2008); scrambling: Owen (1995).
 */
export function fillSobol(
  key: Key,
  stream: Stream,
  dimension: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  expectRange(from, to, out);
  const words = new Uint32Array(4);
  const leading = new Uint32Array(to - from);
  for (let replicate = 0; replicate < Math.min(REPLICATES, to - from); replicate++) {
    fillWords(key, stream, 'scramble', (from + replicate) % REPLICATES, 0, 0, words);
    for (let j = replicate; j < to - from; j += REPLICATES) {
      const point = sobolReversed(dimension, Math.floor((from + j) / REPLICATES));
      leading[j] = reverseBits(scrambleReversed(point, words[0]!, words[1]!));
    }
  }
  fillWithLeadingBits(key, stream, from, leading, BITS, out);
}

/** Direction numbers, bits reversed: number k of dimension d at 32 d + k. */
function directionNumbers(): Uint32Array {
  const numbers = new Uint32Array(BITS * DIMENSIONS);
  for (let k = 0; k < BITS; k++) numbers[k] = (1 << k) >>> 0;
  let bit = 0;
  const readBits = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++, bit++) {
      value |= (((directions.charCodeAt(Math.floor(bit / 6)) - 48) >> (bit % 6)) & 1) << i;
    }
    return value;
  };
  let dimension = 1;
  for (let degree = 1; dimension < DIMENSIONS; degree++) {
    for (let polynomial = (1 << degree) + 1; polynomial < 2 << degree; polynomial += 2) {
      if (!isPrimitive(polynomial, degree)) continue;
      const m: number[] = [];
      for (let k = 0; k < BITS; k++) {
        m.push(k < degree ? 2 * readBits(k) + 1 : nextNumber(m, polynomial, degree));
        // v = m / 2^(k + 1): bit j of m stands for 2^(j - k - 1), which reversed is bit k - j.
        numbers[BITS * dimension + k] = reverseBits(m[k]!) >>> (BITS - 1 - k);
      }
      dimension += 1;
    }
  }
  return numbers;
}

/** Recurrence of Bratley and Fox (1988), ACM Transactions on Mathematical Software 14, equation 3. */
function nextNumber(m: readonly number[], polynomial: number, degree: number): number {
  const k = m.length;
  let next = m[k - degree]!;
  for (let i = 1; i <= degree; i++) if ((polynomial >> (degree - i)) & 1) next ^= m[k - i]! << i;
  return next >>> 0;
}

/** Whether powers of x run through all polynomials but 0, modulo this one over the field of two elements. */
function isPrimitive(polynomial: number, degree: number): boolean {
  const period = (1 << degree) - 1;
  let power = 1;
  for (let order = 1; order <= period; order++) {
    power <<= 1;
    if (power >> degree) power ^= polynomial;
    if (power === 1) return order === period;
  }
  return false;
}
