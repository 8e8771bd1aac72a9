import { type Tail, tailOf } from '../demand/departures.ts';
import type { Issue } from '../errors.ts';
import type { Key } from '../random/key.ts';
import { listQuantities } from '../scenario/list-quantities.ts';
import { byCodeUnit, categoriesOf } from '../scenario/order.ts';
import type { Categorised, NamedQuantity, ResolvedFlow, ResolvedScenario } from '../scenario/resolved.ts';
import { type PlannedInput, planInputs } from './inputs.ts';

/**
 * All that a kernel needs, as numbers and plain data, ready to be posted to any worker. Inputs are referred to by
 * their slot in `inputs`; -1 stands for none. Flows and effects stand in order of id, so that sums never depend on the
 * order in which a scenario was written.
 */
export interface Plan {
  readonly key: Key;
  readonly days: number;
  readonly monthStarts: Int32Array;
  readonly tail: Tail;
  readonly inputs: readonly PlannedInput[];
  readonly flows: readonly PlannedFlow[];
  readonly gdp: number;
  readonly warnings: readonly Issue[];
}

export interface PlannedFlow {
  readonly id: string;
  readonly months: readonly {
    readonly factor: number;
    readonly factors: readonly number[];
    readonly growth: number;
    readonly growthYears: number;
  }[];
  readonly leadTime: { readonly weights: Float64Array; readonly means: readonly number[] };
  readonly effects: readonly PlannedEffect[];
  /** How many tracks the effects run on. */
  readonly tracks: number;
  /** One for each category of the flow, in order of name; amount -1 where nothing is spent on it. */
  readonly spend: readonly PlannedAmount[];
  readonly nights: number;
  readonly regions: readonly { readonly region: string; readonly share: number }[];
  readonly ordinaryCancellation: number;
  readonly prepaidShare: number;
  readonly price: number;
  readonly loadFactor: number;
  readonly postponement: {
    readonly share: number;
    readonly returnHalfLife: number;
    readonly lapseHalfLife: number;
  } | null;
  readonly substitution: { readonly share: number; readonly spend: readonly PlannedAmount[] } | null;
  readonly lastYear: readonly (number | null)[];
}

export interface PlannedAmount {
  readonly category: string;
  readonly amount: number;
}

export interface PlannedEffect {
  /** `advisory/effect`, for errors and replay. */
  readonly name: string;
  readonly track: number;
  readonly onsetDay: number;
  readonly delay: number;
  readonly duration: number;
  readonly suppression: number;
  readonly cancellation: number;
  readonly awareness: number;
  readonly cancelling: number;
  readonly recovery: number;
  readonly seatCut: number;
}

type Slots = (quantity: NamedQuantity | null) => number;

/** Lays out a resolved scenario for the kernel. */
export function planRun(scenario: ResolvedScenario, key: Key): Plan {
  const { calendar } = scenario;
  const quantities = listQuantities(scenario);
  const { inputs, warnings } = planInputs(quantities, scenario.correlations);
  const slotOf = new Map(inputs.map((input, slot) => [input.name, slot]));
  const slot: Slots = (quantity) => (quantity === null ? -1 : slotOf.get(quantity.name)!);

  const monthOfDay = new Int32Array(calendar.days);
  for (let m = 0; m < calendar.months.length; m++) {
    monthOfDay.fill(m, calendar.monthStarts[m]!, calendar.monthStarts[m + 1]!);
  }
  return {
    key,
    days: calendar.days,
    monthStarts: Int32Array.from(calendar.monthStarts),
    tail: tailOf(monthOfDay),
    inputs,
    flows: [...scenario.flows]
      .sort((a, b) => byCodeUnit(a.id, b.id))
      .map((flow) => planFlow(flow, scenario, slot)),
    gdp: slot(scenario.gdp),
    warnings,
  };
}

function planFlow(flow: ResolvedFlow, scenario: ResolvedScenario, slot: Slots): PlannedFlow {
  const amounts = (list: readonly Categorised[]): PlannedAmount[] =>
    categoriesOf(flow).map((category) => ({
      category,
      amount: slot(list.find((entry) => entry.category === category)?.amount ?? null),
    }));
  const reaching = [...scenario.advisories]
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .flatMap((advisory) =>
      advisory.effects
        .filter((effect) => effect.flows.includes(flow.id))
        .map((effect) => ({ advisory, effect })),
    );
  const tracks = [...new Set(reaching.map(({ advisory }) => advisory.track))].sort(byCodeUnit);
  return {
    id: flow.id,
    months: flow.baseline.map((month) => ({
      factor: month.factor,
      factors: month.factors.map(slot),
      growth: slot(month.growth),
      growthYears: month.growthYears,
    })),
    leadTime: {
      weights: Float64Array.from(flow.leadTime, ({ weight }) => weight),
      means: flow.leadTime.map(({ mean }) => slot(mean)),
    },
    effects: reaching.map(({ advisory, effect }) => ({
      name: `${advisory.id}/${effect.id}`,
      track: tracks.indexOf(advisory.track),
      onsetDay: advisory.onsetDay,
      delay: slot(advisory.delay),
      duration: slot(advisory.duration),
      suppression: slot(effect.suppression),
      cancellation: slot(effect.cancellation),
      awareness: slot(effect.awareness),
      cancelling: slot(effect.cancelling),
      recovery: slot(effect.recovery),
      seatCut: slot(effect.seatCut),
    })),
    tracks: tracks.length,
    spend: amounts(flow.spend),
    nights: slot(flow.nights),
    regions: flow.regions.map(({ region, share }) => ({ region, share: slot(share) })),
    ordinaryCancellation: slot(flow.ordinaryCancellation),
    prepaidShare: slot(flow.refunds?.prepaidShare ?? null),
    price: slot(flow.refunds?.price ?? null),
    loadFactor: slot(flow.loadFactor),
    postponement: flow.postponement && {
      share: slot(flow.postponement.share),
      returnHalfLife: slot(flow.postponement.returnHalfLife),
      lapseHalfLife: slot(flow.postponement.lapseHalfLife),
    },
    substitution: flow.substitution && {
      share: slot(flow.substitution.share),
      spend: amounts(flow.substitution.spend ?? flow.spend),
    },
    lastYear: flow.lastYear,
  };
}
