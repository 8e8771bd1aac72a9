import { describe, expect, test } from 'vitest';
import { replay } from '../../../src/engine/replay.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { compare } from '../../../src/projections/compare.ts';
import { compareAll } from '../../../src/projections/compare-all.ts';
import { countermeasure } from '../../../src/projections/countermeasure.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import { streamOf } from '../../../src/random/stream.ts';
import { uniform } from '../../../src/random/uniform.ts';
import { force } from '../../../src/scenario/force.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { bite, disputeScenario, exponential } from '../../support/dispute-scenario.ts';

const base: Scenario = disputeScenario(
  [
    { id: 'held', effects: [bite], sojourn: exponential(90), next: [{ to: 'over', weight: 1 }] },
    { id: 'over' },
  ],
  { events: [{ id: 'talks', date: '2026-02-01', probability: 0.5, hazards: [{ factor: 3 }] }] },
);
const promote = (id: string, share: number, cost: number | { kind: 'uniform'; low: number; high: number }) =>
  countermeasure({
    id,
    cost,
    change: (scenario) => ({
      ...scenario,
      flows: scenario.flows.map((flow) => ({ ...flow, substitution: { share } })),
    }),
  });
const talks = countermeasure({
  id: 'talks',
  cost: 1e5,
  change: (scenario) => force({ scenario, event: 'talks' }),
});
const asked = { base, seed: 'measures', draws: 400 } as const;

describe('compareAll', () => {
  test('what one measure avoids is what compare says', () => {
    const [row] = compareAll({ ...asked, options: [talks] }).rows;
    const [there, here] = [base, talks.change(base)].map((scenario) =>
      simulate({ scenario, seed: 'measures', draws: 400 }),
    );
    const [difference] = compare({ base: here!, other: there!, measure: 'revenueLostNet' }).rows;
    expect(row!.avoided.mean).toBe(difference!.difference.mean);
    expect(row!.avoided.standardError).toBe(difference!.difference.standardError);
    expect(row!.net.mean).toBeCloseTo(row!.avoided.mean - 1e5, 3);
    expect(row!.avoidedPerCost.value).toBeCloseTo(row!.avoided.mean / 1e5, 9);
    expect(row!.avoidedPerCost.standardError).toBeCloseTo(row!.avoided.standardError / 1e5, 9);
  });

  test('a measure that takes a share of the loss away pays where that is more than it costs', () => {
    const run = simulate({ scenario: base, seed: 'measures', draws: 400 });
    const cost = { kind: 'uniform', low: 0, high: 4e5 } as const;
    const [row] = compareAll({ ...asked, options: [promote('p', 0.1, cost)] }).rows;
    const uniforms = uniformsAt('countermeasure/p/cost', run);
    const losses = lossesOf(run);
    const pays = losses.filter((lost, i) => 0.1 * lost > 4e5 * uniforms[i]!).length / 400;
    expect(pays).toBeGreaterThan(0.2);
    expect(pays).toBeLessThan(0.98);
    expect(row!.probabilityPays.value).toBe(pays);
    expect(row!.avoided.mean).toBeCloseTo((0.1 * losses.reduce((sum, one) => sum + one, 0)) / 400, 3);
  });

  test('ranks by net; a measure for nothing is never beaten by the same at a price', () => {
    const { rows } = compareAll({
      ...asked,
      options: [promote('dear', 0.1, 1e5), promote('free', 0.1, 0), promote('none', 0, 5)],
    });
    expect(rows.map(({ option, meanRank }) => [option, meanRank])).toEqual([
      ['free', 1],
      ['dear', rows[1]!.meanRank],
      ['none', rows[2]!.meanRank],
    ]);
    expect(rows[0]!.probabilityBest).toEqual({ value: 1, standardError: 0 });
    expect(rows[0]!.avoidedPerCost.value).toBe(Infinity);
    expect(rows[2]!.probabilityPays.value).toBe(0);
    expect(rows[2]!.net.mean).toBe(-5);
  });

  test('what is no countermeasure is refused by its place', () => {
    const options = [promote('p', 0.1, 0), { id: 'by-hand' }] as never;
    expect(() => compareAll({ ...asked, options })).toThrow(
      'options[1]: expected what `countermeasure` returns, received { id: "by-hand" }',
    );
  });

  test('nothing for nothing is a ratio of 0, not of nothing', () => {
    const [row] = compareAll({ ...asked, options: [promote('idle', 0, 0)] }).rows;
    expect(row!.avoidedPerCost).toEqual({ value: 0, standardError: 0 });
  });

  test('worth says what a unit of the loss is worth', () => {
    const once = compareAll({ ...asked, options: [promote('p', 0.1, 1e4)] }).rows[0]!;
    const less = compareAll({ ...asked, options: [promote('p', 0.1, 1e4)], worth: 0.5 }).rows[0]!;
    expect(less.avoided).toEqual(once.avoided);
    expect(less.net.mean).toBeCloseTo(0.5 * once.avoided.mean - 1e4, 3);
  });

  test('given is asked of the base, and of all alike', () => {
    const happened = compareAll({ ...asked, options: [talks], given: { event: 'talks' } });
    expect(happened.draws).toBeGreaterThan(150);
    expect(happened.draws).toBeLessThan(250);
    expect(happened.rows[0]!.avoided.mean).toBe(0);
  });

  test('as rows', () => {
    const [row] = toRows(compareAll({ ...asked, options: [talks], levels: [0.8] }));
    expect(Object.keys(row!)).toEqual([
      ...[
        'option',
        'avoided',
        'standardError',
        'median',
        'lower80',
        'upper80',
        'cost',
        'net',
        'netStandardError',
      ],
      ...['avoidedPerCost', 'probabilityPays', 'probabilityBest', 'meanRank'],
    ]);
  });

  test.each<[string, object, string]>([
    ['no measures', { options: [] }, 'options: expected at least one countermeasure'],
    ['one id twice', { options: [talks, talks] }, 'options: expected each id once'],
    ['persons', { options: [talks], measure: 'arrivalsLost' }, 'measure: expected a loss of money'],
    ['a negative worth', { options: [talks], worth: -1 }, 'worth: -1 is outside [0, infinity)'],
  ])('refuses %s', (_, options, message) => {
    expect(() => compareAll({ ...asked, ...options } as Parameters<typeof compareAll>[0])).toThrow(message);
  });
});

