import type { Axis, RowKey, RowsRequest, SketchedRow } from '../engine/types.ts';

/** What the rows of a summary are split by; `to-date` is the running total by month. */
export type SummaryAxis = 'month' | 'to-date' | 'year' | 'flow';

/**
 * The rows of a measure in a run that keeps a summary, whose tables are by panel and axis. `where` and the axes together name one axis: time to month or
 * year, flow, or none for the total.
 *
 * @throws RangeError where the summary does not hold them
 */
export function sketchesOf(
  request: RowsRequest,
  where: RowKey,
  table: (panel: string, axis: SummaryAxis) => readonly SketchedRow[] | undefined,
): readonly SketchedRow[] {
  const { run, measure, by, months, dated, cumulative } = request;
  const horizon = run.scenario.calendar.months;
  const first = horizon.indexOf(months.from);
  const whole = first === 0 && months.count === horizon.length;
  const axes = [...by.filter((axis) => axis !== 'total'), ...(Object.keys(where) as Axis[])];
  const [axis = 'total'] = new Set(axes);
  const rows = (of: SummaryAxis): readonly SketchedRow[] =>
    table(`${measure}/${measure === 'cancellations' ? dated : 'travel'}`, of) ?? refuse(request);
  const fixed = where[axis];
  const keep = (all: readonly SketchedRow[]): SketchedRow[] =>
    all
      .filter(({ key }) => fixed === undefined || key[axis] === fixed)
      .map(({ key, sketch }) => ({ key: by.includes(axis) ? key : {}, sketch }));
  if (new Set(axes).size > 1) return refuse(request);
  switch (axis) {
    case 'total':
      return first === 0 ? [{ key: {}, sketch: rows('to-date')[months.count - 1]!.sketch }] : refuse(request);
    case 'month':
      if (cumulative && first > 0) return refuse(request);
      return keep(rows(cumulative ? 'to-date' : 'month').slice(first, first + months.count));
    case 'year':
      return whole && !cumulative ? keep(rows('year')) : refuse(request);
    case 'flow':
      return whole && !cumulative ? keep(rows('flow')) : refuse(request);
    default:
      return refuse(request);
  }
}

function refuse({ measure, by }: RowsRequest): never {
  throw new RangeError(
    `run: it keeps a summary, which does not hold ${measure} by ${by.join(', ')} so; it holds baseline, arrivals, ` +
      'arrivalsLost, cancellations, revenue, revenueLost and revenueLostNet by month, by flow and by year over the whole ' +
      "horizon, and totals from its first month on; for the rest run it with keep: 'draws'",
  );
}
