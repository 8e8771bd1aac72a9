import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { terminalBar } from '../../../src/cluster/command-bar.ts';
import { runCommand } from '../../../src/cluster/command-line.ts';
import type { CommandWorld } from '../../../src/cluster/command-parts.ts';
import { readRun } from '../../../src/cluster/index.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { project } from '../../../src/projections/project.ts';
import { toCsv } from '../../../src/projections/to-csv.ts';
import { version } from '../../../src/version.ts';
import { smallScenario as scenario } from '../../support/small-scenario.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'command-'));
  writeFileSync(join(directory, 'scenario.json'), JSON.stringify(scenario));
  writeFileSync(join(directory, 'flowless.json'), JSON.stringify({ ...scenario, flows: [] }));
  writeFileSync(join(directory, 'torn.json'), '{"flows":');
  return () => rmSync(directory, { recursive: true });
});

interface Said {
  readonly code: number;
  readonly printed: string;
  readonly complaints: string;
}

/** Runs a command line in which @name is a file of the directory. */
async function say(
  line: string,
  signal: AbortSignal = new AbortController().signal,
  startBar: CommandWorld['startBar'] = null,
): Promise<Said> {
  let printed = '';
  let complaints = '';
  const words = line.split(' ').map((word) => word.replace(/^@/, `${directory}/`));
  const code = await runCommand(words, {
    print: (text) => {
      printed += text;
    },
    complain: (text) => {
      complaints += text;
    },
    signal,
    startBar,
  });
  return { code, printed, complaints };
}

describe('plan, shard, merge, project', () => {
  test('give the run of simulate, whatever the order of the shards', async () => {
    const plan = await say(
      'plan --scenario @scenario.json --seed array --draws 2000 --shards 3 --out @plan.json',
    );
    expect(plan).toMatchObject({ code: 0, complaints: '' });
    expect(plan.printed).toMatch(/^run [0-9a-f]{32}: 2000 draws in 3 shards\n$/);
    for (const index of [2, 0, 1]) {
      const shard = await say(`shard --plan @plan.json --index ${index} --dir @parts`);
      expect(shard).toMatchObject({ code: 0, printed: `${directory}/parts/shard-0000${index}.draws\n` });
      expect(shard.complaints).toMatch(/100%, \d+ draws a second, 0 s left\n$/);
    }
    writeFileSync(join(directory, 'parts/shard-00001.draws.torn.draft'), 'of a shard that was killed');
    expect(await say('merge --plan @plan.json --dir @parts --out @run.draws')).toMatchObject({ code: 0 });
    const expected = simulate({ scenario, seed: 'array', draws: 2000 });
    const run = await readRun({ file: join(directory, 'run.draws') });
    expect([...run.panels]).toEqual([...expected.panels]);
    const table = await say('project --run @run.draws --measure revenueLost --by month,flow');
    expect(table.printed).toBe(
      toCsv(project({ run: expected, measure: 'revenueLost', by: ['month', 'flow'] })),
    );
  });

  test('a shard is missing', async () => {
    rmSync(join(directory, 'parts/shard-00000.draws'));
    const merge = await say('merge --plan @plan.json --dir @parts --out @late.draws');
    expect(merge).toMatchObject({ code: 1, printed: '' });
    expect(merge.complaints).toContain('draw 0 is missing or twice');
    expect(existsSync(join(directory, 'late.draws'))).toBe(false);
  });

  test('told to stop, a shard ends with 1 and leaves nothing', async () => {
    const stopped = await say(
      'shard --plan @plan.json --index 0 --dir @stopped',
      AbortSignal.abort(new Error('stopped by SIGTERM')),
    );
    expect(stopped).toEqual({ code: 1, printed: '', complaints: 'stopped by SIGTERM\n' });
    expect(readdirSync(join(directory, 'stopped'))).toEqual([]);
  });
});

describe('what is not understood ends with 2, what fails with 1', () => {
  test.each([
    ['dance', 2, "there is no command 'dance'"],
    ['constructor', 2, "there is no command 'constructor'"],
    ['merge --dir @parts', 2, 'missing: --plan, --out'],
    ['shard --plan @plan.json --index two --dir @parts', 2, "--index: expected a number, received 'two'"],
    [
      'shard --plan @plan.json --index 3 --dir @parts',
      1,
      'index: expected a whole number from 0 to 2, received 3',
    ],
    ['shard --plan @scenario.json --index 0 --dir @parts', 1, 'this is no plan of tourism-impact'],
    ['project --run @run.draws --measure revenueLots', 2, 'revenueLost'],
    ['project --run @run.draws --measure revenueLost --colour red', 2, '--colour'],
    ['project --run @plan.json --measure revenueLost', 1, 'plan.json: these are no draws of tourism-impact'],
    [
      'plan --scenario @flowless.json --seed a --shards 2 --out @x.json',
      1,
      'the scenario cannot be run:\nflows',
    ],
    ['plan --scenario @torn.json --seed a --shards 2 --out @x.json', 1, 'torn.json'],
    ['worker --redis redis://127.0.0.1:1', 1, 'bullmq'],
  ])('%s', async (line, code, complaint) => {
    const said = await say(line);
    expect(said).toMatchObject({ code, printed: '' });
    expect(said.complaints).toContain(complaint);
  });

  test('help and version', async () => {
    expect(await say('version')).toEqual({ code: 0, printed: `${version}\n`, complaints: '' });
    const help = await say('help');
    expect(help.code).toBe(0);
    const named = readFileSync(new URL('../../../src/cluster/command-line.ts', import.meta.url), 'utf8')
      .match(/= \{ (.*) \};/)![1]!
      .split(', ');
    for (const name of named) expect(help.printed).toContain(`tourism-impact ${name} --`);
  });
});

describe('progress', () => {
  test('is a bar with the time left on a terminal, in place of lines', async () => {
    let drawn = '';
    const terminal = new Writable({
      write: (chunk, _, done) => {
        drawn += chunk;
        done();
      },
    });
    const startBar = await terminalBar(Object.assign(terminal, { isTTY: true, columns: 80 }));
    await say('plan --scenario @scenario.json --seed bar --draws 2000 --shards 2 --out @bar.json');
    const said = await say('shard --plan @bar.json --index 1 --dir @bar', undefined, startBar);
    expect(said).toMatchObject({ code: 0, complaints: '' });
    expect(drawn).toMatch(/shard 1 .*\d+% \| \d+ of 976 draws \| \d+ s left/);
  });

  test('draws nothing into a pipe', async () => {
    expect(await terminalBar({})).toBeNull();
  });
});
