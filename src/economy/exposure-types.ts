import type { Given, MonthWindow, Run } from '../engine/types.ts';
import type { RowSummary, TableMeta } from '../projections/types.ts';
import type { Money } from './money.ts';

/** Revenue of one kind: from whom, and when. */
export interface ExposureEntry {
  /** As the flows name it. */
  readonly origin: string;
  /** Default: all sectors of the origin's flows. */
  readonly sector?: string;
  /** `YYYY-MM`; default: spread over the window as the origin's own baseline revenue is. */
  readonly month?: string;
  /** What is earned there in ordinary times; all entries in one currency and at the prices of one year. */
  readonly revenue: Money;
}

/** What {@link exposure} is asked. */
export interface ExposureOptions {
  readonly run: Run;
  /** A business's, a town's or a region's own revenue. */
  readonly book: readonly ExposureEntry[];
  /** One axis or several of `'origin'`, `'sector'`, `'month'`; default the total. Entries without a sector or month have `'any'`. */
  readonly by?: ExposureAxis | readonly ExposureAxis[];
  /** Whether substitutes and returns count against the loss: `'net'`; default `'gross'`. */
  readonly loss?: 'gross' | 'net';
  /** The months that entries without a month are spread over. Default: the whole horizon. */
  readonly months?: MonthWindow;
  /** Only the draws in which this holds in the dispute, as in `project`. */
  readonly given?: Given | readonly Given[];
  /** Central intervals. Default `[0.8, 0.95]`. */
  readonly levels?: readonly number[];
}

export type ExposureAxis = 'origin' | 'sector' | 'month';

/** A part of the book: its revenue, and the summary of what it loses. */
export interface ExposureRow extends RowSummary, Readonly<Partial<Record<ExposureAxis, string>>> {
  /** In ordinary times. */
  readonly revenue: number;
  /** Of the book's revenue, 0..1. */
  readonly revenueShare: number;
  /** Mean loss over revenue. */
  readonly lossShare: number;
}

/** How much hangs on few origins, by revenue. */
export interface Concentration {
  /** Sum of squared shares of the origins: 1 for a single one, 1 / n for n of equal size. */
  readonly herfindahl: number;
  /** 1 / herfindahl: how many origins of equal size would be as concentrated. */
  readonly effectiveOrigins: number;
  readonly largest: { readonly origin: string; readonly share: number };
}

/** The outcome of {@link exposure}. */
export interface Exposure {
  readonly kind: 'exposure';
  readonly measure: 'revenueAtRisk' | 'revenueAtRiskNet';
  readonly label: string;
  readonly unit: string;
  readonly axes: readonly ExposureAxis[];
  readonly where: Readonly<Record<string, never>>;
  readonly levels: readonly number[];
  readonly months: MonthWindow;
  /** What the draws were filtered by; empty where every draw counts. */
  readonly given: readonly Given[];
  /** The draws that the rows rest on. */
  readonly draws: number;
  readonly rows: readonly ExposureRow[];
  readonly concentration: Concentration;
  /** Origins of the book that no flow of the scenario comes from: nothing of theirs is at risk here. */
  readonly untouched: readonly string[];
  readonly meta: TableMeta;
}
