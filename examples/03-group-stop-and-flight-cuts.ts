/**
 * A stop of group sales and flight cuts, on top of the advice.
 *
 * Stages of one thing share a track: the latest in force rules. A seat cut binds on flows that say how full their
 * flights are; who holds a booking without a seat is counted as blocked.
 */
import { type Advisory, compare, project, type Scenario, simulate } from 'tourism-impact';
import { chinaJapan2025 } from 'tourism-impact/data';

const scenario = chinaJapan2025();
const seed = 'beijing-2025-11-18';

const stopOfSales: Advisory = {
  id: 'stop-of-group-sales',
  title: 'Agencies stop selling group tours; carriers cut a third of the seats',
  onset: { date: '2025-12-15' },
  duration: 180,
  effects: [
    {
      id: 'groups',
      on: { segment: 'group' },
      suppression: 0.95,
      cancellation: 0.8,
      halfLives: { awareness: 2, cancelling: 4, recovery: 60 },
      seatCut: 0.33,
    },
    {
      id: 'individuals',
      on: { origin: 'CHN', segment: 'individual' },
      suppression: 0,
      cancellation: 0,
      halfLives: { awareness: 0, cancelling: 0, recovery: 0 },
      seatCut: 0.33,
    },
  ],
};

const escalated: Scenario = {
  ...scenario,
  title: 'Advice, then a stop of group sales and flight cuts',
  flows: scenario.flows.map((flow) =>
    flow.origin === 'CHN' ? { ...flow, capacity: { loadFactor: 0.8 } } : flow,
  ),
  advisories: [...scenario.advisories, stopOfSales],
};

const base = simulate({ scenario, seed, draws: 4_000 });
const other = simulate({ scenario: escalated, seed, draws: 4_000 });

console.log('Revenue lost in 24 months by flow, billion yen: advice alone, escalated, difference');
for (const row of compare({ base, other, measure: 'revenueLost', by: 'flow' }).rows) {
  const billions = [row.base, row.other, row.difference.mean].map((yen) => (yen / 1e9).toFixed(1));
  console.log(`${row.flow}: ${billions.join(', ')}`);
}
const months = { from: '2025-12', count: 6 };
for (const measure of ['cancellations', 'notBooked', 'blocked'] as const) {
  const [row] = project({ run: other, measure, months, where: { flow: 'china-group' } }).rows;
  console.log(`groups, December to May, ${measure}: ${Math.round(row!.mean).toLocaleString('en-US')}`);
}
