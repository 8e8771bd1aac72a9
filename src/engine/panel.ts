import { BLOCK, type Loops, PITCH } from '../blocks/loops.ts';
import { openLoops } from '../blocks/open-loops.ts';
import { RowSums } from '../blocks/row-sums.ts';
import { Room } from '../blocks/rows.ts';
import { closedFlow } from './closed-flow.ts';
import { createDisputeWalker } from './dispute-path.ts';
import { createFlowBlock, type FlowWork, isCarriedByDay } from './flow-block.ts';
import type { Counted } from './kernel.ts';
import type { PanelSpec } from './panel-spec.ts';
import type { Plan } from './plan.ts';
import { addFlow, countsNeeded, type PanelRows } from './postings.ts';
import { type InputSampler, sampleInputs } from './sample-inputs.ts';

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
  const room = new Room();
  const values = room.rows(plan.inputs.length);
  const blocks = roomForPanels(specs, room);
  const works = plan.flows.map(
    (flow): FlowWork => ({
      ...{ plan, flow, cells, path, values },
      form: closedFlow(plan, flow, cells),
      needed: countsNeeded(flow, specs),
    }),
  );
  const create = (work: FlowWork, f: number) => {
    const { flow } = work;
    const block = createFlowBlock(work, room);
    const sums = new RowSums();
    const checked = block.telling.map((name) => {
      const rows = block.rowsOf(name).map(({ row }) => row);
      return { name, total: sums.addRows(rows, room) };
    });
    const add = addFlow(flow, block, specs, f, blocks, values, sums, room);
    sums.close(room);
    return { flow, block, sums, checked, add };
  };
  const kept = works.map((work, f) => (isCarriedByDay(work) ? create(work, f) : null));
  // The others are carried and added up one after the other, and can have the same room.
  const shared = room.size;
  const flows = works.map((work, f) => {
    room.backTo(shared);
    return kept[f] ?? create(work, f);
  });
  const loops = openLoops(room.needed);
  const { heap } = loops;
  // Rows that no flow comes to stay 0.
  heap.fill(0, blocks.start, blocks.start + blocks.written.length * PITCH);
  const rows = Array.from(blocks.written, (_, row) => {
    const at = blocks.start + row * PITCH;
    return heap.subarray(at, at + BLOCK);
  });
  const inputs = heap.subarray(values, values + plan.inputs.length * PITCH);
  const byDay = flows.flatMap(({ block: { daily } }) => (daily === null ? [] : [daily]));
  for (let start = from; start < to; start += BLOCK) {
    const count = Math.min(BLOCK, to - start);
    sampler(start, start + count, inputs, PITCH);
    blocks.written.fill(0);
    for (let j = 0; byDay.length > 0 && j < count; j++) {
      walk(inputs, PITCH, j);
      for (let f = 0; f < byDay.length; f++) byDay[f]!(loops, inputs, j);
    }
    for (const { flow, block, sums, checked, add } of flows) {
      block.closed?.(loops, count);
      sums.run(loops, count);
      refuseNonFinite(loops, checked, flow.id, start, count);
      add(loops, count);
    }
    specs.forEach(({ layout }, s) => {
      for (let r = 0; r < layout.rows.length; r++) {
        const row = rows[blocks.firstOf[s]! + r]!;
        panels[s]!.set(count === BLOCK ? row : row.subarray(0, count), r * draws + start - from);
      }
    });
  }
  return panels;
}

function roomForPanels(specs: readonly PanelSpec[], room: Room): PanelRows {
  let all = 0;
  const firstOf = specs.map(({ layout }) => {
    all += layout.rows.length;
    return all - layout.rows.length;
  });
  return { start: room.rows(all), firstOf, written: new Uint8Array(all) };
}

/** @param checked counts, each with the row of its sum over all cells */
function refuseNonFinite(
  { heap }: Loops,
  checked: readonly { readonly name: Counted; readonly total: number }[],
  flow: string,
  start: number,
  count: number,
): void {
  for (const { name, total } of checked) {
    for (let j = 0; j < count; j++) {
      if (Number.isFinite(heap[total + j])) continue;
      throw new RangeError(
        `flow '${flow}', draw ${start + j}: ${name} is not a finite number. ` +
          `To see every number of that draw: replay({ scenario, seed, draw: ${start + j} })`,
      );
    }
  }
}
