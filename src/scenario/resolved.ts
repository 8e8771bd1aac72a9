import type { Quantity } from '../distributions/types.ts';

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
  readonly correlations: readonly ResolvedCorrelation[];
  readonly gdp: NamedQuantity | null;
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
  /** Each month's baseline: factor x product of the named quantities. */
  readonly baseline: readonly ResolvedMonth[];
  /** One for each month of the horizon; `null` where not known. */
  readonly lastYear: readonly (number | null)[];
  readonly leadTime: readonly { readonly weight: number; readonly mean: NamedQuantity }[];
  /** By category; a single quantity is the category `'all'`. In the order of the categories' names by code unit. */
  readonly spend: readonly Categorised[];
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
  readonly substitution: {
    readonly share: NamedQuantity;
    readonly spend: readonly Categorised[] | null;
  } | null;
}

/** N(m) = factor x product of values x (1 + growth)^growthYears. */
export interface ResolvedMonth {
  readonly factor: number;
  readonly factors: readonly NamedQuantity[];
  readonly growth: NamedQuantity | null;
  readonly growthYears: number;
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

export interface ResolvedCorrelation {
  readonly among: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}
