import type { BacktestCase } from '../calibration/backtest.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { bandColour } from './band-colour.ts';
import { type ChartOptions, type ChartSpec, chartOptionNames } from './chart-spec.ts';
import { expectCount, expectList } from './expect-list.ts';
import { frame, sizeOf } from './frame.ts';
import { levelText, listText } from './number-text.ts';
import { palette } from './palette.ts';

/** A month of an episode: what was forecast, what came, and what would have come. */
export interface EpisodeMonth {
  /** Months from the onset: 0 is that of the onset. */
  readonly month: number;
  readonly median: number;
  readonly intervals: readonly { readonly level: number; readonly lower: number; readonly upper: number }[];
  /** Null where it is not known. */
  readonly observed: number | null;
  /** Without the advisory; null where it is not shown. */
  readonly counterfactual: number | null;
}

/** One past episode. */
export interface EpisodeFan {
  readonly title: string;
  readonly months: readonly EpisodeMonth[];
}

/** What {@link episodesChart} draws; `width` and `height` are those of one episode. */
export interface EpisodesChartOptions extends ChartOptions {
  /** Exactly one of the two: episodes as they are to be drawn, or what `backtest` returned. */
  readonly episodes?: readonly EpisodeFan[];
  readonly cases?: readonly BacktestCase[];
  /** Episodes side by side, a whole number above 0. Default 3. */
  readonly columns?: number;
  /** What the figures are: default `'Arrivals, per cent of the counterfactual'` is for figures divided by it. */
  readonly label?: string;
  /** Seed and draws, for the caption. */
  readonly caption?: string;
}

/**
 * Forecasts of past episodes against what happened: one small fan for each, on the same axes so that they compare.
 * From a backtest, each divided by its counterfactual (1 is no effect); or from figures of one's own, relative in the same way,
 * or persons with a `label` of their own.
 *
 * @throws TypeError, RangeError where an option is not what it should be.
 *
 * @example
 * ```ts
 * import { episodesChart } from 'tourism-impact/charts';
 *
 * const months = [1, 0.7, 0.6].map((median, month) => ({
 *   month,
 *   median,
 *   intervals: [{ level: 0.8, lower: median - 0.2, upper: median + 0.2 }],
 *   observed: median - 0.05,
 *   counterfactual: 1,
 * }));
 * const chart = episodesChart({ episodes: [{ title: 'Korea 2017', months }] });
 * console.log(JSON.stringify(chart.title));
 * // => {"text":["Forecast of past episodes,","and what came"],"subtitle":["Arrivals, per cent of the","counterfactual. Blue line: median of","the forecast. Bands: 80% of the draws.","Points: what came. Dashed: without the","advisory."]}
 * ```
 */
export function episodesChart(options: EpisodesChartOptions): ChartSpec {
  expectOptions('episodesChart', options, [
    ...['episodes', 'cases', 'columns', 'label', 'caption'],
    ...chartOptionNames,
  ]);
  const { columns = 3, label, caption = '' } = options;
  const episodes = fansOf(options);
  expectCount('columns', columns);
  const levels = [...new Set(episodes.flatMap(levelsOf))].sort((a, b) => b - a);
  const values = episodes.flatMap(({ title, months }) =>
    months.map(({ intervals, ...month }) => ({
      episode: title,
      ...month,
      ...Object.fromEntries(
        intervals.flatMap(({ level, lower, upper }) => [
          [`lower${percentOf(level)}`, lower],
          [`upper${percentOf(level)}`, upper],
        ]),
      ),
    })),
  );
  const width = sizeOf(options, 'width', 200);
  const x = {
    field: 'month',
    type: 'quantitative',
    title: 'Months from the onset',
    axis: { tickMinStep: 1, grid: false },
    scale: { nice: false },
  };
  const relative = label === undefined;
  const y = {
    type: 'quantitative',
    title: null,
    axis: relative ? { labelExpr: "format(datum.value, '.0%')" } : { format: ',' },
    scale: { zero: true },
  };
  const columnsShown = Math.min(columns, episodes.length);
  return frame(
    {
      options,
      title: 'Forecast of past episodes, and what came',
      subtitle:
        `${label ?? 'Arrivals, per cent of the counterfactual'}. Blue line: median of the forecast. ` +
        `Bands: ${listText([...levels].reverse().map(levelText))} of the draws. Points: what came. Dashed: without the advisory.`,
      caption,
      width: columnsShown * (width + 40),
    },
    {
      data: { values },
      columns: columnsShown,
      spacing: 26,
      facet: {
        field: 'episode',
        type: 'nominal',
        sort: episodes.map(({ title }) => title),
        header: {
          title: null,
          labelFontSize: 11,
          labelFontWeight: 'bold',
          labelAnchor: 'start',
          labelLimit: width,
        },
      },
      spec: {
        width,
        height: sizeOf(options, 'height', 130),
        layer: [
          ...levels.map((level, index) => ({
            mark: { type: 'area', color: bandColour(index, levels.length) },
            encoding: {
              x,
              y: { ...y, field: `lower${percentOf(level)}` },
              y2: { field: `upper${percentOf(level)}` },
            },
          })),
          {
            mark: { type: 'line', color: palette.ink, strokeWidth: 1.4, strokeDash: [5, 3] },
            encoding: { x, y: { ...y, field: 'counterfactual' } },
          },
          {
            mark: { type: 'line', color: palette.main, strokeWidth: 2 },
            encoding: { x, y: { ...y, field: 'median' } },
          },
          {
            transform: [{ filter: 'isValid(datum.observed)' }],
            mark: { type: 'point', filled: true, size: 34, opacity: 1, color: palette.accent },
            encoding: { x, y: { ...y, field: 'observed' } },
          },
        ],
      },
    },
  );
}

function fansOf({ episodes, cases }: EpisodesChartOptions): readonly EpisodeFan[] {
  if ((episodes === undefined) === (cases === undefined)) {
    const received = episodes === undefined ? 'neither' : 'both';
    throw new TypeError(`episodes, cases: expected exactly one of the two, received ${received}`);
  }
  if (episodes !== undefined) {
    expectList('episodes', '{ title, months }', episodes);
    return episodes;
  }
  const listed = cases ?? [];
  expectList('cases', 'what backtest returns', listed);
  const fans = new Map<string, EpisodeMonth[]>();
  for (const { id, month, observed, forecast, counterfactual } of listed) {
    const months = fans.get(id) ?? [];
    fans.set(id, months);
    months.push({
      month,
      median: forecast.median / counterfactual,
      intervals: forecast.intervals.map(({ level, lower, upper }) => ({
        level,
        lower: lower / counterfactual,
        upper: upper / counterfactual,
      })),
      observed: observed / counterfactual,
      counterfactual: 1,
    });
  }
  return [...fans].map(([title, months]) => ({ title, months }));
}

function levelsOf({ months }: EpisodeFan): readonly number[] {
  return months.flatMap(({ intervals }) => intervals.map(({ level }) => level));
}

function percentOf(level: number): string {
  return levelText(level).slice(0, -1);
}
