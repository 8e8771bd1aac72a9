import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeShards, planShards, readRun, runShard, type ShardPlan } from '../../../src/cluster/index.ts';
import { openPlan } from '../../../src/cluster/shard-plan.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { ScenarioError } from '../../../src/errors.ts';
import { smallScenario as scenario } from '../../support/small-scenario.ts';

const question = { scenario, seed: 'shards', draws: 3000 };
const whole = simulate(question);

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'shards-'));
  return () => rmSync(directory, { recursive: true });
});
const file = (name: string): string => join(directory, name);

async function carryAll(plan: ShardPlan, name: string, order: readonly number[]): Promise<string[]> {
  const files: string[] = [];
  for (const index of order) {
    files.push(file(`${name}-${index}`));
    await runShard({ plan, index, file: files.at(-1)! });
  }
  return files;
}

describe('a plan', () => {
  test.each([1, 2, 3, 7, 16, 3000])('cuts 3,000 draws into %i shards that cover each draw once', (shards) => {
    const plan = planShards({ ...question, shards });
    expect(plan.shards).toHaveLength(shards);
    expect(plan.shards[0]!.from).toBe(0);
    expect(plan.shards.at(-1)!.to).toBe(3000);
    plan.shards.forEach(({ from, to }, i) => {
      expect(to).toBeGreaterThan(from);
      if (i > 0) expect(from).toBe(plan.shards[i - 1]!.to);
    });
  });

  test('shards of a long run begin at whole blocks of 1,024', () => {
    const { shards } = planShards({ ...question, draws: 100_000, shards: 13 });
    expect(shards.filter(({ from }) => from % 1024 !== 0)).toEqual([]);
    const sizes = shards.map(({ from, to }) => to - from);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(2048);
  });

  test.each([
    [10, 10],
    [10_000, 16],
    [1_000_000, 245],
    [10_000_000, 1024],
  ])('%i draws come in %i shards unless told otherwise', (draws, shards) => {
    expect(planShards({ ...question, draws }).shards).toHaveLength(shards);
  });

  test('is plain data, and the same whoever makes it', () => {
    const plan = planShards({ ...question, shards: 3 });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    expect(planShards({ ...question, shards: 5 }).run).toBe(plan.run);
    expect(planShards({ ...question, seed: 'other', shards: 3 }).run).not.toBe(plan.run);
    expect(planShards({ ...question, draws: 2999, shards: 3 }).run).not.toBe(plan.run);
  });

  test('a number as a seed is its text', () => {
    expect(planShards({ ...question, seed: 1 })).toEqual(planShards({ ...question, seed: '1' }));
  });

  test.each([0, 1.5, 3001, Number.NaN])('of %d shards is refused', (shards) => {
    expect(() => planShards({ ...question, shards })).toThrow(
      new RangeError(`shards: expected a whole number from 1 to 3000, received ${shards}`),
    );
  });

  test('of a scenario that cannot be run is refused', () => {
    expect(() => planShards({ ...question, scenario: { ...scenario, flows: [] } })).toThrow(ScenarioError);
  });

  const plan = planShards({ ...question, shards: 2 });
  test.each([
    ['no plan', { any: 'thing' }, 'this is no plan of tourism-impact: format:'],
    ['another version', { ...plan, version: '0.0.1' }, 'the plan is of tourism-impact 0.0.1'],
    ['another seed', { ...plan, options: { ...plan.options, seed: 'new' } }, 'the plan was changed'],
    ['more draws', { ...plan, options: { ...plan.options, draws: 9 } }, 'the plan was changed'],
    [
      'another scenario',
      { ...plan, options: { ...plan.options, scenario: { ...scenario, title: 'new' } } },
      'the plan was changed',
    ],
  ])('is not opened where there is %s', (_, value, message) => {
    expect(() => openPlan(value)).toThrow(message);
  });

  test('is opened after a way through JSON', () => {
    expect(openPlan(JSON.parse(JSON.stringify(plan))).plan).toEqual(plan);
  });
});

