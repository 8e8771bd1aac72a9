/** Shapes of the generated modules: columns rather than rows, so that the figures stay small. */

/** Values of consecutive months. */
export interface MonthlySeries {
  readonly start: string;
  readonly values: readonly number[];
}

export interface PurposeSeries {
  readonly tourist: readonly number[];
  readonly business: readonly number[];
  readonly others: readonly number[];
  readonly shortExcursion: readonly number[];
}

export type SpendRow = readonly [
  period: string,
  market: string,
  metric: string,
  value: number,
  unit: string,
  basis: number,
  release: number,
  source: number,
  quality: string,
];

export type HolidayRow = readonly [
  holiday: string,
  date: string,
  breakStart: string | null,
  breakEnd: string | null,
];

export type LeadTimeRow = readonly [
  market: string,
  scope: string,
  statistic: string,
  value: number,
  unit: string,
  source: string,
  quality: string,
];

export type BehaviourRow = readonly [
  topic: string,
  subject: string,
  statistic: string,
  value: number,
  unit: string,
  source: string,
  quality: string,
];

/** What the preset takes from one market's history, its baseline apart. */
export interface MarketInputs {
  /** November 2024 to October 2025. */
  readonly lastTwelve: readonly number[];
  /** Yen per arrival. */
  readonly spend: Readonly<Record<string, number>>;
  readonly spendSdLog: number;
  readonly nights: Moments;
}

export interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/** Shares and days; group tours apart where they differ from individual travellers. */
export interface MainlandPrior {
  readonly groupSuppression: Moments;
  readonly groupCancellation: Moments;
  readonly suppression: Moments;
  readonly cancellation: Moments;
  readonly awareness: Moments;
  readonly cancelling: Moments;
  readonly duration: Moments;
  readonly recovery: Moments;
}

export interface HongKongPrior {
  readonly suppression: Moments;
  readonly cancellation: Moments;
  readonly awareness: Moments;
  readonly cancelling: Moments;
  readonly recovery: Moments;
}

/** How the inputs of a prior hang together: for each its loadings on factors, the last its own. */
export type Loadings<Prior> = Readonly<Record<keyof Prior, Readonly<Record<string, number>>>>;
