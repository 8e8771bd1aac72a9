/**
 * First projection: how many will come, month by month, with and without the advisory.
 *
 * A scenario goes in, a run comes out, and every projection of the run is a table of rows: mean, median and intervals.
 */
import { projectArrivals, projectRevenue, toRows } from 'tourism-impact';
import { chinaJapan2025 } from 'tourism-impact/data';
import { simulateShown } from './support/progress.ts';

const run = await simulateShown({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 10_000 });

console.log('Arrivals from mainland China and Hong Kong, first six months');
const months = { from: '2025-11', count: 6 };
for (const row of toRows(projectArrivals({ run, by: 'month', months, levels: [0.8] }))) {
  console.log(`${row['month']}  ${row['median']} (80%: ${row['lower80']} to ${row['upper80']})`);
}

console.log('\nRevenue lost in those months, by flow, yen');
for (const row of projectRevenue({ run, measure: 'revenueLost', by: 'flow', months }).rows) {
  console.log(`${row.flow}: ${row.mean.toPrecision(4)} ± ${row.standardError.toPrecision(2)} (Monte Carlo)`);
}
