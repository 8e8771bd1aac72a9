/**
 * A stop of group sales and flight cuts, on top of the advice.
 *
 * Stages of one thing share a track: the latest in force rules. A seat cut binds on flows that say how full their
 * flights are; who holds a booking without a seat is counted as blocked.
 */
import { type Advisory, compare, project, type Scenario } from 'tourism-impact';
import { chinaJapan2025 } from 'tourism-impact/data';
import { simulateShown } from './support/progress.ts';

const scenario = chinaJapan2025();
const seed = 'beijing-2025-11-18';

// The next stage of the same thing: while it is in force, it and not the advice says how many groups still book.
const stopOfSales: Advisory = {
  id: 'stop-of-group-sales',
  title: 'Agencies stop selling group tours',
  track: 'china-mfa',
  onset: { date: '2025-12-15' },
  duration: 180,
  effects: [
    {
      id: 'groups',
      on: { segment: 'group' },
      suppression: 0.97,
      cancellation: 0.8,
      halfLives: { awareness: 2, cancelling: 4, recovery: 60 },
    },
  ],
};

// Another thing, on a track of its own: nobody changes their mind because of it, but there are fewer seats.
const flightCuts: Advisory = {
  id: 'flight-cuts',
  title: 'Carriers cut three seats in five',
  onset: { date: '2025-12-15' },
  duration: 120,
  effects: [
    {
      id: 'seats',
      on: { origin: 'CHN' },
      suppression: 0,
      cancellation: 0,
      halfLives: { awareness: 0, cancelling: 0, recovery: 0 },
      seatCut: 0.6,
    },
  ],
};

const escalated: Scenario = {
  ...scenario,
  title: 'Advice, then a stop of group sales and flight cuts',
  flows: scenario.flows.map(
    (flow) => (flow.origin === 'CHN' ? { ...flow, capacity: { loadFactor: 0.8 } } : flow), // an assumption
  ),
  advisories: [...scenario.advisories, stopOfSales, flightCuts],
};

const base = await simulateShown({ scenario, seed, draws: 4_000 });
const other = await simulateShown({ scenario: escalated, seed, draws: 4_000 });

console.log('Revenue lost in 24 months by flow, billion yen: advice alone, escalated, difference');
for (const row of compare({ base, other, measure: 'revenueLost', by: 'flow' }).rows) {
  const billions = [row.base, row.other, row.difference.mean].map((yen) => (yen / 1e9).toFixed(1));
  console.log(`${row.flow}: ${billions.join(', ')}`);
}
const months = { from: '2025-12', count: 6 };
console.log('\nDecember to May, persons: cancelled, not booked, blocked');
for (const flow of ['china-group', 'china-individual']) {
  const persons = (['cancellations', 'notBooked', 'blocked'] as const).map((measure) => {
    const [row] = project({ run: other, measure, months, where: { flow } }).rows;
    return Math.round(row!.mean).toLocaleString('en-US');
  });
  console.log(`${flow}: ${persons.join(', ')}`);
}
