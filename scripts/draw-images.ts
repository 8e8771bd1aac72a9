/**
 * Draws the pictures of `docs/images`: `npm run docs:images`. The first page of the report is photographed by Chromium
 * (`apt-get install chromium`); without it that picture stays as it is. The fans of past episodes come from `docs:validation`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  barChart,
  type ChartSpec,
  fanChart,
  lossChart,
  report,
  stagesChart,
  tileChart,
  toPng,
} from '../src/charts/index.ts';
import { chinaJapan2025, dispute2025 } from '../src/data/index.ts';
import { project, projectArrivals, projectCancellations, simulate } from '../src/index.ts';
import { projectStages } from '../src/projections/index.ts';
import { root, scratch } from '../tests/support/repository.ts';

const scenario = chinaJapan2025();
const seed = 'beijing-2025-11-18';
const run = simulate({ scenario, seed, draws: 10_000 });
const months = { from: '2025-11', count: 12 };
const source = 'JNTO and JTA figures up to 18 November 2025, priors from past advisories';
const thresholds = [{ value: 1.79e12, label: 'published on 17 November 2025' }];

const charts: Readonly<Record<string, ChartSpec>> = {
  'fan-chart': fanChart({
    projection: projectArrivals({ run, by: 'month' }),
    counterfactual: projectArrivals({ run, measure: 'baseline', by: 'month' }),
    days: [{ date: '2025-11-14', label: 'China’s advisory' }],
    source,
  }),
  'cancellations-by-week': barChart({
    projection: projectCancellations({ run, by: 'week', months: { from: '2025-11', count: 2 } }),
    title: 'Cancellations by the week in which they are made',
    source,
  }),
  'loss-chart': lossChart({ run, measure: 'revenueLost', months, thresholds, source }),
  'tile-chart': tileChart({
    projection: project({ run, measure: 'revenueLost', months, by: 'region' }),
    source,
  }),
  'stages-chart': stagesChart({
    stages: projectStages({ run: simulate({ scenario: dispute2025(), seed, draws: 4_000 }) }),
    source,
  }),
};
for (const [name, chart] of Object.entries(charts)) {
  writeFileSync(join(root, `docs/images/${name}.png`), await toPng(chart, { scale: 1 }));
  console.log(name);
}

const chromium = '/usr/bin/chromium';
if (existsSync(chromium)) {
  const page = join(scratch('report'), 'report.html');
  writeFileSync(page, await report({ run, scenario, months, thresholds, source }));
  const picture = join(root, 'docs/images/report.png');
  execFileSync(chromium, [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--window-size=880,1240'],
    ...[`--screenshot=${picture}`, `file://${page}`],
  ]);
  console.log('report');
} else console.log('report: left as it is, there is no Chromium');
