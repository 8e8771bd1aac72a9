import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../../src/distributions/types.ts';
import { replay } from '../../../src/engine/replay.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { dateAfter } from '../../reference/reference-calendar.ts';
import { referenceOutcomes } from '../../reference/reference-model.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const START = smallScenario.calendar.start;
/** The engine and the reference agree to this share of the largest month. */
const AGREEMENT = 1e-9;

/** An advisory that ends within the horizon, so slow that what it does there tells when it began. */
function scenarioOf(date: string, delay: Quantity, daysBefore: number): Scenario {
  const [flow] = smallScenario.flows;
  return {
    ...smallScenario,
    flows: [
      {
        ...flow!,
        spend: 1,
        leadTime: {
          kind: 'mixture',
          components: [
            { weight: 0.8, mean: 30 },
            { weight: 0.2, mean: 4000 },
          ],
        },
      },
    ],
    advisories: [
      {
        id: 'old',
        onset: { date, delay },
        duration: daysBefore + 40,
        effects: [
          {
            id: 'all',
            on: {},
            suppression: 0.9,
            cancellation: 0.7,
            halfLives: { awareness: 5000, cancelling: 900, recovery: 25 },
          },
        ],
      },
    ],
  };
}

describe('an advisory that began long before the horizon', () => {
  const earliest = dateAfter(START, -3650);
  const cases: readonly [string, string, number, number][] = [
    ['7300 days: the earliest date and the earliest delay', earliest, -3650, 7300],
    ['3650 days by its date', earliest, 0, 3650],
    ['3650 days by its delay', START, -3650, 3650],
    ['3649 days by a delay from within the horizon', dateAfter(START, 1), -3650, 3649],
  ];

  it.each(cases)('%s: agrees with the reference model', (_, date, delay, before) => {
    const scenario = scenarioOf(date, delay, before);
    const [outcome] = referenceOutcomes(scenario);
    const [flow] = replay({ scenario, seed: 1, draw: 0 }).flows;
    const largest = Math.max(...outcome!.monthly.baseline);
    expect(outcome!.firstDay).toBe(-before);
    expect(flow!.advisories).toEqual([
      { name: 'old/all', onset: dateAfter(START, -before), end: dateAfter(START, 40) },
    ]);
    for (const [engine, reference] of [
      ['travelled', 'travelled'],
      ['cancelled', 'cancelled'],
      ['notBooked', 'notBooked'],
      ['made', 'cancellationsMade'],
    ] as const) {
      outcome!.monthly[reference].forEach((value, m) => {
        expect(Math.abs(flow!.months[engine][m]! - value), engine).toBeLessThanOrEqual(AGREEMENT * largest);
      });
    }
    expect(Math.abs(flow!.cancellationsBefore - outcome!.madeBeforeDay0)).toBeLessThanOrEqual(
      AGREEMENT * largest,
    );
  });

  it.each(cases)('%s: does the same where the delay is drawn', (_, date, delay, before) => {
    const arrivals = (quantity: Quantity): Float64Array =>
      simulate({ scenario: scenarioOf(date, quantity, before), seed: 1, draws: 1 }).panels.get(
        'arrivals/travel/month',
      )!;
    expect(arrivals({ kind: 'discrete', values: [delay] })).toEqual(arrivals(delay));
  });
});
