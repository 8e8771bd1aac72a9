/**
 * Your own series and your own past episode: the series becomes a baseline with its own error, the episode joins the
 * bundled ones, and the prior of its class becomes an advisory that has not happened: `npx tsx
 * examples/07-calibrate-on-your-own-series.ts`. The series is Korea’s arrivals in Japan, with the boycott of 2019.
 */
import { projectArrivals, type Scenario } from 'tourism-impact';
import {
  type AdvisoryPrior,
  advisoryFromPrior,
  calibrateAdvisories,
  type EpisodeRecord,
  explainBaseline,
} from 'tourism-impact/calibration';
import { arrivals, episodeRecords } from 'tourism-impact/data';
import { heading, percent, range, table, thousands } from './support/print.ts';
import { simulateShown } from './support/progress.ts';
import { startBar } from './support/progress-bar.ts';

// Months in order, `{ month: '2014-01', arrivals: 255517 }`: from a file of yours, or a query.
const series = arrivals({ market: 'KOR', from: '2012-01', to: '2025-10' });

// What was not ordinary says nothing of ordinary months: it is left out.
const search = startBar({ total: 100, unit: 'hundredths of the fit' });
const fit = explainBaseline({
  history: series,
  horizon: 12,
  interventions: [
    { kind: 'leave-out', from: '2019-07', to: '2023-03' }, // the boycott, then closed borders
  ],
  source: 'JNTO, January 2012 to October 2025, July 2019 to March 2023 left out',
  onProgress: (done) => search.show(Math.round(100 * done)),
});
search.stop();
heading('The series as a baseline');
console.log(`${fit.observed} months of ${series.length} used; converged: ${fit.converged}`);

// Your episode, in place of the bundled record of it.
const own: EpisodeRecord = {
  id: 'OWN_2019',
  event: 'OWN_2019',
  class: 'S1b', // a boycott, and carriers that cut flights
  onset: '2019-07-01',
  scored: false,
  series: { history: series, until: '2020-01', disturbed: [], holidays: [] },
};
const others = episodeRecords().filter(({ event }) => event !== 'KOR_JPN_2019');
const rounds = 4_000;
const bar = startBar({ total: rounds, unit: 'rounds' });
const calibrated = calibrateAdvisories({
  episodes: [...others, own],
  seed: 'own',
  rounds,
  onProgress: (done) => bar.show(Math.round(done * rounds)),
});
bar.stop();
const prior = calibrated.priors.find((one) => one.class === 'S1b')!;

heading('The prior of its class');
const rows: readonly (readonly [string, { readonly mean: number; readonly sd: number }, string])[] = [
  ['suppression', prior.suppression, 'share'],
  ['cancellation', prior.cancellation, 'share'],
  ['half-life of awareness', prior.halfLives.awareness, 'days'],
  ['half-life of cancelling', prior.halfLives.cancelling, 'days'],
  ['in force', prior.duration, 'days'],
  ['half-life of recovery', prior.halfLives.recovery, 'days'],
];
table(rows, [
  { title: 'input', align: 'left', cell: ([name]) => name },
  { title: 'mean', cell: ([, { mean }]) => String(mean) },
  { title: 'sd', cell: ([, { sd }]) => String(sd) },
  { title: 'unit', align: 'left', cell: ([, , unit]) => unit },
]);

// What if it came again?
const scenario: Scenario = {
  title: 'The boycott of 2019 once more',
  prices: { currency: 'JPY', year: 2025 },
  calendar: { start: '2025-11-01', months: 12 },
  flows: [
    {
      id: 'korea',
      origin: 'KOR',
      destination: 'JPN',
      baseline: fit.baseline,
      leadTime: { kind: 'quantiles', median: 30, p90: 97 },
      spend: 105_000,
    },
  ],
  advisories: [
    advisoryFromPrior({ prior, id: 'boycott', onset: { date: '2026-01-15' }, on: { origin: 'KOR' } }),
  ],
};
const run = await simulateShown({ scenario, seed: 'own', draws: 4_000 });
const baseline = projectArrivals({ run, measure: 'baseline', by: 'month' }).rows;
const arrived = projectArrivals({ run, by: 'month', levels: [0.8] }).rows;

heading('Arrivals if it began on 15 January 2026, thousands');
table(arrived, [
  { title: 'month', align: 'left', cell: ({ month }) => month! },
  { title: 'baseline', cell: ({ month }) => thousands(baseline.find((row) => row.month === month)!.median) },
  { title: 'median', cell: ({ median }) => thousands(median) },
  { title: '80%', cell: ({ intervals }) => range(intervals, 0.8, thousands) },
]);
const total = (rows: readonly { readonly mean: number }[]): number =>
  rows.reduce((sum, { mean }) => sum + mean, 0);
const share = 1 - total(arrived) / total(baseline);
console.log(`in the mean ${percent(share)} fewer over the year`);

/** For the record: what is sampled agrees across engines to the printed digits only. */
export const results: { readonly prior: AdvisoryPrior['suppression']; readonly share: number } = {
  prior: prior.suppression,
  share: Number(share.toPrecision(4)),
};
