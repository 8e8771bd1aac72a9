/**
 * From lost visitors to jobs, tax and prefectures: what the money that is not spent would have set going.
 *
 * The economy is Japan's input-output table of 2015: spending by category reaches the sectors that sell, their
 * suppliers, and those who sell to the households that both pay. The uncertainty of the economy (the share of wages
 * that is consumed, how far inputs and imports have moved since 2015, prices) is drawn with that of the scenario.
 */
import { chinaJapan2025, guestNightShares } from 'tourism-impact/data';
import {
  type Effect,
  economyAssumptions,
  type ImpactRow,
  japan2015,
  projectImpact,
} from 'tourism-impact/economy';
import { billions, type Column, heading, range, table, whole } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const run = await simulateShown({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 4_000 });
const economy = japan2015();
const asked = { run, economy, months: { from: '2025-11', count: 12 } } as const;

const money: readonly Column<ImpactRow>[] = [
  { title: 'mean', cell: (row) => billions(row.mean) },
  { title: 'median', cell: (row) => billions(row.median) },
  { title: '80%', cell: (row) => range(row.intervals, 0.8, billions) },
];

heading('Twelve months from November 2025, gross, billion yen at 2025 prices');
for (const what of [
  'output',
  'valueAdded',
  'income',
  'tax',
  'imports',
] as const satisfies readonly Effect[]) {
  const impact = projectImpact({ ...asked, what });
  const [row] = impact.rows;
  console.log(`${impact.label}: ${billions(row!.mean)} (80%: ${range(row!.intervals, 0.8, billions)})`);
}

heading('Value added by layer');
table(projectImpact({ ...asked, what: 'valueAdded', by: 'layer' }).rows, [
  { title: 'layer', align: 'left', cell: (row) => row.layer! },
  ...money,
]);

heading('Value added by industry: the eight hardest hit');
const industries = projectImpact({ ...asked, what: 'valueAdded', by: 'industry' }).rows;
table([...industries].sort((a, b) => b.mean - a.mean).slice(0, 8), [
  { title: 'industry', align: 'left', cell: (row) => economy.table.labels![row.industry!]! },
  ...money,
]);

// Two concepts of a job: they are not added, and neither is the other's interval.
for (const jobs of ['ripple-effect', 'labour-force-survey']) {
  heading(`Jobs for a year (${jobs}), by prefecture in which the money is spent: the eight hardest hit`);
  const names = new Map(
    guestNightShares({ market: 'TOTAL' }).map(({ prefecture, name }) => [prefecture, name]),
  );
  const prefectures = projectImpact({ ...asked, what: 'jobs', jobs, by: 'region' }).rows;
  table([...prefectures].sort((a, b) => b.mean - a.mean).slice(0, 8), [
    { title: 'prefecture', align: 'left', cell: (row) => names.get(row.region!) ?? row.region! },
    { title: 'mean', cell: (row) => whole(row.mean) },
    { title: 'median', cell: (row) => whole(row.median) },
    { title: '80%', cell: (row) => range(row.intervals, 0.8, whole) },
  ]);
}

heading('What was assumed of the economy, besides its table');
table(
  economyAssumptions({ economy }).filter(
    ({ lower, upper, name }) => lower < upper && !/price-level\/(?!2025)/.test(name),
  ),
  [
    { title: 'input', align: 'left', cell: (row) => row.name },
    { title: 'distribution', align: 'left', cell: (row) => row.distribution },
    { title: 'source', align: 'left', cell: (row) => row.source },
  ],
);
