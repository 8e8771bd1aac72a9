import { createDisputeWalker } from './dispute-path.ts';
import { type InputSampler, sampleInputs } from './inputs.ts';
import { COUNTS, counted, createFlowKernel, type FlowKernel } from './kernel.ts';
import { BLOCK, type PanelSpec } from './panel-spec.ts';
import type { Plan, PlannedFlow } from './plan.ts';
import { addFlow } from './postings.ts';

/**
 * Runs draws [from, to) and fills a table for each spec: row r of draw from + j at `r * (to - from) + j`.
 *
 * Every draw stands for itself: what it adds up to depends neither on the range asked for nor on the draws beside it.
 * All specs must share their cells.
 */
export function fillPanels(
  plan: Plan,
  specs: readonly PanelSpec[],
  from: number,
  to: number,
  sampler: InputSampler = sampleInputs(plan.inputs, plan.key),
): Float64Array[] {
  const draws = to - from;
  const panels = specs.map(({ layout }) => new Float64Array(layout.rows.length * draws));
  const cells = specs[0]!.layout.cells;
  const { path, walk } = createDisputeWalker(plan);
  const kernels = plan.flows.map((flow) => createFlowKernel(plan, flow, cells, path));
  const values = new Float64Array(plan.inputs.length * BLOCK);
  const blocks = specs.map(({ layout }) => new Float64Array(layout.rows.length * BLOCK));
  const adders = plan.flows.map((flow, f) => addFlow(flow, specs, f, blocks));
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(to, start + BLOCK);
    sampler(start, end, values, BLOCK);
    for (const block of blocks) block.fill(0);
    for (let j = 0; j < end - start; j++) {
      walk(values, BLOCK, j);
      for (let f = 0; f < kernels.length; f++) {
        const kernel = kernels[f]!;
        kernel.run(values, BLOCK, j);
        refuseNonFinite(kernel, plan.flows[f]!, start + j);
        adders[f]!(kernel.counts, values, j);
      }
    }
    for (let s = 0; s < specs.length; s++) {
      const block = blocks[s]!;
      const panel = panels[s]!;
      const rows = specs[s]!.layout.rows.length;
      for (let r = 0; r < rows; r++) {
        const source = block.subarray(r * BLOCK, r * BLOCK + end - start);
        panel.set(source, r * draws + start - from);
      }
    }
  }
  return panels;
}

function refuseNonFinite(kernel: FlowKernel, flow: PlannedFlow, draw: number): void {
  const { counts } = kernel;
  let [even, odd] = [0, 0];
  for (let i = 0; i + 1 < counts.length; i += 2) {
    even += counts[i]!;
    odd += counts[i + 1]!;
  }
  if (even + odd - (even + odd) === 0) return;
  const row = counts.findIndex((count) => !Number.isFinite(count));
  const name = Object.keys(counted)[Math.floor((row * COUNTS) / counts.length)];
  throw new RangeError(
    `flow '${flow.id}', draw ${draw}: ${name ?? 'a sum'} is not a finite number. ` +
      `To see every number of that draw: replay({ scenario, seed, draw: ${draw} })`,
  );
}
