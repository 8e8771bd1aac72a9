import { describe, expect, test } from 'vitest';
import { assemble, runChunk } from '../../src/engine/chunk.ts';
import { walkDraws } from '../../src/engine/given.ts';
import { keptPanels } from '../../src/engine/kept.ts';
import { replay } from '../../src/engine/replay.ts';
import { readRows } from '../../src/engine/rows.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Axis, Measure, Run } from '../../src/engine/types.ts';
import type { Advisory, Dispute, Flow, Scenario } from '../../src/scenario/types.ts';
import { richScenario } from '../support/rich-scenario.ts';

const seed = 'determinism';

function rows(run: Run, measure: Measure, by: readonly Axis[]): Map<string, number[]> {
  const months = { from: '2025-11', count: 14 };
  const request = { run, measure, by, months, dated: 'travel', cumulative: false } as const;
  return new Map([...readRows(request)].map(({ key, values }) => [JSON.stringify(key), [...values]]));
}

function panels(run: Run): number[][] {
  return [...run.panels.values()].map((panel) => [...panel]);
}

const inputsOf = (run: Run, draw: number): Readonly<Record<string, number>> => replay({ run, draw }).inputs;

describe('D1: same scenario, seed, draws and version: same bits', () => {
  test('twice in one process', () => {
    const once = simulate({ scenario: richScenario(), seed, draws: 300 });
    const again = simulate({ scenario: richScenario(), seed, draws: 300 });
    expect(panels(again)).toEqual(panels(once));
  });

  test('another seed gives other draws', () => {
    const once = simulate({ scenario: richScenario(), seed: '1', draws: 50 });
    const other = simulate({ scenario: richScenario(), seed: '11', draws: 50 });
    expect(panels(other)).not.toEqual(panels(once));
  });
});

describe('D2: any chunk size and order of arrival: same bits', () => {
  const run = simulate({ scenario: richScenario(), seed, draws: 700 });
  const kept = keptPanels(run.scenario, run.plan);
  const specs = kept.map(({ spec }) => spec);

  test.each([
    [1, 256, 257, 700],
    [300, 301, 302, 700],
    [699, 700],
  ])('cut at %j', (...cuts) => {
    const starts = [0, ...cuts.slice(0, -1)];
    const chunks = cuts.map((to, i) => runChunk(run.plan, specs, starts[i]!, to));
    const backwards = assemble([...chunks].reverse(), 700);
    kept.forEach(({ key }, p) => {
      expect([...backwards[p]!]).toEqual([...run.panels.get(key)!]);
    });
  });

  test('a chunk that is missing or twice is refused', () => {
    const chunk = runChunk(run.plan, specs, 0, 10);
    expect(() => assemble([chunk, chunk], 20)).toThrow('draw 10 is missing or twice');
    expect(() => assemble([chunk], 20)).toThrow('chunks end at draw 10, expected 20');
  });
});

describe('D3: a longer run begins with the shorter one', () => {
  test('1,024 of 2,048 draws', () => {
    const short = rows(simulate({ scenario: richScenario(), seed, draws: 1024 }), 'revenueLost', [
      'month',
      'flow',
    ]);
    const long = rows(simulate({ scenario: richScenario(), seed, draws: 2048 }), 'revenueLost', [
      'month',
      'flow',
    ]);
    for (const [key, values] of short) expect(long.get(key)!.slice(0, 1024)).toEqual(values);
  });
});

describe('D4: reordering flows or advisories permutes rows and changes nothing else', () => {
  test('all reversed', () => {
    const scenario = richScenario();
    const reversed: Scenario = {
      ...scenario,
      flows: [...scenario.flows].reverse(),
      advisories: [...scenario.advisories].reverse(),
    };
    const run = simulate({ scenario, seed, draws: 200 });
    const other = simulate({ scenario: reversed, seed, draws: 200 });
    for (const by of [['month'], ['flow'], ['month', 'flow', 'category'], ['region'], ['week']] as const) {
      const there = rows(other, 'revenueLost', by);
      const here = rows(run, 'revenueLost', by);
      expect(there.size).toBe(here.size);
      for (const [key, values] of here) expect(there.get(key)).toEqual(values);
    }
  });
});

