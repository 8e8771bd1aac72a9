import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import {
  barChart,
  type ChartSpec,
  episodesChart,
  fanChart,
  lossChart,
  tileChart,
  toPng,
  toSvg,
} from '../../../src/charts/index.ts';
import { loadPeer } from '../../../src/optional-peer.ts';
import { probability } from '../../../src/projections/probability.ts';
import { project } from '../../../src/projections/project.ts';
import { manifest, read } from '../../support/repository.ts';
import { run, sampleCharts } from './sample-charts.ts';

const charts = Object.entries(sampleCharts);

/** Every value of a chart below any of the keys. */
function allBelow(value: unknown, key: string): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => allBelow(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(name === key ? [one] : []),
    ...allBelow(one, key),
  ]);
}

const rowsOf = (chart: ChartSpec): readonly Readonly<Record<string, unknown>>[] =>
  allBelow(chart, 'values').flat() as readonly Readonly<Record<string, unknown>>[];

describe('every chart', () => {
  const schema = JSON.parse(read('node_modules/vega-lite/build/vega-lite-schema.json')) as object;
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: false }).compile(schema);

  test.each(charts)('%s is a valid Vega-Lite specification', (_, chart) => {
    expect(validate(chart), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  });

  test('the schema refuses what is no specification', () => {
    expect(validate({ ...sampleCharts['fan'], vconcat: [{ mark: 'spiral', data: { values: [] } }] })).toBe(
      false,
    );
  });

  test.each(charts)('%s is plain data that fetches nothing', (_, chart) => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect(allBelow(chart, 'url')).toEqual([]);
  });

  test.each(charts)('%s is drawn without a warning, says its title and how to read it', async (_, chart) => {
    const svg = await toSvg(chart);
    const { text, subtitle } = chart['title'] as { text: readonly string[]; subtitle: readonly string[] };
    const shown = svg.replaceAll('&amp;', '&');
    for (const line of [...text, ...subtitle]) expect(shown).toContain(line);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('figures of a run say seed, draws, version and scenario below', async () => {
    const svg = await toSvg(sampleCharts['fan']!);
    expect(svg).toContain(
      `64 draws, seed ‘charts’; tourism-impact ${run.version}, scenario ${run.fingerprint}`,
    );
    expect(svg).toContain('Source: JNTO');
    const given = JSON.stringify(sampleCharts['stages given']);
    expect(given).toMatch(/\d+ of 32 draws, those with stage ‘easing’ reached, seed ‘charts’/);
  });
});

describe('the figures', () => {
  test('of a fan are the rows of the projection, to the last bit', () => {
    const projection = project({ run, measure: 'arrivals', by: 'month' });
    const rows = rowsOf(fanChart({ projection }));
    projection.rows.forEach((row, m) => {
      const [lower, upper] = [row.intervals[0]!.lower, row.intervals[0]!.upper];
      expect(rows[m]).toMatchObject({ month: row.month, median: row.median, lower80: lower, upper80: upper });
    });
  });

  test('of past episodes are those of the backtest over the counterfactual', () => {
    const cases = [0, 1].map((month) => ({
      id: 'A_B_2012',
      event: 'A_B_2012',
      month,
      observed: 60,
      forecast: { median: 50 + 10 * month, intervals: [{ level: 0.8, lower: 25, upper: 75 }] },
      counterfactual: 100 + 100 * month,
      crps: 0.1,
      pit: 0.6,
    }));
    const drawn = rowsOf(episodesChart({ cases })).filter((row) => 'episode' in row);
    expect(drawn).toEqual([
      {
        episode: 'A_B_2012',
        month: 0,
        median: 0.5,
        lower80: 0.25,
        upper80: 0.75,
        observed: 0.6,
        counterfactual: 1,
      },
      {
        episode: 'A_B_2012',
        month: 1,
        median: 0.3,
        lower80: 0.125,
        upper80: 0.375,
        observed: 0.3,
        counterfactual: 1,
      },
    ]);
  });

  test('of bars are means in descending order, as many as asked for', () => {
    const projection = project({ run, measure: 'revenueLost', by: 'region' });
    const means = projection.rows.map(({ mean }) => mean).sort((a, b) => b - a);
    const shown = rowsOf(barChart({ projection, top: 7 }))
      .map((row) => row['mean'])
      .filter((mean) => mean !== undefined);
    expect(shown).toEqual(means.slice(0, 7));
  });

  test('of tiles stand in the tile of their prefecture, one tile a place', () => {
    const projection = project({ run, measure: 'revenueLost', by: 'region' });
    const tiles = rowsOf(tileChart({ projection })).filter((row) => 'column' in row);
    expect(tiles).toHaveLength(47);
    expect(new Set(tiles.map((tile) => `${tile['column']} ${tile['row']}`)).size).toBe(47);
    for (const { region, mean } of projection.rows) {
      expect(tiles.find((tile) => tile['region'] === region)!['mean']).toBe(mean);
    }
  });

  test('of a distribution count every draw, and thresholds have the chance that probability gives', () => {
    const asked = { run, measure: 'revenueLost' } as const;
    const rows = rowsOf(lossChart({ ...asked, thresholds: [{ value: 1e12 }] }));
    const bins = rows.filter((row) => 'draws' in row);
    expect(bins.reduce((sum, bin) => sum + Number(bin['draws']), 0)).toBe(64);
    const [threshold] = rows.filter((row) => 'chance' in row);
    expect(threshold!['chance']).toBe(probability({ ...asked, above: 1e12 }).value);
    const curve = rows.filter((row) => 'share' in row && !('draws' in row));
    for (const { value, share } of curve) {
      expect(share).toBe(probability({ ...asked, above: Number(value) }).value);
    }
  });
});

