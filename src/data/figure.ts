/** A figure and where it comes from. */
export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** `YYYY`, `YYYYQ1`, `YYYY-MM`, `YYYY-MM-DD`, or a span of months `YYYY-MM/YYYY-MM`. */
  readonly period: string;
  readonly source: string;
  /** Day the source was read, `YYYY-MM-DD`. */
  readonly read: string;
  /** `sourced`, `derived` (arithmetic on sourced figures), `assumed`, `weak`. */
  readonly quality: string;
}

/** Day all sources were read, unless a record says otherwise. */
export const readOn: string = '2025-11-18';
