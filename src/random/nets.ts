import type { Key } from './key.ts';
import { expectRange, fillWords, POINTS, REPLICATES } from './replicates.ts';
import { reverseBits, scrambleReversed } from './scramble.ts';
import { shuffle } from './shuffle.ts';
import { sobolReversed } from './sobol.ts';
import { type Stream, streamOf } from './stream.ts';
import { fillWithLeadingBits } from './uniform.ts';

const EIGHTHS = 8;

/** Names of the streams that lead: the first of each pair goes by the rows of the net, the second by its columns. */
const LEADS: readonly (readonly [string, string])[] = [
  ['factor/suppression', 'factor/duration'],
  ['shared/suppression', 'shared/duration'],
];

/**
 * Padded Sobol' points: each stream has a randomised two-dimensional Sobol' sequence of its own, of which it shows one
 * dimension. What the other stands for is the same for all streams, and two of them show it: how many stay away
 * (suppression) and for how long (duration). Whatever else a loss has in it is multiplied by these two, so any stream is
 * evenly spread by itself and together with either of them, and by chance together with the rest, whatever streams
 * there are. They are known by their names, those that the priors of this library use, so that no stream depends on
 * which others a scenario has.
 *
 * 64 points of the first two Sobol' dimensions are an 8 x 8 net: one point in each of the 64ths of either dimension and
 * in each pair of eighths, its rows and columns. Owen's scrambling in base 8 puts the eighths, and the eighths of each,
 * in random order; what is left of the sequence is that property, so that the order can be drawn outright: for a lead,
 * one of its rows or columns; for any other stream a random Latin square, which has each eighth once in each row and
 * each column. From one 64 points to the next, the place within each 64th follows the scrambled van der Corput
 * sequence, the first Sobol' dimension: 2^m times 64 points have one in each of 2^m times 64 strata.
 *
 * Sources: Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7; Owen (1995), Monte Carlo and
 * Quasi-Monte Carlo Methods in Scientific Computing; padding: Kollig and Keller (2002), Computer Graphics Forum 21;
 * orders from orthogonal arrays: Tang (1993), Journal of the American Statistical Association 88.
 */
export function fillNets(key: Key, stream: Stream, from: number, to: number, out: Float64Array): void {
  expectRange(from, to, out);
  const words = new Uint32Array(12);
  const strata = new Uint8Array(POINTS);
  const leading = new Uint32Array(to - from);
  const span = POINTS * REPLICATES;
  const lead = leadOf(stream);
  for (let replicate = 0; replicate < REPLICATES; replicate++) {
    fillWords(key, stream, 'scramble', replicate, 0, 0, words);
    const seed = words[0]!;
    const shift = words[1]!;
    for (let block = Math.floor(from / span); block * span < to; block++) {
      const first = block * span + replicate;
      const point = Math.max(0, Math.ceil((from - first) / REPLICATES));
      if (point >= POINTS || first + point * REPLICATES >= to) continue;
      for (let step = 0; step < 3; step++) {
        fillWords(key, stream, 'order', replicate, block, step, words.subarray(4 * step));
      }
      if (lead === null) orderBeside(words, strata);
      else orderLead(words, lead === 'row' ? [rows, columns] : [columns, rows], strata);
      for (let p = point; p < POINTS && first + p * REPLICATES < to; p++) {
        // The stratum gives the first six bits, the number of the block, lowest bit first, the next 26.
        const reversed = (reverseBits(strata[p]!) >>> 26) | (block << 6);
        leading[first + p * REPLICATES - from] = reverseBits(scrambleReversed(reversed, seed, shift));
      }
    }
  }
  fillWithLeadingBits(key, stream, from, leading, 32, out);
}

function leadOf({ hi, lo }: Stream): 'row' | 'column' | null {
  const is = (lead: Stream): boolean => lead.hi === hi && lead.lo === lo;
  if (leads.some(([row]) => is(row))) return 'row';
  return leads.some(([, column]) => is(column)) ? 'column' : null;
}

const leads = LEADS.map(([row, column]) => [streamOf(row), streamOf(column)] as const);

/** Row and column of each of 64 points, as the first two Sobol' dimensions have them. */
const [rows, columns] = [0, 1].map((dimension) =>
  Uint8Array.from({ length: POINTS }, (_, p) => reverseBits(sobolReversed(dimension, p)) >>> 29),
) as [Uint8Array, Uint8Array];

const coarse = new Uint8Array(3 * EIGHTHS);
const fine = new Uint8Array(POINTS);

/** The points of a row fall into one eighth, another for each row, and there into each eighth of it. */
function orderLead(
  words: Uint32Array,
  [along, across]: readonly [Uint8Array, Uint8Array],
  strata: Uint8Array,
): void {
  const word = shuffle(coarse, 0, EIGHTHS, words, 0, EIGHTHS);
  shuffleEach(fine, EIGHTHS, words, word);
  for (let p = 0; p < POINTS; p++) {
    const row = along[p]!;
    strata[p] = EIGHTHS * coarse[row]! + fine[EIGHTHS * row + across[p]!]!;
  }
}

/**
 * A Latin square, the table of the exclusive or with its rows, columns and entries in random order: the points of each
 * row fall into each eighth once, so do those of each column, and those of one eighth into each eighth of it.
 */
function orderBeside(words: Uint32Array, strata: Uint8Array): void {
  const word = shuffleEach(coarse, 3, words, 0);
  shuffleEach(fine, EIGHTHS, words, word);
  for (let p = 0; p < POINTS; p++) {
    const row = coarse[EIGHTHS + rows[p]!]!;
    const column = coarse[2 * EIGHTHS + columns[p]!]!;
    const eighth = coarse[row ^ column]!;
    strata[p] = EIGHTHS * eighth + fine[EIGHTHS * eighth + rows[p]!]!;
  }
}

/** So many random orders of eight, one after the other. */
function shuffleEach(out: Uint8Array, orders: number, words: Uint32Array, word: number): number {
  let next = word;
  for (let i = 0; i < orders; i++) next = shuffle(out, EIGHTHS * i, EIGHTHS, words, next, EIGHTHS);
  return next;
}
