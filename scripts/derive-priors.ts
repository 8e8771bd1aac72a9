/** Prints how the numbers of the presets come about: `npx tsx scripts/derive-priors.ts`. */
import { nightsOf, spendOf, spendShares } from './data/preset.ts';
import { chanceOfStop, columns, groupPrior, type Moments, mainlandPrior, threeDays } from './data/priors.ts';

const short = (value: number): string => String(Number(value.toPrecision(3)));
const both = ({ mean, sd }: Moments): string => `${short(mean)} (${short(sd)})`;

console.log('Mean (standard deviation)');
console.log(`  groups: ${both(groupPrior())}; cancelled from 15 to 17 November: ${both(threeDays())}`);
for (const [name, stop] of [
  ['words alone (S2)', 0],
  ['a stop of tour sales (S3)', 1],
  ['either', chanceOfStop],
] as const) {
  const prior = mainlandPrior(stop);
  console.log(
    `${name}: chance of a stop ${short(stop)}, after the count ${short(prior.stop)}; worth ${Math.round(prior.effective)} worlds`,
  );
  for (const column of columns) console.log(`  ${column}: ${both(prior.moments[column])}`);
  const { suppression, cancellation } = prior.whole;
  console.log(`  of the whole market: suppression ${both(suppression)}, cancellation ${both(cancellation)}`);
  for (const row of prior.correlations)
    console.log(`  ${row.map((r) => r.toFixed(2).padStart(5)).join(' ')}`);
}

for (const market of ['CHN', 'HKG'] as const) {
  const spend = spendOf(market);
  const nights = nightsOf(market);
  const shares = Object.entries(spendShares(market)).map(([k, v]) => `${k} ${short(v)}`);
  console.log(`${market}`);
  console.log(`  spend ${short(spend.mean)} yen, sd of logs ${short(spend.sdLog)}; ${shares.join(', ')}`);
  console.log(`  nights ${short(nights.mean)}, ${short(nights.sd)}`);
}
