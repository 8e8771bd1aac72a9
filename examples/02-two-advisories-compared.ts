/**
 * Two advisories compared: what would an easing in spring save?
 *
 * Two scenarios under one seed share their worlds: every input that both have takes the same value in the same draw.
 * So the difference between them is effect, not noise, and is known far better than either of the two.
 */
import { compare } from 'tourism-impact';
import { chinaJapan2025 } from 'tourism-impact/data';
import { simulateShown } from './support/progress.ts';

const scenario = chinaJapan2025();
const seed = 'beijing-2025-11-18';

// The same advisories, all lifted after 120 days.
const eased = {
  ...scenario,
  title: 'Eased after 120 days',
  advisories: scenario.advisories.map((advisory) => ({ ...advisory, duration: 120 })),
};

const base = await simulateShown({ scenario, seed, draws: 4_000 });
const other = await simulateShown({ scenario: eased, seed, draws: 4_000 });
const [row] = compare({ base, other, measure: 'revenueLost', levels: [0.8] }).rows;
const { difference } = row!;
const [interval] = difference.intervals;

const trillion = (yen: number): string => (yen / 1e12).toFixed(3);
console.log(
  `Revenue lost in 24 months, trillion yen: ${trillion(row!.base)} as it stands, ${trillion(row!.other)} if eased`,
);
console.log(`Difference: ${trillion(difference.mean)} ± ${trillion(difference.standardError)} (Monte Carlo)`);
console.log(`80% of the draws: ${trillion(interval!.lower)} to ${trillion(interval!.upper)}`);
console.log(`Unpaired runs would have needed ${row!.pairingGain.toFixed(1)} times as many draws`);
