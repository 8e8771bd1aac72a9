/**
 * Three paths of the dispute of November 2025: talks succeed, stalemate, escalation.
 *
 * Two questions that sound alike. "What if the advisory is followed by easing?" makes it happen: `force`. "What do the
 * worlds look like in which easing has come by the end of March?" picks them out: `given`.
 */
import { probability, project, type Run } from 'tourism-impact';
import { dispute2025 } from 'tourism-impact/data';
import { force, projectStages } from 'tourism-impact/projections';
import { billions, heading, percent, table } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const scenario = dispute2025();
const seed = 'beijing-2025-11-18';
const draws = 4_000;
const run = await simulateShown({ scenario, seed, draws });

heading('Where the dispute may stand: share of the days of the month');
const months = ['2025-12', '2026-03', '2026-06', '2026-12', '2027-06'];
const stages = projectStages({ run });
const ids = scenario.dispute!.stages.map(({ id }) => id);
table(
  ids.map((id) => stages.rows.filter((row) => row.stage === id)),
  [
    { title: 'stage', align: 'left', cell: ([first]) => first!.stage },
    ...months.map((month) => ({
      title: month,
      cell: (rows: typeof stages.rows) => percent(rows.find((row) => row.month === month)!.share),
    })),
  ],
);

const year = { from: '2025-11', count: 12 };
const ways = { 'talks succeed': 'easing', stalemate: 'stalemate', escalation: 'group-stop' };
const paths: [string, Run][] = [['as it may go', run]];
for (const [name, to] of Object.entries(ways)) {
  const forced = force({ scenario, from: 'advisory', to });
  paths.push([name, await simulateShown({ scenario: forced, seed, draws })]);
}
heading('Revenue lost from November 2025 to October 2026, billion yen');
table(
  paths.map(([name, made]) => ({
    name,
    lost: project({ run: made, measure: 'revenueLost', months: year, levels: [0.8] }).rows[0]!,
    chance: probability({ run: made, measure: 'revenueLost', above: 1e12, months: year }),
  })),
  [
    { title: 'path', align: 'left', cell: ({ name }) => name },
    { title: 'mean', cell: ({ lost }) => billions(lost.mean) },
    { title: '80% from', cell: ({ lost }) => billions(lost.intervals[0]!.lower) },
    { title: 'to', cell: ({ lost }) => billions(lost.intervals[0]!.upper) },
    { title: 'chance of more than a trillion', cell: ({ chance }) => percent(chance.value) },
  ],
);

heading('Easing by the end of March 2026: picked out, and made to happen on the last of the month');
const by = '2026-03-31';
const picked = project({ run, measure: 'revenueLost', months: year, given: { stage: 'easing', by } });
const eased = await simulateShown({ scenario: force({ scenario, stage: 'easing', date: by }), seed, draws });
const made = project({ run: eased, measure: 'revenueLost', months: year });
console.log(`given: ${picked.draws} of ${draws} worlds, ${billions(picked.rows[0]!.mean)} billion yen lost`);
console.log(`forced: all worlds, ${billions(made.rows[0]!.mean)} billion yen lost`);

export const results: object = { stages, picked, made };
