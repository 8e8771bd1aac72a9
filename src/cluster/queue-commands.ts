import { parseScenario } from '../scenario/parse-scenario.ts';
import { type Command, readJson, readNumber, withProgress } from './command-parts.ts';
import { startClusterWorker } from './queue-worker.ts';
import { simulateOnCluster } from './simulate-on-cluster.ts';

export const worker: Command = {
  usage: '--redis URL [--workers N] [--lock-seconds S]',
  summary: 'carries shards that come through Redis, until it is told to stop',
  required: ['redis'],
  optional: ['workers', 'lock-seconds'],
  run: async (options, { print, complain, signal }) => {
    const workers = readNumber(options, 'workers');
    const lockSeconds = readNumber(options, 'lock-seconds');
    const running = await startClusterWorker({
      redis: options.redis!,
      ...(workers === undefined ? {} : { workers }),
      ...(lockSeconds === undefined ? {} : { lockSeconds }),
      onShard: ({ run, index, draws }) => print(`run ${run}: shard ${index}, ${draws} draws\n`),
      onError: (error) => complain(`${error.message}\n`),
    });
    print('ready\n');
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', resolve);
    });
    await running.close();
  },
};

export const simulate: Command = {
  usage: '--redis URL --scenario scenario.json --seed TEXT --out run.draws [--draws N] [--shards N]',
  summary: 'has the workers at a Redis server carry a run',
  required: ['redis', 'scenario', 'seed', 'out'],
  optional: ['draws', 'shards'],
  run: async (options, world) => {
    const draws = readNumber(options, 'draws');
    const shards = readNumber(options, 'shards');
    const scenario = parseScenario(await readJson(options.scenario!));
    const run = await withProgress('run', world, (onProgress) =>
      simulateOnCluster({
        redis: options.redis!,
        scenario,
        seed: options.seed!,
        file: options.out!,
        ...(draws === undefined ? {} : { draws }),
        ...(shards === undefined ? {} : { shards }),
        signal: world.signal,
        onProgress,
      }),
    );
    world.print(`${run.draws} draws\n`);
  },
};
