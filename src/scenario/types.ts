import type { Quantity } from '../distributions/types.ts';
import type { Economy } from './economy.ts';

/** A civil date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A month, `YYYY-MM`. */
export type IsoMonth = string;

/** What the analyst writes: plain data, JSON from end to end. */
export interface Scenario {
  /** Where an editor finds the JSON Schema: `./node_modules/tourism-impact/schema.json`. Read by nothing else. */
  readonly $schema?: string;
  readonly title?: string;
  /** Amounts are in major units of one currency (ISO 4217) at the prices of one year. */
  readonly prices: { readonly currency: string; readonly year: number };
  /** The horizon: whole months from the first of a month. */
  readonly calendar: { readonly start: IsoDate; readonly months: number };
  readonly flows: readonly Flow[];
  readonly advisories: readonly Advisory[];
  /** How the dispute behind the advisories may go on: stages that follow one another by chance. */
  readonly dispute?: Dispute;
  /** Correlations between named quantities, as normal scores (Gaussian copula). */
  readonly correlations?: readonly Correlation[];
  /** Gross domestic product of the destination's economy, a year, in the scenario's prices: for shares of it. */
  readonly gdp?: Quantity;
  /**
   * What lost spending sets going: the economy that `projectImpact` of `tourism-impact/economy` takes where it is given
   * none. No draw depends on it.
   */
  readonly economy?: Economy;
}

/** One stream of people on a corridor. */
export interface Flow {
  /** Letters, digits, `.`, `_` and `-`; unique among the flows. */
  readonly id: string;
  /** ISO 3166-1 alpha-3 by habit. */
  readonly origin: string;
  readonly destination: string;
  /** `group`, `individual`, `business`, `student`, `audience` ...; default `'all'`. */
  readonly segment?: string;
  /** Default `'tourism'`. */
  readonly sector?: string;
  readonly baseline: Baseline;
  /** Arrivals in the same months one year earlier, for year-on-year rates: one for each month of the horizon, `null` where not known. */
  readonly lastYear?: readonly (number | null)[];
  readonly leadTime: LeadTime;
  /** Per arrival; a quantity, or one for each category. */
  readonly spend: Quantity | Readonly<Record<string, Quantity>>;
  /**
   * Those who come stay for years, as students do: `spend` is then for each year, and `projectStays` counts the years
   * after the first, which all other measures leave out.
   */
  readonly stay?: {
    /** Share of those in their first year who stay for a second, of those in their second for a third ..., 0..1. */
    readonly retention: readonly Quantity[];
  };
  /** Nights per arrival, for guest nights. */
  readonly nights?: Quantity;
  /** Where in the destination the flow spends: shares by region, summing to 1 (uncertain shares: in the mean, and normalised in each draw). */
  readonly regions?: Readonly<Record<string, Quantity>>;
  /** Bookings that are cancelled in ordinary times, as a share of all bookings, 0 to below 1: turns net cancellations into gross. */
  readonly ordinaryCancellation?: Quantity;
  /** What is refunded when a trip is cancelled or blocked. */
  readonly refunds?: {
    /** Share of the price paid before travel, 0..1. */
    readonly prepaidShare: Quantity;
    /** Price of the trip; by default the flow's spend, all categories. */
    readonly price?: Quantity;
  };
  /** Seats are limited where advisories cut them: capacity = product of (1 - seat cut) / load factor. */
  readonly capacity?: {
    /** Share of the seats taken in ordinary times, above 0 to 1. */
    readonly loadFactor: Quantity;
  };
  /** Travel that is put off rather than given up. */
  readonly postponement?: {
    /** Share of the lost arrivals that wait for their chance, 0..1. */
    readonly share: Quantity;
    readonly halfLives: {
      /** Days for half of those waiting to return, once no advisory is in force. */
      readonly return: Quantity;
      /** Days for half of those waiting to give up; without it nobody does. */
      readonly lapse?: Quantity;
    };
  };
  /** Others who take the place of those lost; by name where several do: other markets, residents, guests at lower rates. */
  readonly substitution?: Substitute | { readonly parts: Readonly<Record<string, Substitute>> };
}

