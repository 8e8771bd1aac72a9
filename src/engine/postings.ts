import { type Loops, PITCH } from '../blocks/loops.ts';
import type { Room } from '../blocks/rows.ts';
import type { FlowBlock } from './flow-block.ts';
import type { Counted } from './kernel.ts';
import type { PanelSpec } from './panel-spec.ts';
import type { PlannedFlow } from './plan.ts';
import { type Factors, fillFactors, SCRATCH } from './rates.ts';
import type { Rate, Term } from './terms.ts';

/** Counts of one flow, summed over the bins of a layout. */
interface Sum {
  /** Rows that make up each bin, with factors of 1 as `sumScaled` takes them; bin b's are `starts[b]` to `starts[b + 1]`. */
  readonly terms: Float64Array;
  readonly starts: Int32Array;
  /** Where the lists lie in the heap. */
  readonly list: number;
  readonly cumulative: boolean;
  /** Whether each bin is a row that is there already. */
  readonly alone: boolean;
  /** Row of each bin. */
  readonly bins: Int32Array;
}

/** One term of one spec: where a sum times its factors goes. */
interface Posting {
  readonly sum: Sum;
  /** Null for a factor of 1. */
  readonly factors: Factors | null;
  readonly rowOf: Int32Array;
  readonly block: number;
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
 * @param values row of input 0
 * @param blocks first row of each spec
 */
export function addFlow(
  flow: PlannedFlow,
  { rowsOf }: FlowBlock,
  specs: readonly PanelSpec[],
  f: number,
  blocks: readonly number[],
  room: Room,
): (loops: Loops, values: number, count: number) => void {
  const sums = new Map<string, Sum>();
  const rates = new Map<string, Factors>();
  const postings: Posting[] = [];
  specs.forEach(({ layout, terms, stock, cumulative }, s) => {
    for (const term of terms) {
      const alive = term.counts.filter((name) => canOccur(flow, name));
      if (alive.length === 0 || !isGiven(flow, term.rate)) continue;
      const sumKey = [alive, layout.binOfCell, stock, cumulative].join('/');
      const sum = sums.get(sumKey) ?? sumOf(alive, rowsOf, { layout, terms, stock, cumulative }, room);
      sums.set(sumKey, sum);
      const factors = factorsOf(flow, term, layout.byCategory, layout.byRegion, rates, room);
      postings.push({ sum, factors, rowOf: layout.rowOf[f]!, block: blocks[s]! });
    }
  });
  return (loops, values, count) => {
    for (const sum of sums.values()) fillSum(sum, loops, count);
    for (const factors of rates.values()) fillFactors(flow, factors, loops, values, count);
    for (const posting of postings) post(posting, loops, count);
  };
}

function sumOf(
  alive: readonly Counted[],
  rowsOf: FlowBlock['rowsOf'],
  { layout, stock, cumulative }: PanelSpec,
  room: Room,
): Sum {
  const lists = alive.map(rowsOf);
  const parts = layout.bins.map((): number[] => []);
  lists[0]!.forEach(({ cell }, i) => {
    const bin = layout.binOfCell[cell]!;
    if (bin < 0) return;
    // Of a stock the last cell's is the bin's.
    if (stock) parts[bin]!.length = 0;
    for (const list of lists) parts[bin]!.push(list[i]!.row);
  });
  const alone = !cumulative && parts.every((rows) => rows.length === 1);
  const terms = Float64Array.from(parts.flat().flatMap((row) => [row, 1]));
  const starts = new Int32Array(parts.length + 1);
  parts.forEach((part, b) => {
    starts[b + 1] = starts[b]! + part.length;
  });
  const first = alone ? -1 : room.rows(parts.length);
  const bins = Int32Array.from(parts, (rows, b) => (alone ? rows[0]! : first + b * PITCH));
  return { terms, starts, list: alone ? -1 : room.numbers(terms.length), cumulative, alone, bins };
}

function fillSum({ terms, starts, list, cumulative, alone, bins }: Sum, loops: Loops, count: number): void {
  if (alone) return;
  loops.heap.set(terms, list);
  for (let b = 0; b < bins.length; b++) {
    const out = bins[b]!;
    loops.sumScaled(out, list + 2 * starts[b]!, starts[b + 1]! - starts[b]!, count);
    if (cumulative && b > 0) loops.add(out, bins[b - 1]!, count);
  }
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

function post({ sum: { bins }, factors, rowOf, block }: Posting, loops: Loops, count: number): void {
  let at = 0;
  for (let b = 0; b < bins.length; b++) {
    if (factors === null) {
      if (rowOf[b]! >= 0) loops.add(block + rowOf[b]! * PITCH, bins[b]!, count);
      continue;
    }
    for (let i = 0; i < factors.count; i++, at++) {
      if (rowOf[at]! < 0) continue;
      loops.addProduct(block + rowOf[at]! * PITCH, bins[b]!, factors.first + i * PITCH, count);
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
