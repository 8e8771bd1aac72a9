import { describe, expect, it } from 'vitest';
import { replay } from '../../src/engine/replay.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Measure } from '../../src/engine/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { rowsOf } from '../reference/engine-rows.ts';
import {
  type Counts,
  countIndividuals,
  type IndividualAdvisory,
  madeBeforeOnset,
  smallGenerator,
} from '../reference/individual-bookings.ts';
import { dateAfter } from '../reference/reference-calendar.ts';
import { referenceOutcomes, sum } from '../reference/reference-model.ts';

const START = '2025-11-01';
const MONTHS = [
  { begins: 0, days: 30, travellers: 480_000 },
  { begins: 30, days: 31, travellers: 320_000 },
  { begins: 61, days: 31, travellers: 640_000 },
];
const LAGS = [
  { weight: 0.7, mean: 25 },
  { weight: 0.3, mean: 4 },
];
const ADVISORIES: readonly IndividualAdvisory[] = [
  { onset: -9, end: 25, suppression: 0.3, cancellation: 0.2, awareness: 5, cancelling: 6, recovery: 20 },
  { onset: 14, end: 400, suppression: 0.5, cancellation: 0.4, awareness: 3, cancelling: 4, recovery: 9 },
  { onset: 45, end: 55, suppression: 0.6, cancellation: 1, awareness: 0, cancelling: 12, recovery: 7 },
];

const scenario: Scenario = {
  prices: { currency: 'JPY', year: 2025 },
  calendar: { start: START, months: MONTHS.length },
  flows: [
    {
      id: 'people',
      origin: 'CHN',
      destination: 'JPN',
      baseline: { kind: 'monthly', arrivals: MONTHS.map((month) => month.travellers) },
      leadTime: { kind: 'mixture', components: LAGS },
      spend: 1,
    },
  ],
  advisories: ADVISORIES.map((advisory, at) => ({
    id: `advisory-${at}`,
    onset: { date: dateAfter(START, advisory.onset) },
    duration: advisory.end - advisory.onset,
    effects: [
      {
        id: 'all',
        on: {},
        suppression: advisory.suppression,
        cancellation: advisory.cancellation,
        halfLives: {
          awareness: advisory.awareness,
          cancelling: advisory.cancelling,
          recovery: advisory.recovery,
        },
      },
    ],
  })),
};

const SEED = 20251118;
/**
 * Standard errors a count may stray. Each count below is a sum of independent yes-or-no trials, so its variance is at
 * most that of a binomial of the same mean; thirteen counts all stay within five with probability above 0.99999.
 */
const WITHIN = 5;

const count = (isExposed: (bookedOn: number, onset: number) => boolean): Counts =>
  countIndividuals({
    periods: MONTHS,
    lags: LAGS,
    advisories: ADVISORIES,
    isExposed,
    random: smallGenerator(SEED),
  });

/** What is expected, by month. */
interface Expected {
  readonly travelled: ArrayLike<number>;
  readonly cancelled: ArrayLike<number>;
  readonly notBooked: ArrayLike<number>;
  readonly made: ArrayLike<number>;
  readonly madeBefore: number;
}

/** How far each count is from what is expected, in standard errors. */
function strays(counts: Counts, expected: Expected): number[] {
  const everybody = sum(MONTHS.map((month) => month.travellers));
  const stray = (counted: number, mean: number, trials: number): number =>
    Math.abs(counted - mean) / Math.sqrt(mean * (1 - mean / trials));
  return [
    ...MONTHS.flatMap(({ travellers }, m) => [
      stray(counts.travelled[m]!, expected.travelled[m]!, travellers),
      stray(counts.cancelled[m]!, expected.cancelled[m]!, travellers),
      stray(counts.notBooked[m]!, expected.notBooked[m]!, travellers),
      stray(counts.made[m]!, expected.made[m]!, everybody),
    ]),
    stray(counts.madeBefore, expected.madeBefore, everybody),
  ];
}

describe('individual bookings, one traveller at a time', () => {
  const outcome = referenceOutcomes(scenario)[0]!;
  const reference: Expected = {
    ...outcome.monthly,
    made: outcome.monthly.cancellationsMade,
    madeBefore: outcome.madeBeforeDay0,
  };

  it('agree with the reference model within sampling error', () => {
    expect(Math.max(...strays(count(madeBeforeOnset), reference))).toBeLessThan(WITHIN);
  });

  it('agree with the engine within sampling error', () => {
    const run = simulate({ scenario, seed: 'nothing is uncertain', draws: 1 });
    const monthly = (measure: Measure, dated: 'travel' | 'made' = 'travel'): number[] =>
      [...rowsOf(run, measure, ['month'], dated).values()].map((values) => values[0]!);
    const engine: Expected = {
      travelled: monthly('travelled'),
      cancelled: monthly('cancellations'),
      notBooked: monthly('notBooked'),
      made: monthly('cancellations', 'made'),
      madeBefore: replay({ run, draw: 0 }).flows[0]!.cancellationsBefore,
    };
    expect(Math.max(...strays(count(madeBeforeOnset), engine))).toBeLessThan(WITHIN);
  });

  it('show it where bookings made after an onset are cancelled too', () => {
    const exposedAlways = (): boolean => true;
    expect(Math.max(...strays(count(exposedAlways), reference))).toBeGreaterThan(WITHIN);
  });

  it('show it where only bookings made on the very day of the onset are exposed wrongly', () => {
    const exposedOnTheDay = (bookedOn: number, onset: number): boolean => bookedOn <= onset;
    expect(Math.max(...strays(count(exposedOnTheDay), reference))).toBeGreaterThan(WITHIN);
  });
});