export interface Substitute {
  /** Share of the lost arrivals replaced, 0..1; of several parts at most 1 together. */
  readonly share: Quantity;
  /** Spend per replacing arrival; by default the flow's own. */
  readonly spend?: Quantity | Readonly<Record<string, Quantity>>;
}

/** What would have happened without the advisory. */
export type Baseline = MonthlyBaseline | AnnualBaseline | DatedBaseline | FittedBaseline;

/**
 * A forecast with its own error, as `fitBaseline` of `tourism-impact/calibration` returns it:
 *
 *     N(m) = share x exp(logMedian[m] + sum over components of loading[m] z),    z independent standard normal, one a component
 */
export interface FittedBaseline {
  readonly kind: 'fitted';
  /** First month of the forecast; it covers the horizon. */
  readonly start: IsoMonth;
  /** Logarithm of each month's median, in persons. */
  readonly logMedian: readonly number[];
  readonly components: readonly BaselineComponent[];
  /** Share of the forecast's market that this flow is, 0..1; default 1. */
  readonly share?: Quantity;
  /** Flows with one name share the draws of components of one name: parts of one market err together. */
  readonly sharedAs?: string;
  readonly source?: string;
}

/** One independent source of error of a forecast. */
export interface BaselineComponent {
  /** Names its stream, `flow/<id>/baseline/component/<name>`: letters, digits and `. _ - /`; unique within the forecast. */
  readonly name: string;
  /** Month of the first loading, counted from 0 at the forecast's start; loadings before it and after the last are 0. */
  readonly from: number;
  readonly loadings: readonly number[];
}

/** Arrivals of each month of the horizon. */
export interface MonthlyBaseline {
  readonly kind: 'monthly';
  /** One for each month of the horizon. */
  readonly arrivals: readonly Quantity[];
  /**
   * A factor on each month, drawn for each month apart; mean 1 by habit. With `sharedAs` or `factors` flows have the
   * noise of a month in common, and months still differ.
   */
  readonly noise?: Quantity;
  /** A factor on all months, drawn once. */
  readonly level?: Quantity;
  readonly source?: string;
}

/** A yearly total spread over the calendar months. */
export interface AnnualBaseline {
  readonly kind: 'annual';
  /** Arrivals in the twelve months from the start of the horizon, before growth. */
  readonly total: Quantity;
  /** Twelve relative weights, January to December, normalised to sum to 1; by default each month's share of 365 days, February 28. */
  readonly seasons?: readonly number[];
  /** Growth a year, as a share; from the thirteenth month on, stepwise by year: total x (1 + growth)^floor(month / 12). Default 0. */
  readonly growth?: Quantity;
  readonly noise?: Quantity;
  readonly source?: string;
}

/**
 * Arrivals on single days and none in between: intakes of students, the day a film is released, concerts. Past the
 * horizon, as far as bookings for it matter, years repeat.
 */
export interface DatedBaseline {
  readonly kind: 'dated';
  /** At most one a day, in any order; those outside the horizon do not count. */
  readonly events: readonly { readonly date: IsoDate; readonly arrivals: Quantity }[];
  /** A factor on each event, drawn for each apart; mean 1 by habit. */
  readonly noise?: Quantity;
  /** A factor on all events, drawn once. */
  readonly level?: Quantity;
  readonly source?: string;
}

/** Days between booking and arrival, of trips that take place: a mixture of geometric lags. */
export type LeadTime = LeadTimeMixture | LeadTimeQuantiles;

export interface LeadTimeMixture {
  readonly kind: 'mixture';
  /** Weights sum to 1; they may be negative where every probability stays >= 0. */
  readonly components: readonly {
    readonly weight: number;
    /** Mean lag in days, >= 0; uncertain only where no weight is negative. */
    readonly mean: Quantity;
  }[];
  readonly source?: string;
}

