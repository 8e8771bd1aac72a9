import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow, Scenario } from '../../src/scenario/types.ts';
import { leadTimeSums } from './lead-time-sum.ts';
import { numericScenario } from './numeric-scenarios.ts';
import { isoWeekAfter, monthsOf } from './reference-calendar.ts';
import { type FlowOutcome, lostArrivals, referenceOutcomes, sum } from './reference-model.ts';

/** Rounding of sums over some hundred days of numbers of size one. */
const ROUNDING = 1e-12;

function forEveryFlow(
  check: (outcome: FlowOutcome, flow: Flow, scenario: Scenario) => void,
  runs = 150,
): void {
  fc.assert(
    fc.property(numericScenario, (scenario) => {
      referenceOutcomes(scenario).forEach((outcome, i) => {
        check(outcome, scenario.flows[i]!, scenario);
      });
    }),
    { numRuns: runs, seed: 20251118 },
  );
}

/** Departures of the largest day, for tolerances. */
const size = (outcome: FlowOutcome): number => Math.max(...outcome.daily.baseline);
const total = (outcome: FlowOutcome): number => sum(outcome.daily.baseline);

describe('the reference model keeps its own books', () => {
  it('a + b + x + n = 1, and no share is negative', () => {
    forEveryFlow((outcome) => {
      const { daily } = outcome;
      daily.baseline.forEach((baseline, d) => {
        const parts = [daily.travelled, daily.blocked, daily.cancelled, daily.notBooked].map(
          (part) => part[d]!,
        );
        expect(Math.abs(sum(parts) - baseline)).toBeLessThanOrEqual(ROUNDING * baseline);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(-ROUNDING * baseline);
      });
    });
  });

  it('cancellations by the day made add up to cancellations by the day of travel', () => {
    forEveryFlow((outcome) => {
      const made = outcome.madeBeforeDay0 + sum(outcome.daily.cancellationsMade);
      expect(Math.abs(made - sum(outcome.daily.cancelled))).toBeLessThanOrEqual(ROUNDING * total(outcome));
    });
  });

  it('postponed travel has returned, lapsed or is waiting', () => {
    forEveryFlow((outcome, flow) => {
      const { daily } = outcome;
      const rho = (flow.postponement?.share ?? 0) as number;
      const accounted = sum(daily.returned) + sum(daily.lapsed) + daily.waiting.at(-1)!;
      expect(Math.abs(rho * sum(lostArrivals(daily)) - accounted)).toBeLessThanOrEqual(
        ROUNDING * total(outcome),
      );
    });
  });

  it('more suppression never means more travel', () => {
    fc.assert(
      fc.property(numericScenario, fc.double({ min: 0, max: 1, noNaN: true }), (scenario, up) => {
        const advisories = scenario.advisories.map((advisory) => ({
          ...advisory,
          effects: advisory.effects.map((effect) => {
            const suppression = effect.suppression as number;
            return { ...effect, suppression: suppression + up * (1 - suppression) };
          }),
        }));
        const more = referenceOutcomes({ ...scenario, advisories });
        referenceOutcomes(scenario).forEach((outcome, i) => {
          outcome.daily.travelled.forEach((travelled, d) => {
            const withMore = more[i]!.daily.travelled[d]!;
            expect(withMore - travelled).toBeLessThanOrEqual(ROUNDING * size(outcome));
          });
        });
      }),
      { numRuns: 100, seed: 20251118 },
    );
  });
});

describe('the recursions agree with sums over every lead time', () => {
  const short = (outcome: FlowOutcome): boolean => outcome.daily.baseline.length - outcome.firstDay <= 250;

  it('on who travels', () => {
    forEveryFlow((outcome, _, scenario) => {
      if (!short(outcome)) return;
      const sums = leadTimeSums(outcome, scenario);
      outcome.paths.going.forEach((going, at) => {
        expect(Math.abs(going - sums.going(outcome.firstDay + at))).toBeLessThanOrEqual(ROUNDING);
      });
    }, 60);
  });

  it('on what is cancelled when, and on the bookings on hand', () => {
    forEveryFlow((outcome, _, scenario) => {
      const { daily } = outcome;
      const D = daily.baseline.length;
      if (!short(outcome) || D > 100) return;
      const sums = leadTimeSums(outcome, scenario);
      for (const u of [0, Math.floor(D / 3), D - 1, ...outcome.stages.map((stage) => stage.onset)]) {
        if (u < 0 || u >= D) continue;
        const after = departuresAfter(daily.baseline, u);
        const horizon = sum(after.map(([d, lambda]) => (d < D ? lambda * sums.cancelledOn(u, d) : 0)));
        const later = sum(after.map(([d, lambda]) => (d < D ? 0 : lambda * sums.cancelledOn(u, d))));
        const onHand = sum(after.map(([d, lambda]) => (d > u ? lambda * sums.outstanding(u, d) : 0)));
        const tolerance = ROUNDING * 730 * size(outcome);
        expect(Math.abs(daily.cancellationsMade[u]! - horizon)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(daily.cancellationsLater[u]! - later)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(daily.bookingsOnHand[u]! - onHand)).toBeLessThanOrEqual(tolerance);
      }
    }, 40);
  });
});

