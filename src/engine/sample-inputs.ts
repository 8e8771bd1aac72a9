import { BLOCK } from '../blocks/loops.ts';
import { randomUniforms, type UniformSource } from '../blocks/uniform-source.ts';
import { normalCdf } from '../distributions/normal.ts';
import { prepareQuantile } from '../distributions/quantile.ts';
import type { Key } from '../random/key.ts';
import type { Stream } from '../random/stream.ts';
import type { PlannedInput } from './inputs.ts';
import { fillQuantiles, fillScores, levelRow, makeReady, type Ready } from './quantile-rows.ts';

/** Fills the values of all inputs for draws [from, to): input s of draw from + j at `s * stride + j`. */
export type InputSampler = (from: number, to: number, values: Float64Array, stride: number) => void;

/** All that is taken from one stream. */
interface StreamUse {
  readonly stream: Stream;
  /** Inputs of one distribution, which all have the same values. */
  readonly drawn: { readonly ready: Ready; readonly slots: number[] }[];
  /** Inputs to which its normal score adds, with the weight. */
  readonly scored: { readonly slot: number; readonly weight: number }[];
}

/** Where the values of each input come from, put in order of work. */
interface Sources {
  readonly constants: readonly { readonly slot: number; readonly value: number }[];
  /** Inputs that are made of normal scores. */
  readonly mixed: readonly { readonly slot: number; readonly ready: Ready }[];
  readonly uses: readonly StreamUse[];
}

/**
 * Prepares sampling by inverse distribution function: one uniform for each quantity and draw.
 *
 * Each stream is drawn once, whoever takes it. Streams come in the order of their addresses, so that sums of scores are
 * formed in an order that does not depend on which other inputs there are.
 */
export function sampleInputs(
  inputs: readonly PlannedInput[],
  key: Key,
  uniforms: UniformSource = uniformsOf(key),
): InputSampler {
  const sources = sourcesOf(inputs);
  return (from, to, values, stride) => {
    // Blocks begin with even draws: two draws share what the generator makes at a time.
    for (let start = from, end = from; start < to; start = end) {
      end = Math.min(to, start + BLOCK - (start % 2));
      fillBlock(sources, uniforms, start, end, values, start - from, stride);
    }
  };
}

function uniformsOf(key: Key): UniformSource {
  const { spread } = key;
  if (spread === undefined) return randomUniforms(key);
  return (stream, from, to, out) => spread.fill(stream, from, to, out);
}

function sourcesOf(inputs: readonly PlannedInput[]): Sources {
  const constants: { slot: number; value: number }[] = [];
  const mixed: { slot: number; ready: Ready }[] = [];
  const uses: StreamUse[] = [];
  const useOf = (stream: Stream): StreamUse => {
    const known = uses.find((use) => use.stream.lo === stream.lo && use.stream.hi === stream.hi);
    if (known !== undefined) return known;
    const made = { stream, drawn: [], scored: [] };
    uses.push(made);
    return made;
  };
  inputs.forEach(({ source, distribution }, slot) => {
    if (source.kind === 'constant') {
      constants.push({ slot, value: source.value });
      return;
    }
    const ready = makeReady(distribution!);
    if (source.kind === 'stream') {
      const { drawn } = useOf(source.stream);
      const alike = drawn.find((group) => group.ready === ready);
      if (alike === undefined) drawn.push({ ready, slots: [slot] });
      else alike.slots.push(slot);
      return;
    }
    mixed.push({ slot, ready });
    for (const { stream, weight } of source.parts) useOf(stream).scored.push({ slot, weight });
  });
  uses.sort(({ stream: a }, { stream: b }) => a.hi - b.hi || a.lo - b.lo);
  return { constants, mixed, uses };
}

/** Fills draws [from, to), a block at most, from place `first` of each row on. */
function fillBlock(
  { constants, mixed, uses }: Sources,
  uniforms: UniformSource,
  from: number,
  to: number,
  values: Float64Array,
  first: number,
  stride: number,
): void {
  const count = to - from;
  const levels = levelRow();
  for (const { slot, value } of constants) {
    values.fill(value, slot * stride + first, slot * stride + first + count);
  }
  for (const { slot } of mixed) values.fill(0, slot * stride + first, slot * stride + first + count);
  for (const { stream, drawn, scored } of uses) {
    uniforms(stream, from, to, levels);
    for (const { ready, slots } of drawn) {
      const at = slots[0]! * stride + first;
      fillQuantiles(ready, values, at, count);
      for (let i = 1; i < slots.length; i++) values.copyWithin(slots[i]! * stride + first, at, at + count);
    }
    if (scored.length === 0) continue;
    const scores = fillScores(count);
    for (const { slot, weight } of scored) {
      const at = slot * stride + first;
      for (let j = 0; j < count; j++) values[at + j] = values[at + j]! + weight * scores[j]!;
    }
  }
  for (const { slot, ready } of mixed) {
    const at = slot * stride + first;
    for (let j = 0; j < count; j++) levels[j] = openUnit(normalCdf(values[at + j]!));
    fillQuantiles(ready, values, at, count);
  }
}

/** Fills every input with its median, as if drawn. */
export function medianInputs(inputs: readonly PlannedInput[]): InputSampler {
  const medians = inputs.map(({ source, distribution }) =>
    source.kind === 'constant' ? source.value : prepareQuantile(distribution!)(0.5),
  );
  return (from, to, values, stride) => {
    medians.forEach((median, s) => {
      values.fill(median, s * stride, s * stride + to - from);
    });
  };
}

/** Half a step of a 52-bit uniform: the distribution function of a far score must not round to 0 or 1. */
const EDGE = 1.1102230246251565e-16;

function openUnit(p: number): number {
  return p < EDGE ? EDGE : Math.min(p, 1 - EDGE);
}
