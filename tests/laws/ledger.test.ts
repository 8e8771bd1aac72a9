import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../src/distributions/types.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Axis, Measure, Run } from '../../src/engine/types.ts';
import type { Flow, Scenario, Substitute } from '../../src/scenario/types.ts';
import { rowsOf } from '../reference/engine-rows.ts';
import { numericScenario } from '../reference/numeric-scenarios.ts';
import { withUncertainty } from '../reference/uncertain-scenarios.ts';

/** What holds for every scenario and in every draw, whatever the inputs are. */
const DRAWS = 16;
/** Sums of a month's shares round to this much of the baseline. */
const ROUNDING = 1e-12;
const RUNS = { numRuns: 40, seed: 20251118 };

/** A measure, what its rounding is measured by, and the ways to split it. */
const SPLITS: readonly (readonly [Measure, Measure, readonly (readonly Axis[])[]])[] = [
  ['arrivals', 'baseline', [['month'], ['flow'], ['month', 'flow'], ['week'], ['origin', 'segment']]],
  ['cancellations', 'baseline', [['month'], ['week', 'flow'], ['destination']]],
  ['revenueLost', 'revenueBaseline', [['month'], ['category'], ['week', 'flow', 'category']]],
  ['revenueSubstituted', 'revenueBaseline', [['month'], ['category'], ['month', 'flow', 'category']]],
  ['revenueLostNet', 'revenueBaseline', [['month'], ['category'], ['month', 'flow', 'category']]],
];

const uncertainScenario = numericScenario.map(withUncertainty);
/** Some flow has refunds, so that they can be asked for. */
const anyScenario = fc
  .oneof({ weight: 3, arbitrary: uncertainScenario }, numericScenario)
  .map((scenario) => ({ ...scenario, flows: scenario.flows.map(withRefunds) }));
const run = (scenario: Scenario): Run => simulate({ scenario, seed: 'laws', draws: DRAWS });

describe('nothing is lost, in any draw', () => {
  it('baseline = travelled + cancelled + not booked + blocked, by month and flow; arrivals and losses follow', () => {
    forEveryRun((made) => {
      const read = reader(made, ['month', 'flow']);
      const baseline = read('baseline');
      expectEqualWithin(baseline, [
        [baseline, [read('travelled'), read('cancellations'), read('notBooked'), read('blocked')]],
        [read('arrivalsLost'), [read('cancellations'), read('notBooked'), read('blocked')]],
      ]);
      expectEqualWithin(largestMonths(made), [[read('arrivals'), [read('travelled'), read('returned')]]]);
    });
  });

  it('no outcome is negative', () => {
    forEveryRun((made) => {
      const read = reader(made, ['month', 'flow']);
      const largest = largestMonths(made);
      const parts = ['travelled', 'cancellations', 'notBooked', 'blocked', 'returned', 'waiting'] as const;
      for (const part of parts) {
        for (const [key, values] of read(part)) {
          values.forEach((value, draw) => {
            expect(value, `${part} ${key}`).toBeGreaterThanOrEqual(-ROUNDING * largest.get(key)![draw]!);
          });
        }
      }
    });
  });

  it('money: baseline = revenue without returns + revenue lost; net = gross - substitutes - returns', () => {
    forEveryRun((made) => {
      for (const axes of [
        ['month', 'flow'],
        ['month', 'flow', 'category'],
      ] as const) {
        const read = reader(made, axes);
        const [all, lost, returned] = [read('revenue'), read('revenueLost'), read('revenueReturned')];
        const replaced = read('revenueSubstituted');
        // Returns and substitutes may outweigh a month's baseline: rounding is of all that is added.
        expectEqualWithin(sumOf([all, lost, returned, replaced], Math.abs), [
          [sumOf([all, lost]), [read('revenueBaseline'), returned]],
          [sumOf([read('revenueLostNet'), returned, replaced]), [lost]],
        ]);
      }
    });
  });

  it('months, flows and categories add up to the total', () => {
    forEveryRun((made) => {
      for (const [measure, unitMeasure, axes] of SPLITS) {
        const [total] = rowsOf(made, measure, ['total']).values();
        const [unit] = rowsOf(made, unitMeasure, ['total']).values();
        for (const by of axes) {
          const rows = [...rowsOf(made, measure, by).values()];
          total!.forEach((value, draw) => {
            const parts = rows.reduce((sum, row) => sum + row[draw]!, 0);
            const rounding = ROUNDING * (unit![draw]! + Math.abs(value));
            expect(Math.abs(parts - value), `${measure} by ${by}`).toBeLessThanOrEqual(rounding);
          });
        }
      }
    });
  });

  it('without an advisory nothing is lost at all', () => {
    forEveryRun(
      (made) => {
        const read = reader(made, ['month', 'flow']);
        const baseline = read('baseline');
        const lost = (['cancellations', 'notBooked', 'blocked', 'returned', 'waiting'] as const).map(read);
        expectEqualWithin(baseline, [[baseline, [read('travelled')]]]);
        // Rounding of one month waits for the next, which may be empty.
        expectEqualWithin(
          largestMonths(made),
          lost.map((one) => [one, []] as const),
        );
      },
      anyScenario.map(({ dispute: _, ...scenario }) => ({ ...scenario, advisories: [] })),
    );
  });

  it('cancellations by the day made are those by the day of travel, where no advisory began before day 0', () => {
    const withinTheHorizon = anyScenario
      .filter(({ calendar, dispute }) => dispute === undefined || dispute.start.date >= calendar.start)
      .map((scenario) => ({
        ...scenario,
        advisories: scenario.advisories.filter(({ onset }) => onset.date >= scenario.calendar.start),
      }));
    forEveryRun((made) => {
      const baseline = rowsOf(made, 'baseline', ['flow']);
      const travelled = rowsOf(made, 'cancellations', ['flow'], 'travel');
      for (const [flow, values] of rowsOf(made, 'cancellations', ['flow'], 'made')) {
        values.forEach((value, draw) => {
          const apart = Math.abs(value - travelled.get(flow)![draw]!);
          expect(apart, flow).toBeLessThanOrEqual(ROUNDING * baseline.get(flow)![draw]!);
        });
      }
    }, withinTheHorizon);
  });

  it('who waits for a chance has returned or is waiting, where nobody gives up', () => {
    const patient = anyScenario.map((scenario) => ({
      ...scenario,
      flows: scenario.flows.map((flow) => ({
        ...flow,
        postponement: { share: 0.75, halfLives: { return: flow.postponement?.halfLives.return ?? 9 } },
      })),
    }));
    forEveryRun((made) => {
      const read = reader(made, ['flow']);
      const [lost, returned, waiting, baseline] = [
        read('arrivalsLost'),
        read('returned'),
        read('waiting'),
        read('baseline'),
      ];
      for (const [flow, values] of lost) {
        values.forEach((value, draw) => {
          const accounted = returned.get(flow)![draw]! + waiting.get(flow)![draw]!;
          expect(Math.abs(0.75 * value - accounted)).toBeLessThanOrEqual(
            ROUNDING * baseline.get(flow)![draw]!,
          );
        });
      }
    }, patient);
  });
});

