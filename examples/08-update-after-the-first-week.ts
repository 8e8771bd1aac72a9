/**
 * The first days are over, and somebody has counted what was cancelled. What does that say of the months to come? A forecast
 * made on the day of the advice, from the prior of its class alone, takes the count in: `npx tsx
 * examples/08-update-after-the-first-week.ts`.
 *
 * (`chinaJapan2025()` has this count in its inputs already; taking it in once more would count it twice. So this scenario is
 * made from the class prior.)
 */
import { type Measure, project, type Scenario } from 'tourism-impact';
import { advisoryFromPrior, advisoryPrior, projectUpdated, update } from 'tourism-impact/calibration';
import { chinaJapan2025 } from 'tourism-impact/data';
import { heading, range, table, thousands, trillions } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const preset = chinaJapan2025();
const scenario: Scenario = {
  ...preset,
  title: 'China’s advisory of November 2025 on Japan, as on its first day',
  flows: preset.flows.filter(({ origin }) => origin === 'CHN'),
  advisories: [
    advisoryFromPrior({
      prior: advisoryPrior({ class: 'S2' }),
      id: 'advice',
      onset: { date: '2025-11-15' },
      on: { origin: 'CHN' },
    }),
  ],
};
const run = await simulateShown({ scenario, seed: 'beijing-2025-11-15', draws: 20_000 });

// 32% of tickets cancelled from 15 to 17 November (one analyst’s count), 26% from the stock of bookings: 29%, give or
// take a third of it.
const updated = update({
  run,
  observed: [
    { kind: 'share-cancelled', effect: 'advice/all', through: '2025-11-17', share: 0.29, error: 0.097 },
  ],
});

heading('What was learnt');
console.log(`${run.draws} draws are worth ${Math.round(updated.effectiveDraws)} that know of the count`);
for (const warning of updated.warnings) console.log(warning);
const show = ({ mean, sd }: { readonly mean: number; readonly sd: number }): string =>
  `${Number(mean.toPrecision(3))} (${Number(sd.toPrecision(2))})`;
table(
  updated.learnt.filter(({ name }) => name.startsWith('advisory/')),
  [
    { title: 'input', align: 'left', cell: ({ name }) => name.slice('advisory/advice/'.length) },
    { title: 'before: mean (sd)', cell: ({ prior }) => show(prior) },
    { title: 'after', cell: ({ posterior }) => show(posterior) },
  ],
);

const months = { from: '2025-11', count: 6 };
const asked = { by: 'month', months, levels: [0.8] } as const;

function sideBySide(measure: Measure, format: (value: number) => string): void {
  const after = projectUpdated({ updated, measure, ...asked });
  table(
    project({ run, measure, ...asked }).rows.map((before, m) => ({ before, after: after[m]! })),
    [
      { title: 'month', align: 'left', cell: ({ before }) => before.month! },
      { title: 'before', cell: ({ before }) => format(before.median) },
      { title: '80%', cell: ({ before }) => range(before.intervals, 0.8, format) },
      { title: 'after', cell: ({ after: row }) => format(row.median) },
      { title: '80%', cell: ({ after: row }) => range(row.intervals, 0.8, format) },
    ],
  );
}

heading('Cancellations by the month in which they are made, thousands');
sideBySide('cancellations', thousands);
heading('Arrivals, thousands');
sideBySide('arrivals', thousands);

const year = { measure: 'revenueLost', months: { from: '2025-11', count: 12 }, levels: [0.8] } as const;
const [before] = project({ run, ...year }).rows;
const [after] = projectUpdated({ updated, ...year });
heading('Revenue lost in twelve months, trillion yen');
console.log(
  `before the count: ${trillions(before!.median)} (80%: ${range(before!.intervals, 0.8, trillions)})`,
);
console.log(`after it: ${trillions(after!.median)} (80%: ${range(after!.intervals, 0.8, trillions)})`);

/** For the record. */
export const results: Readonly<Record<string, unknown>> = {
  effectiveDraws: updated.effectiveDraws,
  learnt: updated.learnt.slice(0, 6),
  before,
  after,
};
