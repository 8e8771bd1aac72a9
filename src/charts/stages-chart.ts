import type { StageProjection } from '../projections/project-stages.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { type ChartOptions, type ChartSpec, chartOptionNames } from './chart-spec.ts';
import { frame, madeBy, sizeOf } from './frame.ts';
import { type MarkedDay, markedDays } from './marked-days.ts';
import { dateEncoding, middleOf } from './time-axis.ts';
import { titleOnTop } from './value-axis.ts';

/** What {@link stagesChart} draws. */
export interface StagesChartOptions extends ChartOptions {
  /** What `projectStages` returns, by month. */
  readonly stages: StageProjection;
  /** All stages, from the bottom up and from light to dark: the mildest first, say. Default: as the scenario has them. */
  readonly order?: readonly string[];
  /** What the stages are called, by id; others keep theirs. */
  readonly names?: Readonly<Record<string, string>>;
  /** Days to be marked with a line. */
  readonly days?: readonly MarkedDay[];
}

/**
 * The stages of a dispute over time: the chance of each stage on a day of the month, stacked to one, the first stage of
 * `order` at the bottom.
 *
 * @throws TypeError, RangeError where an option is not what it should be, or the stages are not split by month.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { projectStages } from 'tourism-impact/projections';
 * import { stagesChart } from 'tourism-impact/charts';
 * import { dispute2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: dispute2025(), seed: 'a seed', draws: 100 });
 * const chart = stagesChart({ stages: projectStages({ run }) });
 * console.log(JSON.stringify(chart.title));
 * // => {"text":["Stages of the dispute by month"],"subtitle":["Chance of each stage on a day of the month. Blank: not yet begun."]}
 * ```
 */
export function stagesChart(options: StagesChartOptions): ChartSpec {
  expectOptions('stagesChart', options, ['stages', 'order', 'names', 'days', ...chartOptionNames]);
  const { stages, days = [], names = {} } = options;
  if (stages?.kind !== 'stages') throw wrongType('stages', 'what projectStages returns', stages);
  if (!stages.axes.includes('month')) throw outOfRange('stages', "one that is split by 'month'", stages.axes);
  const found = [...new Set(stages.rows.map(({ stage }) => stage))];
  const order = options.order ?? found;
  const stray = found.find((stage) => !order.includes(stage));
  if (stray !== undefined) throw outOfRange('order', 'every stage of the dispute', stray);
  const values = stages.rows.map((row) => ({
    ...row,
    at: middleOf('month', row.month!),
    name: names[row.stage] ?? row.stage,
    place: order.indexOf(row.stage),
  }));
  const dates = values.map(({ at }) => at).sort();
  const width = sizeOf(options, 'width', 640);
  return frame(
    {
      options,
      title: 'Stages of the dispute by month',
      subtitle: `Chance of each stage on a day of the month.${blankText(stages)}`,
      caption: madeBy(stages.meta, stages),
      width,
    },
    {
      width,
      height: sizeOf(options, 'height', 240),
      layer: [
        {
          data: { values },
          mark: { type: 'area', stroke: '#ffffff', strokeWidth: 0.8 },
          encoding: {
            x: dateEncoding('at', [dates[0]!, dates[dates.length - 1]!], width),
            y: {
              field: 'share',
              type: 'quantitative',
              stack: 'zero',
              scale: { domain: [0, 1] },
              title: 'Chance',
              axis: { labelExpr: "format(datum.value, '.0%')", ...titleOnTop },
            },
            order: { field: 'place', type: 'quantitative' },
            color: {
              field: 'name',
              type: 'nominal',
              scale: { domain: order.map((stage) => names[stage] ?? stage), range: shades(order.length) },
            },
          },
        },
        ...markedDays(days, 'at'),
      ],
    },
  );
}

/** The dispute may begin within a month. */
function blankText({ rows }: StageProjection): string {
  const first = rows.filter(({ month }) => month === rows[0]!.month);
  return first.reduce((sum, { share }) => sum + share, 0) < 1 - 1e-9 ? ' Blank: not yet begun.' : '';
}

/** One hue from light to dark, told apart by lightness alone. */
const blues = ['#dcebf5', '#b3d3e8', '#7fb6d9', '#4a94c4', '#1f6fa8', '#0c4a80', '#062a4f'];

function shades(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const place = count === 1 ? 0 : (index * (blues.length - 1)) / (count - 1);
    return blues[Math.round(place)]!;
  });
}
