import { type Loops, PITCH } from '../blocks/loops.ts';
import type { PlannedFlow } from './plan.ts';
import type { Rate } from './terms.ts';

/** A rate of one flow, for each category or for all together, in each region or everywhere: rows one after the other. */
export interface Factors {
  readonly rate: Rate;
  readonly sign: 1 | -1;
  readonly byCategory: boolean;
  readonly byRegion: boolean;
  readonly count: number;
  readonly first: number;
  /** Rows to work in. */
  readonly scratch: number;
}

/** How many rows a rate is worked out in. */
export const SCRATCH = 2;

/** Fills the rows of a rate: category by category, and within each region by region. */
export function fillFactors(
  flow: PlannedFlow,
  { rate, sign, byCategory, byRegion, first, scratch }: Factors,
  loops: Loops,
  values: number,
  count: number,
): void {
  const categories = byCategory ? flow.spend.length : 1;
  const regions = byRegion ? flow.regions.length : 1;
  const draw = { loops, values, count, scratch: scratch + PITCH };
  if (byRegion) fillShares(flow, draw, first);
  // The first category's rows hold the shares until it is their turn.
  for (let k = categories - 1; k >= 0; k--) {
    fillRate(flow, rate, byCategory ? k : null, draw, scratch);
    if (sign < 0) loops.scale(scratch, scratch, sign, count);
    for (let r = 0; r < regions; r++) {
      const out = first + (k * regions + r) * PITCH;
      if (k > 0 || !byRegion) loops.scale(out, byRegion ? first + r * PITCH : scratch, 1, count);
      if (byRegion) loops.product(out, out, scratch, count);
    }
  }
}

/** A block of draws, and a row to work in. */
interface Draws {
  readonly loops: Loops;
  /** Row of input 0. */
  readonly values: number;
  readonly count: number;
  readonly scratch: number;
}

/** Uncertain shares are drawn each for itself and scaled to sum to 1, so that regions add up to the whole. */
function fillShares(flow: PlannedFlow, { loops, values, count, scratch }: Draws, first: number): void {
  const { heap } = loops;
  heap.fill(0, scratch, scratch + count);
  for (const { share } of flow.regions) loops.add(scratch, values + share * PITCH, count);
  flow.regions.forEach(({ share }, r) => {
    const [from, out] = [values + share * PITCH, first + r * PITCH];
    for (let j = 0; j < count; j++) heap[out + j] = heap[from + j]! / heap[scratch + j]!;
  });
}

/** A rate of a category, or of all together, into `out`. */
function fillRate(flow: PlannedFlow, rate: Rate, category: number | null, draws: Draws, out: number): void {
  const { loops, values, count, scratch } = draws;
  const { heap } = loops;
  const copy = (slot: number): void => {
    if (slot < 0) heap.fill(0, out, out + count);
    else loops.scale(out, values + slot * PITCH, 1, count);
  };
  switch (rate) {
    case 'one':
      heap.fill(1, out, out + count);
      return;
    case 'nights':
      copy(flow.nights);
      return;
    case 'gross':
      copy(flow.ordinaryCancellation);
      for (let j = 0; j < count; j++) heap[out + j] = 1 / (1 - heap[out + j]!);
      return;
    case 'refund':
      if (flow.price < 0) sumAmounts(flow.spend, category, draws, out);
      else copy(flow.price);
      loops.product(out, out, values + flow.prepaidShare * PITCH, count);
      return;
    case 'spend':
      sumAmounts(flow.spend, category, draws, out);
      return;
    case 'substitution':
      heap.fill(0, out, out + count);
      for (const { share, spend } of flow.substitution) {
        sumAmounts(spend, category, draws, scratch);
        loops.addProduct(out, scratch, values + share * PITCH, count);
      }
  }
}

/** The amount of a category, or of all of them. */
function sumAmounts(
  amounts: PlannedFlow['spend'],
  category: number | null,
  { loops, values, count }: Draws,
  out: number,
): void {
  loops.heap.fill(0, out, out + count);
  amounts.forEach(({ amount }, k) => {
    // A category on which nothing is spent has no amount.
    if (amount >= 0 && (category === null || category === k)) loops.add(out, values + amount * PITCH, count);
  });
}
