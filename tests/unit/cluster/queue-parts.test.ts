import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWhole } from '../../../src/cluster/draws-file.ts';
import type { QueueConnection } from '../../../src/cluster/queue-packages.ts';
import { openRunJobs } from '../../../src/cluster/run-jobs.ts';
import { openRunStore } from '../../../src/cluster/run-store.ts';
import { tallyShards } from '../../../src/cluster/shard-tally.ts';
import { watchRuns } from '../../../src/cluster/watch-runs.ts';
import { fakeRedis } from './fake-redis.ts';

test('a tally counts a shard that is done again once, and never more draws than there are', () => {
  const tally = tallyShards([
    { from: 0, to: 100 },
    { from: 100, to: 150 },
  ]);
  expect([tally.add(0, 60), tally.add(0, 20), tally.add(0, 70), tally.add(1, 99)]).toEqual([60, 0, 10, 50]);
  expect(tally.underWay()).toBe(1);
  expect(tally.drawsDone()).toBe(120);
});

test('work for a run is stopped when the run is over, and work for another is not', async () => {
  const redis = fakeRedis();
  const [mine, other] = [openRunStore(redis, 'mine'), openRunStore(redis, 'other')];
  await Promise.all([mine.savePlan({}), other.savePlan({})]);
  const runs = await watchRuns(redis, () => {});
  const result = await runs.during(mine, async (signal) => {
    await other.end();
    expect(signal.aborted).toBe(false);
    await mine.end();
    signal.throwIfAborted();
    return { kind: 'done' };
  });
  expect(result).toEqual({ kind: 'stopped' });
  expect([await mine.loadPlan(), await mine.isOver()]).toEqual([null, true]);
});

test('an error that is no stop stays an error', async () => {
  const redis = fakeRedis();
  const runs = await watchRuns(redis, () => {});
  const work = runs.during(openRunStore(redis, 'mine'), async () => {
    throw new Error('no connection');
  });
  await expect(work).rejects.toThrow('no connection');
});

test('draws that are being saved when the run is over leave nothing', async () => {
  const redis = fakeRedis();
  const stop = new AbortController();
  const pieces = function* (): Generator<Uint8Array> {
    yield new Uint8Array(8);
    stop.abort(new Error('enough'));
    yield new Uint8Array(8);
  };
  const store = openRunStore(redis, 'mine');
  await expect(store.saveDraws('run', pieces(), stop.signal)).rejects.toThrow('enough');
  expect(redis.keys()).toEqual([]);

  const directory = mkdtempSync(join(tmpdir(), 'stopped-'));
  try {
    const file = join(directory, 'run.draws');
    await expect(writeWhole(file, [new Uint8Array(8)], stop.signal)).rejects.toThrow('enough');
    expect([existsSync(file), readdirSync(directory)]).toEqual([false, []]);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('jobs are taken away as soon as no worker holds one, or given up', async () => {
  let held = 3;
  const asked: string[] = [];
  const job = {
    removeUnprocessedChildren: async () => asked.push('waiting'),
    remove: async () => {
      asked.push('all');
      held -= 1;
      if (held > 0) throw new Error('locked');
    },
  };
  const bullmq = {
    QueueEvents: class {
      on(): void {}
      async waitUntilReady(): Promise<void> {}
    },
    FlowProducer: class {
      on(): void {}
      async add(): Promise<unknown> {
        return { job, children: [] };
      }
    },
  };
  const connection = { bullmq, redis: fakeRedis() } as unknown as QueueConnection;
  const jobs = await openRunJobs(connection, 'mine', 1);
  // Before there are any, there is nothing to do.
  await jobs.remove(1000);
  expect(asked).toEqual([]);
  await jobs.start(() => {});
  await jobs.remove(1000);
  expect(asked).toEqual(['waiting', 'all', 'all', 'all']);
  held = Number.POSITIVE_INFINITY;
  await jobs.remove(20);
});
