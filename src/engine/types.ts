import type { Issue } from '../errors.ts';
import type { Design } from '../random/design.ts';
import type { ResolvedScenario } from '../scenario/resolved.ts';
import type { RowSketch } from '../statistics/row-sketch.ts';
import type { Plan } from './plan.ts';

/** How the draws of a run were made. */
export type Sampling =
  | { readonly kind: Design; readonly seed: string; readonly draws: number }
  /** One world in which every input stands at its median. */
  | { readonly kind: 'median'; readonly draws: 1 };

/** The outcome of `simulate`: what was run, and the panels that were kept. Projections read it. */
export interface Run {
  readonly scenario: ResolvedScenario;
  readonly plan: Plan;
  readonly sampling: Sampling;
  readonly draws: number;
  /** Version of the package that made it. */
  readonly version: string;
  /** Of the scenario as written: equal fingerprints are equal scenarios. */
  readonly fingerprint: string;
  /** What was accepted but deserves a look. */
  readonly warnings: readonly Issue[];
  /** Panels kept in memory, by measure and axis; all else is computed again on demand. */
  readonly panels: ReadonlyMap<string, Float64Array>;
  /** What is held in place of draws by a run that keeps a summary; null where draws are kept. */
  readonly summary: RunSummary | null;
}

/** One row of a summary. */
export interface SketchedRow {
  readonly key: RowKey;
  readonly sketch: RowSketch;
}

/** What a run holds that keeps no draws: sketches of the measures that others keep, by month, to date, year and flow. */
export interface RunSummary {
  /** @throws RangeError for rows that it does not hold */
  readonly answer: (request: RowsRequest, where: RowKey) => readonly SketchedRow[];
}

/** What rows can be split by. */
export type Axis =
  | 'total'
  | 'month'
  | 'year'
  | 'week'
  | 'flow'
  | 'origin'
  | 'destination'
  | 'segment'
  | 'sector'
  | 'region'
  | 'category';

/** A window of months of the horizon; `from` is `YYYY-MM`. */
export interface MonthWindow {
  readonly from: string;
  readonly count: number;
}

/** Something that may or may not happen in the dispute of a scenario. */
export type Given =
  | {
      /** Id of an event. */
      readonly event: string;
      /** Whether it happens within the horizon; default true. */
      readonly happened?: boolean;
    }
  | {
      /** Id of a stage. */
      readonly stage: string;
      /** Last day on which it may begin, `YYYY-MM-DD`; default the end of the horizon. */
      readonly by?: string;
      /** Whether it is reached by then; default true. */
      readonly reached?: boolean;
    };

/** Which draws to read: a measure, split by axes, over a window. */
export interface RowsRequest {
  readonly run: Run;
  readonly measure: Measure;
  readonly by: readonly Axis[];
  readonly months: MonthWindow;
  /** By the day of travel or by the day a cancellation is made. */
  readonly dated: 'travel' | 'made';
  /** Running total along the time axis. */
  readonly cumulative: boolean;
}

/** The value of every axis asked for, such as `{ month: '2025-11', flow: 'group' }`; empty for the total. */
export type RowKey = Readonly<Partial<Record<Axis, string>>>;

/** One row: its key and its value in each draw. */
export interface DrawnRow {
  readonly key: RowKey;
  /** One value a draw, in draw order. */
  readonly values: Float64Array;
}

export type { Measure } from './measures.ts';

import type { Measure } from './measures.ts';