/** A mixture fitted to quantiles, in days. */
export interface LeadTimeQuantiles {
  readonly kind: 'quantiles';
  readonly median: number;
  /** Nine in ten book later than this many days before arrival. */
  readonly p90: number;
  readonly source?: string;
}

/** A government's advice, or a stronger instrument. */
export interface Advisory {
  readonly id: string;
  readonly title?: string;
  /** Stages of one thing share a track; by default the advisory's id. */
  readonly track?: string;
  readonly onset: {
    readonly date: IsoDate;
    /** Days after the date; default 0. */
    readonly delay?: Quantity;
  };
  /** Days in force. */
  readonly duration: Quantity;
  readonly effects: readonly Effect[];
}

export interface Effect {
  readonly id: string;
  /** The flows it applies to: all that match every field given; `{}` is all flows. */
  readonly on: Selector;
  /** Share of would-be bookers who do not book while it bites, 0..1. */
  readonly suppression: Quantity;
  /** Share of the bookings outstanding at the onset that will be cancelled if it lasts, 0..1. */
  readonly cancellation: Quantity;
  /** Days. */
  readonly halfLives: {
    readonly awareness: Quantity;
    readonly cancelling: Quantity;
    readonly recovery: Quantity;
  };
  /** Share of the seats taken away while in force, 0..1; default 0. Binds on flows with a `capacity`. */
  readonly seatCut?: Quantity;
}

/**
 * A dispute as a semi-Markov process: it stays in a stage for a time drawn anew for each visit, then moves to one of
 * the next stages. A stage's effects are in force while it lasts, as those of an advisory on the track `dispute`.
 */
export interface Dispute {
  /** The stage it is in from this date on; before it there is none. */
  readonly start: { readonly date: IsoDate; readonly stage: string };
  readonly stages: readonly DisputeStage[];
  /** Dated events that speed transitions up, slow them down, or move the dispute. */
  readonly events?: readonly DisputeEvent[];
}

export interface DisputeStage {
  readonly id: string;
  readonly title?: string;
  /** What it does to flows while it lasts; nothing by default. */
  readonly effects?: readonly Effect[];
  /** How long a visit lasts, in days, where no event interferes. Goes with `next`: a stage without both is the last. */
  readonly sojourn?: Quantity;
  /** Where it goes from here: relative weights, normalised to sum to 1. */
  readonly next?: readonly { readonly to: string; readonly weight: Quantity }[];
}

/** Talks, a summit or its absence, a retraction, an incident: what it does if it happens. */
export interface DisputeEvent {
  readonly id: string;
  readonly title?: string;
  readonly date: IsoDate;
  /** Days after the date; default 0. */
  readonly delay?: Quantity;
  /** That it happens, 0..1; default 1. */
  readonly probability?: Quantity;
  /** Days for which the factors hold; for ever by default. */
  readonly duration?: Quantity;
  /** Factors on the hazards of transitions: those that match `from` and `to`, where given. */
  readonly hazards?: readonly { readonly from?: string; readonly to?: string; readonly factor: Quantity }[];
  /** The stage that the dispute moves to at once; from any stage, or from `from` alone. */
  readonly moves?: { readonly from?: string; readonly to: string };
}

/** Each field is one value or several of which one must match. */
export interface Selector {
  readonly origin?: string | readonly string[];
  readonly destination?: string | readonly string[];
  readonly segment?: string | readonly string[];
  readonly sector?: string | readonly string[];
  readonly flow?: string | readonly string[];
}

/** Correlation of normal scores among quantities, by their names (`assumptions` lists them). */
export interface Correlation {
  readonly among: readonly string[];
  /** Symmetric, 1 on the diagonal; where it is no correlation matrix the nearest one is taken, with a warning. */
  readonly matrix: readonly (readonly number[])[];
}
