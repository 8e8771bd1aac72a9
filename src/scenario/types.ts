import type { Quantity } from '../distributions/types.ts';

/** A civil date, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A month, `YYYY-MM`. */
export type IsoMonth = string;

/** What the analyst writes: plain data, JSON from end to end. */
export interface Scenario {
  readonly title?: string;
  /** Amounts are in major units of one currency (ISO 4217) at the prices of one year. */
  readonly prices: { readonly currency: string; readonly year: number };
  /** The horizon: whole months from the first of a month. */
  readonly calendar: { readonly start: IsoDate; readonly months: number };
  readonly flows: readonly Flow[];
  readonly advisories: readonly Advisory[];
  /** Correlations between named quantities, as normal scores (Gaussian copula). */
  readonly correlations?: readonly Correlation[];
  /** Gross domestic product of the destination's economy, a year, in the scenario's prices: for shares of it. */
  readonly gdp?: Quantity;
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
  /** Others who take the place of those lost. */
  readonly substitution?: {
    /** Share of the lost arrivals replaced, 0..1. */
    readonly share: Quantity;
    /** Spend per replacing arrival; by default the flow's own. */
    readonly spend?: Quantity | Readonly<Record<string, Quantity>>;
  };
}

/** What would have happened without the advisory. */
export type Baseline = MonthlyBaseline | AnnualBaseline;

/** Arrivals of each month of the horizon. */
export interface MonthlyBaseline {
  readonly kind: 'monthly';
  /** One for each month of the horizon. */
  readonly arrivals: readonly Quantity[];
  /** A factor on each month, drawn for each month apart; mean 1 by habit. */
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

/** Each field is one value or several of which one must match. */
export interface Selector {
  readonly origin?: string | readonly string[];
  readonly destination?: string | readonly string[];
  readonly segment?: string | readonly string[];
  readonly sector?: string | readonly string[];
  readonly flow?: string | readonly string[];
}

/** Correlation of normal scores among quantities, by their names (see `listQuantities`). */
export interface Correlation {
  readonly among: readonly string[];
  /** Symmetric, 1 on the diagonal; where it is no correlation matrix the nearest one is taken, with a warning. */
  readonly matrix: readonly (readonly number[])[];
}