const disputeOf = (scenario: Scenario, change: (dispute: Dispute) => Partial<Dispute>): Scenario => ({
  ...scenario,
  dispute: { ...scenario.dispute!, ...change(scenario.dispute!) },
});

describe('D4 to D6 hold for a dispute', () => {
  const scenario = richScenario();
  const run = simulate({ scenario, seed, draws: 100 });
  const drawsOf = (made: Run): string => JSON.stringify(panels(made));
  /** Names of the inputs that are not the same in some draw, new ones apart. */
  const moved = (other: Run): string[] => {
    const names = new Set<string>();
    for (let draw = 0; draw < 20; draw++) {
      const [here, there] = [inputsOf(run, draw), inputsOf(other, draw)];
      for (const name of Object.keys(here)) if (here[name] !== there[name]) names.add(name);
    }
    return [...names];
  };

  test('D4: stages, ways and events in another order', () => {
    const reversed = disputeOf(scenario, ({ stages, events }) => ({
      stages: [...stages]
        .reverse()
        .map((stage) => (stage.next === undefined ? stage : { ...stage, next: [...stage.next].reverse() })),
      events: [...events!].reverse(),
    }));
    expect(drawsOf(simulate({ scenario: reversed, seed, draws: 100 }))).toBe(drawsOf(run));
  });

  test('D5: one stage more that nothing leads to, and one event more that does nothing', () => {
    const wider = disputeOf(scenario, ({ stages, events }) => ({
      stages: [{ id: 'a-first-by-name', sojourn: 9, next: [{ to: 'words', weight: 1 }] }, ...stages],
      events: [
        { id: 'a', date: '2025-12-01', probability: 0.5, hazards: [{ from: 'words', factor: 1 }] },
        ...events!,
      ],
    }));
    const other = simulate({ scenario: wider, seed, draws: 100 });
    expect(moved(other)).toEqual([]);
    expect(drawsOf(other)).toBe(drawsOf(run));
  });

  test('D6: another length of one stage moves the draws of its visits, and nothing else', () => {
    const longer = disputeOf(scenario, ({ stages }) => ({
      stages: stages.map((stage) =>
        stage.id === 'stop' ? { ...stage, sojourn: { kind: 'gamma', mean: 120, sd: 60 } as const } : stage,
      ),
    }));
    const other = simulate({ scenario: longer, seed, draws: 100 });
    expect(moved(other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((visit) => `dispute/sojourn/stop/${visit}`));
    expect(drawsOf(other)).not.toBe(drawsOf(run));
  });

  test('D7: the path of replay is that of the run', () => {
    const ids = run.plan.dispute!.stages.map(({ id }) => id);
    const paths: string[] = [];
    walkDraws(run, ({ count, stage }) => {
      paths.push(Array.from({ length: count }, (_, v) => ids[stage[v]!]!).join(' '));
    });
    for (const draw of [0, 1, 63, 99]) {
      const { dispute } = replay({ run, draw });
      expect(dispute!.stages.map(({ stage }) => stage).join(' ')).toBe(paths[draw]);
    }
    expect(new Set(paths).size).toBeGreaterThan(5);
  });
});

const another: Flow = {
  id: 'a-first-by-name',
  origin: 'KOR',
  destination: 'JPN',
  baseline: { kind: 'annual', total: { kind: 'lognormal', mean: 9e6, sd: 1e6 } },
  leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 20 }] },
  spend: { kind: 'gamma', mean: 1e5, sd: 1e4 },
};

const weak: Advisory = {
  id: 'a-first-by-name',
  onset: { date: '2026-06-01', delay: { kind: 'uniform', low: 0, high: 20 } },
  duration: { kind: 'gamma', mean: 30, sd: 10 },
  effects: [
    {
      id: 'e',
      on: { flow: 'hong-kong' },
      suppression: { kind: 'beta', mean: 0.1, sd: 0.05 },
      cancellation: 0,
      halfLives: { awareness: 1, cancelling: 1, recovery: 1 },
    },
  ],
};

