import type { IsoDate, IsoMonth } from '../scenario/types.ts';
import type { MovingHoliday } from './moving-holidays.ts';
import type { MonthlyObservation } from './series.ts';

/** What is known of one market in one past event, for calibration and for scoring forecasts. */
export interface EpisodeRecord {
  readonly id: string;
  /** Markets of one event share its name: it is left out, and counts, as one. */
  readonly event: string;
  /** Class of the instrument: `S0` to `S5`, `S1b`, `H`. */
  readonly class: string;
  readonly onset: IsoDate;
  /** Whether forecasts are scored on it, where it has 24 months before the onset and 12 from it. */
  readonly scored: boolean;
  /** Monthly arrivals, where there are any. */
  readonly series?: {
    /** Before the onset and from it on. */
    readonly history: readonly MonthlyObservation[];
    /** Last month that no later shock touches. */
    readonly until: IsoMonth;
    /** Months before the onset that an earlier shock touches; both included. */
    readonly disturbed: readonly { readonly from: IsoMonth; readonly to: IsoMonth }[];
    readonly holidays: readonly MovingHoliday[];
  };
  /** Falls that were reported where there is no series; months counted from 0 at that of the onset, both included. */
  readonly falls?: readonly {
    readonly from: number;
    readonly to: number;
    /** As a share: -0.3. */
    readonly change: number;
    /** What it was compared with. */
    readonly against: 'last-year' | 'counterfactual';
  }[];
  /** Months from the onset until nine in ten came again: by then, or not yet. */
  readonly recovery?: { readonly kind: 'by' | 'after'; readonly month: number };
}
