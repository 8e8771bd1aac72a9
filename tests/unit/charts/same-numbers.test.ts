import { tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { fanChart, report, reportSentences } from '../../../src/charts/index.ts';
import { scaledText, scalingOf } from '../../../src/charts/number-text.ts';
import { chinaJapan2025 } from '../../../src/data/china-japan-2025.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { project } from '../../../src/projections/project.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import { toArrow, toCsvText, toParquet } from '../../../src/tables/index.ts';

const scenario = chinaJapan2025();
const run = simulate({ scenario, seed: 'same numbers', draws: 200 });
const months = { from: '2025-11', count: 12 };
const arrivals = project({ run, measure: 'arrivals', by: 'month', months });

/** Median and range of every month. */
type Figures = readonly (readonly number[])[];

const figuresOf = (rows: readonly object[]): Figures =>
  rows.map((row) => {
    const { median, lower80, upper80 } = row as Readonly<Record<string, unknown>>;
    return [Number(median), Number(lower80), Number(upper80)];
  });

const expected: Figures = arrivals.rows.map(({ median, intervals }) => {
  const { lower, upper } = intervals.find(({ level }) => level === 0.8)!;
  return [median, lower, upper];
});

test('one projection has the same bits in rows, CSV, Arrow, Parquet and a chart', async () => {
  expect(figuresOf(toRows(arrivals, { digits: 17 }))).toEqual(expected);
  const [header, ...lines] = toCsvText(arrivals).trim().split('\r\n');
  const names = header!.split(',');
  const cells = lines.map((line) => Object.fromEntries(line.split(',').map((cell, c) => [names[c], cell])));
  expect(figuresOf(cells)).toEqual(expected);
  expect(
    figuresOf(
      tableFromIPC(await toArrow(arrivals))
        .toArray()
        .map((row) => row.toJSON()),
    ),
  ).toEqual(expected);
  const file = (await toParquet(arrivals)).slice().buffer;
  expect(figuresOf(await parquetReadObjects({ file }))).toEqual(expected);
  const chart = JSON.stringify(fanChart({ projection: arrivals }));
  const drawn = chart.match(/\{"month":"[^}]*\}/g) ?? [];
  expect(figuresOf(drawn.map((row) => JSON.parse(row)))).toEqual(expected);
});

test('the report writes those figures, rounded, in its table and its sentences', async () => {
  const html = await report({ run, scenario, months });
  const baseline = project({ run, measure: 'baseline', by: 'month', months });
  const scaling = scalingOf(Math.max(...baseline.rows.map(({ mean }) => mean)));
  const line = (month: string): string =>
    html.split('\n').find((text) => text.startsWith(`<tr><td>${month}</td>`)) ?? '';
  arrivals.rows.forEach(({ month, mean, intervals }) => {
    const { lower, upper } = intervals.find(({ level }) => level === 0.8)!;
    expect(line(month!)).toContain(`>${scaledText(mean, scaling)}<`);
    for (const end of [lower, upper]) expect(line(month!)).toContain(scaledText(end, scaling));
  });
  const lost = project({ run, measure: 'revenueLost', months, levels: [0.8] }).rows[0]!;
  const said = reportSentences({ run, months }).find(({ about }) => about === 'loss')!;
  const { lower, upper } = lost.intervals[0]!;
  expect(said.figures.slice(0, 3).map(({ value }) => value)).toEqual([lost.mean, lower, upper]);
  expect(html).toContain(`<li>${said.text}</li>`);
});
