import { describe, expect, test } from 'vitest';
import { replay } from '../../../src/engine/replay.ts';
import { readRows } from '../../../src/engine/rows.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import type { Given, Run } from '../../../src/engine/types.ts';
import { compare } from '../../../src/projections/compare.ts';
import { probability } from '../../../src/projections/probability.ts';
import { project } from '../../../src/projections/project.ts';
import { projectStages } from '../../../src/projections/project-stages.ts';
import { summariseRow } from '../../../src/projections/summarise-row.ts';
import { tails } from '../../../src/projections/tails.ts';
import { toCsv } from '../../../src/projections/to-csv.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import { force } from '../../../src/scenario/force.ts';
import { bite, disputeScenario, exponential } from '../../support/dispute-scenario.ts';

const scenario = disputeScenario(
  [
    {
      id: 'advice',
      effects: [bite],
      sojourn: exponential(60),
      next: [
        { to: 'stop', weight: 2 },
        { to: 'easing', weight: 1 },
      ],
    },
    {
      id: 'stop',
      effects: [{ ...bite, suppression: 0.9 }],
      sojourn: exponential(120),
      next: [{ to: 'easing', weight: 1 }],
    },
    { id: 'easing' },
  ],
  {
    events: [
      {
        id: 'talks',
        date: '2026-02-01',
        probability: 0.4,
        hazards: [{ to: 'easing', factor: { kind: 'uniform', low: 2, high: 6 } }],
      },
    ],
  },
);
const run = simulate({ scenario, seed: 'given', draws: 300 });
const months = { from: '2026-01', count: 12 };
const draws = (made: Run): Float64Array => {
  const [row] = readRows({
    run: made,
    measure: 'revenueLost',
    by: ['total'],
    months,
    dated: 'travel',
    cumulative: false,
  });
  return row!.values;
};
/** By replay alone: what happened in each draw, as an analyst would read it. */
const paths = Array.from({ length: run.draws }, (_, draw) => replay({ run, draw }).dispute!);
const byHand = (keep: (path: (typeof paths)[number]) => boolean): Float64Array =>
  draws(run).filter((_, draw) => keep(paths[draw]!));

const conditions: readonly (readonly [
  string,
  Given | readonly Given[],
  (path: (typeof paths)[number]) => boolean,
])[] = [
  ['an event', { event: 'talks' }, ({ events }) => events.length === 1],
  ['no event', { event: 'talks', happened: false }, ({ events }) => events.length === 0],
  ['a stage', { stage: 'stop' }, ({ stages }) => stages.some(({ stage }) => stage === 'stop')],
  [
    'a stage by a day, included',
    { stage: 'easing', by: '2026-03-15' },
    ({ stages }) => stages.some(({ stage, from }) => stage === 'easing' && from <= '2026-03-15'),
  ],
  [
    'several at once',
    [{ event: 'talks' }, { stage: 'stop', reached: false }],
    ({ stages, events }) => events.length === 1 && !stages.some(({ stage }) => stage === 'stop'),
  ],
];

