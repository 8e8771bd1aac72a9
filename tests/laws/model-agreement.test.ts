import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReplayedDays, replay } from '../../src/engine/replay.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Measure, Run } from '../../src/engine/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { rowsOf } from '../reference/engine-rows.ts';
import { numericScenario } from '../reference/numeric-scenarios.ts';
import { isoWeekAfter } from '../reference/reference-calendar.ts';
import {
  type FlowOutcome,
  lostArrivals,
  type MonthlyMoney,
  referenceOutcomes,
  type SeriesName,
  sum,
} from '../reference/reference-model.ts';

/** Two implementations of the model agree to this share of the flow's largest month. */
const AGREEMENT = 1e-9;
const SEED = 20251118;

/** Persons and bookings by day, as `replay` names them. */
const DAYS: readonly (readonly [
  Exclude<keyof ReplayedDays, 'date' | 'capacity' | 'bookingShare'>,
  SeriesName,
])[] = [
  ['baseline', 'baseline'],
  ['travelled', 'travelled'],
  ['cancelled', 'cancelled'],
  ['notBooked', 'notBooked'],
  ['blocked', 'blocked'],
  ['returned', 'returned'],
  ['arrivals', 'arrivals'],
  ['cancellations', 'cancellationsMade'],
  ['cancellationsLater', 'cancellationsLater'],
  ['bookingsOnHand', 'bookingsOnHand'],
  ['waiting', 'waiting'],
];

type Dated = 'travel' | 'made';
type Monthly = (outcome: FlowOutcome) => readonly number[];

const gross =
  (net: Monthly): Monthly =>
  (outcome) =>
    net(outcome).map((cancelled) => cancelled / (1 - outcome.ordinaryCancellation));

/** Persons and bookings, by month and flow. */
const COUNTS: readonly (readonly [Measure, Dated, Monthly])[] = [
  ['baseline', 'travel', ({ monthly }) => monthly.baseline],
  ['travelled', 'travel', ({ monthly }) => monthly.travelled],
  ['notBooked', 'travel', ({ monthly }) => monthly.notBooked],
  ['blocked', 'travel', ({ monthly }) => monthly.blocked],
  ['returned', 'travel', ({ monthly }) => monthly.returned],
  ['arrivals', 'travel', ({ monthly }) => monthly.arrivals],
  ['arrivalsLost', 'travel', ({ monthly }) => lostArrivals(monthly)],
  ['cancellations', 'travel', ({ monthly }) => monthly.cancelled],
  ['cancellations', 'made', ({ monthly }) => monthly.cancellationsMade],
  ['cancellationsLater', 'made', ({ monthly }) => monthly.cancellationsLater],
  ['cancellationsGross', 'travel', gross(({ monthly }) => monthly.cancelled)],
  ['cancellationsGross', 'made', gross(({ monthly }) => monthly.cancellationsMade)],
  ['waiting', 'travel', ({ monthly }) => monthly.waiting],
  ['bookingsOnHand', 'travel', ({ monthly }) => monthly.bookingsOnHand],
];

const MONEY: readonly (keyof MonthlyMoney)[] = [
  'revenueBaseline',
  'revenue',
  'revenueLost',
  'revenueReturned',
  'revenueSubstituted',
  'revenueLostNet',
];

