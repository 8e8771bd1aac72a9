/**
 * Pictures of results as Vega-Lite specifications, as SVG and as PNG, and a report as one HTML file.
 *
 * @packageDocumentation
 */
export { type BarChartOptions, barChart } from './bar-chart.ts';
export type { ChartOptions, ChartSpec } from './chart-spec.ts';
export { type ComparisonChartOptions, comparisonChart } from './comparison-chart.ts';
export {
  type EpisodeFan,
  type EpisodeMonth,
  type EpisodesChartOptions,
  episodesChart,
} from './episodes-chart.ts';
export { type FanChartOptions, fanChart } from './fan-chart.ts';
export { japanTiles, type Tile } from './japan-tiles.ts';
export { type LossChartOptions, lossChart, type Threshold } from './loss-chart.ts';
export type { MarkedDay } from './marked-days.ts';
export {
  type LearntInput,
  type PriorPosteriorChartOptions,
  priorPosteriorChart,
} from './prior-posterior-chart.ts';
export { type ReportOptions, report, reportSentences } from './report/report.ts';
export type { Figure, Sentence } from './report/sentence.ts';
export { type StagesChartOptions, stagesChart } from './stages-chart.ts';
export { type TileChartOptions, tileChart } from './tile-chart.ts';
export { type ToPngOptions, toPng } from './to-png.ts';
export { toSvg } from './to-svg.ts';
