import type { Axis } from '../engine/types.ts';
import { toRows } from '../projections/to-rows.ts';
import type { Projection } from '../projections/types.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { bandColour } from './band-colour.ts';
import { type ChartOptions, type ChartSpec, chartOptionNames, type Part } from './chart-spec.ts';
import { frame, madeBy, sizeOf, splitBy } from './frame.ts';
import { type MarkedDay, markedDays } from './marked-days.ts';
import { levelText, listText } from './number-text.ts';
import { palette } from './palette.ts';
import { dateEncoding, middleOf, spanOf, timeAxes } from './time-axis.ts';
import { titleOnTop, valueAxis } from './value-axis.ts';

/** What {@link fanChart} draws. */
export interface FanChartOptions extends ChartOptions {
  /** Split by one axis of time (`by: 'month'`, `'week'` or `'year'`), and by nothing else. */
  readonly projection: Projection;
  /** What would have been otherwise, such as the measure `'baseline'`: a dashed line, its median. Same axis of time. */
  readonly counterfactual?: Projection;
  /** Days to be marked with a line, such as the onset of an advisory. */
  readonly days?: readonly MarkedDay[];
}

/**
 * A projection over time: the median as a line in bands that hold a given share of the draws, and the counterfactual as
 * a dashed line. The axis of figures includes zero. Each figure stands in the middle of its month, week or year.
 *
 * @throws TypeError, RangeError where an option is not what it should be, or the projection has no axis of time.
 *
 * @example
 * ```ts
 * import { projectArrivals, simulate } from 'tourism-impact';
 * import { fanChart } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const chart = fanChart({
 *   projection: projectArrivals({ run, by: 'month' }),
 *   counterfactual: projectArrivals({ run, measure: 'baseline', by: 'month' }),
 * });
 * console.log(JSON.stringify(chart.title));
 * // => {"text":["Arrivals by month"],"subtitle":["Solid line: median. Bands: 80% and 95% of the draws. Dashed: baseline arrivals, median."]}
 * ```
 */
export function fanChart(options: FanChartOptions): ChartSpec {
  expectOptions('fanChart', options, ['projection', 'counterfactual', 'days', ...chartOptionNames]);
  const { projection, counterfactual, days = [] } = options;
  const time = timeAxisOf('projection', projection);
  if (counterfactual !== undefined && timeAxisOf('counterfactual', counterfactual) !== time) {
    throw outOfRange('counterfactual', `a projection by ${time}, as projection is`, counterfactual.axes);
  }
  const values = datedRows(projection, time);
  const otherwise = counterfactual === undefined ? [] : datedRows(counterfactual, time);
  const width = sizeOf(options, 'width', 640);
  const axis = valueAxis(projection.label, projection.unit, [...values, ...otherwise]);
  const x = dateEncoding(
    'at',
    spanOf(
      time,
      projection.rows.map((row) => row[time]!),
    ),
    width,
    time,
  );
  const levels = [...projection.levels].sort((a, b) => b - a);
  const bands = levels.map((level, index): Part => {
    const name = levelText(level).slice(0, -1);
    return {
      mark: { type: 'area', color: bandColour(index, levels.length) },
      encoding: { x, ...between(`lower${name}`, `upper${name}`) },
    };
  });
  const y: Part = {
    field: 'median',
    type: 'quantitative',
    scale: { zero: true },
    title: axis.title,
    axis: { ...axis.labels, ...titleOnTop },
  };
  const tooltip = Object.keys(values[0] ?? {})
    .filter((field) => field !== 'at')
    .map((field) => ({ field }));
  const layer: readonly Part[] = [
    ...bands,
    {
      mark: { type: 'line', color: palette.main, strokeWidth: 2.2, point: { size: 22, color: palette.main } },
      encoding: { x, y, tooltip },
    },
    ...(counterfactual === undefined
      ? []
      : [
          {
            data: { values: otherwise },
            mark: { type: 'line', color: palette.ink, strokeWidth: 1.6, strokeDash: [6, 4] },
            encoding: { x, y },
          },
        ]),
    ...markedDays(days, 'at'),
  ];
  return frame(
    {
      options,
      title: splitBy(projection.label, time),
      subtitle: howToRead(projection, counterfactual),
      caption: madeBy(projection.meta, projection),
      width,
    },
    { width, height: sizeOf(options, 'height', 300), data: { values }, layer },
  );
}

/** The axis of time that a projection is split by, and by nothing else. */
function timeAxisOf(option: string, projection: Projection): Axis {
  if (projection?.kind !== 'projection') throw wrongType(option, 'what project returns', projection);
  const [time, ...others] = projection.axes;
  if (time === undefined || others.length > 0 || !timeAxes.includes(time)) {
    throw outOfRange(option, "one that is split by 'month', 'week' or 'year' alone", projection.axes);
  }
  return time;
}

/** Rows with every digit, and the day at which they are drawn. */
function datedRows(projection: Projection, time: Axis): readonly Readonly<Record<string, string | number>>[] {
  return toRows(projection, { digits: 17 }).map((row) => ({ ...row, at: middleOf(time, String(row[time])) }));
}

function between(lower: string, upper: string): Part {
  return { y: { field: lower, type: 'quantitative' }, y2: { field: upper } };
}

function howToRead(projection: Projection, counterfactual: Projection | undefined): string {
  const levels = projection.levels.map(levelText);
  const bands =
    projection.rows[0]?.intervals.length === 0
      ? []
      : [`${levels.length === 1 ? 'Band' : 'Bands'}: ${listText(levels)} of the draws.`];
  const dashed =
    counterfactual === undefined ? [] : [`Dashed: ${counterfactual.label.toLowerCase()}, median.`];
  return ['Solid line: median.', ...bands, ...dashed].join(' ');
}
