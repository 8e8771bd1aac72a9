/**
 * A whole scenario in one JSON file, the dispute and the economy in it: read, checked, run. The file names its JSON
 * Schema in the first line, so editors complete and check it while it is written; what a schema cannot say (that shares
 * sum to 1, that a table can meet demand, that stages lead somewhere) `checkScenario` says, each issue with its path.
 */
import { readFileSync } from 'node:fs';
import { checkScenario, renderIssue } from 'tourism-impact';
import { checkEconomy, economyAssumptions, projectImpact } from 'tourism-impact/economy';
import { projectStages } from 'tourism-impact/projections';
import { heading, range, table, thousands, whole } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const text = readFileSync(new URL('18-whole-scenario.json', import.meta.url), 'utf8');

// What an economy means is known to its own part of the package, so its check is given to that of the scenario.
const checked = checkScenario(JSON.parse(text), { economy: checkEconomy });
if (!checked.ok) throw new Error(checked.issues.map(renderIssue).join('\n'));
const { scenario } = checked;
console.log(`${scenario.title}: sound, ${checked.warnings.length} warnings`);

heading('The same file with six slips in it');
const slips: readonly (readonly [string, string])[] = [
  ['"median": 150', '"median": "150"'],
  ['{ "to": "stop", "weight": 0.4 }', '{ "to": "stopp", "weight": 0.4 }'],
  ['"closure": "one-round"', '"closure": "one round"'],
];
const meanings: readonly (readonly [string, string])[] = [
  ['[20, 10, 60]', '[20, 10]'],
  ['"hospitality": 0.15', '"hospitalty": 0.15'],
  ['"mean": 0.8, "sd": 0.05', '"mean": 80, "sd": 5'],
];
const spoil = (changes: typeof slips): string =>
  changes.reduce((spoilt, [right, wrong]) => spoilt.replace(right, wrong), text);
// Of a part whose shape is wrong nothing more is asked, so the slips of the second kind come to light in a second round.
for (const changes of [slips, meanings]) {
  const spoilt = checkScenario(JSON.parse(spoil(changes)), { economy: checkEconomy });
  if (!spoilt.ok) for (const issue of spoilt.issues) console.log(renderIssue(issue));
}

const run = await simulateShown({ scenario, seed: 'island', draws: 4_000 });
heading('Share of July 2026 in each stage');
for (const { stage, month, share } of projectStages({ run }).rows) {
  if (month === '2026-07') console.log(`${stage}: ${(100 * share).toFixed(0)}%`);
}

// No economy is passed: it is that of the scenario.
const impact = projectImpact({ run, what: 'valueAdded', by: ['sector', 'layer'] });
heading(`${impact.label}, thousand ${impact.unit}`);
table(impact.rows, [
  { title: 'sector', align: 'left', cell: (row) => row.sector! },
  { title: 'layer', align: 'left', cell: (row) => row.layer! },
  { title: 'mean', cell: (row) => thousands(row.mean) },
  { title: '80%', cell: (row) => range(row.intervals, 0.8, thousands) },
]);
const [jobs] = projectImpact({ run, what: 'jobs' }).rows;
console.log(`jobs for a year: ${whole(jobs!.mean)} (80%: ${range(jobs!.intervals, 0.8, whole)})`);
const uncertain = economyAssumptions({ economy: scenario.economy! }).filter(
  ({ lower, upper }) => lower < upper,
);
console.log(`uncertain in the economy: ${uncertain.map(({ name }) => name).join(', ')}`);

export const results: object = { impact };
