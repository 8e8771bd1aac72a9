/**
 * Results and draws in a spreadsheet.
 *
 * CSV opens in every spreadsheet. With the draws beside the results, its own functions give the same figures:
 * quantiles here are those of PERCENTILE and PERCENTILE.INC.
 */
import { projectRevenue } from 'tourism-impact';
import { chinaJapan2025 } from 'tourism-impact/data';
import { drawsTable, toCsvText } from 'tourism-impact/tables';
import { writeOutput } from './support/output.ts';
import { simulateShown } from './support/progress.ts';

const run = await simulateShown({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 1_000 });
const asked = { run, measure: 'revenueLost', months: { from: '2025-11', count: 12 } } as const;

console.log(writeOutput('revenue-lost.csv', toCsvText(projectRevenue({ ...asked, by: 'month' }))));
console.log(writeOutput('revenue-lost-draws.csv', toCsvText(drawsTable(asked))));

const [total] = projectRevenue({ ...asked, levels: [0.8] }).rows;
const [interval] = total!.intervals;
console.log('\nIn the second file:');
console.log(`=AVERAGE(B2:B1001)         ${total!.mean.toPrecision(12)}`);
console.log(`=MEDIAN(B2:B1001)          ${total!.median.toPrecision(12)}`);
console.log(`=PERCENTILE(B2:B1001,0.1)  ${interval!.lower.toPrecision(12)}`);
console.log(`=PERCENTILE(B2:B1001,0.9)  ${interval!.upper.toPrecision(12)}`);
