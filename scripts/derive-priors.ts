/** Prints how the preset's numbers come about: `npx tsx scripts/derive-priors.ts`. */
import { compareMethods, marketBaseline, nightsOf, spendOf, spendShares } from './data/preset.ts';
import { derivePriors, type Prior } from './data/priors.ts';

const short = (value: number): string => String(Number(value.toPrecision(3)));
const { lasting, loading, threeDays, ...priors } = derivePriors();

console.log('Priors: mean, standard deviation, cases');
for (const [name, prior] of Object.entries(priors) as [string, Prior][]) {
  const cases = Object.entries(prior.cases).map(([id, value]) => `${id} ${short(value)}`);
  console.log(`  ${name}: ${short(prior.mean)}, ${short(prior.sd)} <- ${cases.join('; ')}`);
}
console.log(`  in force beyond the horizon: ${short(lasting)}; loading on severity: ${short(loading)}`);
console.log(
  `  three days of November 2025: ${short(threeDays.observed)} of all, ${short(threeDays.individuals)} of individual tickets; ` +
    `cancellation before it ${short(threeDays.pastMean)}, ${short(threeDays.pastSd)}; share and log half-life after it correlate ${short(threeDays.correlation)}`,
);

console.log('Seasonal methods: months of growth, fade, error of the 24-month level over eleven markets');
for (const { method, level } of compareMethods())
  console.log(`  ${method.window}, ${method.fade}: ${short(level)}`);

for (const market of ['CHN', 'HKG'] as const) {
  const { errors, feasts, arrivals } = marketBaseline(market);
  const spend = spendOf(market);
  const nights = nightsOf(market);
  const shares = Object.entries(spendShares(market)).map(([k, v]) => `${k} ${short(v)}`);
  console.log(`${market}`);
  console.log(
    `  level ${short(errors.level)}, bias ${short(errors.bias)}, month ${short(errors.noise)}, ${errors.windows} windows`,
  );
  for (const f of feasts) {
    console.log(
      `  feast, months ${f.feast.months.join(' and ')}: ${short(f.perDay)} a day, se ${short(f.standardError)}, R2 ${short(f.r2)}`,
    );
  }
  console.log(`  baseline ${arrivals.map((v) => Math.round(v / 1000)).join(' ')} thousand`);
  console.log(`  spend ${short(spend.mean)} yen, sd of logs ${short(spend.sdLog)}; ${shares.join(', ')}`);
  console.log(`  nights ${short(nights.mean)}, ${short(nights.sd)}`);
}
