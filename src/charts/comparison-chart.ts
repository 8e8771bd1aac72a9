import type { Axis } from '../engine/types.ts';
import type { Comparison } from '../projections/compare.ts';
import { toRows } from '../projections/to-rows.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { bandColour } from './band-colour.ts';
import { type ChartOptions, type ChartSpec, chartOptionNames, type Part } from './chart-spec.ts';
import { frame, madeBy, sizeOf, splitBy } from './frame.ts';
import { levelText, listText } from './number-text.ts';
import { palette } from './palette.ts';
import { dateEncoding, middleOf, spanOf, timeAxes } from './time-axis.ts';
import { type Figures, titleOnTop, type ValueAxis, valueAxis } from './value-axis.ts';

/** What {@link comparisonChart} draws. */
export interface ComparisonChartOptions extends ChartOptions {
  /** Split by no axis or one. */
  readonly comparison: Comparison;
  /** What the rows are called: `{ 'JP-13': 'Tokyo' }`. Others keep their names. */
  readonly names?: Readonly<Record<string, string>>;
}

/**
 * The difference between two runs, `other` less `base`, draw by draw: its median and the bands or lines that hold a
 * given share of the draws, about a line at zero. Over time it is a fan; rows of other axes stand below each other.
 *
 * @throws TypeError, RangeError where an option is not what it should be, or the comparison is split by several axes.
 *
 * @example
 * ```ts
 * import { compare, simulate } from 'tourism-impact';
 * import { comparisonChart } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const scenario = chinaJapan2025();
 * const base = simulate({ scenario: { ...scenario, advisories: [] }, seed: 'a seed', draws: 100 });
 * const other = simulate({ scenario, seed: 'a seed', draws: 100 });
 * const chart = comparisonChart({ comparison: compare({ base, other, measure: 'revenue', by: 'flow' }) });
 * console.log(JSON.stringify(chart.title));
 * // => {"text":["Difference in revenue by flow"],"subtitle":["Points: median of the differences, draw by draw. Lines: 80% and 95% of the draws."]}
 * ```
 */
export function comparisonChart(options: ComparisonChartOptions): ChartSpec {
  expectOptions('comparisonChart', options, ['comparison', 'names', ...chartOptionNames]);
  const { comparison } = options;
  if (comparison?.kind !== 'comparison') throw wrongType('comparison', 'what compare returns', comparison);
  const [axis = 'total', ...others] = comparison.axes;
  if (others.length > 0) throw outOfRange('comparison', 'one that is split by one axis', comparison.axes);
  const rows = toRows(comparison, { digits: 17 });
  const differences = rows.map(({ base: _, other: __, pairingGain: ___, ...row }) => row);
  const scale = valueAxis(`Difference in ${lowerFirst(comparison.label)}`, comparison.unit, differences);
  const levels = rows[0] !== undefined && 'median' in rows[0] ? shownLevels(comparison) : [];
  const width = sizeOf(options, 'width', 640);
  const overTime = timeAxes.includes(axis);
  const marks = { axis, rows, levels, scale, width, options };
  const subject = `Difference in ${lowerFirst(comparison.label)}`;
  return frame(
    {
      options,
      title: axis === 'total' ? subject : splitBy(subject, axis),
      subtitle: howToRead(levels, overTime),
      caption: `${madeBy(comparison.meta.other)}, less scenario ${comparison.meta.base.fingerprint}`,
      width: overTime ? width : width + 60,
    },
    overTime ? fan(marks) : points(marks),
  );
}

interface Marks {
  readonly axis: Axis;
  readonly rows: readonly Figures[];
  readonly levels: readonly number[];
  readonly scale: ValueAxis;
  readonly width: number;
  readonly options: ComparisonChartOptions;
}

function howToRead(levels: readonly number[], overTime: boolean): string {
  const median = `${overTime ? 'Line' : 'Points'}: median of the differences, draw by draw.`;
  if (levels.length === 0) return 'The difference of two median cases.';
  return `${median} ${overTime ? 'Bands' : 'Lines'}: ${listText(levels.map(levelText))} of the draws.`;
}

function shownLevels({ rows, levels }: Comparison): readonly number[] {
  return rows.every(({ difference }) => difference.intervals.length === 0) ? [] : levels;
}

function fan({ axis, rows, levels, scale, width, options }: Marks): Part {
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
  const y = { type: 'quantitative', title: scale.title, axis: { ...scale.labels, ...titleOnTop } };
  const wideFirst = [...levels].sort((a, b) => b - a);
  return {
    width,
    height: sizeOf(options, 'height', 260),
    data: { values },
    layer: [
      ...wideFirst.map((level, index) => ({
        mark: { type: 'area', color: bandColour(index, levels.length) },
        encoding: { x, ...rangeOf('y', level, y) },
      })),
      {
        mark: { type: 'line', color: palette.main, strokeWidth: 2.2 },
        encoding: { x, y: { ...y, field: 'median' } },
      },
      { data: { values: [{}] }, mark: { type: 'rule', color: palette.ink }, encoding: { y: { datum: 0 } } },
    ],
  };
}

function points({ axis, rows, levels, scale, width, options }: Marks): Part {
  const { names = {} } = options;
  const values = rows.map((row) => {
    const name = String(row[axis] ?? 'Total');
    return { ...row, name: names[name] ?? name };
  });
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    axis: { title: null, domain: false, ticks: false, labelLimit: 260 },
  };
  const x = { type: 'quantitative', title: scale.title, axis: { ...scale.labels, tickCount: 7 } };
  const wideFirst = [...levels].sort((a, b) => b - a);
  return {
    width,
    height: sizeOf(options, 'height', Math.min(2000, 30 * Math.max(2, rows.length))),
    data: { values },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: palette.before },
        encoding: { x: { datum: 0 } },
      },
      ...wideFirst.map((level, index) => ({
        mark: { type: 'rule', color: bandColour(index, levels.length), strokeWidth: 5 + 4 * index },
        encoding: { y, ...rangeOf('x', level, x) },
      })),
      {
        mark: { type: 'point', filled: true, size: 70, opacity: 1, color: palette.main },
        encoding: { y, x: { ...x, field: 'median' } },
      },
    ],
  };
}

function rangeOf(side: 'x' | 'y', level: number, value: Part): Part {
  const name = levelText(level).slice(0, -1);
  return { [side]: { ...value, field: `lower${name}` }, [`${side}2`]: { field: `upper${name}` } };
}

/** As in the middle of a sentence. */
export function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
