import type { InputSampler } from './inputs.ts';
import { fillPanels } from './panel.ts';
import type { PanelSpec } from './panel-spec.ts';
import type { Plan } from './plan.ts';

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

/**
 * Puts chunks together, in whatever order they arrive: each is copied to its place and nothing is added up across
 * them, so the outcome is the same bits however the draws were cut.
 *
 * @throws RangeError where the chunks do not cover draws 0 to `draws` once each
 */
export function assemble(chunks: readonly Chunk[], draws: number): Float64Array[] {
  const ordered = [...chunks].sort((a, b) => a.from - b.from);
  let next = 0;
  for (const { from, to } of ordered) {
    if (from !== next)
      throw new RangeError(`chunks must cover every draw once: draw ${next} is missing or twice`);
    next = to;
  }
  if (next !== draws) throw new RangeError(`chunks end at draw ${next}, expected ${draws}`);
  if (ordered.length === 1) return [...ordered[0]!.panels];
  return ordered[0]!.panels.map((first, p) => {
    const rows = first.length / (ordered[0]!.to - ordered[0]!.from);
    const whole = new Float64Array(rows * draws);
    for (const { from, to, panels } of ordered) {
      for (let r = 0; r < rows; r++) {
        whole.set(panels[p]!.subarray(r * (to - from), (r + 1) * (to - from)), r * draws + from);
      }
    }
    return whole;
  });
}
