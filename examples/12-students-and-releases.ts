/**
 * Education and entertainment beside tourism: students who come in April and October and stay for years, films on
 * their dates of release, concerts. All are flows, and the stages of the dispute act on them as on travel.
 *
 * The number of students follows from the published count of those in Japan; what is known of the alert and of the
 * releases is that they came, and when. Other amounts are assumptions of the right order, which say so in their source
 * and should give way to an analyst's own.
 */
import { project, replay } from 'tourism-impact';
import { beyondTourism2025 } from 'tourism-impact/data';
import { assumptions, projectStays } from 'tourism-impact/projections';
import { billions, heading, table, whole } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const run = await simulateShown({ scenario: beyondTourism2025(), seed: 'beijing-2025-11-18', draws: 2_000 });

const lost = project({ run, measure: 'revenueLost', by: 'sector', levels: [0.8] });
const returned = project({ run, measure: 'revenueReturned', by: 'sector' });
heading('Revenue lost in the 24 months, billion yen (education: the first year of each stay)');
table(
  lost.rows.map((row, at) => ({ row, back: returned.rows[at]! })),
  [
    { title: 'sector', align: 'left', cell: ({ row }) => row.sector! },
    { title: 'mean', cell: ({ row }) => billions(row.mean) },
    { title: '80% from', cell: ({ row }) => billions(row.intervals[0]!.lower) },
    { title: 'to', cell: ({ row }) => billions(row.intervals[0]!.upper) },
    { title: 'comes back', cell: ({ back }) => billions(back.mean) },
  ],
);

const stays = (measure: 'stock' | 'stockLost' | 'revenueLost') =>
  projectStays({ run, measure, levels: [] }).rows;
const missing = stays('stockLost');
const money = stays('revenueLost');
heading('Students who came since November 2025, by academic year, to the last of them');
table(
  stays('stock').map((row, at) => ({ row, missing: missing[at]!, money: money[at]! })),
  [
    { title: 'from April', cell: ({ row }) => row.year! },
    { title: 'here at its end', cell: ({ row }) => whole(row.mean) },
    { title: 'missing', cell: (one) => whole(one.missing.mean) },
    { title: 'lost, billion yen', cell: (one) => billions(one.money.mean) },
  ],
);

heading('What was assumed of the students');
table(
  assumptions({ run }).filter(({ name }) => /^flow\/students\/(baseline|spend|stay)/.test(name)),
  [
    { title: 'input', align: 'left', cell: (row) => row.name.replace('flow/students/', '') },
    { title: 'distribution', align: 'left', cell: (row) => row.distribution },
    { title: 'source', align: 'left', cell: (row) => row.source },
  ],
);

heading('One world: draw 4');
const one = replay({ run, draw: 4 });
console.log(one.dispute!.stages.map(({ stage, from }) => `${stage} from ${from}`).join('\n'));

export const results: object = { lost, returned, missing, money };