describe('more of the cause, no less of the effect', () => {
  it('more suppression never means more travel, draw by draw', () => {
    fc.assert(
      fc.property(
        anyScenario,
        fc.array(fc.double({ min: 0, max: 0.9, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (scenario, ups) => {
          let next = 0;
          const more: Scenario = {
            ...scenario,
            advisories: scenario.advisories.map((advisory) => ({
              ...advisory,
              effects: advisory.effects.map((effect) => ({
                ...effect,
                suppression: raised(effect.suppression, ups[next++]!),
              })),
            })),
          };
          const [before, after] = [run(scenario), run(more)];
          const baseline = rowsOf(before, 'baseline', ['month', 'flow']);
          const travelled = rowsOf(before, 'travelled', ['month', 'flow']);
          for (const [key, values] of rowsOf(after, 'travelled', ['month', 'flow'])) {
            values.forEach((value, draw) => {
              const rounding = ROUNDING * baseline.get(key)![draw]!;
              expect(value - travelled.get(key)![draw]!, key).toBeLessThanOrEqual(rounding);
            });
          }
        },
      ),
      RUNS,
    );
  });
});

describe('the same in other words', () => {
  it('doubling spend doubles money, exactly', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const doubled: Scenario = {
          ...scenario,
          flows: scenario.flows.map((flow) => ({
            ...flow,
            spend: twice(flow.spend),
            ...(flow.refunds?.price === undefined
              ? {}
              : { refunds: { ...flow.refunds, price: twice(flow.refunds.price) as Quantity } }),
            ...(flow.substitution === undefined
              ? {}
              : { substitution: doubledSubstitution(flow.substitution) }),
          })),
        };
        const [once, more] = [run(scenario), run(doubled)];
        const money: Measure[] = [
          'revenueLost',
          'revenueSubstituted',
          'revenueReturned',
          'revenueLostNet',
          'refunds',
        ];
        for (const measure of money) {
          const rows = rowsOf(once, measure, ['month', 'flow']);
          for (const [key, values] of rowsOf(more, measure, ['month', 'flow'])) {
            const doubled = [...rows.get(key)!].map((value) => 2 * value);
            expect([...values].map(withoutDust), `${measure} ${key}`).toEqual(doubled.map(withoutDust));
          }
        }
        expect(rowsOf(more, 'arrivals', ['month', 'flow'])).toEqual(
          rowsOf(once, 'arrivals', ['month', 'flow']),
        );
      }),
      RUNS,
    );
  });

  it('a scenario that went through JSON gives the same bits', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const [before, after] = [run(scenario), run(JSON.parse(JSON.stringify(scenario)) as Scenario)];
        for (const measure of [
          'arrivals',
          'cancellations',
          'bookingsOnHand',
          'revenueLostNet',
          'refunds',
        ] as const) {
          expect(rowsOf(after, measure, ['week'])).toEqual(rowsOf(before, measure, ['week']));
        }
      }),
      RUNS,
    );
  });
});

