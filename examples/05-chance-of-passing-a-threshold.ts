/**
 * The chance of losing more in twelve months than the 1.79 trillion yen of the institute.
 *
 * The institute gave one number. Its arithmetic is a scenario like any other, with numbers for inputs; beside it stands
 * the scenario that says how sure one can be.
 */
import { medianCase, probability, project, projectRevenue, tails } from 'tourism-impact';
import { chinaJapan2025, instituteEstimate2025 } from 'tourism-impact/data';
import { simulateShown } from './support/progress.ts';

const trillion = (yen: number): string => (yen / 1e12).toFixed(4);
const institute = medianCase({ scenario: instituteEstimate2025() });
for (const measure of ['revenueBaseline', 'revenue', 'revenueLost'] as const) {
  const [row] = projectRevenue({ run: institute, measure, where: { origin: 'CHN' }, by: 'origin' }).rows;
  console.log(`the institute's ${measure}, mainland China: ${trillion(row!.mean)} trillion yen`);
}

const run = await simulateShown({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 10_000 });
const asked = { run, measure: 'revenueLost', months: { from: '2025-11', count: 12 } } as const;
const chance = probability({ ...asked, above: 1.79e12 });
console.log(
  `chance of losing more than 1.79 trillion yen: ${chance.value.toFixed(3)} ± ${chance.standardError.toFixed(3)}, ` +
    `95% confidence ${chance.interval.lower.toFixed(3)} to ${chance.interval.upper.toFixed(3)}`,
);
for (const { level, valueAtRisk, expectedShortfall } of tails(asked).rows) {
  console.log(
    `worst ${((1 - level) * 100).toFixed(0)}%: more than ${trillion(valueAtRisk)}, on average ${trillion(expectedShortfall)}`,
  );
}
const [share] = project({ ...asked, measure: 'revenueLostOfGdp' }).rows;
console.log(`share of GDP: ${(100 * share!.mean).toFixed(2)}%`);
