/**
 * How exposed is one business? A ryokan, a department store and a New Year market under the same scenario.
 *
 * Each has a book: revenue by the origin of its customers, here with the months of its season. A book loses, in each
 * draw, what the flows of its origins lose; what it earns from others it keeps.
 */
import { chinaJapan2025 } from 'tourism-impact/data';
import { type ExposureEntry, exposure, type Money, money } from 'tourism-impact/economy';
import { percent, range, table } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const run = await simulateShown({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 4_000 });
const million = (amount: number): Money => money({ amount: amount * 1e6, currency: 'JPY', year: 2025 });

const books: Readonly<Record<string, readonly ExposureEntry[]>> = {
  // Illustrative books, not those of any business.
  ryokan: [
    { origin: 'CHN', revenue: million(60) },
    { origin: 'HKG', revenue: million(25) },
    { origin: 'TWN', revenue: million(45) },
    { origin: 'JPN', revenue: million(170) },
  ],
  'department store': [
    { origin: 'CHN', revenue: million(900) },
    { origin: 'HKG', revenue: million(300) },
    { origin: 'JPN', revenue: million(1800) },
  ],
  'New Year market': [
    { origin: 'CHN', month: '2026-02', revenue: million(40) },
    { origin: 'HKG', month: '2026-02', revenue: million(15) },
    { origin: 'JPN', revenue: million(20) },
  ],
};

const inMillions = (yen: number): string => (yen / 1e6).toFixed(1);
const rows = Object.entries(books).map(([name, book]) => {
  const { rows, concentration } = exposure({ run, book, months: { from: '2025-11', count: 12 } });
  return { name, concentration, ...rows[0]! };
});

console.log('Revenue at risk in twelve months, million yen at 2025 prices');
table(rows, [
  { title: 'business', align: 'left', cell: (row) => row.name },
  { title: 'revenue', cell: (row) => inMillions(row.revenue) },
  { title: 'at risk, mean', cell: (row) => inMillions(row.mean) },
  { title: 'of revenue', cell: (row) => percent(row.lossShare) },
  { title: '80%', cell: (row) => range(row.intervals, 0.8, inMillions) },
  { title: '95%', cell: (row) => range(row.intervals, 0.95, inMillions) },
  { title: 'Herfindahl', cell: (row) => row.concentration.herfindahl.toFixed(2) },
  { title: 'largest origin', cell: (row) => row.concentration.largest.origin },
]);