function doubledSubstitution(
  substitution: NonNullable<Flow['substitution']>,
): NonNullable<Flow['substitution']> {
  const doubled = (part: Substitute): Substitute =>
    part.spend === undefined ? part : { ...part, spend: twice(part.spend) };
  if (!('parts' in substitution)) return doubled(substitution);
  const parts = Object.entries(substitution.parts).map(([name, part]) => [name, doubled(part)] as const);
  return { parts: Object.fromEntries(parts) };
}

function withRefunds(flow: Flow): Flow {
  return { refunds: { prepaidShare: { kind: 'uniform', low: 0.2, high: 0.9 } }, ...flow };
}

type Rows = ReadonlyMap<string, Float64Array>;

function forEveryRun(check: (run: Run) => void, scenarios: fc.Arbitrary<Scenario> = anyScenario): void {
  fc.assert(
    fc.property(scenarios, (scenario) => check(run(scenario))),
    RUNS,
  );
}

function reader(run: Run, by: readonly Axis[]): (measure: Measure) => Rows {
  return (measure) => rowsOf(run, measure, by);
}

/** Baseline of each flow's largest month, under the key of each of its months. */
function largestMonths(run: Run): Rows {
  const baseline = rowsOf(run, 'baseline', ['month', 'flow']);
  const flowOf = (key: string): string => key.split('|')[1]!;
  const largest = new Map<string, Float64Array>();
  for (const [key, values] of baseline) {
    const before = largest.get(flowOf(key)) ?? values;
    largest.set(
      flowOf(key),
      values.map((value, draw) => Math.max(value, before[draw]!)),
    );
  }
  return new Map([...baseline.keys()].map((key) => [key, largest.get(flowOf(key))!]));
}

/** Each sum equals its parts, to rounding of `unit`, key by key and draw by draw. */
function expectEqualWithin(unit: Rows, sums: readonly (readonly [Rows, readonly Rows[]])[]): void {
  for (const [total, parts] of sums) {
    for (const [key, values] of total) {
      values.forEach((value, draw) => {
        const sum = parts.reduce((so_far, part) => so_far + part.get(key)![draw]!, 0);
        expect(Math.abs(sum - value), key).toBeLessThanOrEqual(ROUNDING * unit.get(key)![draw]!);
      });
    }
  }
}

function sumOf(rows: readonly Rows[], of: (value: number) => number = (value) => value): Rows {
  return new Map(
    [...rows[0]!].map(([key, values]) => [
      key,
      values.map((_, draw) => rows.reduce((sum, one) => sum + of(one.get(key)![draw]!), 0)),
    ]),
  );
}

/** Numbers next to nothing are kept with fewer digits (below 2^-1022): doubling them is not exact. */
function withoutDust(value: number): number {
  return Math.abs(value) < 2 ** -960 ? 0 : value;
}

/** The share moved towards 1 by `up` of the way, in every draw. */
function raised(share: Quantity, up: number): Quantity {
  const raise = (value: number): number => Math.max(value, value + up * (1 - value));
  if (typeof share === 'number') return raise(share);
  if (share.kind === 'uniform') return { ...share, low: raise(share.low), high: raise(share.high) };
  throw new TypeError(`no way to raise a ${share.kind}`);
}

function twice(amount: Quantity | Readonly<Record<string, Quantity>>): Quantity | Record<string, Quantity> {
  if (typeof amount === 'number') return 2 * amount;
  if (amount.kind === 'uniform') {
    const { low, high } = amount as { low: number; high: number };
    return { kind: 'uniform', low: 2 * low, high: 2 * high };
  }
  if (typeof amount.kind === 'string') throw new TypeError(`no way to double a ${amount.kind}`);
  return Object.fromEntries(
    Object.entries(amount as Readonly<Record<string, Quantity>>).map(([name, one]) => [
      name,
      twice(one) as Quantity,
    ]),
  );
}
