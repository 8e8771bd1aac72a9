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
}

/** Fills the rows of a rate: category by category, and within each region by region. */
export function fillFactors(
  flow: PlannedFlow,
  { rate, sign, byCategory, byRegion, first }: Factors,
  { heap }: Loops,
  values: number,
  count: number,
): void {
  const categories = byCategory ? flow.spend.length : 1;
  const regions = byRegion ? flow.regions.length : 1;
  const rates = new Float64Array(categories);
  const shares = new Float64Array(regions).fill(1);
  for (let j = 0; j < count; j++) {
    fillRates(flow, rate, byCategory, rates, heap, values + j);
    if (byRegion) fillShares(flow, shares, heap, values + j);
    let at = first + j;
    for (let k = 0; k < categories; k++) {
      for (let r = 0; r < regions; r++, at += PITCH) heap[at] = sign * rates[k]! * shares[r]!;
    }
  }
}

/** Uncertain shares are drawn each for itself and scaled to sum to 1, so that regions add up to the whole. */
function fillShares(flow: PlannedFlow, shares: Float64Array, heap: Float64Array, values: number): void {
  let sum = 0;
  for (let r = 0; r < shares.length; r++) {
    shares[r] = heap[values + flow.regions[r]!.share * PITCH]!;
    sum += shares[r]!;
  }
  for (let r = 0; r < shares.length; r++) shares[r] = shares[r]! / sum;
}

function fillRates(
  flow: PlannedFlow,
  rate: Rate,
  byCategory: boolean,
  rates: Float64Array,
  heap: Float64Array,
  values: number,
): void {
  const value = (slot: number): number => (slot < 0 ? 0 : heap[values + slot * PITCH]!);
  /** Adds amounts times a factor to the rates. */
  const spread = (amounts: PlannedFlow['spend'], factor: number): void => {
    let total = 0;
    for (let k = 0; k < amounts.length; k++) {
      const amount = value(amounts[k]!.amount);
      total += amount;
      if (byCategory) rates[k] = rates[k]! + factor * amount;
    }
    if (!byCategory) rates[0] = rates[0]! + factor * total;
  };
  rates.fill(0);
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
      if (flow.price < 0) spread(flow.spend, value(flow.prepaidShare));
      else rates.fill(value(flow.prepaidShare) * value(flow.price));
      return;
    case 'spend':
      spread(flow.spend, 1);
      return;
    case 'substitution':
      for (const { share, spend } of flow.substitution) spread(spend, value(share));
  }
}
