import { fromHighWord, highWord } from '../elementary/binary64.ts';

/** Bins of an octave: ten bits of the fraction. */
const SLOTS = 1024;
/** For each replicate, five bits of it: 32 bins an octave, side by side in a page of the same size. */
const COARSE = 32;

/** Bins of the octaves that hold something, by sign and exponent. */
interface Pages {
  /** One more than the number of the octave's page; 0 where it has none. */
  readonly index: Uint16Array;
  readonly list: Uint32Array[];
}

/** The same as plain data: the octaves that have a page, and their pages one after the other. */
interface PagesData {
  readonly octaves: Uint16Array;
  readonly counts: Uint32Array;
}

/** A sketch as plain data. */
export interface SketchData {
  readonly count: number;
  readonly smallest: number;
  readonly largest: number;
  readonly pages: PagesData;
  readonly replicatePages: PagesData;
}

const noPages = (octaves: number): Pages => ({ index: new Uint16Array(octaves), list: [] });
/** Signs and exponents that there are. */
const OCTAVES = 4096;

/** Counts of a bin, from the bin's lower end to its upper. */
export interface Bin {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/**
 * A histogram whose bins are as wide as a thousandth of what is in them: the sign, the exponent and ten bits of the
 * fraction of a number name its bin, and bins are held by the octave, where anything is in it. Counts are integers, so
 * that the order of numbers and of merging does not matter; it holds any number from 2^-1022 up at a relative error below
 * 2^-10, and 0 exactly.
 *
 * The bins are those of DDSketch with a piecewise linear mapping: Masson, Rim and Lee (2019), Proceedings of the VLDB
 * Endowment 12, section 2.2; Tene's HdrHistogram has the same.
 */
export class Sketch {
  readonly #pages: Pages = noPages(OCTAVES);
  readonly #replicatePages: Pages;
  readonly #replicated: boolean;
  count = 0;
  smallest: number = Number.POSITIVE_INFINITY;
  largest: number = Number.NEGATIVE_INFINITY;

  /** @param replicated whether to count for each of 16 replicates too, in bins of a thirty-second */
  constructor(replicated: boolean) {
    this.#replicated = replicated;
    this.#replicatePages = noPages(replicated ? OCTAVES : 0);
  }

  add(value: number, replicate: number): void {
    this.count += 1;
    if (value < this.smallest) this.smallest = value;
    if (value > this.largest) this.largest = value;
    // 0 stands for -0 too.
    const high = highWord(value + 0) >>> 0;
    pageOf(this.#pages, high >>> 20)[(high >>> 10) & (SLOTS - 1)]! += 1;
    if (!this.#replicated) return;
    pageOf(this.#replicatePages, high >>> 20)[COARSE * replicate + ((high >>> 15) & (COARSE - 1))]! += 1;
  }

  toData(): SketchData {
    const { count, smallest, largest } = this;
    const [pages, replicatePages] = [pagesToData(this.#pages), pagesToData(this.#replicatePages)];
    return { count, smallest, largest, pages, replicatePages };
  }

  merge({ count, smallest, largest, pages, replicatePages }: SketchData): void {
    this.count += count;
    this.smallest = Math.min(this.smallest, smallest);
    this.largest = Math.max(this.largest, largest);
    mergePages(this.#pages, pages);
    mergePages(this.#replicatePages, replicatePages);
  }

  /** Bins that hold something, ascending; cut at the smallest and the largest value. */
  bins(): readonly Bin[] {
    return readBins(this.#pages, 10, 0, SLOTS).map((bin) => this.#cut(bin));
  }

  /** The same of one replicate, in its wider bins. */
  replicateBins(replicate: number): readonly Bin[] {
    return readBins(this.#replicatePages, 15, COARSE * replicate, COARSE).map((bin) => this.#cut(bin));
  }

  #cut({ lower, upper, count }: Bin): Bin {
    return { lower: Math.max(lower, this.smallest), upper: Math.min(upper, this.largest), count };
  }
}

/** How many of the counts lie above a value: whole bins, and of its own bin the part above it. */
export function countAbove(bins: readonly Bin[], value: number): number {
  let above = 0;
  for (const { lower, upper, count } of bins) {
    if (value < lower) above += count;
    else if (value < upper) above += (count * (upper - value)) / (upper - lower);
  }
  return above;
}

/** Sum of the excess over a value, to the power of 1 or 2, of all counts above it, each bin evenly filled. */
export function sumAbove(bins: readonly Bin[], value: number, power: 1 | 2): number {
  let sum = 0;
  for (const { lower, upper, count } of bins) {
    if (upper <= value) continue;
    const from = Math.max(lower, value) - value;
    const to = upper - value;
    const share = upper === lower ? 1 : (to - from) / (upper - lower);
    const moment = power === 1 ? (from + to) / 2 : (from * from + from * to + to * to) / 3;
    sum += count * share * moment;
  }
  return sum;
}

/** The value at a rank from 0 to n - 1: linear between whole ranks, and counts of a bin stand evenly in it. */
export function valueAtRank(bins: readonly Bin[], rank: number): number {
  const below = Math.floor(rank);
  const low = valueAtWholeRank(bins, below);
  return rank === below ? low : low + (rank - below) * (valueAtWholeRank(bins, below + 1) - low);
}

function valueAtWholeRank(bins: readonly Bin[], rank: number): number {
  let below = 0;
  for (const { lower, upper, count } of bins) {
    if (rank < below + count) return lower + (upper - lower) * ((rank - below + 0.5) / count);
    below += count;
  }
  return bins[bins.length - 1]!.upper;
}

function pageOf({ index, list }: Pages, octave: number): Uint32Array {
  const page = index[octave]!;
  if (page !== 0) return list[page - 1]!;
  const fresh = new Uint32Array(SLOTS);
  index[octave] = list.push(fresh);
  return fresh;
}

function pagesToData({ index, list }: Pages): PagesData {
  const octaves = new Uint16Array(list.length);
  const counts = new Uint32Array(list.length * SLOTS);
  index.forEach((page, octave) => {
    if (page > 0) octaves[page - 1] = octave;
  });
  list.forEach((page, p) => {
    counts.set(page, p * SLOTS);
  });
  return { octaves, counts };
}

function mergePages(into: Pages, { octaves, counts }: PagesData): void {
  octaves.forEach((octave, p) => {
    const target = pageOf(into, octave);
    for (let slot = 0; slot < SLOTS; slot++) target[slot] = target[slot]! + counts[p * SLOTS + slot]!;
  });
}

/** Negative numbers come first, in the opposite order of their bits. */
function readBins(pages: Pages, shift: number, first: number, slots: number): Bin[] {
  const positive: Bin[] = [];
  const negative: Bin[] = [];
  pages.index.forEach((page, octave) => {
    if (page === 0) return;
    for (let slot = 0; slot < slots; slot++) {
      const count = pages.list[page - 1]![first + slot]!;
      if (count === 0) continue;
      const high = (octave << 20) | (slot << shift);
      const near = octave === 0 && slot === 0 ? 0 : fromHighWord(high);
      const far = octave === 0 && slot === 0 ? 0 : fromHighWord(high + (1 << shift));
      if (octave < 2048) positive.push({ lower: near, upper: far, count });
      else negative.push({ lower: far, upper: near, count });
    }
  });
  return [...negative.reverse(), ...positive];
}
