import { type Loops, PITCH } from '../blocks/loops.ts';
import type { Room } from '../blocks/rows.ts';
import type { Cells } from './cells.ts';
import type { ClosedFlow } from './closed-flow.ts';
import { CLOSED_COUNTS, createClosedKernel } from './closed-kernel.ts';
import type { DisputePath } from './dispute-path.ts';
import { COUNTS, type Counted, counted, createFlowKernel, type FlowKernel } from './kernel.ts';
import type { Plan, PlannedFlow } from './plan.ts';

/** Rows of a count, each with the cell that it is part of. */
export type CountRows = readonly { readonly row: number; readonly cell: number }[];

/** One flow, a block of draws at a time. */
export interface FlowBlock {
  /** Where a count lies once the block has been carried. */
  readonly rowsOf: (count: Counted) => CountRows;
  /** Counts of which one is not finite where any is not. */
  readonly telling: readonly Counted[];
  /** Carries one draw, day by day; null where nothing needs it. */
  readonly daily: ((loops: Loops, values: Float64Array, draw: number) => void) | null;
  /** Carries the block by the closed form; null for flows that have none. */
  readonly closed: ((loops: Loops, count: number) => void) | null;
}

/** What a flow is carried by. */
export interface FlowWork {
  readonly plan: Plan;
  readonly flow: PlannedFlow;
  readonly cells: Cells;
  /** Its closed form over these cells, if it has one. */
  readonly form: ClosedFlow | null;
  readonly path: DisputePath;
  /** Counts that will be read. */
  readonly needed: ReadonlySet<Counted>;
  /** Row of input 0. */
  readonly values: number;
}

/**
 * The closed form where a flow has one, and the loop over days for all else: bookings by the day they are made or on
 * hand, flows under several advisories, seats, returns. A count comes from one of them, whoever asks for it.
 */
export function createFlowBlock(work: FlowWork, room: Room): FlowBlock {
  const { plan, flow, cells, form, path, needed, values } = work;
  const closed = form && createClosedKernel(form, values, room);
  const isClosed = (count: Counted): boolean => form !== null && isOfClosedForm(count);
  const byDay = [...needed].filter((count) => !isClosed(count));
  const kernel = byDay.length === 0 ? null : createFlowKernel(plan, flow, cells, path);
  const n = cells.month.length;
  const rows = new Map(byDay.map((count) => [count, room.rows(n)]));
  const baseline = form !== null && needed.has('baseline') ? room.rows(form.cells.stretch.length) : -1;
  return {
    rowsOf(count) {
      if (form === null || !isClosed(count)) {
        return Array.from({ length: n }, (_, cell) => ({ row: rows.get(count)! + cell * PITCH, cell }));
      }
      const at = CLOSED_COUNTS.indexOf(count as 'travelled');
      const first = at < 0 ? baseline : closed!.counts + at * form.cells.cell.length * PITCH;
      return Array.from(form.cells.cell, (cell, c) => ({ row: first + c * PITCH, cell }));
    },
    telling: form === null ? byDay : [...byDay, 'travelled'],
    daily: kernel && ((loops, values, draw) => carryDraw(kernel, byDay, rows, loops, values, draw)),
    closed:
      closed &&
      ((loops, count) => {
        closed.run(loops, count);
        if (baseline < 0) return;
        const { stretch: stretches, starts } = form!.cells;
        stretches.forEach((stretch, c) => {
          const days = starts[c + 1]! - starts[c]!;
          loops.scale(baseline + c * PITCH, closed.daily + stretch * PITCH, days, count);
        });
      }),
  };
}

/** Whether some count that is needed takes the loop over days. */
export function isCarriedByDay({ form, needed }: Pick<FlowWork, 'form' | 'needed'>): boolean {
  return form === null || [...needed].some((count) => !isOfClosedForm(count));
}

function isOfClosedForm(count: Counted): boolean {
  return count === 'baseline' || CLOSED_COUNTS.some((name) => name === count);
}

function carryDraw(
  kernel: FlowKernel,
  counts: readonly Counted[],
  rows: ReadonlyMap<Counted, number>,
  { heap }: Loops,
  values: Float64Array,
  draw: number,
): void {
  kernel.run(values, PITCH, draw);
  const n = kernel.counts.length / COUNTS;
  for (const count of counts) {
    const from = counted[count] * n;
    const to = rows.get(count)! + draw;
    for (let c = 0; c < n; c++) heap[to + c * PITCH] = kernel.counts[from + c]!;
  }
}