describe('D5: adding a flow or an advisory leaves every other input and flow alone', () => {
  const scenario = richScenario();
  const run = simulate({ scenario, seed, draws: 100 });

  test('a flow', () => {
    const wider = simulate({
      scenario: { ...scenario, flows: [another, ...scenario.flows] },
      seed,
      draws: 100,
    });
    expect(inputsOf(wider, 42)).toMatchObject(inputsOf(run, 42));
    const more = rows(wider, 'revenueLost', ['month', 'flow']);
    const before = rows(run, 'revenueLost', ['month', 'flow']);
    // The effect on all flows reaches the new one too, and the draws of the others do not move.
    expect(more.size).toBe(before.size + 14);
    for (const [key, values] of before) expect(more.get(key)).toEqual(values);
  });

  test('an advisory', () => {
    const advisories = [weak, ...scenario.advisories];
    const wider = simulate({ scenario: { ...scenario, advisories }, seed, draws: 100 });
    expect(inputsOf(wider, 42)).toMatchObject(inputsOf(run, 42));
    const more = rows(wider, 'revenueLost', ['flow']);
    const before = rows(run, 'revenueLost', ['flow']);
    for (const flow of ['group', 'individual']) {
      const key = JSON.stringify({ flow });
      expect(more.get(key)).toEqual(before.get(key));
    }
    expect(more.get('{"flow":"hong-kong"}')).not.toEqual(before.get('{"flow":"hong-kong"}'));
  });
});

describe('D6: changing one distribution moves that input only', () => {
  const scenario = richScenario();
  const run = simulate({ scenario, seed, draws: 20 });

  test('a distribution', () => {
    const flows = scenario.flows.map((flow) =>
      flow.id === 'group' ? { ...flow, nights: { kind: 'gamma', mean: 9, sd: 2 } as const } : flow,
    );
    const other = simulate({ scenario: { ...scenario, flows }, seed, draws: 20 });
    for (let draw = 0; draw < 20; draw++) {
      const { 'flow/group/nights': here, ...rest } = inputsOf(run, draw);
      const { 'flow/group/nights': there, ...others } = inputsOf(other, draw);
      expect(others).toEqual(rest);
      expect(there).not.toBe(here);
    }
  });

  test('a correlation matrix moves its members alone', () => {
    const [block] = scenario.correlations!;
    const matrix = [
      [1, 0.1, 0.3],
      [0.1, 1, 0.2],
      [0.3, 0.2, 1],
    ];
    const other = simulate({
      scenario: { ...scenario, correlations: [{ ...block!, matrix }] },
      seed,
      draws: 20,
    });
    const here = inputsOf(run, 7);
    const there = inputsOf(other, 7);
    const moved = Object.keys(here).filter((name) => here[name] !== there[name]);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.filter((name) => !block!.among.includes(name))).toEqual([]);
  });

  test('shared quantities move together', () => {
    const low = inputsOf(run, 3);
    const high = inputsOf(run, 4);
    const rises = (name: string): boolean => high[name]! > low[name]!;
    expect(rises('flow/group/spend/shopping')).toBe(rises('flow/group/spend/accommodation'));
  });
});

describe('D7: replay(draw) is that draw of the run', () => {
  const scenario = richScenario();
  const run = simulate({ scenario, seed, draws: 300 });

  test.each([0, 1, 255, 256, 299])('draw %i, to the bit', (draw) => {
    const again = replay({ run, draw });
    for (const [measure, count] of [
      ['baseline', 'baseline'],
      ['travelled', 'travelled'],
      ['notBooked', 'notBooked'],
      ['bookingsOnHand', 'onHand'],
      ['waiting', 'waiting'],
    ] as const) {
      const table = rows(run, measure, ['month', 'flow']);
      for (const flow of again.flows) {
        run.scenario.calendar.months.forEach((month, m) => {
          expect(table.get(JSON.stringify({ month, flow: flow.id }))![draw]).toBe(flow.months[count][m]);
        });
      }
    }
  });

  test('by seed as by run', () => {
    expect(replay({ scenario, seed, draw: 17 })).toEqual(replay({ run, draw: 17 }));
  });

  test('days add up to months', () => {
    const [flow] = replay({ run, draw: 5 }).flows;
    const january = flow!.days.date.flatMap((date, d) => (date.startsWith('2026-01') ? [d] : []));
    const sum = january.reduce((total, d) => total + flow!.days.notBooked[d]!, 0);
    expect(sum).toBeCloseTo(flow!.months.notBooked[2]!, 6);
  });

  test('a draw that the run does not have', () => {
    expect(() => replay({ run, draw: 300 })).toThrow(
      'draw: expected a whole number from 0 to 299, received 300',
    );
  });
});
