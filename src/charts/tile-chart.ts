import { toRows } from '../projections/to-rows.ts';
import type { Projection } from '../projections/types.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { type ChartOptions, type ChartSpec, chartOptionNames } from './chart-spec.ts';
import { frame, madeBy, splitBy } from './frame.ts';
import { japanTiles, type Tile } from './japan-tiles.ts';
import { palette } from './palette.ts';
import { type Figures, valueAxis } from './value-axis.ts';

/** What {@link tileChart} draws; the width is that of the tiles. */
export interface TileChartOptions extends Omit<ChartOptions, 'width' | 'height'> {
  /** Split by region, and by nothing else. */
  readonly projection: Projection;
  /** Where the regions are; default the 47 prefectures of Japan, {@link japanTiles}. */
  readonly tiles?: readonly Tile[];
}

const SIDE = 55;

/**
 * A projection by region as a map of squares of one size, so that small regions can be read. The figure is the mean of
 * the draws; the colour goes with its square root, the darker the more. Regions without a row are left white.
 *
 * @throws TypeError, RangeError where an option is not what it should be, or a row has no tile.
 *
 * @example
 * ```ts
 * import { projectRevenue, simulate } from 'tourism-impact';
 * import { tileChart } from 'tourism-impact/charts';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const chart = tileChart({ projection: projectRevenue({ run, measure: 'revenueLost', by: 'region' }) });
 * console.log(JSON.stringify(chart.title));
 * // => {"text":["Revenue lost, gross, by region"],"subtitle":["Mean of the draws. Revenue lost, gross, billion JPY at 2025 prices."]}
 * ```
 */
export function tileChart(options: TileChartOptions): ChartSpec {
  expectOptions('tileChart', options, ['projection', 'tiles', ...chartOptionNames.slice(0, 2)]);
  const { projection, tiles = japanTiles } = options;
  if (projection?.kind !== 'projection') throw wrongType('projection', 'what project returns', projection);
  if (projection.axes.join() !== 'region') {
    throw outOfRange('projection', "one that is split by 'region' alone", projection.axes);
  }
  const rows = toRows(projection, { digits: 17 });
  const byRegion = new Map(rows.map((row) => [row['region'], row]));
  const homeless = rows.find(({ region }) => tiles.every((tile) => tile.region !== region));
  if (homeless !== undefined) {
    throw outOfRange('tiles', 'a tile for every region of the projection', homeless['region']);
  }
  const values = tiles.map((tile) => ({ ...tile, ...byRegion.get(tile.region) }));
  const scale = valueAxis(projection.label, projection.unit, rows);
  const columns = 1 + Math.max(...tiles.map(({ column }) => column));
  const position = {
    x: { field: 'column', type: 'ordinal', axis: null, scale: { padding: 0.04 } },
    y: { field: 'row', type: 'ordinal', axis: null, scale: { padding: 0.04 } },
  };
  const present = "isValid(datum['mean'])";
  const inked = {
    condition: [
      { test: `!${present}`, value: palette.faint },
      // Dark squares are those past the middle of the scale of colours.
      { test: `abs(datum.mean) > ${largestMean(rows) / 4}`, value: '#ffffff' },
    ],
    value: palette.ink,
  };
  return frame(
    {
      options,
      title: splitBy(projection.label, 'region'),
      subtitle: `${projection.meta.sampling === 'median' ? 'The median case' : 'Mean of the draws'}. ${scale.title}.`,
      caption: madeBy(projection.meta, projection),
      width: SIDE * columns,
    },
    {
      width: { step: SIDE },
      height: { step: SIDE },
      data: { values },
      encoding: position,
      layer: [
        {
          mark: { type: 'rect', stroke: palette.grid },
          encoding: {
            color: {
              condition: { test: `!${present}`, value: '#ffffff' },
              field: 'mean',
              type: 'quantitative',
              scale: { type: 'sqrt', scheme: palette.scale, zero: true },
              legend: null,
            },
          },
        },
        {
          mark: { type: 'text', fontSize: 9, dy: -8 },
          encoding: { text: { field: 'name' }, color: inked },
        },
        {
          transform: [{ filter: present }, { calculate: scale.text('datum.mean'), as: 'written' }],
          mark: { type: 'text', fontSize: 12, fontWeight: 'bold', dy: 8 },
          encoding: { text: { field: 'written' }, color: inked },
        },
      ],
    },
  );
}

function largestMean(rows: readonly Figures[]): number {
  return rows.reduce((most, { mean }) => Math.max(most, Math.abs(Number(mean))), 0);
}
