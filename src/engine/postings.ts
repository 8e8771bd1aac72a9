import { type Counted, counted } from './kernel.ts';
import { BLOCK, type PanelSpec } from './panel-spec.ts';
import type { PlannedFlow } from './plan.ts';
import type { Rate } from './terms.ts';

/** Counts of one flow and draw, summed over the bins of a layout. */
interface Sum {
  readonly offsets: readonly number[];
  readonly binOfCell: Int32Array;
  readonly stock: boolean;
  readonly cumulative: boolean;
  readonly bins: Float64Array;
}

/** A rate of one flow and draw, for each category or for all together. */
interface RateValues {
  readonly rate: Rate;
  readonly byCategory: boolean;
  readonly values: Float64Array;
}

/** One term of one spec: where a sum times a rate goes. */
interface Posting {
  readonly sum: Sum;
  readonly rates: RateValues;
  readonly sign: number;
  readonly shares: Float64Array;
  readonly rowOf: Int32Array;
  readonly block: Float64Array;
}

export type Adder = (counts: Float64Array, values: Float64Array, draw: number) => void;

/**
 * Adds one flow's counts of one draw to the rows of every spec: counts x rate of the category x share of the region.
 * Sums and rates that several terms have in common are formed once.
 */
export function addFlow(
  flow: PlannedFlow,
  specs: readonly PanelSpec[],
  f: number,
  blocks: readonly Float64Array[],
): Adder {
  const sums = new Map<string, Sum>();
  const rates = new Map<string, RateValues>();
  const whole = Float64Array.of(1);
  const shares = new Float64Array(flow.regions.length);
  const postings: Posting[] = [];
  specs.forEach(({ layout, terms, stock, cumulative }, s) => {
    const { binOfCell, byCategory, byRegion } = layout;
    for (const { counts, rate, sign } of terms) {
      const alive = counts.filter((name) => canOccur(flow, name));
      if (alive.length === 0 || !isGiven(flow, rate)) continue;
      const sumKey = [alive, binOfCell, stock, cumulative].join('/');
      const rateKey = `${rate}/${byCategory}`;
      const sum = sums.get(sumKey) ?? {
        offsets: alive.map((name) => counted[name] * binOfCell.length),
        binOfCell,
        stock,
        cumulative,
        bins: new Float64Array(layout.bins.length),
      };
      const known = rates.get(rateKey) ?? {
        rate,
        byCategory,
        values: new Float64Array(byCategory ? flow.spend.length : 1),
      };
      sums.set(sumKey, sum);
      rates.set(rateKey, known);
      postings.push({
        sum,
        rates: known,
        sign,
        shares: byRegion && shares.length > 0 ? shares : whole,
        rowOf: layout.rowOf[f]!,
        block: blocks[s]!,
      });
    }
  });
  const allSums = [...sums.values()];
  const allRates = [...rates.values()];
  const byRegion = postings.some((posting) => posting.shares === shares);
  return (counts, values, draw) => {
    if (byRegion) fillShares(flow, values, draw, shares);
    for (let i = 0; i < allSums.length; i++) fillSum(allSums[i]!, counts);
    for (let i = 0; i < allRates.length; i++) fillRates(flow, allRates[i]!, values, draw);
    for (let i = 0; i < postings.length; i++) post(postings[i]!, draw);
  };
}

function fillSum({ offsets, binOfCell, stock, cumulative, bins }: Sum, counts: Float64Array): void {
  bins.fill(0);
  for (let c = 0; c < binOfCell.length; c++) {
    const bin = binOfCell[c]!;
    if (bin < 0) continue;
    let count = 0;
    for (let i = 0; i < offsets.length; i++) count += counts[offsets[i]! + c]!;
    bins[bin] = stock ? count : bins[bin]! + count;
  }
  if (cumulative) for (let b = 1; b < bins.length; b++) bins[b] = bins[b]! + bins[b - 1]!;
}

function post({ sum, rates, sign, shares, rowOf, block }: Posting, draw: number): void {
  const { bins } = sum;
  const { values } = rates;
  let at = 0;
  for (let b = 0; b < bins.length; b++) {
    for (let k = 0; k < values.length; k++) {
      const amount = sign * bins[b]! * values[k]!;
      for (let r = 0; r < shares.length; r++, at++) {
        if (rowOf[at]! < 0) continue;
        const i = rowOf[at]! * BLOCK + draw;
        block[i] = block[i]! + amount * shares[r]!;
      }
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
  { rate, byCategory, values: rates }: RateValues,
  values: Float64Array,
  draw: number,
): void {
  const value = (slot: number): number => (slot < 0 ? 0 : values[slot * BLOCK + draw]!);
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
