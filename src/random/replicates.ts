import type { Key } from './key.ts';
import { philox4x32 } from './philox.ts';
import type { Stream } from './stream.ts';

/**
 * Designs other than the random one are spread in 16 replicates, each randomised by itself, so that the spread between
 * them tells how precise they are together. Draw i is point floor(i / 16) of replicate i mod 16.
 *
 * Source: Owen (1997), Annals of Statistics 25; L'Ecuyer (2018), Monte Carlo and Quasi-Monte Carlo Methods 2016.
 */
export const REPLICATES = 16;

/** Points of a replicate that are stratified by themselves; with all replicates, a block of 1,024 draws. */
export const POINTS = 64;

/** Draws that the designs of replicates can address: 2^36. */
const MOST_DRAWS = 68_719_476_736;

/** @throws RangeError where the range is not one of draws that have a point, or `out` is too short for it. */
export function expectRange(from: number, to: number, out: Float64Array): void {
  if (!(Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= MOST_DRAWS)) {
    throw new RangeError(
      `from, to: expected whole numbers, 0 <= from <= to <= 2^36, received ${from} and ${to}`,
    );
  }
  if (out.length < to - from) {
    throw new RangeError(`out: expected room for ${to - from} numbers, received ${out.length}`);
  }
}

/**
 * What the words at an address are for. Uniforms of draws have a second counter word below 2^20; these have its highest
 * bit set.
 */
export type Purpose = 'order' | 'scramble';

/**
 * Four random words for a stream: those of `order` belong to 64 points of a replicate, those of `scramble` to all of it.
 *
 * @param block which 64 points, from 0 to 2^26 - 1; 0 for all
 * @param step which four words, from 0 to 255
 */
export function fillWords(
  key: Key,
  stream: Stream,
  purpose: Purpose,
  replicate: number,
  block: number,
  step: number,
  words: Uint32Array,
): void {
  const kind = purpose === 'order' ? 0x80000000 : 0x80010000;
  philox4x32(block, kind | (replicate << 8) | step, stream.lo, stream.hi, key.lo, key.hi, words);
}
