/**
 * The rows of a projection in Observable Plot: a chart of one's own.
 *
 * `toRows` gives flat records, which any charting library takes. In a browser Plot needs nothing else; here linkedom
 * stands in for the page.
 */
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { projectArrivals, toRows } from 'tourism-impact';
import { chinaJapan2025 } from 'tourism-impact/data';
import { writeOutput } from './support/output.ts';
import { simulateShown } from './support/progress.ts';

const run = await simulateShown({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 2_000 });
const rows = toRows(projectArrivals({ run, by: ['month', 'flow'], levels: [0.8] }), { digits: 17 });
const dated = rows.map((row) => ({ ...row, date: new Date(`${String(row['month'])}-15`) }));

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const plot = Plot.plot({
  document,
  width: 900,
  height: 260,
  marginLeft: 60,
  fx: { label: null },
  x: { label: null, ticks: 4 },
  y: { label: 'Arrivals, thousand', transform: (arrivals: number) => arrivals / 1e3, grid: true, zero: true },
  marks: [
    Plot.areaY(dated, { fx: 'flow', x: 'date', y1: 'lower80', y2: 'upper80', fill: '#94c3e0' }),
    Plot.lineY(dated, { fx: 'flow', x: 'date', y: 'median', stroke: '#0072b2', strokeWidth: 2 }),
  ],
});
plot.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
console.log(
  `${writeOutput('plot.svg', plot.outerHTML)}: ${rows.length} rows, ${new Set(rows.map((row) => row['flow'])).size} panels`,
);
