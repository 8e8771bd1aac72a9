import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkEconomy } from '../economy/check-economy.ts';
import { project as projectRun } from '../projections/project.ts';
import { toCsv } from '../projections/to-csv.ts';
import type { ProjectOptions } from '../projections/types.ts';
import { parseScenario } from '../scenario/parse-scenario.ts';
import { type Command, readJson, readNumber, UsageError, withProgress } from './command-parts.ts';
import { writeWhole } from './draws-file.ts';
import { mergeShards, readRun, runShard } from './shard-files.ts';
import { openPlan, planShards } from './shard-plan.ts';

export const plan: Command = {
  usage: '--scenario scenario.json --seed TEXT --shards N --out plan.json [--draws N]',
  summary: 'cuts a run into shards',
  required: ['scenario', 'seed', 'shards', 'out'],
  optional: ['draws'],
  run: async (options, { print }) => {
    const draws = readNumber(options, 'draws');
    const planned = planShards({
      scenario: parseScenario(await readJson(options.scenario!), { economy: checkEconomy }),
      seed: options.seed!,
      shards: readNumber(options, 'shards')!,
      ...(draws === undefined ? {} : { draws }),
    });
    await writeWhole(options.out!, [Buffer.from(`${JSON.stringify(planned, null, 2)}\n`)]);
    print(`run ${planned.run}: ${planned.options.draws} draws in ${planned.shards.length} shards\n`);
  },
};

export const shard: Command = {
  usage: '--plan plan.json --index N --dir DIRECTORY [--workers N]',
  summary: 'carries one shard, counted from 0, and leaves it in the directory',
  required: ['plan', 'index', 'dir'],
  optional: ['workers'],
  run: async (options, world) => {
    const { plan: planned } = openPlan(await readJson(options.plan!));
    const index = readNumber(options, 'index')!;
    const dir = options.dir!;
    const workers = readNumber(options, 'workers');
    await mkdir(dir, { recursive: true });
    const file = join(dir, `shard-${String(index).padStart(5, '0')}.draws`);
    const how = { signal: world.signal, ...(workers === undefined ? {} : { workers }) };
    await withProgress(`shard ${index}`, world, (onProgress) =>
      runShard({ plan: planned, index, file, onProgress, ...how }),
    );
    world.print(`${file}\n`);
  },
};

export const merge: Command = {
  usage: '--plan plan.json --dir DIRECTORY --out run.draws',
  summary: 'puts the shards in the directory together',
  required: ['plan', 'dir', 'out'],
  optional: [],
  run: async (options, { print }) => {
    const { plan: planned } = openPlan(await readJson(options.plan!));
    const dir = options.dir!;
    const shards = (await readdir(dir))
      .filter((name) => /^shard-\d+\.draws$/.test(name))
      .map((name) => join(dir, name));
    const run = await mergeShards({ plan: planned, shards, file: options.out! });
    print(`run ${planned.run}: ${run.draws} draws from ${shards.length} shards in ${options.out}\n`);
  },
};

export const project: Command = {
  usage: '--run run.draws --measure NAME [--by month,flow] [--dated travel|made]',
  summary: 'prints a projection of a run as CSV',
  required: ['run', 'measure'],
  optional: ['by', 'dated'],
  run: async (options, { print }) => {
    const { by, dated } = options;
    const run = await readRun({ file: options.run! });
    // `project` itself refuses names that it does not know, and guesses what was meant.
    const question = {
      measure: options.measure,
      ...(by === undefined ? {} : { by: by.split(',') }),
      ...(dated === undefined ? {} : { dated }),
    } as Omit<ProjectOptions, 'run'>;
    try {
      print(toCsv(projectRun({ ...question, run })));
    } catch (error) {
      throw error instanceof RangeError ? new UsageError(error.message) : error;
    }
  },
};
