import type { Key } from './key.ts';
import { expectRange, fillWords, POINTS, REPLICATES } from './replicates.ts';
import { reverseBits, scrambleReversed } from './scramble.ts';
import { shuffle } from './shuffle.ts';
import type { Stream } from './stream.ts';
import { fillWithLeadingBits } from './uniform.ts';

const EIGHTHS = 8;

/**
 * Padded Sobol' points: each stream has a randomised two-dimensional Sobol' sequence of its own, of which it shows one
 * dimension; the other stands for what the streams of factors show and gives all streams their order. So any stream is
 * evenly spread by itself and together with a factor, and by chance together with the rest, whatever streams there are.
 *
 * 64 points of the first two Sobol' dimensions are an 8 x 8 net: one point in each of the 64ths of either dimension and
 * in each pair of eighths. Owen's scrambling in base 8 puts the eighths, and the eighths of each, in random order; what
 * is left of the sequence is that property, so that the order can be drawn outright. From one 64 points to the next,
 * the place within each 64th follows the scrambled van der Corput sequence, the first Sobol' dimension: 2^m times 64
 * points have one in each of 2^m times 64 strata.
 *
 * Sources: Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7; Owen (1995), Monte Carlo and
 * Quasi-Monte Carlo Methods in Scientific Computing; padding: Kollig and Keller (2002), Computer Graphics Forum 21.
 */
export function fillNets(key: Key, stream: Stream, from: number, to: number, out: Float64Array): void {
  expectRange(from, to, out);
  const words = new Uint32Array(16);
  const strata = new Uint8Array(POINTS);
  const leading = new Uint32Array(to - from);
  const span = POINTS * REPLICATES;
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    fillWords(key, stream, 'scramble', replicate, 0, 0, words);
    const seed = words[0]!;
    const shift = words[1]!;
    for (let block = Math.floor(from / span); block * span < to; block++) {
      const first = block * span + replicate;
      const point = Math.max(0, Math.ceil((from - first) / REPLICATES));
      if (point >= POINTS || first + point * REPLICATES >= to) continue;
      for (let step = 0; step < 4; step++) {
        fillWords(key, stream, 'order', replicate, block, step, words.subarray(4 * step));
      }
      if (stream.factor === true) orderFactor(words, strata);
      else orderOther(words, strata);
      for (let p = point; p < POINTS && first + p * REPLICATES < to; p++) {
        // The stratum gives the first six bits, the number of the block, lowest bit first, the next 26.
        const reversed = (reverseBits(strata[p]!) >>> 26) | (block << 6);
        leading[first + p * REPLICATES - from] = reverseBits(scrambleReversed(reversed, seed, shift));
      }
    }
  }
  fillWithLeadingBits(key, stream, from, leading, 32, out);
}

const coarse = new Uint8Array(POINTS);
const fine = new Uint8Array(POINTS);

/** Points 8a ... 8a + 7 fall into one eighth, another for each a, and there into each eighth of it. */
function orderFactor(words: Uint32Array, strata: Uint8Array): void {
  let word = shuffle(coarse, 0, EIGHTHS, words, 0, EIGHTHS);
  for (let a = 0; a < EIGHTHS; a++) {
    word = shuffle(fine, EIGHTHS * a, EIGHTHS, words, word, EIGHTHS);
    for (let b = 0; b < EIGHTHS; b++) strata[8 * a + b] = 8 * coarse[a]! + fine[8 * a + b]!;
  }
}

/** Points 8a ... 8a + 7 fall into each eighth once, and those of one eighth, one for each a, into each eighth of it. */
function orderOther(words: Uint32Array, strata: Uint8Array): void {
  let word = 0;
  for (let c = 0; c < EIGHTHS; c++) {
    word = shuffle(coarse, EIGHTHS * c, EIGHTHS, words, word, EIGHTHS);
    word = shuffle(fine, EIGHTHS * c, EIGHTHS, words, word, EIGHTHS);
  }
  for (let p = 0; p < POINTS; p++) strata[p] = 8 * coarse[p]! + fine[8 * coarse[p]! + (p >> 3)]!;
}