describe('misuse', () => {
  const byFlow = project({ run, measure: 'arrivals', by: 'flow' });
  const byMonth = project({ run, measure: 'arrivals', by: 'month' });

  test.each([
    [() => episodesChart({}), 'episodes, cases: expected exactly one of the two, received neither'],
    [() => episodesChart({ episodes: [], cases: [] }), 'received both'],
    [() => fanChart({ projection: byFlow }), 'projection: expected one that is split by'],
    [() => fanChart({ projection: byMonth, width: 20 }), 'width: expected 200 to 2000 pixels, received 20'],
    [
      () => fanChart({ projection: byMonth, colour: 'red' } as unknown as Parameters<typeof fanChart>[0]),
      'fanChart: option: expected one that it knows, received "colour"',
    ],
    [() => barChart({ projection: byFlow, top: 1.5 }), 'top: expected a whole number above 0'],
    [() => tileChart({ projection: byFlow }), "projection: expected one that is split by 'region' alone"],
    [
      () => tileChart({ projection: project({ run, measure: 'arrivals', by: 'region' }), tiles: [] }),
      'tiles: expected a tile for every region of the projection, received "JP-01"',
    ],
    [
      () => lossChart({ run, measure: 'revenueLost', thresholds: [{ value: Number.NaN }] }),
      'thresholds[0].value: expected a number',
    ],
  ])('%# names the option', (call, message) => {
    expect(call).toThrow(message);
  });
});

describe('renderers', () => {
  test('toPng makes a picture of the scale asked for', async () => {
    const chart = sampleCharts['bars of a median case']!;
    const size = (png: Uint8Array): number => new DataView(png.buffer, png.byteOffset).getUint32(16);
    const [one, two] = [await toPng(chart, { scale: 1 }), await toPng(chart)];
    expect([...one.slice(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    expect(Math.abs(size(two) - 2 * size(one))).toBeLessThanOrEqual(1);
    await expect(toPng(chart, { scale: 0 })).rejects.toThrow('scale: expected a number above 0');
  });

  test('a chart that wants data from elsewhere is refused', async () => {
    const chart = { ...sampleCharts['fan']!, data: { url: 'https://example.org/data.json' } };
    await expect(toSvg({ ...chart, vconcat: [{ mark: 'point', encoding: {} }] })).rejects.toThrow(
      'fetches nothing',
    );
  });

  test('a missing package is named, and how to install it', async () => {
    const missing = 'no-such-package' as 'vega';
    await expect(loadPeer(missing, 'toSvg')).rejects.toThrow(
      'toSvg needs the package no-such-package: npm install no-such-package',
    );
  });

  test('every optional package is an optional peer dependency', () => {
    const peers = [
      ...(/type OptionalPeer =([^;]+);/.exec(read('src/optional-peer.ts'))?.[1] ?? '').matchAll(/'(.+?)'/g),
    ].map(([, name]) => name!);
    const { peerDependencies, peerDependenciesMeta } = manifest as unknown as {
      peerDependencies: Record<string, string>;
      peerDependenciesMeta: Record<string, { optional: boolean }>;
    };
    expect(peers).toContain('vega');
    for (const name of peers) {
      expect(peerDependencies, name).toHaveProperty([name]);
      expect(peerDependenciesMeta[name]).toEqual({ optional: true });
    }
  });
});
