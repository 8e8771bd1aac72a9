/**
 * What would the advisory of November 2025 cost Japan? The whole answer on one page, from figures up to 18 November
 * 2025: `npm run demo`.
 */
import {
  type ProjectionRow,
  probability,
  project,
  projectArrivals,
  projectCancellations,
  projectRevenue,
  provenance,
  tails,
} from 'tourism-impact';
import { report } from 'tourism-impact/charts';
import { beyondTourism2025, chinaJapan2025, guestNightShares, offsets } from 'tourism-impact/data';
import { type Assumption, assumptions } from 'tourism-impact/projections';
import { printImpactOfPaths } from './support/impact-of-paths.ts';
import { writeOutput } from './support/output.ts';
import {
  billions,
  type Column,
  heading,
  percent,
  range,
  table,
  thousands,
  trillions,
  whole,
} from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const scenario = chinaJapan2025();
const run = await simulateShown({ scenario, seed: 'beijing-2025-11-18', draws: 10_000 });
const year = { from: '2025-11', count: 12 };

console.log(run.scenario.title);

heading('Arrivals by month, thousands (80% and 95% of the draws)');
const baseline = projectArrivals({ run, measure: 'baseline', by: 'month' });
const change = project({ run, measure: 'changeOnBaseline', by: 'month' });
table(projectArrivals({ run, by: 'month' }).rows, [
  { title: 'month', align: 'left', cell: (row) => row.month! },
  { title: 'baseline', cell: (row) => thousands(baseline.rows.find((b) => b.month === row.month)!.mean) },
  { title: 'mean', cell: (row) => thousands(row.mean) },
  { title: 'median', cell: (row) => thousands(row.median) },
  { title: '80%', cell: (row) => range(row.intervals, 0.8, thousands) },
  { title: '95%', cell: (row) => range(row.intervals, 0.95, thousands) },
  { title: 'on baseline', cell: (row) => percent(change.rows.find((c) => c.month === row.month)!.mean) },
]);

heading('Cancellations on account of the advisories, by ISO week in which they are made, thousands');
const weeks = projectCancellations({ run, by: 'week' }).rows;
const onset = weeks.findIndex((row) => row.week === '2025-W46');
table(weeks.slice(onset, onset + 8), [
  { title: 'week', align: 'left', cell: (row) => row.week! },
  { title: 'mean', cell: (row) => thousands(row.mean) },
  { title: 'median', cell: (row) => thousands(row.median) },
  { title: '80%', cell: (row) => range(row.intervals, 0.8, thousands) },
  { title: '95%', cell: (row) => range(row.intervals, 0.95, thousands) },
]);

heading('Revenue lost in twelve months, by category of spending, billion yen');
const money: readonly Column<ProjectionRow>[] = [
  { title: 'mean', cell: (row) => billions(row.mean) },
  { title: 'median', cell: (row) => billions(row.median) },
  { title: '80%', cell: (row) => range(row.intervals, 0.8, billions) },
];
const lost = { run, measure: 'revenueLost', months: year } as const;
table(projectRevenue({ ...lost, by: 'category' }).rows, [
  { title: 'category', align: 'left', cell: (row) => row.category! },
  ...money,
]);

heading('Revenue lost in twelve months, by prefecture, billion yen: the ten hardest hit');
const names = new Map(
  guestNightShares({ market: 'TOTAL' }).map(({ prefecture, name }) => [prefecture, name]),
);
const prefectures = projectRevenue({ ...lost, by: 'region' }).rows;
table([...prefectures].sort((a, b) => b.mean - a.mean).slice(0, 10), [
  { title: 'prefecture', align: 'left', cell: (row) => names.get(row.region!) ?? row.region! },
  ...money,
]);

heading('Revenue lost in twelve months from November 2025, trillion yen');
const total = projectRevenue(lost).rows[0]!;
const ofGdp = project({ run, measure: 'revenueLostOfGdp', months: year }).rows[0]!;
const chance = probability({ ...lost, above: 1.79e12 });
const [worst] = tails({ ...lost, levels: [0.95] }).rows;
console.log(
  `mean ${trillions(total.mean)}, median ${trillions(total.median)} (± ${trillions(total.medianStandardError)})`,
);
console.log(
  `80% of the draws ${range(total.intervals, 0.8, trillions)}, 95% ${range(total.intervals, 0.95, trillions)}`,
);
const percent2 = (share: number): string => `${(100 * share).toFixed(2)}%`;
console.log(`${percent2(ofGdp.mean)} of GDP (80% ${range(ofGdp.intervals, 0.8, percent2)})`);
console.log(
  `chance of losing more than the 1.79 trillion yen published on 17 November: ${percent(chance.value)} ` +
    `(± ${percent(chance.standardError)})`,
);
console.log(`in the worst 5% of the draws ${trillions(worst!.expectedShortfall)} on average`);

heading('What was assumed');
// Inputs that differ by month or prefecture alone make one line.
const families = new Map<string, Assumption[]>();
for (const row of assumptions({ run })) {
  const family = row.name.replace(/(baseline|regions)\/(\d{4}-\d{2}|JP-\d{2})$/, '$1/*');
  families.set(family, [...(families.get(family) ?? []), row]);
}
for (const [family, rows] of families) {
  const [row] = rows;
  const means = rows.map(({ mean }) => mean).sort((a, b) => a - b);
  const what =
    rows.length === 1 ? row!.distribution : `${rows.length} numbers, ${means[0]} to ${means.at(-1)}`;
  console.log(`${family}: ${what} (${row!.unit})${row!.source === '' ? '' : `\n    ${row!.source}`}`);
}

heading('How it was made');
const made = provenance({ run });
console.log(
  `tourism-impact ${made.version}, seed '${made.seed}', ${whole(made.draws)} draws, scenario ${made.fingerprint}`,
);

heading('The same to read, to look at and to print');
const page = await report({
  run,
  scenario,
  months: year,
  thresholds: [{ value: 1.79e12, label: 'published on 17 November' }],
  source: 'JNTO and JTA figures up to 18 November 2025, priors from past advisories',
});
console.log(writeOutput('report.html', page));

// Other guests take a part of the rooms that come free: who and how many, by the evidence of past cases.
const beyond = beyondTourism2025();
const flows = beyond.flows.map((flow) =>
  flow.sector === undefined ? { ...flow, substitution: { parts: offsets() } } : flow,
);
printImpactOfPaths({ ...beyond, flows }, 500);
