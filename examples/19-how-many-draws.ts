/**
 * How many draws are enough, and how to need fewer.
 *
 * A figure of a simulation is known to its standard error. Draws that are spread evenly over what is uncertain make that
 * error smaller; and a run can be told how precise its figures must be, and find out how many draws that takes.
 */
import { type Design, probability, project, tails } from 'tourism-impact';
import { chinaJapan2025 } from 'tourism-impact/data';
import { drawsNeeded, type Precision } from 'tourism-impact/sampling';
import { billions, heading, percent, table, whole } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const scenario = chinaJapan2025();
const seed = 'beijing-2025-11-18';
const months = { from: '2025-11', count: 12 };
const asked = { measure: 'revenueLost', months } as const;

heading('Standard errors of 4,096 draws, by design (revenue lost in twelve months, billion yen)');
const designs: readonly Design[] = ['random', 'antithetic', 'latin-hypercube', 'sobol', 'sobol-joint'];
const byDesign = [];
for (const design of designs) {
  const run = await simulateShown({ scenario, seed, draws: 4_096, design });
  const [row] = project({ ...asked, run, levels: [0.9] }).rows;
  const [tail] = tails({ ...asked, run, levels: [0.95] }).rows;
  byDesign.push({ design, row: row!, tail: tail!, chance: probability({ ...asked, run, above: 1.79e12 }) });
}
table(byDesign, [
  { title: 'design', align: 'left', cell: ({ design }) => design },
  { title: 'mean', cell: ({ row }) => billions(row.mean) },
  { title: '±', cell: ({ row }) => billions(row.standardError) },
  { title: 'median', cell: ({ row }) => billions(row.median) },
  { title: '±', cell: ({ row }) => billions(row.medianStandardError) },
  { title: 'worst 5% on average', cell: ({ tail }) => billions(tail.expectedShortfall) },
  { title: '±', cell: ({ tail }) => billions(tail.expectedShortfallStandardError) },
  { title: 'above 1.79 trillion', cell: ({ chance }) => percent(chance.value) },
  { title: '±', cell: ({ chance }) => percent(chance.standardError) },
]);

heading('What precision costs: draws that a trial of 1,024 foresees, and draws that it took');
const goals: readonly { readonly what: string; readonly precision: Precision }[] = [
  { what: 'the mean, to 0.5%', precision: { ...asked, relative: 0.005 } },
  { what: 'the median, to 5 billion', precision: { ...asked, of: 'median', standardError: 5e9 } },
  {
    what: 'the chance of 1.79 trillion, to 0.4%',
    precision: { ...asked, of: { above: 1.79e12 }, standardError: 0.004 },
  },
];
const costs = [];
for (const design of ['random', 'sobol'] as const) {
  const trial = await simulateShown({ scenario, seed, draws: 1_024, design });
  for (const { what, precision } of goals) {
    const { draws: foreseen } = drawsNeeded({ run: trial, precision });
    const run = await simulateShown({ scenario, seed, design, draws: { precision, most: 65_536 } });
    costs.push({ design, what, foreseen, draws: run.draws });
  }
}
table(costs, [
  { title: 'design', align: 'left', cell: ({ design }) => design },
  { title: 'wanted', align: 'left', cell: ({ what }) => what },
  { title: 'foreseen', cell: ({ foreseen }) => whole(foreseen) },
  { title: 'took', cell: ({ draws }) => whole(draws) },
]);

heading('The same figures from a run that keeps sketches, not draws');
const sketched = await simulateShown({ scenario, seed, draws: 8_192, design: 'sobol', keep: 'summary' });
const kept = await simulateShown({ scenario, seed, draws: 8_192, design: 'sobol' });
const figures = [sketched, kept].map((run) => project({ ...asked, run, levels: [0.9] }).rows[0]!);
table(figures, [
  { title: 'kept', align: 'left', cell: (row) => (row === figures[0] ? 'summary' : 'draws') },
  { title: 'mean', cell: ({ mean }) => billions(mean) },
  { title: 'median', cell: ({ median }) => billions(median) },
  { title: '90% from', cell: ({ intervals }) => billions(intervals[0]!.lower) },
  { title: 'to', cell: ({ intervals }) => billions(intervals[0]!.upper) },
]);

export const results: Readonly<Record<string, readonly object[]>> = { byDesign, costs, figures };