describe('given filters the draws', () => {
  test.each(conditions)('%s: the same as by hand', (_, given, keep) => {
    const kept = byHand(keep);
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.length).toBeLessThan(290);
    const projection = project({ run, measure: 'revenueLost', given, levels: [0.8] });
    expect(projection.draws).toBe(kept.length);
    expect(projection.meta.draws).toBe(300);
    expect(projection.rows).toEqual([summariseRow(kept, [0.8], null)]);
    const chance = probability({ run, measure: 'revenueLost', above: 1e7, given });
    expect([chance.value, chance.draws]).toEqual([
      kept.filter((v) => v > 1e7).length / kept.length,
      kept.length,
    ]);
    expect(tails({ run, measure: 'revenueLost', levels: [0.5], given }).rows[0]!.valueAtRisk).toBe(
      summariseRow(kept, [], null).median,
    );
  });

  test('a comparison keeps the draws in which it holds in base', () => {
    const other = simulate({ scenario: force({ scenario, event: 'talks' }), seed: 'given', draws: 300 });
    const [base, changed] = [draws(run), draws(other)];
    const differences = changed
      .map((value, draw) => value - base[draw]!)
      .filter((_, draw) => paths[draw]!.events.length === 0);
    const { rows } = compare({
      base: run,
      other,
      measure: 'revenueLost',
      given: { event: 'talks', happened: false },
    });
    expect(rows[0]!.difference.mean).toBe(summariseRow(differences, [], null).mean);
    expect(rows[0]!.difference.mean).toBeLessThan(0);
    // Where the talks took place by themselves, to make them take place changes nothing.
    const same = compare({ base: run, other, measure: 'revenueLost', given: { event: 'talks' } }).rows[0]!;
    expect([same.difference.mean, same.difference.standardError]).toEqual([0, 0]);
  });

  test.each<[string, unknown, string]>([
    [
      'an event',
      { event: 'talk' },
      'given.event: expected an event of run, received "talk"; did you mean "talks"?',
    ],
    [
      'a stage',
      [{ stage: 'esing' }],
      'given[0].stage: expected a stage of run, received "esing"; did you mean "easing"?',
    ],
    [
      'a day',
      { stage: 'stop', by: '2026-02-30' },
      'given.by: expected a date YYYY-MM-DD, received "2026-02-30"',
    ],
    [
      'a key',
      { stage: 'stop', happened: true },
      'given: option: expected one that it knows, received "happened"',
    ],
    [
      'nothing known',
      { month: 'x' },
      "given: expected { event: '...' } or { stage: '...' }, received { month: \"x\" }",
    ],
    [
      'what never is',
      { stage: 'advice', reached: false },
      'given: expected what happens in some of the 300 draws',
    ],
  ])('refuses %s', (_, given, message) => {
    expect(() => project({ run, measure: 'revenueLost', given: given as Given })).toThrow(message);
  });

  test('refuses it where there is no dispute', () => {
    const { dispute: _, ...calm } = scenario;
    const without = simulate({ scenario: calm, seed: 1, draws: 2 });
    expect(() => project({ run: without, measure: 'revenue', given: { event: 'talks' } })).toThrow(
      'given: expected a scenario of run with a dispute',
    );
  });
});

describe('force', () => {
  test('an event happens in every draw, or in none', () => {
    const happens = simulate({ scenario: force({ scenario, event: 'talks' }), seed: 'given', draws: 50 });
    const never = simulate({
      scenario: force({ scenario, event: 'talks', happens: false }),
      seed: 'given',
      draws: 50,
    });
    for (let draw = 0; draw < 50; draw++) {
      expect(replay({ run: happens, draw }).dispute!.events).toHaveLength(1);
      expect(replay({ run: never, draw }).dispute!.events).toHaveLength(0);
    }
  });

  test('a stage begins on the day asked for, wherever the dispute is, and goes on by its own rules', () => {
    const forced = simulate({
      scenario: force({ scenario, stage: 'stop', date: '2026-05-01' }),
      seed: 'given',
      draws: 50,
    });
    let later = 0;
    for (let draw = 0; draw < 50; draw++) {
      const { stages } = replay({ run: forced, draw }).dispute!;
      expect(
        stages.some(({ stage, from, to }) => stage === 'stop' && from <= '2026-05-01' && to >= '2026-05-01'),
      ).toBe(true);
      if (stages.at(-1)!.stage === 'easing') later += 1;
    }
    expect(later).toBeGreaterThan(25);
  });

  test('one way out of a stage, after a stay as long as it would have been', () => {
    const eased = simulate({
      scenario: force({ scenario, from: 'advice', to: 'easing' }),
      seed: 'given',
      draws: 50,
    });
    for (let draw = 0; draw < 50; draw++) {
      const { stages } = replay({ run: eased, draw }).dispute!;
      expect(stages.every(({ stage }) => stage !== 'stop')).toBe(true);
    }
    const { dispute: _, ...inputs } = replay({ run: eased, draw: 7 });
    expect(inputs.inputs['dispute/sojourn/advice/1']).toBe(
      replay({ run, draw: 7 }).inputs['dispute/sojourn/advice/1'],
    );
  });

  test.each([
    [{}, 'from: expected a stage of the dispute, received undefined'],
    [
      { stage: 'easing', dte: '2026-03-01' },
      'expected one that it knows, received "dte"; did you mean "date"?',
    ],
    [{ stage: 'easing', event: 'talks' }, 'expected one that it knows, received "stage"'],
    [{ stage: 'easing', date: '2026-3-1' }, 'date: expected a date YYYY-MM-DD, received "2026-3-1"'],
    [{ stage: 'ease' }, 'stage: expected a stage of the dispute, received "ease"'],
    [{ event: 'talks', happens: 'no' }, 'happens: expected true or false, received "no"'],
    [{ from: 'advice', to: 'advice' }, 'to: expected where advice leads, received "advice"'],
  ])('refuses %o', (options, message) => {
    expect(() => force({ scenario, ...options } as never)).toThrow(message);
  });

  test('leaves the scenario it was given alone, and every other draw', () => {
    const before = structuredClone(scenario);
    const forced = simulate({ scenario: force({ scenario, event: 'talks' }), seed: 'given', draws: 300 });
    expect(scenario).toEqual(before);
    const {
      'dispute/event/talks/happening': _,
      'dispute/event/talks/probability': __,
      ...rest
    } = replay({ run, draw: 9 }).inputs;
    expect(replay({ run: forced, draw: 9 }).inputs).toMatchObject(rest);
  });

  test('given is no force: worlds in which easing comes early are mild worlds', () => {
    const early = project({ run, measure: 'revenueLost', given: { stage: 'easing', by: '2026-03-01' } });
    const forced = simulate({
      scenario: force({ scenario, stage: 'easing', date: '2026-03-01' }),
      seed: 'given',
      draws: 300,
    });
    expect(early.rows[0]!.mean).toBeLessThan(project({ run: forced, measure: 'revenueLost' }).rows[0]!.mean);
  });

  test.each<[string, Parameters<typeof force>[0], string]>([
    [
      'an event',
      { scenario, event: 'x' },
      'event: expected an event of the dispute, received "x"; there is "talks"',
    ],
    [
      'a stage',
      { scenario, stage: 'x' },
      'stage: expected a stage of the dispute, received "x"; there is "advice", "stop", "easing"',
    ],
    [
      'a way',
      { scenario, from: 'easing', to: 'stop' },
      'to: expected where easing leads, received "stop"; there is none',
    ],
    ['a day', { scenario, stage: 'stop', date: '2026-02-30' }, 'expected a date YYYY-MM-DD'],
  ])('refuses %s that is not there', (_, options, message) => {
    expect(() => force(options)).toThrow(message);
  });
});

