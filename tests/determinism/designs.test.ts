import { describe, expect, test } from 'vitest';
import { assemble, runChunk } from '../../src/engine/chunk.ts';
import { keptPanels } from '../../src/engine/kept.ts';
import { replay } from '../../src/engine/replay.ts';
import { readRows } from '../../src/engine/rows.ts';
import type { Measure, Run } from '../../src/engine/types.ts';
import { type Design, designs } from '../../src/random/design.ts';
import { fillStream } from '../../src/random/fill-stream.ts';
import { keyFromSeed } from '../../src/random/key.ts';
import { streamOf } from '../../src/random/stream.ts';
import { simulate } from '../../src/sampling/simulate.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { richScenario } from '../support/rich-scenario.ts';

const seed = 'designs';
const scenario = richScenario();
const run = (design: Design, draws: number, of: Scenario = scenario): Run =>
  simulate({ scenario: of, seed, draws, design });
const bytes = ({ panels }: Run): [string, string][] =>
  [...panels].map(([key, panel]) => [key, Buffer.from(panel.buffer).toString('latin1')]);
const byFlow = (made: Run, measure: Measure = 'revenueLost'): Map<string, readonly number[]> => {
  const months = { from: '2025-11', count: 14 };
  const request = { run: made, measure, by: ['month', 'flow'], months } as const;
  const rows = readRows({ ...request, dated: 'travel', cumulative: false });
  return new Map(Array.from(rows, ({ key, values }) => [JSON.stringify(key), [...values]]));
};
const reversed: Scenario = {
  ...scenario,
  flows: [...scenario.flows].reverse(),
  advisories: [...scenario.advisories].reverse(),
  dispute: {
    ...scenario.dispute!,
    stages: [...scenario.dispute!.stages].reverse(),
    events: [...scenario.dispute!.events!].reverse(),
  },
};
const wider: Scenario = { ...scenario, flows: [{ ...scenario.flows[0]!, id: 'a-first' }, ...scenario.flows] };
const narrower: Scenario = {
  ...scenario,
  flows: scenario.flows.map((flow) =>
    flow.id === 'group' ? { ...flow, nights: { kind: 'gamma', mean: 9, sd: 2 } as const } : flow,
  ),
};

/** Names of the inputs of `made` that `other` has too, with other values in some of the first draws. */
const moved = (made: Run, other: Run): string[] => {
  const names = new Set<string>();
  for (const draw of [0, 1, 17, 63]) {
    const here = replay({ run: made, draw }).inputs;
    const there = replay({ run: other, draw }).inputs;
    for (const name of Object.keys(here)) if (name in there && here[name] !== there[name]) names.add(name);
  }
  return [...names];
};

describe.each(designs)('%s', (design) => {
  const made = run(design, 300);

  test('D1: twice the same bits; under another seed and in another design, others', () => {
    expect(bytes(run(design, 300))).toEqual(bytes(made));
    expect(bytes(simulate({ scenario, seed: 'other', draws: 300, design }))).not.toEqual(bytes(made));
    for (const other of designs.filter((one) => one !== design)) {
      expect(bytes(run(other, 300))).not.toEqual(bytes(made));
    }
  });

  test.each([
    [1, 2, 17, 256, 300],
    [64, 128, 192, 256, 300],
    [299, 300],
  ])('D2: cut at %j, backwards', (...cuts) => {
    const kept = keptPanels(made.scenario, made.plan);
    const specs = kept.map(({ spec }) => spec);
    const chunks = cuts.map((to, i) => runChunk(made.plan, specs, i === 0 ? 0 : cuts[i - 1]!, to));
    const panels = assemble(chunks.reverse(), 300);
    expect(bytes({ ...made, panels: new Map(kept.map(({ key }, p) => [key, panels[p]!])) })).toEqual(
      bytes(made),
    );
  });

  test('D2: the uniforms of any range are those of their draws, on either side of a block', () => {
    const key = made.plan.key;
    for (const name of ['flow/group/spend/shopping', 'factor/severity', 'unheard-of']) {
      const stream = streamOf(name);
      const whole = new Float64Array(2100);
      fillStream(key, stream, 0, 2100, whole);
      for (const [from, to] of [
        [0, 1],
        [1, 2],
        [1000, 1100],
        [1023, 1025],
        [17, 17],
        [2047, 2100],
      ] as const) {
        const part = new Float64Array(to - from);
        fillStream(key, stream, from, to, part);
        expect([...part]).toEqual([...whole.subarray(from, to)]);
      }
    }
  });

  test('D3: a longer run begins with the shorter one, whole blocks or not', () => {
    const long = byFlow(run(design, 2100));
    for (const draws of [33, 1024]) {
      for (const [key, values] of byFlow(run(design, draws))) {
        expect(long.get(key)!.slice(0, draws)).toEqual(values);
      }
    }
  });

  test('D4: reordering flows, advisories, stages and events moves nothing', () => {
    const other = run(design, 300, reversed);
    const here = byFlow(made);
    const there = byFlow(other);
    expect(there.size).toBe(here.size);
    for (const [key, values] of here) expect(there.get(key)).toEqual(values);
    expect(moved(made, other)).toEqual([]);
    // A joint sequence ranks inputs by what they do, and those that do the same by their addresses.
    expect(other.plan.key.spread?.dimensions).toEqual(made.plan.key.spread?.dimensions);
  });

  test('D5 and D6, which the joint sequence gives up: inputs stay where they are', () => {
    const changed = moved(made, run(design, 300, narrower));
    if (design === 'sobol-joint') {
      // The new distribution is drawn, and who ranks where may change with it.
      expect(changed).toContain('flow/group/nights');
      return;
    }
    expect(moved(made, run(design, 300, wider))).toEqual([]);
    expect(changed).toEqual(['flow/group/nights']);
  });

  test('D7: replay is that draw of the run, by run; of independent draws by seed too', () => {
    const table = byFlow(made, 'travelled');
    for (const draw of [0, 1, 16, 299]) {
      const again = replay({ run: made, draw });
      if (design === 'random') expect(replay({ scenario, seed, draw })).toEqual(again);
      for (const flow of again.flows) {
        made.scenario.calendar.months.forEach((month, m) => {
          const row = table.get(JSON.stringify({ month, flow: flow.id }))!;
          expect(row[draw]).toBe(flow.months.travelled[m]);
        });
      }
    }
  });
});

test('the joint sequence gives up D5: a flow more may move the draws of the others', () => {
  expect(moved(run('sobol-joint', 64), run('sobol-joint', 64, wider))).not.toEqual([]);
});

test('a design that there is not', () => {
  const options = { scenario, seed, design: 'sobel' as 'sobol' };
  expect(() => simulate(options)).toThrow(
    'design: expected one of the designs, received "sobel"; did you mean "sobol"?',
  );
});

test('designs of replicates refuse draws that they cannot address', () => {
  const key = { ...keyFromSeed(1), design: 'sobol' } as const;
  expect(() => fillStream(key, streamOf('a'), 0, 10, new Float64Array(9))).toThrow(
    'out: expected room for 10',
  );
  expect(() => fillStream(key, streamOf('a'), 2 ** 36, 2 ** 36 + 1, new Float64Array(9))).toThrow(
    'to <= 2^36',
  );
});
