/**
 * A Vega-Lite 6 specification: plain data, with the figures inside. Give it to {@link toSvg} or {@link toPng}, to
 * `vega-embed` on a page, or to any editor of Vega-Lite.
 */
export interface ChartSpec {
  readonly $schema: string;
  readonly [key: string]: unknown;
}

/** A part of a specification. */
export type Part = Readonly<Record<string, unknown>>;

/** What every chart can be told. */
export interface ChartOptions {
  /** The subject; default in words what is shown. */
  readonly title?: string;
  /** Where the figures come from, for the caption: `'JNTO and JTA figures up to 2025-11-18'`. */
  readonly source?: string;
  /** Pixels of the plotting area, 200 to 2,000. Default 640. */
  readonly width?: number;
  /** Pixels of the plotting area, 50 to 2,000. Default by chart. */
  readonly height?: number;
}

/** Names of these options, for the check of those of a chart. */
export const chartOptionNames: readonly (keyof ChartOptions)[] = ['title', 'source', 'width', 'height'];
