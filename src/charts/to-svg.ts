import { loadPeer } from '../optional-peer.ts';
import type { ChartSpec } from './chart-spec.ts';
import { textWidth } from './text-width.ts';

/** What is used of `vega`. */
interface Vega {
  readonly View: new (
    runtime: unknown,
    options: { readonly renderer: 'none'; readonly loader: object; readonly logger: object },
  ) => { toSVG(): Promise<string>; finalize(): unknown };
  readonly parse: (spec: unknown) => unknown;
  readonly textMetrics: { width: (item: TextItem, text: unknown) => number };
}

interface TextItem {
  readonly fontSize?: number;
}

interface VegaLite {
  readonly compile: (spec: unknown, options: { readonly logger: object }) => { readonly spec: unknown };
}

/**
 * A chart as SVG text, in Node, Deno and Bun; on a page, use `vega-embed`. Needs the packages `vega` and `vega-lite`.
 * Nothing is fetched: a specification that names a `url` is an error.
 *
 * @throws Error where a package is missing, or the chart wants data from elsewhere.
 *
 * @example
 * ```ts
 * import { projectCancellations, simulate } from 'tourism-impact';
 * import { barChart, toSvg } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const svg = await toSvg(barChart({ projection: projectCancellations({ run, by: 'flow' }) }));
 * console.log(svg.slice(0, 4));
 * // => <svg
 * ```
 */
export async function toSvg(chart: ChartSpec): Promise<string> {
  const vega = await loadPeer<Vega>('vega', 'toSvg');
  const { compile } = await loadPeer<VegaLite>('vega-lite', 'toSvg');
  const complaints: string[] = [];
  const logger = collecting(complaints);
  const { spec } = compile(chart, { logger });
  const { textMetrics } = vega;
  const measure = textMetrics.width;
  textMetrics.width = (item, text) => textWidth(lineOf(text), item.fontSize ?? 11);
  const view = new vega.View(vega.parse(spec), { renderer: 'none', loader: nothing, logger });
  try {
    const svg = await view.toSVG();
    if (complaints.length > 0) throw new Error(`chart: ${complaints.join('; ')}`);
    return svg;
  } finally {
    view.finalize();
    textMetrics.width = measure;
  }
}

/** Vega measures a text, or the lines of one. */
function lineOf(text: unknown): string {
  if (text === null || text === undefined) return '';
  return Array.isArray(text)
    ? text.map(String).reduce((a, b) => (a.length < b.length ? b : a), '')
    : String(text);
}

function refuse(what: unknown): Promise<never> {
  return Promise.reject(new Error(`a chart holds its figures and fetches nothing: ${String(what)}`));
}

/** In place of what would fetch data, pictures and fonts. */
const nothing = { load: refuse, sanitize: refuse, http: refuse, file: refuse };

/** Keeps what Vega would print: a chart with a warning is not right. */
function collecting(complaints: string[]): object {
  const keep = function (this: unknown, ...about: readonly unknown[]): unknown {
    complaints.push(about.map(String).join(' '));
    return this;
  };
  const drop = function (this: unknown): unknown {
    return this;
  };
  return { level: drop, error: keep, warn: keep, info: drop, debug: drop };
}
