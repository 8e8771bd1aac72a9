import type { Axis, Given, MonthWindow, Run } from '../engine/types.ts';
import type { RowSummary, TableMeta } from '../projections/types.ts';
import type { Closure, Economy, Effect, SpendingProfile } from './types.ts';

/** Measures of money by category that impact can be asked of; gross and net stay apart. */
export type ImpactMeasure =
  | 'revenueLost'
  | 'revenueLostNet'
  | 'revenueSubstituted'
  | 'revenueReturned'
  | 'revenue'
  | 'revenueBaseline';

/** The axes of a run, and those of the economy: `industry` is a sector of the table, as `sector` is one of the flows. */
export type ImpactAxis = Axis | 'layer' | 'industry';

/** The value of every axis asked for. */
export type ImpactKey = Readonly<Partial<Record<ImpactAxis, string>>>;

/** What {@link projectImpact} is asked. */
export interface ImpactOptions {
  /** What `simulate` or `medianCase` returned. */
  readonly run: Run;
  /** Default the economy of the run's scenario. */
  readonly economy?: Economy;
  /** What impact is counted in. Default `'output'`. */
  readonly what?: Effect;
  /** Of what: the gross loss `'revenueLost'` unless told otherwise, `'revenueLostNet'`, `'revenue'` itself ... */
  readonly measure?: ImpactMeasure;
  /** One axis or several: those of `project`, `'layer'` and `'industry'`. Default `'total'`. */
  readonly by?: ImpactAxis | readonly ImpactAxis[];
  readonly months?: MonthWindow;
  /** Only the rows of one market, one layer ...: `{ layer: 'direct' }`. */
  readonly where?: ImpactKey;
  /** Central intervals. Default `[0.8, 0.95]`. */
  readonly levels?: readonly number[];
  /** Running totals along the axis of time. Default `false`. */
  readonly cumulative?: boolean;
  /** Only the draws in which this holds in the dispute, as in `project`. */
  readonly given?: Given | readonly Given[];
  /** What households do with what they earn; default what the economy says. Published multipliers have their own. */
  readonly closure?: Closure;
  /** Which jobs, by the name the table gives them; needed where it has several. */
  readonly jobs?: string;
  /** For a category of the run's spending: the name of the economy's profile it has, or a profile of its own. */
  readonly spending?: Readonly<Record<string, string | SpendingProfile>>;
  /** Money in the prices of the `'scenario'` (default) or of the `'economy'`. */
  readonly prices?: 'scenario' | 'economy';
}

/** A row of impact: the value of every axis asked for, and the summary. */
export interface ImpactRow extends ImpactKey, RowSummary {}

/** The outcome of {@link projectImpact}. */
export interface Impact {
  readonly kind: 'impact';
  readonly what: Effect;
  readonly measure: ImpactMeasure;
  /** In words: `Value added, of revenue lost, gross`. */
  readonly label: string;
  /** `'JPY at 2025 prices'`, or the jobs that were counted: `'jobs (ripple-effect)'`. */
  readonly unit: string;
  readonly closure: Closure | 'published';
  readonly axes: readonly ImpactAxis[];
  readonly levels: readonly number[];
  readonly cumulative: boolean;
  readonly months: MonthWindow;
  readonly where: ImpactKey;
  /** What the draws were filtered by; empty where every draw counts. */
  readonly given: readonly Given[];
  /** The draws that the rows rest on. */
  readonly draws: number;
  readonly rows: readonly ImpactRow[];
  readonly meta: TableMeta;
}

/** One row with its value in each draw. */
export interface DrawnImpact {
  readonly key: ImpactKey;
  readonly values: Float64Array;
}
