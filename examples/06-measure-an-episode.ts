/**
 * What did the order of March 2017 cost Korea's tourism from China? A counterfactual is made from the months before
 * it alone, and what came is held against it: `npx tsx examples/06-measure-an-episode.ts`.
 */
import { changeOver, lunarNewYear, measureEpisode, midAutumn } from 'tourism-impact/calibration';
import { episodeArrivals, episodes } from 'tourism-impact/data';
import { heading, percent, table, thousands } from './support/print.ts';

const id = 'CHN_KOR_2017';
const episode = episodes({ class: 'S3' }).find((one) => one.id === id)!;
const measured = measureEpisode({
  history: episodeArrivals({ id }),
  onset: episode.onset,
  holidays: [lunarNewYear, midAutumn],
  // Another shock before it, the disease MERS, says nothing about ordinary months.
  interventions: [{ kind: 'leave-out', from: '2015-06', to: '2015-09' }],
});

console.log(`${episode.trigger}, from ${episode.onset}: ${episode.instrument}`);

heading('Arrivals by month, thousands, and the change (80%)');
table(measured.months.slice(0, 12), [
  { title: 'month', align: 'left', cell: ({ month }) => month },
  { title: 'came', cell: ({ arrivals }) => (arrivals === null ? '' : thousands(arrivals)) },
  { title: 'would have come', cell: ({ counterfactual }) => thousands(counterfactual.median) },
  { title: 'change', cell: ({ change }) => (change === null ? '' : percent(change.median)) },
  {
    title: '80%',
    cell: ({ change }) => (change === null ? '' : `${percent(change.lower)} to ${percent(change.upper)}`),
  },
]);

heading('In sum');
const { loss, lossShare, trough, halfRecovery, recovery } = measured;
const months = (value: number | null): string =>
  value === null ? 'not by the end of the series' : `${value} months`;
console.log(
  `lost in ${measured.months.length} months: ${thousands(loss.median)} thousand ` +
    `(${thousands(loss.lower)} to ${thousands(loss.upper)}), ${percent(lossShare.median)}`,
);
console.log(`deepest in ${trough.month}: ${percent(trough.change.median)}`);
console.log(`half of the gap closed after ${months(halfRecovery.median)}`);
console.log(`nine in ten again: ${months(recovery.median)}; censored in ${percent(recovery.censored)}`);
const summer = changeOver(measured, { from: '2017-06', to: '2017-08' });
console.log(
  `June to August 2017: ${percent(summer.median)} (${percent(summer.lower)} to ${percent(summer.upper)})`,
);

/** For the record. */
export const results: Readonly<Record<string, unknown>> = {
  loss,
  lossShare,
  trough,
  halfRecovery,
  recovery,
  summer,
};
