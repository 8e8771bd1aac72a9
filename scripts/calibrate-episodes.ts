/**
 * Writes `src/data/episode-records.generated.ts`, the episodes as calibration reads them, from `data/`:
 * `npx tsx scripts/calibrate-episodes.ts`. A series reaches from 84 months before the month of onset to the last month
 * that no later shock touches.
 */
import { writeFileSync } from 'node:fs';
import { addMonths, monthsBetween } from '../src/scenario/calendar.ts';
import { cell, numeric, optional, type Row, readRows } from './data/csv.ts';

const HISTORY = 84;

const arrivals = new Map<string, number>();
for (const row of readRows('arrivals_monthly.csv')) {
  arrivals.set(`JPN:${cell(row, 'market')}/${cell(row, 'month')}`, numeric(row, 'arrivals'));
}
for (const row of readRows('episode_arrivals_monthly.csv')) {
  const figure = optional(row, 'arrivals');
  if (figure !== null) arrivals.set(`${cell(row, 'episode_id')}/${cell(row, 'month')}`, figure);
}
const falls = readRows('episode_falls.csv');

const rows = readRows('episode_calibration.csv').map((row) => ({
  id: cell(row, 'id'),
  event: cell(row, 'event'),
  class: cell(row, 'class'),
  onset: cell(row, 'onset'),
  scored: cell(row, 'scored') === 'yes',
  ...(cell(row, 'series') === '' ? {} : { series: series(row) }),
  falls: falls
    .filter((fall) => cell(fall, 'id') === cell(row, 'id'))
    .map((fall) => [
      numeric(fall, 'from'),
      numeric(fall, 'to'),
      numeric(fall, 'change'),
      cell(fall, 'against'),
    ]),
  recovery: cell(row, 'recovery') === '' ? null : recovery(cell(row, 'recovery')),
}));

function series(row: Row): unknown {
  const sources = cell(row, 'series').split('+');
  const figure = (month: string): number | null => {
    for (const source of sources) {
      const value = arrivals.get(`${source}/${month}`);
      if (value !== undefined) return value;
    }
    return null;
  };
  const until = cell(row, 'until');
  let start = addMonths(cell(row, 'onset').slice(0, 7), -HISTORY);
  while (figure(start) === null) start = addMonths(start, 1);
  const values = Array.from({ length: monthsBetween(start, until) + 1 }, (_, m) =>
    figure(addMonths(start, m)),
  );
  const disturbed = cell(row, 'disturbed')
    .split('|')
    .filter((window) => window !== '')
    .map((window) => window.split('..'));
  return { start, values, disturbed };
}

function recovery(text: string): unknown {
  const [kind, month] = text.split(' ');
  return [kind, Number(month)];
}

const text = `// Generated from data/ by scripts/calibrate-episodes.ts. Do not edit.
import type { EpisodeRow } from './episode-row.ts';

export const recordRows: readonly EpisodeRow[] = [
${rows.map((row) => `  ${JSON.stringify(row)},\n`).join('')}];
`;
writeFileSync(new URL('../src/data/episode-records.generated.ts', import.meta.url), text);
