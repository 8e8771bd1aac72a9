import type { Axis, Given, Measure, MonthWindow, RowKey } from '../engine/types.ts';
import type { Issue } from '../errors.ts';
import type { Dating, ProjectionRow, ProjectOptions, TableMeta } from '../projections/types.ts';

/** What {@link projectFormula} is asked: as `project`, with a formula in place of a measure. */
export interface FormulaOptions extends Omit<ProjectOptions, 'measure' | 'dated'> {
  /** Such as `'revenueLost / arrivalsLost'`; see {@link checkFormula} for what may stand in it. */
  readonly formula: string;
  /**
   * How cancellations are dated, in a formula that has them: by the day of `'travel'`, or the day they are `'made'`.
   * Default `'made'` where cancellations are all there is, and else `'travel'`, so that both sides of a ratio are of
   * the same days. Everything else is dated by the day of travel whatever is asked for here.
   */
  readonly dated?: Dating;
  /** The formula in words. Default: its text. */
  readonly label?: string;
  /** What the outcome is counted in, such as `'JPY per arrival'`. Default `'formula'`: units are not worked out. */
  readonly unit?: string;
}

/** The outcome of {@link projectFormula}. */
export interface FormulaProjection {
  readonly kind: 'formula';
  /** The formula as written, less white space around it. */
  readonly measure: string;
  /** The measures that it reads, in the order in which they first stand in it. */
  readonly measures: readonly Measure[];
  readonly label: string;
  readonly unit: string;
  /** The axes that the rows are split by, in the order asked for; empty for the total. */
  readonly axes: readonly Axis[];
  readonly levels: readonly number[];
  readonly cumulative: boolean;
  readonly months: MonthWindow;
  /** How its cancellations are dated; everything else is dated by the day of travel. */
  readonly dated: Dating;
  readonly where: RowKey;
  /** What the draws were filtered by; empty where every draw counts. */
  readonly given: readonly Given[];
  /** The draws that the rows rest on. */
  readonly draws: number;
  readonly rows: readonly ProjectionRow[];
  readonly meta: TableMeta;
}

/** One thing that is wrong with a formula. */
export interface FormulaIssue extends Issue {
  /** Where it stands in the text: the first character is 1. */
  readonly at: number;
}

/** What {@link checkFormula} finds. */
export type FormulaCheck =
  | {
      readonly ok: true;
      /** The measures that the formula reads, in the order in which they first stand in it. */
      readonly measures: readonly Measure[];
    }
  | { readonly ok: false; readonly issues: readonly FormulaIssue[] };
