import type { Given, Measure, MonthWindow, RowKey, Run } from '../engine/types.ts';
import { answerTotal } from '../projections/answer.ts';
import { probability } from '../projections/probability.ts';
import { tableMeta } from '../projections/provenance.ts';
import { expectDraws, resolveQuestion } from '../projections/question.ts';
import { tableHead } from '../projections/table-head.ts';
import type { Dating } from '../projections/types.ts';
import { expectOptions, wrongType } from '../scenario/misuse.ts';
import { quantileOfSorted } from '../statistics/quantiles.ts';
import { sorted } from '../statistics/sorted.ts';
import { type ChartOptions, type ChartSpec, chartOptionNames, type Part } from './chart-spec.ts';
import { frame, madeBy, sizeOf } from './frame.ts';
import { countByBin } from './histogram.ts';
import { rimmedText } from './marked-days.ts';
import { numberText } from './number-text.ts';
import { palette } from './palette.ts';
import { titleOnTop, valueAxis } from './value-axis.ts';

/** A value that the draws are held against. */
export interface Threshold {
  /** In the unit of the measure. */
  readonly value: number;
  /** What it is: `'published estimate'`. Default: the value in words. */
  readonly label?: string;
}

/** What {@link lossChart} draws; the question is put as to `probability`. */
export interface LossChartOptions extends ChartOptions {
  readonly run: Run;
  /** Such as `'revenueLost'`. */
  readonly measure: Measure;
  readonly months?: MonthWindow;
  readonly where?: RowKey;
  readonly dated?: Dating;
  readonly given?: Given | readonly Given[];
  readonly thresholds?: readonly Threshold[];
}

/**
 * How a total is distributed over the draws: a histogram above, and below it the chance of exceeding each value
 * (exceedance curve), with thresholds and the chance of exceeding them.
 *
 * @throws TypeError, RangeError where an option is not what it should be, as `probability` does.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { lossChart } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const chart = lossChart({ run, measure: 'revenueLost', thresholds: [{ value: 1.79e12 }] });
 * console.log(JSON.stringify(chart.title));
 * // => {"text":["Revenue lost, gross, November 2025 to October 2027"],"subtitle":["Above: share of the draws in each bar. Below: share of the draws that exceed the value."]}
 * ```
 */
export function lossChart(options: LossChartOptions): ChartSpec {
  const { thresholds = [], title: _, source: __, width: ___, height: ____, ...asked } = options;
  expectOptions('lossChart', options, [
    ...['run', 'measure', 'months', 'where', 'dated', 'given', 'thresholds'],
    ...chartOptionNames,
  ]);
  const question = resolveQuestion(asked);
  const run = expectDraws('run', question.run);
  const ascending = sorted(answerTotal(question));
  const { label, unit, months } = tableHead(question);
  const marks = thresholds.map((threshold, index) => {
    const { value, label: name = numberText(expectValue(threshold, index), unit) } = threshold;
    const chance = probability({ ...asked, above: value }).value;
    return { value, label: [name, `exceeded in ${numberText(chance, 'share')} of the draws`], chance };
  });
  const bins = countByBin(ascending);
  const curve = exceedance(ascending);
  const scale = valueAxis(label, unit, [
    ...bins.map(({ from, to }) => ({ from, to })),
    ...marks.map(({ value }) => ({ value })),
  ]);
  const width = sizeOf(options, 'width', 640);
  const height = sizeOf(options, 'height', 150);
  const x = {
    type: 'quantitative',
    title: null,
    axis: { ...scale.labels, grid: false, tickCount: 8 },
    scale: { nice: false },
  };
  const share = { labelExpr: "format(datum.value, '.0%')", tickCount: 4, ...titleOnTop };
  const rules = (title: string | null): readonly Part[] =>
    marks.map((mark) => ({
      data: { values: [mark] },
      mark: { type: 'rule', color: palette.accent, strokeWidth: 1.4 },
      encoding: { x: { ...x, field: 'value', title } },
    }));
  const middle = (ascending[0]! + ascending[ascending.length - 1]!) / 2;
  const labels = marks.flatMap(({ value, label: text }, index) =>
    rimmedText({
      data: { values: [{ value }] },
      mark: value > middle ? { align: 'right', dx: -5 } : { align: 'left', dx: 5 },
      encoding: { x: { ...x, field: 'value' }, y: { value: 8 + 32 * index }, text: { value: text } },
    }),
  );
  return frame(
    {
      options,
      title: `${label}, ${windowText(months)}`,
      subtitle: 'Above: share of the draws in each bar. Below: share of the draws that exceed the value.',
      caption: madeBy(tableMeta(run), { given: question.condition?.given ?? [], draws: ascending.length }),
      width,
    },
    {
      spacing: 22,
      vconcat: [
        {
          width,
          height,
          layer: [
            {
              data: { values: bins },
              mark: { type: 'bar', color: palette.bands[1], stroke: '#ffffff', strokeWidth: 0.5 },
              encoding: {
                x: { ...x, field: 'from' },
                x2: { field: 'to' },
                y: { field: 'share', type: 'quantitative', title: 'Draws', axis: share },
                y2: { datum: 0 },
              },
            },
            ...rules(null),
            ...labels,
          ],
        },
        {
          width,
          height,
          layer: [
            {
              data: { values: curve },
              mark: { type: 'line', interpolate: 'step-after', color: palette.main, strokeWidth: 2 },
              encoding: {
                x: { ...x, field: 'value', title: scale.title },
                y: {
                  field: 'share',
                  type: 'quantitative',
                  scale: { domain: [0, 1] },
                  title: 'Chance of more',
                  axis: share,
                },
              },
            },
            ...rules(scale.title),
          ],
        },
      ],
      resolve: { scale: { x: 'shared' } },
    },
  );
}

function expectValue({ value }: Threshold, index: number): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw wrongType(`thresholds[${index}].value`, 'a number, in the unit of the measure', value);
}

/** The share of the draws above each of 201 quantiles. */
function exceedance(ascending: Float64Array): readonly { readonly value: number; readonly share: number }[] {
  const points = [];
  let below = 0;
  for (let step = 0; step <= 200; step++) {
    const value = quantileOfSorted(ascending, step / 200);
    while (below < ascending.length && ascending[below]! <= value) below += 1;
    points.push({ value, share: (ascending.length - below) / ascending.length });
  }
  return points;
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** `November 2025 to October 2027` */
export function windowText({ from, count }: MonthWindow): string {
  const [year, month] = from.split('-').map(Number);
  const last = 12 * year! + month! - 1 + count - 1;
  const name = (index: number): string => `${monthNames[index % 12]!} ${Math.floor(index / 12)}`;
  const first = name(12 * year! + month! - 1);
  return count === 1 ? first : `${first} to ${name(last)}`;
}
