import type { Axis, Given, Measure, MonthWindow, RowKey, Run } from '../engine/types.ts';
import type { Design } from '../random/design.ts';

/** An interval that holds a given share of the draws, with as many draws below it as above. */
export interface Interval {
  /** Share of the draws inside, between 0 and 1. */
  readonly level: number;
  /** Quantile at (1 - level) / 2. */
  readonly lower: number;
  /** Quantile at (1 + level) / 2. */
  readonly upper: number;
  /** Monte Carlo standard error of `lower`. */
  readonly lowerStandardError: number;
  /** Monte Carlo standard error of `upper`. */
  readonly upperStandardError: number;
}

/**
 * What the draws of one row come to. Quantiles are of type 7 (linear between order statistics).
 *
 * Standard errors say how far the figure may be from that of infinitely many draws; more draws make them smaller.
 * They say nothing about the assumptions: that is what the intervals are for. One draw has no standard error (NaN),
 * but the median case, which has no chance in it, has 0.
 */
export interface RowSummary {
  readonly mean: number;
  readonly standardError: number;
  readonly median: number;
  readonly medianStandardError: number;
  /** One for each level asked for, in ascending order of level; empty for a median case. */
  readonly intervals: readonly Interval[];
}

/** Where a table comes from: enough to make it again. */
export interface Provenance {
  /** Version of the package that made the run. */
  readonly version: string;
  /** The design of the draws, or the `'median'` case. */
  readonly sampling: Design | 'median';
  /** In canonical form; null for a median case, which needs none. */
  readonly seed: string | null;
  readonly draws: number;
  /** Of the scenario as written: equal fingerprints are equal scenarios. */
  readonly fingerprint: string;
}

/** Provenance, and the prices that money is in. */
export interface TableMeta extends Provenance {
  /** ISO 4217. */
  readonly currency: string;
  /** Of the prices. */
  readonly year: number;
}

/** A row of a projection: the value of every axis asked for, and the summary. */
export interface ProjectionRow extends RowKey, RowSummary {}

/** What every table of results says about itself. */
export interface TableHead {
  readonly measure: Measure;
  /** The measure in words. */
  readonly label: string;
  /** `'arrivals'`, `'bookings'`, `'nights'`, `'share'`, or for money such as `'JPY at 2025 prices'`. */
  readonly unit: string;
  readonly months: MonthWindow;
  /** By the day of travel, or by the day a cancellation is made. */
  readonly dated: Dating;
  /** The restriction that was asked for; empty where there was none. */
  readonly where: RowKey;
  /** What the draws were filtered by; empty where every draw counts. */
  readonly given: readonly Given[];
  /** The draws that the rows rest on: all of the run, or those in which what is given holds. */
  readonly draws: number;
}

/** The outcome of {@link project}. */
export interface Projection extends TableHead {
  readonly kind: 'projection';
  /** The axes that the rows are split by, in the order asked for; empty for the total. */
  readonly axes: readonly Axis[];
  readonly levels: readonly number[];
  readonly cumulative: boolean;
  readonly rows: readonly ProjectionRow[];
  readonly meta: TableMeta;
}

/** Which day a row's month or week is that of. */
export type Dating = 'travel' | 'made';

/** What to project, how to split it, and how to sum it up. */
export interface ProjectOptions {
  /** What `simulate` or `medianCase` returned. */
  readonly run: Run;
  /** See {@link listMeasures}. */
  readonly measure: Measure;
  /**
   * One axis or several: `'total'`, `'month'`, `'year'`, `'week'`, `'flow'`, `'origin'`, `'destination'`, `'segment'`,
   * `'sector'`, `'region'`, `'category'` (of spend; money only). At most one axis of time. Default `'total'`.
   */
  readonly by?: Axis | readonly Axis[];
  /** A window of the horizon's months: `{ from: '2025-11', count: 12 }`. Default: the whole horizon. */
  readonly months?: MonthWindow;
  /** Only the rows of one market, one month ...: `{ flow: 'hong-kong' }`. Default: no restriction. */
  readonly where?: RowKey;
  /** Central intervals, each above 0 and below 1, in any order. Default `[0.8, 0.95]`. */
  readonly levels?: readonly number[];
  /**
   * By the day of `'travel'`, or the day a cancellation is `'made'`. The three measures of cancellations are dated by
   * the day made unless told otherwise; everything else is dated by the day of travel and by nothing else.
   */
  readonly dated?: Dating;
  /** Running totals along the axis of time: cumulative to date. Default `false`. */
  readonly cumulative?: boolean;
  /**
   * Only the draws in which this holds in the dispute: `{ event: 'talks' }`, `{ stage: 'easing', by: '2026-03-31' }`, or
   * all of several. It filters worlds as they are and changes none; `force` makes something happen. Default: all draws.
   */
  readonly given?: Given | readonly Given[];
}
