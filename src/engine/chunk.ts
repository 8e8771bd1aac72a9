import { fillPanels } from './panel.ts';
import type { PanelSpec } from './panel-spec.ts';
import type { Plan } from './plan.ts';
import type { InputSampler } from './sample-inputs.ts';

/** The outcome of draws [from, to), for each panel asked for: row r of draw d at `r * (to - from) + d - from`. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly panels: readonly Float64Array[];
}

export function runChunk(
  plan: Plan,
  specs: readonly PanelSpec[],
  from: number,
  to: number,
  sampler?: InputSampler,
): Chunk {
  return { from, to, panels: fillPanels(plan, specs, from, to, sampler) };
}

/** Puts the chunks of draws [from, to) together as they come in. */
export interface Gathering {
  readonly add: (chunk: Chunk) => void;
  /** @throws RangeError where the chunks do not cover the draws once each */
  readonly finish: () => Chunk;
}

/**
 * Gathers chunks in whatever order they arrive: each is copied to its place and nothing is added up across them, so
 * the outcome is the same bits however the draws were cut. A chunk can be forgotten once it is added.
 */
export function gatherChunks(from: number, to: number): Gathering {
  const covered: { readonly from: number; readonly to: number }[] = [];
  let whole: readonly Float64Array[] | undefined;
  return {
    add(chunk) {
      covered.push({ from: chunk.from, to: chunk.to });
      if (chunk.from === from && chunk.to === to) whole = chunk.panels;
      else if (chunk.from >= from && chunk.to <= to) {
        whole ??= chunk.panels.map(
          (panel) => new Float64Array((panel.length / (chunk.to - chunk.from)) * (to - from)),
        );
        copyInto(whole, chunk, from, to);
      }
    },
    finish() {
      refuseGaps(covered, from, to);
      return { from, to, panels: whole ?? [] };
    },
  };
}

function copyInto(whole: readonly Float64Array[], chunk: Chunk, from: number, to: number): void {
  const draws = chunk.to - chunk.from;
  chunk.panels.forEach((panel, p) => {
    for (let r = 0; r * draws < panel.length; r++) {
      whole[p]!.set(panel.subarray(r * draws, (r + 1) * draws), r * (to - from) + chunk.from - from);
    }
  });
}

/** @throws RangeError where ranges do not cover draws `from` to `to` once each */
export function refuseGaps(
  covered: readonly { readonly from: number; readonly to: number }[],
  from: number,
  to: number,
): void {
  let next = from;
  for (const range of [...covered].sort((a, b) => a.from - b.from)) {
    if (range.from !== next)
      throw new RangeError(`chunks must cover every draw once: draw ${next} is missing or twice`);
    next = range.to;
  }
  if (next !== to) throw new RangeError(`chunks end at draw ${next}, expected ${to}`);
}

/**
 * Puts chunks together, in whatever order they arrive.
 *
 * @throws RangeError where the chunks do not cover draws 0 to `draws` once each
 */
export function assemble(chunks: readonly Chunk[], draws: number): readonly Float64Array[] {
  const gathering = gatherChunks(0, draws);
  for (const chunk of chunks) gathering.add(chunk);
  return gathering.finish().panels;
}
