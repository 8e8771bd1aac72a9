import type { Key } from './key.ts';
import { expectRange, fillWords, POINTS, REPLICATES } from './replicates.ts';
import { shuffle } from './shuffle.ts';
import type { Stream } from './stream.ts';
import { fillWithLeadingBits } from './uniform.ts';

/** 64! needs 296 bits; a word gives three steps of the shuffle. */
const STEPS_A_WORD = 3;

/**
 * A Latin hypercube for every 64 points of a replicate: their strata, the 64ths of the unit interval, in random order.
 *
 * Source: McKay, Beckman and Conover (1979), Technometrics 21.
 */
export function fillLatinHypercube(
  key: Key,
  stream: Stream,
  from: number,
  to: number,
  out: Float64Array,
): void {
  expectRange(from, to, out);
  const order = new Uint8Array(POINTS);
  const words = new Uint32Array(24);
  const strata = new Uint32Array(to - from);
  const span = POINTS * REPLICATES;
  for (let block = Math.floor(from / span); block * span < to; block++) {
    for (let replicate = 0; replicate < REPLICATES; replicate++) {
      const first = block * span + replicate;
      const point = Math.max(0, Math.ceil((from - first) / REPLICATES));
      if (point >= POINTS || first + point * REPLICATES >= to) continue;
      for (let step = 0; step < 6; step++) {
        fillWords(key, stream, 'order', replicate, block, step, words.subarray(4 * step));
      }
      shuffle(order, 0, POINTS, words, 0, STEPS_A_WORD);
      for (let p = point; p < POINTS && first + p * REPLICATES < to; p++) {
        strata[first + p * REPLICATES - from] = order[p]! << 26;
      }
    }
  }
  fillWithLeadingBits(key, stream, from, strata, 6, out);
}
