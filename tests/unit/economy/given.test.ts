import { expect, test } from 'vitest';
import {
  exposure,
  type ImpactOptions,
  japan2015,
  money,
  projectImpact,
  readImpact,
} from '../../../src/economy/index.ts';
import { readRows } from '../../../src/engine/rows.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import type { Run } from '../../../src/engine/types.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const [china] = smallScenario.flows;
const scenario: Scenario = {
  ...smallScenario,
  flows: [{ ...china!, spend: { food: 100_000 } }],
  dispute: {
    start: { date: '2025-11-10', stage: 'calm' },
    stages: [
      { id: 'calm', sojourn: { kind: 'gamma', mean: 30, sd: 20 }, next: [{ to: 'ban', weight: 1 }] },
      {
        id: 'ban',
        effects: [
          {
            id: 'ban',
            on: {},
            suppression: 0.9,
            cancellation: 0.9,
            halfLives: { awareness: 1, cancelling: 1, recovery: 30 },
          },
        ],
      },
    ],
  },
};
const run = simulate({ scenario, seed: 'given', draws: 400 });
const given = { stage: 'ban', by: '2025-11-30' };
const whole = Array.from(readImpact({ run, economy: japan2015() }), ({ values }) => values)[0]!;

test('what is given filters the draws of impact, each with its own multipliers', () => {
  const kept = Array.from(readImpact({ run, economy: japan2015(), given }), ({ values }) => values)[0]!;
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.length).toBeLessThan(380);
  const all = new Set(whole);
  expect(kept.filter((value) => !all.has(value))).toHaveLength(0);
  const table = projectImpact({ run, economy: japan2015(), given });
  expect(table.draws).toBe(kept.length);
  expect(table.rows[0]!.mean).toBeGreaterThan(projectImpact({ run, economy: japan2015() }).rows[0]!.mean);
});

test('and those of a book', () => {
  const book = [{ origin: 'CHN', revenue: money({ amount: 1, currency: 'JPY', year: 2025 }) }];
  const found = exposure({ run, book, given });
  const request = {
    run,
    by: ['total'],
    months: { from: '2025-11', count: 3 },
    dated: 'travel',
    cumulative: false,
  } as const;
  const [lost] = Array.from(readRows({ ...request, measure: 'revenueLostShare' }), ({ values }) => values);
  const [kept] = Array.from(
    readImpact({ run, economy: japan2015(), given }),
    ({ values }) => new Set(values),
  );
  const shares = lost!.filter((_, i) => kept!.has(whole[i]!));
  expect(found.draws).toBe(shares.length);
  expect(found.rows[0]!.mean).toBeCloseTo(shares.reduce((sum, share) => sum + share, 0) / shares.length, 12);
});

test('what was asked of a run before is of no matter', () => {
  const questions: readonly Omit<ImpactOptions, 'run'>[] = [
    { what: 'valueAdded' },
    { given },
    { given: { stage: 'ban', by: '2025-11-30', reached: false } },
    { measure: 'revenueBaseline' },
    { months: { from: '2025-12', count: 1 } },
    { by: 'month' },
    { where: { region: 'tokyo' } },
    { where: { region: 'osaka' } },
  ];
  const regions = { tokyo: 0.7, osaka: 0.3 };
  const split = { ...scenario, flows: scenario.flows.map((flow) => ({ ...flow, regions })) };
  const again = (): Run => simulate({ scenario: split, seed: 'given', draws: 100 });
  const one = again();
  // Each after the plain one, from which it differs in one thing.
  const asking = [
    ...questions.flatMap((question) => [{}, question]),
    { by: 'month' },
    { by: 'month', cumulative: true },
  ] as const;
  for (const question of asking) {
    const asked = { ...question, economy: japan2015() };
    expect(projectImpact({ run: one, ...asked })).toEqual(projectImpact({ run: again(), ...asked }));
  }
});
