import { loadPeer } from '../optional-peer.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import type { ChartSpec } from './chart-spec.ts';
import { toSvg } from './to-svg.ts';

/** What is used of `@resvg/resvg-js`. */
interface Resvg {
  readonly Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}

/** How {@link toPng} draws. */
export interface ToPngOptions {
  /** Pixels of the picture for one of the chart, above 0 and up to 8. Default 2, for sharp screens. */
  readonly scale?: number;
}

/**
 * A chart as a PNG picture, in Node, Deno and Bun. Needs the packages `vega`, `vega-lite` and `@resvg/resvg-js`, and a
 * font of the system: Helvetica, Arial or DejaVu Sans.
 *
 * @throws Error where a package is missing.
 * @throws TypeError, RangeError where `scale` is not what it should be.
 *
 * @example
 * ```ts
 * import { projectArrivals, simulate } from 'tourism-impact';
 * import { fanChart, toPng } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const png = await toPng(fanChart({ projection: projectArrivals({ run, by: 'month' }) }), { scale: 1 });
 * console.log(new TextDecoder().decode(png.slice(1, 4)));
 * // => PNG
 * ```
 */
export async function toPng(chart: ChartSpec, options: ToPngOptions = {}): Promise<Uint8Array> {
  expectOptions('toPng', options, ['scale']);
  const scale = expectScale(options.scale);
  const { Resvg } = await loadPeer<Resvg>('@resvg/resvg-js', 'toPng');
  const svg = await toSvg(chart);
  return new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' },
  })
    .render()
    .asPng();
}

function expectScale(scale: unknown): number {
  if (scale === undefined) return 2;
  if (typeof scale !== 'number') throw wrongType('scale', 'a number above 0, up to 8', scale);
  if (!(scale > 0 && scale <= 8)) throw outOfRange('scale', 'a number above 0, up to 8', scale);
  return scale;
}