describe('projectStages', () => {
  test('shares are the days by hand, and sum to 1', () => {
    const { rows, draws: left } = projectStages({ run, months: { from: '2026-02', count: 2 } });
    expect(left).toBe(300);
    expect(rows.map(({ month, stage }) => `${month} ${stage}`)).toEqual([
      ...['2026-02 advice', '2026-02 stop', '2026-02 easing'],
      ...['2026-03 advice', '2026-03 stop', '2026-03 easing'],
    ]);
    const day = (date: string): number => Date.parse(date) / 86_400_000;
    const last = '2026-04-01';
    const [begin, end] = [day('2026-03-01'), day(last)];
    const spent = paths.map(({ stages }) =>
      stages
        .filter(({ stage }) => stage === 'stop')
        .reduce(
          (sum, { from, to }) => sum + Math.max(0, Math.min(day(to), end) - Math.max(day(from), begin)),
          0,
        ),
    );
    const stop = rows[4]!;
    expect(stop.share).toBeCloseTo(spent.reduce((sum, one) => sum + one, 0) / 31 / 300, 12);
    const entered = paths.filter(({ stages }) =>
      stages.some(({ stage, from }) => stage === 'stop' && from < last),
    );
    expect(stop.reached).toBe(entered.length / 300);
    expect(rows.slice(3).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('over the window, and given', () => {
    const table = projectStages({ run, by: 'total', given: { event: 'talks' } });
    expect(table.rows.map(({ stage }) => stage)).toEqual(['advice', 'stop', 'easing']);
    expect(table.draws).toBe(paths.filter(({ events }) => events.length === 1).length);
    const all = projectStages({ run, by: 'total' });
    expect(table.rows[2]!.share).toBeGreaterThan(all.rows[2]!.share);
  });

  test('as rows and as text', () => {
    const table = projectStages({ run, months: { from: '2026-01', count: 1 } });
    expect(Object.keys(toRows(table)[0]!)).toEqual([
      ...['month', 'stage', 'share', 'shareStandardError', 'reached', 'reachedStandardError'],
    ]);
    expect(toCsv(table).split('\r\n')[0]).toBe(
      'month,stage,share,shareStandardError,reached,reachedStandardError',
    );
  });

  test('needs a dispute', () => {
    const { dispute: _, ...calm } = scenario;
    expect(() => projectStages({ run: simulate({ scenario: calm, seed: 1, draws: 2 }) })).toThrow(
      'run: expected one of a scenario with a dispute',
    );
  });
});
