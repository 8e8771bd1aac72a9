import { type InputSampler, sampleInputs } from './inputs.ts';
import { COUNTS, counted, createFlowKernel, type FlowKernel } from './kernel.ts';
import type { Layout } from './layout.ts';
import type { Plan, PlannedFlow } from './plan.ts';
import type { Rate, Term } from './terms.ts';

/** A table of draws to fill: terms summed into the rows of a layout. */
export interface PanelSpec {
  readonly layout: Layout;
  readonly terms: readonly Term[];
  /** Read at the end of a bin, rather than summed over it. */
  readonly stock: boolean;
  /** Running total over the bins. */
  readonly cumulative: boolean;
}

/** Draws sampled and carried at a time: small enough to stay in cache. */
const BLOCK = 256;

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
  const kernels = plan.flows.map((flow) => createFlowKernel(plan, flow, cells));
  const adders = specs.map((spec) => plan.flows.map((flow, f) => addFlow(flow, spec, f)));
  const values = new Float64Array(plan.inputs.length * BLOCK);
  const blocks = specs.map(({ layout }) => new Float64Array(layout.rows.length * BLOCK));
  for (let start = from; start < to; start += BLOCK) {
    const end = Math.min(to, start + BLOCK);
    sampler(start, end, values, BLOCK);
    for (const block of blocks) block.fill(0);
    for (let j = 0; j < end - start; j++) {
      for (let f = 0; f < kernels.length; f++) {
        const kernel = kernels[f]!;
        kernel.run(values, BLOCK, j);
        refuseNonFinite(kernel, plan.flows[f]!, start + j);
        for (let s = 0; s < specs.length; s++) adders[s]![f]!(kernel.counts, values, j, blocks[s]!);
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

type Adder = (counts: Float64Array, values: Float64Array, draw: number, block: Float64Array) => void;

/** Adds one flow's counts of one draw to the rows of a spec: counts x rate of the category x share of the region. */
function addFlow(flow: PlannedFlow, { layout, terms, stock, cumulative }: PanelSpec, f: number): Adder {
  const { binOfCell, byCategory, byRegion } = layout;
  const rowOf = layout.rowOf[f]!;
  const cells = binOfCell.length;
  const bins = layout.bins.length;
  const categories = byCategory ? flow.spend.length : 1;
  const regions = byRegion ? Math.max(1, flow.regions.length) : 1;
  const sums = new Float64Array(bins);
  const rates = new Float64Array(categories);
  const shares = new Float64Array(regions).fill(1);
  const offsets = terms.map(({ counts }) => counts.map((name) => counted[name] * cells));
  return (counts, values, draw, block) => {
    if (byRegion && flow.regions.length > 0) fillShares(flow, values, draw, shares);
    for (let t = 0; t < terms.length; t++) {
      const { rate, sign } = terms[t]!;
      sums.fill(0);
      for (let c = 0; c < cells; c++) {
        const bin = binOfCell[c]!;
        if (bin < 0) continue;
        let count = 0;
        for (const offset of offsets[t]!) count += counts[offset + c]!;
        sums[bin] = stock ? count : sums[bin]! + count;
      }
      if (cumulative) for (let b = 1; b < bins; b++) sums[b] = sums[b]! + sums[b - 1]!;
      fillRates(flow, rate, byCategory, values, draw, rates);
      let at = 0;
      for (let b = 0; b < bins; b++) {
        for (let k = 0; k < categories; k++) {
          const amount = sign * sums[b]! * rates[k]!;
          for (let r = 0; r < regions; r++, at++) {
            if (rowOf[at]! < 0) continue;
            const i = rowOf[at]! * BLOCK + draw;
            block[i] = block[i]! + amount * shares[r]!;
          }
        }
      }
    }
  };
}

/** Uncertain shares are drawn each for itself and scaled to sum to 1, so that regions add up to the whole. */
function fillShares(flow: PlannedFlow, values: Float64Array, draw: number, shares: Float64Array): void {
  let sum = 0;
  flow.regions.forEach(({ share }, r) => {
    shares[r] = values[share * BLOCK + draw]!;
    sum += shares[r]!;
  });
  for (let r = 0; r < shares.length; r++) shares[r] = shares[r]! / sum;
}

function fillRates(
  flow: PlannedFlow,
  rate: Rate,
  byCategory: boolean,
  values: Float64Array,
  draw: number,
  rates: Float64Array,
): void {
  const value = (slot: number): number => (slot < 0 ? 0 : values[slot * BLOCK + draw]!);
  const sum = (amounts: PlannedFlow['spend']): number => {
    let total = 0;
    for (let i = 0; i < amounts.length; i++) total += value(amounts[i]!.amount);
    return total;
  };
  switch (rate) {
    case 'one':
      rates.fill(1);
      return;
    case 'nights':
      rates.fill(value(flow.nights));
      return;
    case 'gross':
      rates.fill(1 / (1 - value(flow.ordinaryCancellation)));
      return;
    case 'refund':
      rates.fill(value(flow.prepaidShare) * (flow.price < 0 ? sum(flow.spend) : value(flow.price)));
      return;
    case 'spend':
      if (!byCategory) rates[0] = sum(flow.spend);
      else for (let k = 0; k < rates.length; k++) rates[k] = value(flow.spend[k]!.amount);
      return;
    case 'substitution': {
      const { substitution } = flow;
      if (substitution === null) rates.fill(0);
      else if (!byCategory) rates[0] = value(substitution.share) * sum(substitution.spend);
      else {
        for (let k = 0; k < rates.length; k++) {
          rates[k] = value(substitution.share) * value(substitution.spend[k]!.amount);
        }
      }
    }
  }
}

function refuseNonFinite(kernel: FlowKernel, flow: PlannedFlow, draw: number): void {
  const { counts } = kernel;
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += counts[i]!;
  if (sum - sum === 0) return;
  const row = counts.findIndex((count) => !Number.isFinite(count));
  const name = Object.keys(counted)[Math.floor((row * COUNTS) / counts.length)];
  throw new RangeError(
    `flow '${flow.id}', draw ${draw}: ${name ?? 'a sum'} is not a finite number. ` +
      `To see every number of that draw: replay({ scenario, seed, draw: ${draw} })`,
  );
}
