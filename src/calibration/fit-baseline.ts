import { log } from '../elementary/log.ts';
import { addMonths, monthsBetween, readMonth } from '../scenario/calendar.ts';
import type { IsoMonth } from '../scenario/types.ts';
import {
  fitStructural,
  monthlyArrivalPriors,
  type StructuralFit,
  type StructuralPriors,
} from './fit-structural.ts';
import type { FittedBaseline } from './fitted-baseline.ts';
import { forecastStructural } from './forecast-structural.ts';
import { holidayShares, type MovingHoliday } from './moving-holidays.ts';
import { alignSeries, type MonthlyObservation } from './series.ts';
import type { StructuralParameters, StructuralShape } from './structural-model.ts';

/** Something known about the history that the model cannot know. */
export type Intervention =
  /** Months whose figures say nothing about ordinary times; both included. */
  | { readonly kind: 'leave-out'; readonly from: IsoMonth; readonly to: IsoMonth }
  /** The level moves for good from a month on. */
  | { readonly kind: 'level-shift'; readonly id: string; readonly from: IsoMonth };

export interface BaselineOptions {
  /** Monthly arrivals, persons; 24 months with a figure or more after what `interventions` leave out. */
  readonly history: readonly MonthlyObservation[];
  /** Months to forecast after the last of the history; default 24. */
  readonly horizon?: number;
  /** Default none. */
  readonly holidays?: readonly MovingHoliday[];
  /** Default none. */
  readonly interventions?: readonly Intervention[];
  /**
   * What is thought of the model's parameters beforehand; default `monthlyArrivalPriors`. `'none'` is plain
   * maximum likelihood, for long histories.
   */
  readonly priors?: StructuralPriors | 'none';
  /** Where the history comes from; goes with the forecast. */
  readonly source?: string;
  /** Called with the share that is done, rising to 1, as the search for the parameters goes on. */
  readonly onProgress?: (done: number) => void;
}

/** A forecast with what it was made from. */
export interface BaselineFit {
  readonly baseline: FittedBaseline;
  readonly parameters: StructuralParameters;
  readonly logLikelihood: number;
  /** Evaluations of the likelihood until it was at its largest. */
  readonly evaluations: number;
  readonly converged: boolean;
  /** Months with a figure that were used. */
  readonly observed: number;
  /** Standardised one-step errors, by month of the history; NaN where there is none. */
  readonly errors: Float64Array;
}

/**
 * The forecast of a monthly series as if nothing happened, with its own uncertainty: a structural time series model of
 * the logarithms (see `structuralModel`) by Kalman filter and maximum likelihood.
 *
 * A month without a figure is stepped over. A break such as 2020 to 2023 is left out by an intervention
 * (`leave-out`), with a `level-shift` where what follows is not expected to go on from what was before.
 *
 * @throws RangeError with everything that is wrong with the history, see `alignSeries`
 */
export function fitBaseline(options: BaselineOptions): FittedBaseline {
  return explainBaseline(options).baseline;
}

/** As `fitBaseline`, with the fitted parameters and the diagnostics. */
export function explainBaseline(options: BaselineOptions): BaselineFit {
  const { horizon = 24, holidays = [], interventions = [] } = options;
  if (!(Number.isInteger(horizon) && horizon >= 1 && horizon <= 120)) {
    throw new RangeError(`horizon: expected whole months from 1 to 120, got ${horizon}`);
  }
  checkInterventions(interventions);
  alignSeries(options.history, 1);
  const ordinary = options.history.map((observation) =>
    interventions.some(
      (i) => i.kind === 'leave-out' && i.from <= observation.month && observation.month <= i.to,
    )
      ? { month: observation.month, arrivals: null }
      : observation,
  );
  const { values, observed, start } = alignSeries(ordinary, 24);
  const months = values.length;
  const y = values.map((value) => (Number.isNaN(value) ? value : log(value)));
  const next = addMonths(start, months);

  const all = months + horizon;
  const shifts = interventions.filter((i) => i.kind === 'level-shift');
  const shape: StructuralShape = {
    trend: true,
    period: 12,
    slopeSd: 0.02,
    regressors: [
      ...holidays.map((holiday) => holidayShares(holiday, start, all)),
      ...shifts.map(({ from }) => {
        const first = monthsBetween(start, from);
        return Float64Array.from({ length: all }, (_, t) => (t >= first ? 1 : 0));
      }),
    ],
    coefficients: [
      ...holidays.map(({ effect }) => effect ?? { mean: 0, sd: 0.3 }),
      ...shifts.map(() => ({ mean: 0, sd: Infinity })),
    ],
  };
  holidays.forEach((holiday, i) => {
    requireDates(holiday, shape.regressors[i]!, start, all);
  });
  const priors = options.priors === 'none' ? undefined : (options.priors ?? monthlyArrivalPriors);
  const fit: StructuralFit = fitStructural(y, shape, priors, options.onProgress);
  if (!fit.state.determined) {
    throw new RangeError(
      'history: expected every month of the year, and a month before and after every level shift; some have no figure',
    );
  }
  const forecast = forecastStructural(fit, y, horizon, next, [
    ...holidays.map(({ id }) => `holiday/${id}`),
    ...shifts.map(({ id }) => `break/${id}`),
  ]);
  return {
    baseline: options.source === undefined ? forecast : { ...forecast, source: options.source },
    parameters: fit.parameters,
    logLikelihood: fit.logLikelihood,
    evaluations: fit.evaluations,
    converged: fit.converged,
    observed,
    errors: fit.state.errors,
  };
}

function checkInterventions(interventions: readonly Intervention[]): void {
  interventions.forEach((intervention, index) => {
    const ends =
      intervention.kind === 'leave-out' ? [intervention.from, intervention.to] : [intervention.from];
    for (const month of ends) {
      if (readMonth(month) === null) {
        throw new RangeError(
          `interventions[${index}]: expected months YYYY-MM, got ${JSON.stringify(month)}`,
        );
      }
    }
    if (intervention.kind === 'leave-out' && intervention.to < intervention.from) {
      throw new RangeError(
        `interventions[${index}]: expected from <= to, got ${intervention.from} and ${intervention.to}`,
      );
    }
  });
}

/** A moving holiday comes once a year or so: a year without it is a table that is too short. */
function requireDates(holiday: MovingHoliday, shares: Float64Array, start: string, months: number): void {
  for (let from = 0; from + 14 <= months; from++) {
    let sum = 0;
    for (let m = from; m < from + 14; m++) sum += shares[m]!;
    if (sum < 0.5) {
      throw new RangeError(
        `holidays: expected dates of ${holiday.id} throughout, got none from ${addMonths(start, from)} to ${addMonths(start, from + 13)}`,
      );
    }
  }
}
