import { expectOptions } from '../scenario/misuse.ts';
import { type ChartOptions, type ChartSpec, chartOptionNames } from './chart-spec.ts';
import { expectCount, expectList } from './expect-list.ts';
import { frame, sizeOf } from './frame.ts';
import { palette } from './palette.ts';

/** What was thought of an input before and after the observations, as `update` of `tourism-impact/calibration` lists it. */
export interface LearntInput {
  readonly name: string;
  readonly prior: { readonly mean: number; readonly sd: number };
  readonly posterior: { readonly mean: number; readonly sd: number };
}

/** What {@link priorPosteriorChart} draws. */
export interface PriorPosteriorChartOptions extends ChartOptions {
  readonly learnt: readonly LearntInput[];
  /** What the inputs are called, by name; others keep theirs. */
  readonly names?: Readonly<Record<string, string>>;
  /** Only the first so many; a whole number above 0. Default 12. */
  readonly top?: number;
  /** Seed and draws, for the caption. */
  readonly caption?: string;
}

/**
 * What observations taught: for each input its mean, and a line of one standard deviation to either side, before and
 * after. Inputs of different units share one axis, that of prior standard deviations from the prior mean; the figures
 * in their own units stand at the right.
 *
 * @throws TypeError, RangeError where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { priorPosteriorChart } from 'tourism-impact/charts';
 *
 * const chart = priorPosteriorChart({
 *   learnt: [{ name: 'suppression', prior: { mean: 0.45, sd: 0.15 }, posterior: { mean: 0.52, sd: 0.08 } }],
 * });
 * console.log(JSON.stringify(chart.title));
 * // => {"text":["What the observations taught"],"subtitle":["Points: mean. Lines: one standard deviation to either side. Hollow: before; solid: after."]}
 * ```
 */
export function priorPosteriorChart(options: PriorPosteriorChartOptions): ChartSpec {
  expectOptions('priorPosteriorChart', options, ['learnt', 'names', 'top', 'caption', ...chartOptionNames]);
  const { learnt, names = {}, top = 12, caption = '' } = options;
  expectList('learnt', '{ name, prior, posterior }', learnt);
  expectCount('top', top);
  const shown = learnt.slice(0, top);
  const values = shown.flatMap(({ name, prior, posterior }) => {
    const place = (value: number): number => (prior.sd === 0 ? 0 : (value - prior.mean) / prior.sd);
    return [
      { state: 'before', ...prior },
      { state: 'after', ...posterior },
    ].map(({ state, mean, sd }) => ({
      name: names[name] ?? name,
      state,
      mean,
      sd,
      at: place(mean),
      from: place(mean - sd),
      to: place(mean + sd),
    }));
  });
  const width = sizeOf(options, 'width', 380);
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    axis: { title: null, domain: false, ticks: false, labelLimit: 340 },
  };
  const offset = {
    field: 'state',
    type: 'nominal',
    scale: { domain: ['before', 'after'], range: [-8, 24] },
  };
  const x = {
    type: 'quantitative',
    title: 'Prior standard deviations from the prior mean',
    axis: { grid: true },
  };
  const color = {
    field: 'state',
    type: 'nominal',
    legend: null,
    scale: { domain: ['before', 'after'], range: [palette.before, palette.main] },
  };
  return frame(
    {
      options,
      title: 'What the observations taught',
      subtitle: 'Points: mean. Lines: one standard deviation to either side. Hollow: before; solid: after.',
      caption,
      width: width + 260,
    },
    {
      width,
      height: sizeOf(options, 'height', 46 * Math.max(2, shown.length)),
      data: { values },
      encoding: { y, yOffset: offset, color },
      layer: [
        {
          mark: { type: 'rule', strokeWidth: 2 },
          encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
        },
        {
          transform: [{ filter: "datum.state === 'before'" }],
          mark: { type: 'point', filled: false, fill: '#ffffff', size: 55, opacity: 1 },
          encoding: { x: { ...x, field: 'at' } },
        },
        {
          transform: [{ filter: "datum.state === 'after'" }],
          mark: { type: 'point', filled: true, size: 65, opacity: 1 },
          encoding: { x: { ...x, field: 'at' } },
        },
        {
          transform: [
            {
              calculate: "format(datum.mean, ',.3~r') + ' ± ' + format(datum.sd, ',.2~r')",
              as: 'written',
            },
          ],
          mark: { type: 'text', align: 'left', fontSize: 10 },
          encoding: { x: { value: width + 8 }, text: { field: 'written' } },
        },
      ],
    },
  );
}
