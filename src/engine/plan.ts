import { type Tail, tailOf } from '../demand/departures.ts';
import type { Issue } from '../errors.ts';
import type { Key } from '../random/key.ts';
import { listQuantities } from '../scenario/list-quantities.ts';
import { byCodeUnit, categoriesOf, sortById } from '../scenario/order.ts';
import type {
  Categorised,
  NamedQuantity,
  ResolvedEffect,
  ResolvedFlow,
  ResolvedScenario,
} from '../scenario/resolved.ts';
import { type PlannedInput, planInputs } from './inputs.ts';
import { type PlannedDispute, planDispute } from './plan-dispute.ts';

/**
 * All that a kernel needs, as numbers and plain data, ready to be posted to any worker. Inputs are referred to by
 * their slot in `inputs`; -1 stands for none. Flows and effects stand in order of id, so that sums never depend on the
 * order in which a scenario was written.
 */
export interface Plan {
  readonly key: Key;
  readonly days: number;
  readonly monthStarts: Int32Array;
  readonly inputs: readonly PlannedInput[];
  readonly flows: readonly PlannedFlow[];
  readonly dispute: PlannedDispute | null;
  readonly gdp: number;
  readonly warnings: readonly Issue[];
}

export interface PlannedFlow {
  readonly id: string;
  /** First day of each stretch with one baseline, and the end of the last: months, or shorter. */
  readonly stretchStarts: Int32Array;
  readonly stretches: readonly {
    readonly factor: number;
    readonly factors: readonly number[];
    readonly growth: number;
    readonly growthYears: number;
    readonly scores: readonly number[];
    readonly loadings: Float64Array;
  }[];
  readonly tail: Tail;
  readonly leadTime: { readonly weights: Float64Array; readonly means: readonly number[] };
  /** Of the advisories in order of their ids, then of the stages of the dispute. */
  readonly effects: readonly PlannedEffect[];
  /** The advisories that reach it, in order of id. */
  readonly advisories: readonly PlannedAdvisory[];
  /** The effect of each stage of the dispute, by index in `effects`; -1 where it has none. */
  readonly stages: readonly number[];
  /** How many tracks the effects run on. */
  readonly tracks: number;
  /** One for each category of the flow, in order of name; amount -1 where nothing is spent on it. */
  readonly spend: readonly PlannedAmount[];
  readonly retention: readonly number[];
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
  readonly substitution: readonly {
    readonly part: string;
    readonly share: number;
    readonly spend: readonly PlannedAmount[];
  }[];
  readonly lastYear: readonly (number | null)[];
}

export interface PlannedAmount {
  readonly category: string;
  readonly amount: number;
}

export interface PlannedAdvisory {
  /** Index in `effects`. */
  readonly effect: number;
  readonly onsetDay: number;
  readonly delay: number;
  readonly duration: number;
}

export interface PlannedEffect {
  /** `advisory/effect` or `dispute/stage/effect`, for errors and replay. */
  readonly name: string;
  readonly track: number;
  readonly suppression: number;
  readonly cancellation: number;
  readonly awareness: number;
  readonly cancelling: number;
  readonly recovery: number;
  readonly seatCut: number;
}

/** The track on which stages of the dispute suppress; an advisory may name it too. */
const DISPUTE = 'dispute';

type Slots = (quantity: NamedQuantity | null) => number;

/** Lays out a resolved scenario for the kernel. */
export function planRun(scenario: ResolvedScenario, key: Key): Plan {
  const { calendar } = scenario;
  const quantities = listQuantities(scenario);
  const { inputs, warnings } = planInputs(quantities, scenario.correlations);
  const slotOf = new Map(inputs.map((input, slot) => [input.name, slot]));
  const slot: Slots = (quantity) => (quantity === null ? -1 : slotOf.get(quantity.name)!);

  return {
    key,
    days: calendar.days,
    monthStarts: Int32Array.from(calendar.monthStarts),
    inputs,
    flows: sortById(scenario.flows).map((flow) => planFlow(flow, scenario, slot)),
    dispute: scenario.dispute && planDispute(scenario.dispute, slot),
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
  const reaching = sortById(scenario.advisories).flatMap((advisory) =>
    effectsOn(flow, advisory.effects).map((effect) => ({ advisory, effect })),
  );
  const staged = sortById(scenario.dispute?.stages ?? []).map(({ id, effects }) => ({
    id,
    effects: effectsOn(flow, effects),
  }));
  const held = staged.flatMap(({ id, effects }) => effects.map((effect) => ({ id, effect })));
  const tracks = [
    ...new Set([...reaching.map(({ advisory }) => advisory.track), ...held.map(() => DISPUTE)]),
  ].sort(byCodeUnit);
  const planEffect = (name: string, track: string, effect: ResolvedEffect): PlannedEffect => ({
    name: `${name}/${effect.id}`,
    track: tracks.indexOf(track),
    suppression: slot(effect.suppression),
    cancellation: slot(effect.cancellation),
    awareness: slot(effect.awareness),
    cancelling: slot(effect.cancelling),
    recovery: slot(effect.recovery),
    seatCut: slot(effect.seatCut),
  });
  const { days } = scenario.calendar;
  const stretchStarts = Int32Array.from([...flow.baseline.map(({ start }) => start), days]);
  const stretchOfDay = new Int32Array(days);
  flow.baseline.forEach(({ start }, s) => {
    stretchOfDay.fill(s, start, stretchStarts[s + 1]!);
  });
  return {
    id: flow.id,
    stretchStarts,
    stretches: flow.baseline.map((stretch) => ({
      factor: stretch.factor,
      factors: stretch.factors.map(slot),
      growth: slot(stretch.growth),
      growthYears: stretch.growthYears,
      scores: stretch.scores.map(({ score }) => slot(score)),
      loadings: Float64Array.from(stretch.scores, ({ loading }) => loading),
    })),
    tail: tailOf(stretchOfDay),
    leadTime: {
      weights: Float64Array.from(flow.leadTime, ({ weight }) => weight),
      means: flow.leadTime.map(({ mean }) => slot(mean)),
    },
    effects: [
      ...reaching.map(({ advisory, effect }) => planEffect(advisory.id, advisory.track, effect)),
      ...held.map(({ id, effect }) => planEffect(`${DISPUTE}/${id}`, DISPUTE, effect)),
    ],
    advisories: reaching.map(({ advisory }, effect) => ({
      effect,
      onsetDay: advisory.onsetDay,
      delay: slot(advisory.delay),
      duration: slot(advisory.duration),
    })),
    stages: staged.map(({ effects }) =>
      effects.length === 0 ? -1 : reaching.length + held.findIndex(({ effect }) => effect === effects[0]),
    ),
    tracks: tracks.length,
    spend: amounts(flow.spend),
    retention: flow.retention.map(slot),
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
    substitution: flow.substitution.map(({ part, share, spend }) => ({
      part,
      share: slot(share),
      spend: amounts(spend ?? flow.spend),
    })),
    lastYear: flow.lastYear,
  };
}

function effectsOn(flow: ResolvedFlow, effects: readonly ResolvedEffect[]): ResolvedEffect[] {
  return effects.filter(({ flows }) => flows.includes(flow.id));
}
