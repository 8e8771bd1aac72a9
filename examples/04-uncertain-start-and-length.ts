/**
 * An advisory that has not come yet: uncertain start and length.
 *
 * Every input may be a number or a distribution, written in the analyst's own terms: a mean and a standard deviation,
 * a range with a most likely value, or an interval with its probability.
 */
import { medianCase, projectArrivals, type Scenario } from 'tourism-impact';
import { fromInterval } from 'tourism-impact/distributions';
import { simulateShown } from './support/progress.ts';

const scenario: Scenario = {
  title: 'An advisory some time in spring, for a length that nobody knows',
  prices: { currency: 'EUR', year: 2025 },
  calendar: { start: '2026-01-01', months: 12 },
  flows: [
    {
      id: 'visitors',
      origin: 'DEU',
      destination: 'TUN',
      baseline: { kind: 'annual', total: 250_000, seasons: [3, 4, 6, 8, 10, 11, 13, 13, 11, 10, 6, 5] },
      leadTime: { kind: 'quantiles', median: 60, p90: 180 },
      spend: { kind: 'gamma', mean: 620, sd: 40 },
    },
  ],
  advisories: [
    {
      id: 'advice',
      onset: { date: '2026-03-01', delay: { kind: 'pert', low: 0, mode: 20, high: 90 } },
      duration: fromInterval({ low: 30, high: 300, probability: 0.8 }),
      effects: [
        {
          id: 'all',
          on: {},
          suppression: { kind: 'beta', mean: 0.55, sd: 0.15 },
          cancellation: { kind: 'beta', mean: 0.4, sd: 0.15 },
          halfLives: { awareness: 5, cancelling: 4, recovery: { kind: 'gamma', mean: 90, sd: 45 } },
        },
      ],
    },
  ],
};

const run = await simulateShown({ scenario, seed: 'spring', draws: 10_000 });
const median = projectArrivals({ run: medianCase({ scenario }), by: 'month' });

console.log('month     baseline case of medians, then median and 80% of the draws');
projectArrivals({ run, by: 'month', levels: [0.8] }).rows.forEach((row, m) => {
  const [interval] = row.intervals;
  const figures = [median.rows[m]!.mean, row.median, interval!.lower, interval!.upper];
  console.log(row.month, ...figures.map((value) => Math.round(value).toString().padStart(8)));
});