describe('countermeasure', () => {
  const change = (scenario: Scenario): Scenario => scenario;
  test.each<[string, object, string]>([
    ['an id', { id: 'a b', cost: 1, change }, 'id: expected letters, digits'],
    ['a cost', { id: 'a', cost: '1', change }, 'cost: expected a number or a distribution, received "1"'],
    [
      'a negative cost',
      { id: 'a', cost: { kind: 'normal', mean: 1, sd: 1 }, change },
      'cost: its values lie in [-infinity, infinity]',
    ],
    ['no change', { id: 'a', cost: 1 }, 'change: expected a function of a scenario'],
  ])('refuses %s that is none', (_, options, message) => {
    expect(() => countermeasure(options as Parameters<typeof countermeasure>[0])).toThrow(message);
  });
});

/** The uniforms at the address of a cost. */
function uniformsAt(name: string, run: ReturnType<typeof simulate>): readonly number[] {
  return Array.from({ length: run.draws }, (_, draw) => uniform(run.plan.key, streamOf(name), draw));
}

function lossesOf(run: ReturnType<typeof simulate>): number[] {
  return Array.from({ length: run.draws }, (_, draw) => {
    const { months } = replay({ run, draw }).flows[0]!;
    const lost = months.cancelled.map((one, m) => one + months.notBooked[m]! + months.blocked[m]!);
    return 100 * lost.reduce((sum, one) => sum + one, 0);
  });
}