/** Departures from day u to two years past the horizon, counted forward: λ copied from a year before, or the mean. */
function departuresAfter(horizon: readonly number[], u: number): [number, number][] {
  const lambda = [...horizon];
  const mean = sum(horizon) / horizon.length;
  while (lambda.length < horizon.length + 730) lambda.push(lambda[lambda.length - 365] ?? mean);
  return lambda.map((value, d): [number, number] => [d, value]).filter(([d]) => d >= u);
}

describe('cases worked by hand', () => {
  const flow: Flow = {
    id: 'f',
    origin: 'CHN',
    destination: 'JPN',
    baseline: { kind: 'monthly', arrivals: [3000] },
    leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 1 }] },
    spend: 10,
  };
  const halfLives = { awareness: 0, cancelling: 0, recovery: 0 };
  const scenario = (effect: object, duration: number, over: Partial<Flow> = {}): Scenario => ({
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2025-11-01', months: 1 },
    flows: [{ ...flow, ...over }],
    advisories: [
      {
        id: 'a',
        onset: { date: '2025-11-11' },
        duration,
        effects: [{ id: 'x', on: {}, suppression: 0, cancellation: 0, halfLives, ...effect }],
      },
    ],
  });

  it('halves of the bookings are a day old: a cancellation of 1 takes 1/2, then 1/4 of the departures', () => {
    const { daily } = referenceOutcomes(scenario({ cancellation: 1 }, 5))[0]!;
    // Lead time 0 with probability 1/2; departures of 100 a day; the onset is day 10.
    expect(daily.cancelled.slice(9, 13)).toEqual([0, 50, 25, 12.5]);
    // Made on day 10: 50 + 25 + ... to the end of the month, 20 departures ahead, and 50 / 2^20 for later ones.
    expect(daily.cancellationsMade[10]).toBeCloseTo(100 * (1 - 2 ** -20), 9);
    expect(daily.cancellationsLater[10]).toBeCloseTo(100 * 2 ** -20, 9);
    expect(daily.bookingsOnHand.slice(9, 12).map((value) => Math.round(value * 1e6) / 1e6)).toEqual([
      100, 50, 75,
    ]);
  });

  it('suppression of 1 for two days: nobody books, those who had booked travel', () => {
    const { daily } = referenceOutcomes(scenario({ suppression: 1 }, 2))[0]!;
    expect(daily.travelled.slice(9, 14)).toEqual([100, 50, 25, 62.5, 81.25]);
  });

  it('a half-life of awareness of one day suppresses one half, then three quarters', () => {
    const slow = { ...halfLives, awareness: 1, recovery: 2 };
    const { paths } = referenceOutcomes(scenario({ suppression: 1, halfLives: slow }, 2))[0]!;
    expect(paths.suppression.slice(9, 13)).toEqual([0, 0.5, 0.75, 0.75 * 2 ** -0.5]);
  });

  it('half the seats at a load factor of 0.8 leave room for 62.5%, and returns fill what is left', () => {
    const over: Partial<Flow> = {
      capacity: { loadFactor: 0.8 },
      postponement: { share: 1, halfLives: { return: 0 } },
    };
    const { daily } = referenceOutcomes(scenario({ seatCut: 0.5 }, 2, over))[0]!;
    expect(daily.blocked.slice(9, 13)).toEqual([0, 37.5, 37.5, 0]);
    // 75 are waiting; the full capacity is 125 a day.
    expect(daily.returned.slice(9, 16)).toEqual([0, 0, 0, 25, 25, 25, 0]);
  });

  it('months, leap years and weeks', () => {
    expect(monthsOf('2027-12-01', 4).map(({ name, days, begins }) => [name, days, begins])).toEqual([
      ['2027-12', 31, 0],
      ['2028-01', 31, 31],
      ['2028-02', 29, 62],
      ['2028-03', 31, 91],
    ]);
    // ISO 8601: 2026 has 53 weeks, its last one ends on 3 January 2027.
    expect(
      ['2025-11-14', '2027-01-03', '2027-01-04', '2024-12-30'].map((date) => isoWeekAfter(date, 0)),
    ).toEqual(['2025-W46', '2026-W53', '2027-W01', '2025-W01']);
  });
});
