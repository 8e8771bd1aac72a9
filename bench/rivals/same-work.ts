import type { Advisory, Flow, Scenario } from 'tourism-impact';

/** Month lengths of the horizon, November 2025 to October 2027. */
export const lengths: readonly number[] = [
  30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
];

/**
 * The scenario that brute-force.cpp and brute_force.py have built in: flows alike, each with inputs and an advisory
 * of its own.
 *
 * @param spendFactor multiplies spend: a wrong one must be noticed by whoever compares losses
 */
export function sameWork(flows: number, spendFactor = 1): Scenario {
  const numbers = Array.from({ length: flows }, (_, index) => index + 1);
  return {
    title: 'The same work',
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2025-11-01', months: lengths.length },
    flows: numbers.map((number) => flowOf(number, spendFactor)),
    advisories: numbers.map(advisoryOf),
  };
}

/**
 * The scenario of one-stop.squiggle: one flow of the same work, whose trips are booked on the day of travel, so that
 * none is there to be cancelled and what a day loses is the share that does not book.
 */
export function oneStop(spendFactor = 1): Scenario {
  const scenario = sameWork(1, spendFactor);
  return {
    ...scenario,
    title: 'One stop',
    flows: scenario.flows.map((flow) => ({
      ...flow,
      leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 0 }] },
    })),
    advisories: scenario.advisories.map((advisory) => ({
      ...advisory,
      effects: advisory.effects.map((effect) => ({ ...effect, cancellation: 0 })),
    })),
  };
}

function flowOf(number: number, spendFactor: number): Flow {
  return {
    id: `flow-${number}`,
    origin: 'CHN',
    destination: 'JPN',
    baseline: {
      kind: 'monthly',
      arrivals: lengths.map((length) => (7.4e6 / 365) * length),
      noise: lognormal(1, 0.05),
    },
    leadTime: {
      kind: 'mixture',
      components: [
        { weight: 0.6, mean: 20 },
        { weight: 0.4, mean: 60 },
      ],
    },
    spend: lognormal(277_000 * spendFactor, 0.08),
  };
}

function advisoryOf(number: number): Advisory {
  return {
    id: `advisory-${number}`,
    onset: { date: '2025-11-15' },
    duration: { kind: 'lognormal', mean: 300, sd: 180 },
    effects: [
      {
        id: 'all',
        on: { flow: `flow-${number}` },
        suppression: beta(8, 6),
        cancellation: beta(4, 8),
        halfLives: {
          awareness: { kind: 'uniform', low: 1, high: 7 },
          cancelling: 3,
          // Shape 16/3, scale 11.25.
          recovery: { kind: 'gamma', mean: 60, sd: Math.sqrt(675) },
        },
      },
    ],
  };
}

function beta(a: number, b: number): { kind: 'beta'; mean: number; sd: number } {
  const all = a + b;
  return { kind: 'beta', mean: a / all, sd: Math.sqrt((a * b) / (all * all * (all + 1))) };
}

/** A lognormal whose logarithm has the standard deviation `sigma`. */
function lognormal(mean: number, sigma: number): { kind: 'lognormal'; mean: number; sd: number } {
  return { kind: 'lognormal', mean, sd: mean * Math.sqrt(Math.expm1(sigma * sigma)) };
}
