import seedrandom from 'seedrandom/seedrandom.js';
import type { Replicates } from '../statistics/replicates.ts';
import { digestText, toHex } from './digest.ts';
import type { Stream } from './stream.ts';

/** Names a run: any text but the empty one, or any finite number. */
export type Seed = string | number;

/** A sampling design at work. */
export interface Spread {
  /** Fills the uniforms of a stream for draws [from, to). */
  readonly fill: (stream: Stream, from: number, to: number, out: Float64Array) => void;
  /** How draws 0 to `draws`, or those named, tell their errors. */
  readonly replicates: (draws: number, named?: Int32Array) => Replicates;
  /** Dimension of each stream of one sequence for all of them, by its address. */
  readonly dimensions: ReadonlyMap<string, number> | null;
}

/** 64 bits that a seed stands for, as two unsigned 32-bit words: the key of the generator. */
export interface Key {
  readonly lo: number;
  readonly hi: number;
  /** How uniforms are spread over draws; without it they are independent. */
  readonly spread?: Spread;
}

/**
 * The text that a seed stands for.
 *
 * Text stands for itself, to the character: `'a'`, `'A'` and `' a'` are three seeds. A number stands for its
 * decimal text as the language writes it, so `1` and `'1'` are one seed (and `'1.0'` another): a seed given on a
 * command line or read back from a run, where it is text, must be able to name a run that was started with a number.
 *
 * @throws TypeError where the seed is neither text nor a number.
 * @throws RangeError where it is empty, NaN or infinite.
 */
export function canonicalSeed(seed: Seed): string {
  if (typeof seed === 'number') {
    if (!Number.isFinite(seed))
      throw new RangeError(`seed: expected a finite number or a text, received ${seed}`);
    return String(seed);
  }
  if (typeof seed !== 'string') {
    throw new TypeError(`seed: expected a finite number or a text, received ${kindOf(seed)}`);
  }
  if (seed === '')
    throw new RangeError('seed: expected a text of one character or more, received an empty text');
  return seed;
}

/**
 * The key of a seed.
 *
 * seedrandom's ARC4 repeats a short seed cyclically and folds characters to eight bits, so that `'1'` and `'11'`
 * would be one seed. It is therefore given the SHA-256 of the seed as 64 hexadecimal characters, of which no two
 * different ones give one state.
 */
export function keyFromSeed(seed: Seed): Key {
  const generator = seedrandom(toHex(digestText(canonicalSeed(seed))));
  const lo = generator.int32() >>> 0;
  const hi = generator.int32() >>> 0;
  return { lo, hi };
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}
