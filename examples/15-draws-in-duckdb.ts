/**
 * A million draws in Parquet, asked with SQL.
 *
 * What a projection sums up can be had draw by draw, as a table of columns for any tool of data analysis. The metadata
 * of the file hold the units, the seed and the record that repeats the run.
 */
import { DuckDBInstance } from '@duckdb/node-api';
import { probability, projectArrivals, type Scenario } from 'tourism-impact';
import { drawsTable, runRecord, toParquet } from 'tourism-impact/tables';
import { outputPath, writeOutput } from './support/output.ts';
import { whole } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const scenario: Scenario = {
  title: 'Three months after an advisory',
  prices: { currency: 'EUR', year: 2025 },
  calendar: { start: '2026-03-01', months: 3 },
  flows: [
    {
      id: 'visitors',
      origin: 'DEU',
      destination: 'TUN',
      baseline: { kind: 'monthly', arrivals: [20_000, 26_000, 31_000] },
      leadTime: { kind: 'quantiles', median: 30, p90: 100 },
      spend: { kind: 'gamma', mean: 620, sd: 40 },
    },
  ],
  advisories: [
    {
      id: 'advice',
      onset: { date: '2026-03-12' },
      duration: { kind: 'lognormal', mean: 40, sd: 20 },
      effects: [
        {
          id: 'all',
          on: {},
          suppression: { kind: 'beta', mean: 0.5, sd: 0.15 },
          cancellation: { kind: 'beta', mean: 0.4, sd: 0.15 },
          halfLives: { awareness: 3, cancelling: 4, recovery: 30 },
        },
      ],
    },
  ],
};

const run = await simulateShown({ scenario, seed: 'spring', draws: 1_000_000 });
const draws = drawsTable({ run, measure: 'arrivals' });
const record = runRecord({ run, scenario });
const bytes = await toParquet(draws, { record });
const file = writeOutput('draws.parquet', bytes);
console.log(`${file}: ${whole(draws.length)} rows`);

const duckdb = await (await DuckDBInstance.create()).connect();
const path = outputPath('draws.parquet').replaceAll("'", "''");
const [row] = (
  await duckdb.runAndReadAll(
    `SELECT count(*) AS draws, avg(arrivals) AS mean, quantile_cont(arrivals, 0.1) AS low,
      quantile_cont(arrivals, 0.9) AS high, avg((arrivals < 60000)::INT) AS chance FROM '${path}'`,
  )
).getRowObjects();
const metadata = await duckdb.runAndReadAll(
  `SELECT key::VARCHAR AS key, value::VARCHAR AS value FROM parquet_kv_metadata('${path}') WHERE key IN ('seed', 'unit')`,
);

const [projected] = projectArrivals({ run, levels: [0.8] }).rows;
const [interval] = projected!.intervals;
const { value } = probability({ run, measure: 'arrivals', below: 60_000 });
const line = (...figures: readonly unknown[]): string => figures.map((one) => whole(Number(one))).join(', ');
console.log(`mean, 10% and 90% in SQL:     ${line(row!['mean'], row!['low'], row!['high'])}`);
console.log(`the same by projectArrivals:  ${line(projected!.mean, interval!.lower, interval!.upper)}`);
console.log(
  `chance of fewer than 60,000:  ${Number(row!['chance']).toFixed(4)} in SQL, ${value.toFixed(4)} by probability`,
);
for (const { key, value: text } of metadata.getRowObjects()) console.log(`${String(key)}: ${String(text)}`);
duckdb.closeSync();