describe('shards', () => {
  test.each([
    [1, [0]],
    [2, [1, 0]],
    [5, [3, 0, 4, 2, 1]],
  ])('%i of them, in the order %j, merge to the run of simulate, to the bit', async (shards, order) => {
    const plan = planShards({ ...question, shards });
    const files = await carryAll(plan, `any-${shards}`, order);
    const target = file(`whole-${shards}`);
    const run = await mergeShards({ plan, shards: files, file: target });
    expect({ ...run, panels: [...run.panels] }).toEqual({ ...whole, panels: [...whole.panels] });
    const again = await readRun({ file: target });
    expect({ ...again, panels: [...again.panels] }).toEqual({ ...whole, panels: [...whole.panels] });
    // However a run was cut, it is the same file.
    expect(readFileSync(target).equals(readFileSync(file('whole-1')))).toBe(true);
  });

  test('a shard that is carried again is the same file, and leaves no draft', async () => {
    const plan = planShards({ ...question, shards: 3 });
    const [once] = await carryAll(plan, 'twice', [1]);
    const before = readFileSync(once!);
    await runShard({ plan, index: 1, file: once! });
    expect(readFileSync(once!).equals(before)).toBe(true);
    expect(readdirSync(directory).filter((name) => name.includes('draft'))).toEqual([]);
  });

  test('one that is stopped leaves no file', async () => {
    const plan = planShards({ ...question, shards: 1 });
    const stop = new AbortController();
    const work = runShard({
      plan,
      index: 0,
      file: file('stopped'),
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(work).rejects.toThrow('enough');
    expect(readdirSync(directory).filter((name) => name.includes('stopped'))).toEqual([]);
  });

  test.each([-1, 3, 0.5])('shard %d of three is refused', async (index) => {
    const plan = planShards({ ...question, shards: 3 });
    await expect(runShard({ plan, index, file: file('none') })).rejects.toThrow(
      new RangeError(`index: expected a whole number from 0 to 2, received ${index}`),
    );
  });
});

describe('a merge is refused', () => {
  const plan = planShards({ ...question, shards: 3 });
  let files: string[];
  beforeAll(async () => {
    files = await carryAll(plan, 'part', [0, 1, 2]);
  });
  const spoil = (name: string, change: (bytes: Buffer) => Buffer): string => {
    writeFileSync(file(name), change(readFileSync(files[0]!)));
    return file(name);
  };
  const merge = (...shards: string[]): Promise<unknown> => mergeShards({ plan, shards });

  test('where a shard is missing or twice', async () => {
    await expect(merge(files[0]!, files[2]!)).rejects.toThrow('draw 1024 is missing or twice');
    await expect(merge(files[0]!, files[1]!)).rejects.toThrow('chunks end at draw 2048, expected 3000');
    await expect(merge(...files, files[1]!)).rejects.toThrow('missing or twice');
  });

  test('where a file is of another run', async () => {
    const other = planShards({ ...question, seed: 'other', shards: 3 });
    const [foreign] = await carryAll(other, 'foreign', [0]);
    await expect(merge(foreign!, files[1]!, files[2]!)).rejects.toThrow('another scenario or seed');
  });

  test.each<[string, (bytes: Buffer) => Buffer, string]>([
    [
      'damaged',
      (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]),
      'is damaged',
    ],
    ['cut off', (bytes) => bytes.subarray(0, -8), 'ends too early'],
    ['too long', (bytes) => Buffer.concat([bytes, Buffer.alloc(8)]), 'is longer than its header says'],
    ['empty', () => Buffer.alloc(0), 'there is no header'],
    ['something else', () => Buffer.from('{"a":1}\n'), 'the header cannot be read'],
    [
      'of another version',
      (bytes) =>
        Buffer.from(bytes.toString('latin1').replace(/"version":"[^"]*"/, '"version":"0.0.1"'), 'latin1'),
      'this file of draws is of tourism-impact 0.0.1',
    ],
  ])('where a file is %s', async (name, change, message) => {
    const bad = spoil(name, change);
    await expect(merge(bad, files[1]!, files[2]!)).rejects.toThrow(message);
    await expect(merge(bad, files[1]!, files[2]!)).rejects.toThrow(bad);
  });

  test('as a whole run, a shard is not read', async () => {
    await expect(readRun({ file: files[0]! })).rejects.toThrow('merge the parts first');
  });
});