describe('the engine agrees with the reference model', () => {
  it('on persons and bookings, by month and flow', () => {
    forEveryScenario((run, outcomes) => {
      for (const [measure, dated, monthly] of COUNTS) {
        const rows = rowsOf(run, measure, ['month', 'flow'], dated);
        for (const outcome of outcomes) {
          expectMonths(rows, outcome, monthly(outcome), largestMonth(outcome), `${measure}, ${dated}`);
        }
      }
    });
  });

  it('on every day, and on what falls outside the days', () => {
    forEveryScenario((run, outcomes, scenario) => {
      const { flows } = replay({ run, draw: 0 });
      expect(flows.map(({ id }) => id)).toEqual(scenario.flows.map(({ id }) => id));
      outcomes.forEach((outcome, i) => {
        const { days, cancellationsBefore, lapsed } = flows[i]!;
        const unit = largestMonth(outcome);
        const horizon = (path: readonly number[]): readonly number[] => path.slice(-outcome.firstDay || 0);
        for (const [replayed, series] of DAYS) {
          expectDays(days[replayed], outcome.daily[series], unit, replayed);
        }
        const booking = horizon(outcome.paths.suppression).map((s) => 1 - s);
        expectDays(days.bookingShare, booking, 1, 'bookingShare');
        expect(days.capacity === null).toBe(scenario.flows[i]!.capacity === undefined);
        if (days.capacity) expectDays(days.capacity, horizon(outcome.paths.capacity), 1, 'capacity');
        expectNear([cancellationsBefore], outcome.madeBeforeDay0, unit, 'cancellationsBefore');
        expectNear([lapsed], sum(outcome.daily.lapsed), unit * outcome.months.length, 'lapsed');
      });
    }, 200);
  });

  it('on money, by month and flow and by category', () => {
    forEveryScenario((run, outcomes) => {
      for (const measure of MONEY) {
        const rows = rowsOf(run, measure, ['month', 'flow']);
        const rowsByCategory = rowsOf(run, measure, ['month', 'flow', 'category']);
        for (const outcome of outcomes) {
          const categories = Object.entries(outcome.money);
          const all = outcome.months.map((_, m) => sum(categories.map(([, money]) => money[measure][m]!)));
          expectMonths(rows, outcome, all, largestRevenue(outcome), measure);
          for (const [category, money] of categories) {
            // A category on which nobody spends may have no row.
            if (money[measure].every((value) => value === 0)) continue;
            expectMonths(rowsByCategory, outcome, money[measure], largestRevenue(outcome), measure, category);
          }
        }
      }
    });
  });

  it('on refunds and nights, by month and flow', () => {
    forEveryScenario((run, outcomes, scenario) => {
      const none: ReadonlyMap<string, Float64Array> = new Map();
      const read = (measure: Measure, isThere: boolean): ReadonlyMap<string, Float64Array> =>
        isThere ? rowsOf(run, measure, ['month', 'flow']) : none;
      const someRefund = scenario.flows.some((flow) => flow.refunds);
      const someNights = scenario.flows.some((flow) => flow.nights);
      const refunds = read('refunds', someRefund);
      const nights = read('guestNights', someNights);
      const nightsLost = read('guestNightsLost', someNights);
      outcomes.forEach((outcome, i) => {
        const { monthly } = outcome;
        const flow = scenario.flows[i]!;
        if (flow.refunds) {
          const price = outcome.tripPrice;
          expectMonths(refunds, outcome, outcome.refunds, largestMonth(outcome) * price, 'refunds');
        }
        if (flow.nights) {
          const unit = largestMonth(outcome) * outcome.nights;
          const stays = (arrivals: readonly number[]): number[] => arrivals.map((a) => a * outcome.nights);
          expectMonths(nights, outcome, stays(monthly.arrivals), unit, 'guestNights');
          expectMonths(nightsLost, outcome, stays(lostArrivals(monthly)), unit, 'guestNightsLost');
        }
      });
    });
  });

  it('on weeks, by the day travelled and by the day made', () => {
    forEveryScenario((run, outcomes, scenario) => {
      const weekOf = (d: number): string => isoWeekAfter(scenario.calendar.start, d);
      const weekly = (daily: (outcome: FlowOutcome) => readonly number[]): Map<string, number> => {
        const weeks = new Map<string, number>();
        for (const outcome of outcomes) {
          daily(outcome).forEach((value, d) => {
            weeks.set(weekOf(d), (weeks.get(weekOf(d)) ?? 0) + value);
          });
        }
        return weeks;
      };
      const unit = sum(outcomes.map(largestMonth));
      const compare = (measure: Measure, dated: Dated, expected: Map<string, number>): void => {
        const rows = rowsOf(run, measure, ['week'], dated);
        expect([...rows.keys()]).toEqual([...expected.keys()]);
        for (const [week, value] of expected) {
          expectNear(rows.get(week), value, unit, `${measure}, ${dated}, ${week}`);
        }
      };
      compare(
        'arrivals',
        'travel',
        weekly(({ daily }) => daily.arrivals),
      );
      compare(
        'cancellations',
        'travel',
        weekly(({ daily }) => daily.cancelled),
      );
      compare(
        'cancellations',
        'made',
        weekly(({ daily }) => daily.cancellationsMade),
      );
      compare(
        'cancellationsLater',
        'made',
        weekly(({ daily }) => daily.cancellationsLater),
      );
    });
  });

  it('on totals and ratios', () => {
    forEveryScenario((run, outcomes) => {
      const unit = sum(outcomes.map(largestMonth));
      const all = (daily: (outcome: FlowOutcome) => readonly number[]): number =>
        sum(outcomes.map((outcome) => sum(daily(outcome))));
      const arrivals = all(({ daily }) => daily.arrivals);
      const baseline = all(({ daily }) => daily.baseline);
      const totalOf = (measure: Measure): Float64Array | undefined =>
        rowsOf(run, measure, ['total']).values().next().value;
      const atTheEnd = sum(outcomes.map(({ daily }) => daily.bookingsOnHand.at(-1)!));
      expectNear(totalOf('arrivals'), arrivals, unit * outcomes[0]!.months.length, 'arrivals');
      expectNear(totalOf('bookingsOnHand'), atTheEnd, unit, 'bookingsOnHand');
      if (baseline > 0)
        expectNear(totalOf('changeOnBaseline'), arrivals / baseline - 1, 1, 'changeOnBaseline');
    });
  });
});

