import { PITCH } from '../blocks/loops.ts';
import { openLoops, SAMPLING, SAMPLING_START } from '../blocks/open-loops.ts';
import { lawOf } from '../distributions/families.ts';
import { prepareQuantile } from '../distributions/quantile.ts';
import { TABLE_SIZE, tabulateQuantiles } from '../distributions/quantile-table.ts';
import type { Distribution } from '../distributions/types.ts';

/** A distribution made ready for many draws. */
export interface Ready {
  readonly quantile: (p: number) => number;
  /** Null where inversion is cheap, or has no table. */
  readonly table: Float64Array | null;
  /** Where the table lies in the heap, and in which filling of it. */
  place: number;
  filling: number;
}

/** Kinds whose quantile function is a line or two. */
const DIRECT: ReadonlySet<Distribution['kind']> = new Set([
  'constant',
  'uniform',
  'triangular',
  'discrete',
  'empirical',
]);

const MOST_READY = 1000;
const ready = new Map<string, Ready>();

/** Runs under one scenario come by the hundred, and a table takes as long as some thousand draws. */
export function makeReady(distribution: Distribution): Ready {
  const { source: _source, sharedAs: _sharedAs, factors: _factors, ...parameters } = distribution;
  const key = JSON.stringify(parameters);
  const known = ready.get(key);
  if (known !== undefined) return known;
  const made = {
    quantile: prepareQuantile(distribution),
    table: DIRECT.has(distribution.kind) ? null : tabulateQuantiles(lawOf(distribution)),
    place: 0,
    filling: -1,
  };
  if (ready.size >= MOST_READY) ready.clear();
  ready.set(key, made);
  return made;
}

const LEVELS = SAMPLING_START;
const VALUES: number = LEVELS + PITCH;
const SCORES: number = VALUES + PITCH;
const MISSING: number = SCORES + PITCH;
const TABLES: number = MISSING + PITCH;
const LAST_TABLE: number = SAMPLING_START + SAMPLING - TABLE_SIZE;
let filling = 0;
let next = TABLES;

/** Where the table lies in the heap of the loops; it is put there if it is not. */
function placeOf(one: Ready, heap: Float64Array): number {
  if (one.filling === filling) return one.place;
  if (next > LAST_TABLE) {
    filling += 1;
    next = TABLES;
  }
  heap.set(one.table!, next);
  one.place = next;
  one.filling = filling;
  next += TABLE_SIZE;
  return one.place;
}

let levels: Float64Array | undefined;

/** A row of the sampling heap for the uniforms of a block. */
export function levelRow(): Float64Array {
  const { heap } = openLoops(0);
  if (levels?.buffer !== heap.buffer) levels = heap.subarray(LEVELS, VALUES);
  return levels;
}

/** values[start + j] = quantile(level j), at the levels of `levelRow`; may write one number more than asked for. */
export function fillQuantiles(one: Ready, values: Float64Array, start: number, count: number): void {
  const loops = openLoops(0);
  const { heap } = loops;
  if (one.table === null) {
    const { quantile } = one;
    for (let j = 0; j < count; j++) values[start + j] = quantile(heap[LEVELS + j]!);
    return;
  }
  const isThere = values.buffer === heap.buffer;
  const out = isThere ? values.byteOffset / 8 + start : VALUES;
  const missing = loops.lookUpQuantiles(placeOf(one, heap), LEVELS, out, MISSING, count);
  for (let i = 0; i < missing; i++) {
    const j = heap[MISSING + i]!;
    heap[out + j] = one.quantile(heap[LEVELS + j]!);
  }
  if (!isThere) values.set(heap.subarray(out, out + count), start);
}

let standardNormal: Ready | undefined;

/** The normal scores of the levels of `levelRow`, in a row of the sampling heap. */
export function fillScores(count: number): Float64Array {
  standardNormal ??= makeReady({ kind: 'normal', mean: 0, sd: 1 });
  const { heap } = openLoops(0);
  fillQuantiles(standardNormal, heap, SCORES, count);
  return heap.subarray(SCORES, SCORES + count);
}
