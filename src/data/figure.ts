/** A figure and where it comes from. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** `YYYY`, `YYYYQ1`, `YYYY-MM`, `YYYY-MM-DD`, or a span of months `YYYY-MM/YYYY-MM`. */
  readonly period: string;
  readonly source: string;
  /**
   * Day to which the source was read, `YYYY-MM-DD`: nothing in it is about later days. Statistics of months before that
   * day may be of a later vintage than the one that was out then: final where only an estimate was known.
   */
  readonly read: string;
  /** `sourced`, `derived` (arithmetic on sourced figures), `assumed`, `weak`. */
  readonly quality: string;
}

/** Day to which all sources were read, unless a record says otherwise. */
export const readOn: string = '2025-11-18';
