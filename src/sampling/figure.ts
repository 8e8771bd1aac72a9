import { wholeWindow } from '../engine/kept.ts';
import { readRows } from '../engine/rows.ts';
import type { Measure, MonthWindow, RowsRequest, Run } from '../engine/types.ts';
import { mean } from '../statistics/moments.ts';
import { quantileOfSorted } from '../statistics/quantiles.ts';
import { errorOfMean, errorOfQuantile, proportionOf } from '../statistics/replicates.ts';
import { sorted } from '../statistics/sorted.ts';

/** How precise one figure of a run is to be, in its total over all flows. */
export interface Precision {
  /** See `listMeasures`. */
  readonly measure: Measure;
  /** A window of the horizon's months. Default: the whole horizon. */
  readonly months?: MonthWindow;
  /** Which figure: the mean by default, a quantile, or the chance of more, or of less, than so much. */
  readonly of?:
    | 'mean'
    | 'median'
    | { readonly quantile: number }
    | { readonly above: number }
    | { readonly below: number };
  /** The Monte Carlo standard error that is good enough, in the unit of the figure. This, or `relative`. */
  readonly standardError?: number;
  /** The same as a share of the figure: 0.01 for one per cent. */
  readonly relative?: number;
}

/** A figure of a run and its Monte Carlo standard error. */
export interface Figure {
  readonly value: number;
  readonly standardError: number;
}

/** The figure that a precision is asked of, over all flows. */
export function figureOf(run: Run, { measure, months, of = 'mean' }: Precision): Figure {
  const dated = measure.startsWith('cancellations') ? 'made' : 'travel';
  const request: RowsRequest = {
    run,
    measure,
    by: ['total'],
    months: months ?? wholeWindow(run.scenario),
    dated,
    cumulative: false,
  };
  return run.summary === null ? ofDraws(request, of) : ofSketch(request, of);
}

type Of = NonNullable<Precision['of']>;

function ofDraws(request: RowsRequest, of: Of): Figure {
  const replicates = request.run.plan.key.spread?.replicates(request.run.draws) ?? null;
  for (const { values } of readRows(request)) {
    if (of === 'mean') return { value: mean(values), standardError: errorOfMean(values, replicates) };
    if (typeof of === 'object' && !('quantile' in of)) return proportionOf(values, of, replicates);
    const p = of === 'median' ? 0.5 : of.quantile;
    const ascending = sorted(values);
    return {
      value: quantileOfSorted(ascending, p),
      standardError: errorOfQuantile(values, ascending, p, replicates),
    };
  }
  throw undefinedMeasure(request);
}

function ofSketch(request: RowsRequest, of: Of): Figure {
  for (const { sketch } of request.run.summary!.answer(request, {})) {
    if (of === 'mean') return { value: sketch.mean(), standardError: sketch.errorOfMean() };
    if (typeof of === 'object' && !('quantile' in of)) return sketch.proportion(of);
    const p = of === 'median' ? 0.5 : of.quantile;
    return { value: sketch.quantile(p), standardError: sketch.errorOfQuantile(p) };
  }
  throw undefinedMeasure(request);
}

function undefinedMeasure({ measure }: RowsRequest): RangeError {
  return new RangeError(
    `measure: expected one that is defined in these months, received "${measure}"; its denominator is 0 or not known`,
  );
}