function forEveryScenario(
  check: (run: Run, outcomes: readonly FlowOutcome[], scenario: Scenario) => void,
  runs = 60,
): void {
  fc.assert(
    fc.property(numericScenario, (scenario) => {
      check(simulate({ scenario, seed: 'any', draws: 1 }), referenceOutcomes(scenario), scenario);
    }),
    { numRuns: runs, seed: SEED },
  );
}

function expectMonths(
  rows: ReadonlyMap<string, Float64Array>,
  outcome: FlowOutcome,
  expected: readonly number[],
  unit: number,
  what: string,
  ...more: readonly string[]
): void {
  outcome.months.forEach(({ name }, m) => {
    const key = [name, outcome.id, ...more].join('|');
    expectNear(rows.get(key), expected[m]!, unit, `${what}, ${key}`);
  });
}

function expectDays(actual: Float64Array, expected: readonly number[], unit: number, what: string): void {
  expect(actual.length, what).toBe(expected.length);
  const apart = expected.map((value, d) => Math.abs(actual[d]! - value));
  const worst = apart.reduce((at, value, d) => (value <= apart[at]! ? at : d), 0);
  expectNear([actual[worst]!], expected[worst]!, unit, `${what} on day ${worst}`);
}

function expectNear(
  values: ArrayLike<number> | undefined,
  expected: number,
  unit: number,
  what: string,
): void {
  expect(values?.length, what).toBe(1);
  const apart = Math.abs(values![0]! - expected);
  expect(apart, `${what}: ${values![0]} against ${expected}`).toBeLessThanOrEqual(AGREEMENT * unit);
}

function largestMonth(outcome: FlowOutcome): number {
  return Math.max(...outcome.monthly.baseline);
}

/** Of the flow's own and of those who take its place. */
function largestRevenue(outcome: FlowOutcome): number {
  return largestMonth(outcome) * outcome.largestSpend;
}
