/**
 * Charts and a report: the same figures to look at, to print and to pass on.
 *
 * A chart is a Vega-Lite specification, plain data; `toSvg` and `toPng` draw it. `report` puts the answer in words, the
 * charts, the tables and every assumption into one HTML file that fetches nothing.
 */
import { projectArrivals, projectCancellations } from 'tourism-impact';
import { barChart, fanChart, report, reportSentences, toPng, toSvg } from 'tourism-impact/charts';
import { chinaJapan2025 } from 'tourism-impact/data';
import { writeOutput } from './support/output.ts';
import { simulateShown } from './support/progress.ts';

const scenario = chinaJapan2025();
const run = await simulateShown({ scenario, seed: 'beijing-2025-11-18', draws: 4_000 });
const months = { from: '2025-11', count: 12 };
const source = 'JNTO and JTA figures up to 18 November 2025, priors from past advisories';

const fan = fanChart({
  projection: projectArrivals({ run, by: 'month' }),
  counterfactual: projectArrivals({ run, measure: 'baseline', by: 'month' }),
  days: [{ date: '2025-11-14', label: 'China’s advisory' }],
  source,
});
const weeks = projectCancellations({ run, by: 'week', months: { from: '2025-11', count: 2 } });
const bars = barChart({
  projection: weeks,
  title: 'Cancellations by the week in which they are made',
  source,
});

console.log(`the chart as data: ${JSON.stringify(fan.title)}`);
console.log(`as a picture: ${writeOutput('arrivals.svg', await toSvg(fan))}`);
console.log(`as a picture: ${writeOutput('cancellations.png', await toPng(bars))}`);

const asked = { run, months, thresholds: [{ value: 1.79e12, label: 'published on 17 November 2025' }] };
console.log(`all of it: ${writeOutput('report.html', await report({ ...asked, scenario, source }))}\n`);
for (const { text } of reportSentences(asked)) console.log(`- ${text}`);
