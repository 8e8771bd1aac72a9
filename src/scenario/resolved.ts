import type { Quantity } from '../distributions/types.ts';
import type { Economy } from './economy.ts';

/**
 * A quantity with the name of its stream: `flow/china-individual/spend/shopping`. The name is the address of its
 * randomness, so it never depends on position.
 */
export interface NamedQuantity {
  readonly name: string;
  readonly quantity: Quantity;
  /** Path in the scenario as written, for issues and the table of assumptions. */
  readonly path: string;
  readonly unit: string;
  /** What the baseline or the lead time around it says of its source; empty where it says nothing. */
  readonly source: string;
}

/** A scenario with every default filled in: nothing optional, flows and advisories as written. */
export interface ResolvedScenario {
  readonly title: string;
  readonly prices: { readonly currency: string; readonly year: number };
  readonly calendar: ResolvedCalendar;
  readonly flows: readonly ResolvedFlow[];
  readonly advisories: readonly ResolvedAdvisory[];
  readonly dispute: ResolvedDispute | null;
  readonly correlations: readonly ResolvedCorrelation[];
  readonly gdp: NamedQuantity | null;
  /** As written: of its meaning nothing here knows. */
  readonly economy: Economy | null;
}

export interface ResolvedCalendar {
  /** Days since 1970-01-01 of day 0. */
  readonly startDay: number;
  /** Days of the horizon. */
  readonly days: number;
  /** `YYYY-MM` of each month. */
  readonly months: readonly string[];
  /** First day of each month, counted from day 0, and the horizon's end: months + 1 entries. */
  readonly monthStarts: readonly number[];
}

export interface ResolvedFlow {
  readonly id: string;
  readonly origin: string;
  readonly destination: string;
  readonly segment: string;
  readonly sector: string;
  /** Stretches of days with one baseline, each within a month. */
  readonly baseline: readonly ResolvedStretch[];
  /** One for each month of the horizon; `null` where not known. */
  readonly lastYear: readonly (number | null)[];
  readonly leadTime: readonly { readonly weight: number; readonly mean: NamedQuantity }[];
  /** By category; a single quantity is the category `'all'`. In the order of the categories' names by code unit. */
  readonly spend: readonly Categorised[];
  /** Shares who stay for a second year, a third ...; empty where nobody stays for years. */
  readonly retention: readonly NamedQuantity[];
  readonly nights: NamedQuantity | null;
  /** In the order of the regions' names by code unit; empty where the flow has none. `normalise` where a share is uncertain. */
  readonly regions: readonly { readonly region: string; readonly share: NamedQuantity }[];
  readonly ordinaryCancellation: NamedQuantity;
  readonly refunds: { readonly prepaidShare: NamedQuantity; readonly price: NamedQuantity | null } | null;
  readonly loadFactor: NamedQuantity | null;
  readonly postponement: {
    readonly share: NamedQuantity;
    readonly returnHalfLife: NamedQuantity;
    readonly lapseHalfLife: NamedQuantity | null;
  } | null;
  /** Who takes the place of those lost, in order of name; empty where nobody does. */
  readonly substitution: readonly ResolvedSubstitute[];
}

export interface ResolvedSubstitute {
  readonly part: string;
  readonly share: NamedQuantity;
  /** Null: the flow's own. */
  readonly spend: readonly Categorised[] | null;
}

/**
 * Days from `start`, counted from day 0, on; together they have
 * factor x product of values x (1 + growth)^growthYears x exp(sum of loading x score) arrivals.
 */
export interface ResolvedStretch {
  readonly start: number;
  readonly factor: number;
  readonly factors: readonly NamedQuantity[];
  readonly growth: NamedQuantity | null;
  readonly growthYears: number;
  readonly scores: readonly { readonly score: NamedQuantity; readonly loading: number }[];
}

export interface Categorised {
  readonly category: string;
  readonly amount: NamedQuantity;
}

export interface ResolvedAdvisory {
  readonly id: string;
  readonly title: string;
  readonly track: string;
  /** Day of the onset's date, counted from day 0. */
  readonly onsetDay: number;
  readonly delay: NamedQuantity;
  readonly duration: NamedQuantity;
  readonly effects: readonly ResolvedEffect[];
}

export interface ResolvedEffect {
  readonly id: string;
  /** Ids of the flows it applies to. */
  readonly flows: readonly string[];
  readonly suppression: NamedQuantity;
  readonly cancellation: NamedQuantity;
  readonly awareness: NamedQuantity;
  readonly cancelling: NamedQuantity;
  readonly recovery: NamedQuantity;
  readonly seatCut: NamedQuantity;
}

export interface ResolvedDispute {
  /** Day of the start, counted from day 0. */
  readonly startDay: number;
  readonly first: string;
  readonly stages: readonly ResolvedStage[];
  readonly events: readonly ResolvedEvent[];
}

export interface ResolvedStage {
  readonly id: string;
  readonly title: string;
  readonly effects: readonly ResolvedEffect[];
  /** One for each visit that is drawn for itself; empty where the stage is the last. */
  readonly sojourns: readonly NamedQuantity[];
  /** Uniform, one for each visit: where it goes next. Empty where there is at most one way. */
  readonly choices: readonly NamedQuantity[];
  readonly next: readonly { readonly to: string; readonly weight: NamedQuantity }[];
}

export interface ResolvedEvent {
  readonly id: string;
  readonly title: string;
  /** Day of the date, counted from day 0. */
  readonly day: number;
  readonly delay: NamedQuantity;
  readonly probability: NamedQuantity;
  /** Uniform: it happens where this is below the probability. Null where the probability is the number 0 or 1. */
  readonly happening: NamedQuantity | null;
  /** Null: for ever. */
  readonly duration: NamedQuantity | null;
  /** `from`, `to` null: any. */
  readonly hazards: readonly {
    readonly from: string | null;
    readonly to: string | null;
    readonly factor: NamedQuantity;
  }[];
  readonly moves: { readonly from: string | null; readonly to: string } | null;
}

export interface ResolvedCorrelation {
  readonly among: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}
