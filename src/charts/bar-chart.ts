import type { Axis } from '../engine/types.ts';
import { toRows } from '../projections/to-rows.ts';
import type { Projection } from '../projections/types.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { type ChartOptions, type ChartSpec, chartOptionNames, type Part } from './chart-spec.ts';
import { expectCount } from './expect-list.ts';
import { frame, madeBy, sizeOf, splitBy } from './frame.ts';
import { levelText } from './number-text.ts';
import { palette } from './palette.ts';
import { dateEncoding, middleOf, spanOf, timeAxes } from './time-axis.ts';
import { type Figures, titleOnTop, type ValueAxis, valueAxis } from './value-axis.ts';

/** What {@link barChart} draws. */
export interface BarChartOptions extends ChartOptions {
  /** Split by one axis, such as `by: 'week'` or `by: 'region'`. */
  readonly projection: Projection;
  /** What the rows are called: `{ 'JP-13': 'Tokyo' }`. Others keep their names. */
  readonly names?: Readonly<Record<string, string>>;
  /** Of an axis other than time, only so many rows, the largest; a whole number above 0. Default: all. */
  readonly top?: number;
}

/**
 * A projection as bars from zero: the mean of the draws (means add up), and a line for the widest interval asked for
 * that is below 0.9, or else the widest. Time runs from left to right; the rows of other axes stand below each other,
 * the largest first.
 *
 * @throws TypeError, RangeError where an option is not what it should be, or the projection is not split by one axis.
 *
 * @example
 * ```ts
 * import { projectRevenue, simulate } from 'tourism-impact';
 * import { barChart } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const lost = projectRevenue({ run, measure: 'revenueLost', by: 'region' });
 * const chart = barChart({ projection: lost, names: { 'JP-13': 'Tokyo' }, top: 10 });
 * console.log(JSON.stringify(chart.title));
 * // => {"text":["Revenue lost, gross, by region: the largest 10 of 47"],"subtitle":["Bars: mean of the draws. Lines: 80% of the draws."]}
 * ```
 */
export function barChart(options: BarChartOptions): ChartSpec {
  expectOptions('barChart', options, ['projection', 'names', 'top', ...chartOptionNames]);
  const { projection } = options;
  const axis = axisOf(projection);
  const level = shownLevel(projection);
  const all = toRows(projection, { digits: 17 });
  const rows = timeAxes.includes(axis) ? all : largest(all, options.top);
  const shown = rows.length < all.length ? `: the largest ${rows.length} of ${all.length}` : '';
  const width = sizeOf(options, 'width', 640);
  const scale = valueAxis(projection.label, projection.unit, rows);
  const bars = timeAxes.includes(axis) ? upright : lying;
  return frame(
    {
      options,
      title: `${splitBy(projection.label, axis)}${shown}`,
      subtitle: level === null ? 'Bars: the median case.' : howToRead(level),
      caption: madeBy(projection.meta, projection),
      width: timeAxes.includes(axis) ? width : width + 60,
    },
    bars({ axis, rows, level, scale, width, options }),
  );
}

interface Bars {
  readonly axis: Axis;
  readonly rows: readonly Figures[];
  readonly level: number | null;
  readonly scale: ValueAxis;
  readonly width: number;
  readonly options: BarChartOptions;
}

function howToRead(level: number): string {
  return `Bars: mean of the draws. Lines: ${levelText(level)} of the draws.`;
}

/** Of time: thin bars on an axis of dates. */
function upright({ axis, rows, level, scale, width, options }: Bars): Part {
  const values = rows.map((row) => ({ ...row, at: middleOf(axis, String(row[axis])) }));
  const x = dateEncoding(
    'at',
    spanOf(
      axis,
      rows.map((row) => String(row[axis])),
    ),
    width,
    axis,
  );
  const y = { type: 'quantitative', axis: { ...scale.labels, ...titleOnTop }, title: scale.title };
  return {
    width,
    height: sizeOf(options, 'height', 260),
    data: { values },
    layer: layers(level, { x }, 'y', y, { width: Math.max(1, Math.min(40, (0.7 * width) / rows.length)) }),
  };
}

/** Of other axes: one row below the other, with its name. */
function lying({ axis, rows, level, scale, width, options }: Bars): Part {
  const { names = {} } = options;
  const values = rows.map((row) => ({ ...row, name: names[String(row[axis])] ?? String(row[axis]) }));
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    axis: { title: null, domain: false, ticks: false, labelLimit: 260 },
  };
  const x = { type: 'quantitative', axis: { ...scale.labels, tickCount: 7 }, title: scale.title };
  return {
    width,
    height: sizeOf(options, 'height', Math.min(2000, 22 * Math.max(2, rows.length))),
    data: { values },
    layer: layers(level, { y }, 'x', x, { height: { band: 0.68 } }),
  };
}

function layers(
  level: number | null,
  position: Part,
  side: 'x' | 'y',
  value: Part,
  bar: Part,
): readonly Part[] {
  const bars: Part = {
    mark: { type: 'bar', color: level === null ? palette.main : palette.bands[1], ...bar },
    encoding: { ...position, [side]: { ...value, field: 'mean', stack: null } },
  };
  if (level === null) return [bars];
  const name = levelText(level).slice(0, -1);
  const range = { [side]: { ...value, field: `lower${name}` }, [`${side}2`]: { field: `upper${name}` } };
  return [
    bars,
    { mark: { type: 'rule', color: palette.ink, strokeWidth: 1.4 }, encoding: { ...position, ...range } },
  ];
}

/** The one axis that a projection is split by. */
function axisOf(projection: Projection): Axis {
  if (projection?.kind !== 'projection') throw wrongType('projection', 'what project returns', projection);
  const [axis, ...others] = projection.axes;
  if (axis === undefined || others.length > 0) {
    throw outOfRange('projection', 'one that is split by one axis', projection.axes);
  }
  return axis;
}

/** One interval is shown: the widest below 0.9, or else the widest; null where there is none. */
export function shownLevel({ levels, rows }: Pick<Projection, 'levels' | 'rows'>): number | null {
  if (rows.every(({ intervals }) => intervals.length === 0)) return null;
  return levels.filter((level) => level < 0.9).at(-1) ?? levels.at(-1) ?? null;
}

function largest(rows: readonly Figures[], top: number | undefined): readonly Figures[] {
  if (top !== undefined) expectCount('top', top);
  return [...rows].sort((a, b) => Number(b['mean']) - Number(a['mean'])).slice(0, top);
}
