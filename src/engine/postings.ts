import { type Loops, PITCH } from '../blocks/loops.ts';
import type { RowSums } from '../blocks/row-sums.ts';
import type { Room } from '../blocks/rows.ts';
import type { FlowBlock } from './flow-block.ts';
import type { Counted } from './kernel.ts';
import type { PanelSpec } from './panel-spec.ts';
import type { PlannedFlow } from './plan.ts';
import { type Factors, fillFactors, SCRATCH } from './rates.ts';
import type { Rate, Term } from './terms.ts';

/** The rows of all specs in the heap, those of one after those of another. */
export interface PanelRows {
  readonly start: number;
  /** Which of them is the first of each spec. */
  readonly firstOf: readonly number[];
  /** Which of them the block under way has come to: 1, or 0. */
  readonly written: Uint8Array;
}

/** One term of one spec: where a sum times its factors goes. */
interface Posting {
  /** Row of each bin of the sum. */
  readonly bins: Int32Array;
  /** Null for a factor of 1. */
  readonly factors: Factors | null;
  readonly rowOf: Int32Array;
  /** Which row of all is the first of the spec. */
  readonly first: number;
}

/** The counts that a flow's terms take. */
export function countsNeeded(flow: PlannedFlow, specs: readonly PanelSpec[]): Set<Counted> {
  return new Set(
    specs.flatMap(({ terms }) =>
      terms.flatMap(({ counts, rate }) =>
        isGiven(flow, rate) ? counts.filter((name) => canOccur(flow, name)) : [],
      ),
    ),
  );
}

/**
 * Adds one flow's counts to the rows of every spec, a block of draws at a time: counts x rate of the category x share
 * of the region. Sums and rates that several terms have in common are formed once.
 *
 * @param blocks rows of the specs
 * @param values row of input 0
 * @param sums of which its own become some; they are formed by others, before
 */
export function addFlow(
  flow: PlannedFlow,
  { rowsOf }: FlowBlock,
  specs: readonly PanelSpec[],
  f: number,
  blocks: PanelRows,
  values: number,
  sums: RowSums,
  room: Room,
): (loops: Loops, count: number) => void {
  const binsOf = new Map<string, Int32Array>();
  const rates = new Map<string, Factors>();
  const postings: Posting[] = [];
  specs.forEach(({ layout, terms, stock, cumulative }, s) => {
    for (const term of terms) {
      const alive = term.counts.filter((name) => canOccur(flow, name));
      if (alive.length === 0 || !isGiven(flow, term.rate)) continue;
      const sumKey = [alive, layout.binOfCell, stock, cumulative].join('/');
      const bins = binsOf.get(sumKey) ?? addSums(sums, alive, rowsOf, { layout, stock, cumulative }, room);
      binsOf.set(sumKey, bins);
      const factors = factorsOf(flow, term, layout.byCategory, layout.byRegion, rates, room);
      postings.push({ bins, factors, rowOf: layout.rowOf[f]!, first: blocks.firstOf[s]! });
    }
  });
  return (loops, count) => {
    for (const factors of rates.values()) fillFactors(flow, factors, loops, values, count);
    for (const posting of postings) post(posting, blocks, loops, count);
  };
}

/** Counts summed over the bins of a layout: the row of each bin. */
function addSums(
  sums: RowSums,
  alive: readonly Counted[],
  rowsOf: FlowBlock['rowsOf'],
  { layout, stock, cumulative }: Pick<PanelSpec, 'layout' | 'stock' | 'cumulative'>,
  room: Room,
): Int32Array {
  const lists = alive.map(rowsOf);
  const parts = layout.bins.map((): number[] => []);
  lists[0]!.forEach(({ cell }, i) => {
    const bin = layout.binOfCell[cell]!;
    if (bin < 0) return;
    // Of a stock the last cell's is the bin's.
    if (stock) parts[bin]!.length = 0;
    // Several counts are put together cell by cell, so that all bins that hold the cell can share that.
    parts[bin]!.push(
      sums.addRows(
        lists.map((list) => list[i]!.row),
        room,
      ),
    );
  });
  const bins = new Int32Array(parts.length);
  parts.forEach((rows, b) => {
    if (cumulative && b > 0) rows.push(bins[b - 1]!);
    bins[b] = sums.addRows(rows, room);
  });
  return bins;
}

function factorsOf(
  flow: PlannedFlow,
  { rate, sign }: Term,
  byCategory: boolean,
  byRegion: boolean,
  known: Map<string, Factors>,
  room: Room,
): Factors | null {
  const inRegions = byRegion && flow.regions.length > 0;
  if (rate === 'one' && sign === 1 && !byCategory && !inRegions) return null;
  const key = [rate, sign, byCategory, inRegions].join('/');
  const before = known.get(key);
  if (before !== undefined) return before;
  const count = (byCategory ? flow.spend.length : 1) * (inRegions ? flow.regions.length : 1);
  const first = room.rows(count);
  const factors = { rate, sign, byCategory, byRegion: inRegions, count, first, scratch: room.rows(SCRATCH) };
  known.set(key, factors);
  return factors;
}

function post(
  { bins, factors, rowOf, first }: Posting,
  blocks: PanelRows,
  loops: Loops,
  count: number,
): void {
  let at = 0;
  for (let b = 0; b < bins.length; b++) {
    for (let i = 0; i < (factors?.count ?? 1); i++, at++) {
      if (rowOf[at]! < 0) continue;
      const row = first + rowOf[at]!;
      const out = blocks.start + row * PITCH;
      const factor = factors === null ? -1 : factors.first + i * PITCH;
      // What comes first to a row of the block is put there, and what comes later is added.
      if (blocks.written[row] === 0) {
        blocks.written[row] = 1;
        if (factor < 0) loops.scale(out, bins[b]!, 1, count);
        else loops.product(out, bins[b]!, factor, count);
      } else if (factor < 0) loops.add(out, bins[b]!, count);
      else loops.addProduct(out, bins[b]!, factor, count);
    }
  }
}

/** Counts that stay 0 whatever is drawn need not be added up. */
function canOccur(flow: PlannedFlow, name: Counted): boolean {
  if (name === 'blocked') return flow.loadFactor >= 0;
  if (name === 'returned' || name === 'waiting') return flow.postponement !== null;
  return true;
}

function isGiven(flow: PlannedFlow, rate: Rate): boolean {
  if (rate === 'substitution') return flow.substitution.length > 0;
  if (rate === 'refund') return flow.prepaidShare >= 0;
  return rate !== 'nights' || flow.nights >= 0;
}
