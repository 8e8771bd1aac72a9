// Runs the cluster as a user would, with a Redis and worker processes of its own, and kills a worker in mid-shard:
// npm run cluster. Fetches BullMQ and ioredis into .cluster/ and, as root, redis-server by apt-get. The exit code is 1
// where a check fails, and where the cluster could not be set up.
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { ClusterWorker, simulateOnCluster, startClusterWorker } from '../src/cluster/index.ts';
import type { Run } from '../src/engine/types.ts';
import type { ScenarioError } from '../src/errors.ts';
import type { project } from '../src/projections/project.ts';
import { designs } from '../src/random/design.ts';
import type { simulate } from '../src/sampling/index.ts';
import type { Progress } from '../src/workers/progress.ts';
import { manifest } from '../tests/support/repository.ts';
import { richScenario } from '../tests/support/rich-scenario.ts';
import { type Abort, abortRun, chunkClock, sayChunks } from './cluster-abort.ts';
import {
  endProcess,
  importBeside,
  importInstalled,
  installCluster,
  installRedis,
  startRedis,
  startWorkerProcess,
} from './cluster-ground.ts';

let passed = 0;
let failed = 0;
function check(what: string, holds: boolean, shown = ''): void {
  if (holds) passed += 1;
  else failed += 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}${shown === '' ? '' : ` (${shown})`}`);
}

function sameBits(a: Run, b: Run): boolean {
  return (
    a.panels.size === b.panels.size &&
    [...a.panels].every(([key, panel]) => {
      const other = b.panels.get(key);
      return other !== undefined && Buffer.from(panel.buffer).equals(Buffer.from(other.buffer));
    })
  );
}

function checkProgress(reports: readonly Progress[]): void {
  const fractions = reports.map(({ fraction }) => fraction);
  const rises = fractions.every((fraction, i) => i === 0 || fraction > fractions[i - 1]!);
  check('  progress rises and ends at 1', rises && fractions.at(-1) === 1, `${reports.length} reports`);
}

const inMs = (times: readonly number[]): string => times.map((time) => time.toFixed(0)).join(', ');

interface Queue {
  add(name: string, data: unknown): Promise<{ waitUntilFinished(events: unknown): Promise<unknown> }>;
  close(): Promise<void>;
}

/** What a worker answers to a plan that says it is of another version. */
async function askForeignPlan(url: string, scenario: unknown): Promise<string> {
  const { Queue, QueueEvents } = await importBeside<{
    Queue: new (name: string, options: unknown) => Queue;
    QueueEvents: new (name: string, options: unknown) => Pick<Queue, 'close'>;
  }>('bullmq');
  const { Redis } = await importBeside<{
    Redis: new (
      url: string,
      options: unknown,
    ) => { set(key: string, value: string): Promise<unknown>; disconnect(): void };
  }>('ioredis');
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  const queue = new Queue(`tourism-impact@${manifest.version}`, { connection });
  // From the first event on: the answer may be there before listening has begun.
  const from = { connection, lastEventId: '0-0' };
  const events = new QueueEvents(`tourism-impact@${manifest.version}`, from);
  try {
    const id = randomUUID();
    const plan = {
      format: 'tourism-impact/plan',
      version: '0.0.1',
      run: 'any',
      options: { scenario, seed: 'any', draws: 8 },
      shards: [{ from: 0, to: 8 }],
    };
    await connection.set(`tourism-impact:${id}:plan`, JSON.stringify(plan));
    const job = await queue.add('shard', { id, index: 0 });
    return JSON.stringify(await job.waitUntilFinished(events));
  } finally {
    await Promise.all([queue.close(), events.close()]);
    connection.disconnect();
  }
}

async function checkCluster(url: string): Promise<void> {
  const library = await importInstalled<{
    project: typeof project;
    ScenarioError: typeof ScenarioError;
  }>('index.js');
  const sampling = await importInstalled<{ simulate: typeof simulate }>('sampling/index.js');
  const cluster = await importInstalled<{
    simulateOnCluster: typeof simulateOnCluster;
    startClusterWorker: typeof startClusterWorker;
  }>('cluster/index.js');
  const scenario = richScenario();
  const workers: ChildProcess[] = [];
  const clock = chunkClock();
  /** Shards done, by the process that did them. */
  const done = new Map<number | undefined, number>();
  const hire = async (): Promise<ChildProcess> => {
    const hear = (line: string): void => {
      clock.hear(worker.pid!, line);
      if (line.includes('shard')) done.set(worker.pid, (done.get(worker.pid) ?? 0) + 1);
    };
    const worker = await startWorkerProcess(url, hear, sayChunks);
    workers.push(worker);
    return worker;
  };
  try {
    await hire();
    await hire();

    const reports: Progress[] = [];
    const question = { scenario, seed: 'cluster', draws: 5000 };
    const options = { ...question, redis: url };
    const few = sampling.simulate(question);
    const run = await cluster.simulateOnCluster({
      ...options,
      shards: 12,
      onProgress: (progress) => reports.push(progress),
    });
    check('two workers: the bits of one thread', sameBits(run, few));
    check('both took part', done.size === 2, [...done.values()].join(' + '));
    checkProgress(reports);
    const other = await cluster.simulateOnCluster({ ...options, shards: 1 });
    check('one shard: the same bits', sameBits(other, few));
    for (const design of designs) {
      const told: Progress[] = [];
      const onProgress = (progress: Progress): void => {
        told.push(progress);
      };
      const designed = { ...question, draws: 3000, design };
      const ran = await cluster.simulateOnCluster({ ...designed, redis: url, shards: 3, onProgress });
      check(`${design}: the bits of one thread`, sameBits(ran, sampling.simulate(designed)));
      checkProgress(told);
      const summary = { ...designed, keep: 'summary' } as const;
      const [there, here] = [
        await cluster.simulateOnCluster({ ...summary, redis: url, shards: 2 }),
        sampling.simulate(summary),
      ].map((made) =>
        JSON.stringify(library.project({ run: made, measure: 'revenueLost', by: 'month' }).rows),
      );
      check('  and its summary', there === here);
    }

    // Three shards, long enough to be hit in the middle.
    const long = { scenario, seed: 'killed', draws: 24_000 };
    const many = { ...long, redis: url, shards: 3 };
    const longer = { ...many, draws: 400_000, shards: 40 };
    const expected = sampling.simulate(long);
    let killed: Promise<void> | undefined;
    done.clear();
    const victim = workers[0]!;
    const survived = await cluster.simulateOnCluster({
      ...many,
      onProgress: ({ fraction }) => {
        if (fraction > 0.05) killed ??= endProcess(victim, 'SIGKILL');
      },
    });
    await killed;
    check('a worker was killed by SIGKILL in mid-run', victim.signalCode === 'SIGKILL');
    check('it had done nothing to the end', !done.has(victim.pid) && done.get(workers[1]!.pid) === 3);
    check('the run is whole, with the same bits', sameBits(survived, expected));

    await hire();
    // The new worker has never seen a scenario: it takes its time to open the plan, and hears of the abort after that.
    const fresh = await abortRun(cluster.simulateOnCluster, longer, clock, () => true);
    check('an abort beside a new worker', fresh.reason === 'enough', `${inMs([fresh.whole])} ms`);
    const bothAtWork = ({ workers: underWay }: Progress): boolean => underWay === 2;
    const aborts: Abort[] = [];
    for (const delay of [0, 100, 200, 300, 400, 500, 600]) {
      aborts.push(await abortRun(cluster.simulateOnCluster, longer, clock, bothAtWork, delay));
    }
    const reasons = [...new Set(aborts.map(({ reason }) => reason))].join('; ');
    check('abort rejects with its reason', reasons === 'enough', reasons);
    // Measured is from the end of the chunks of draws under way at the abort, the later of two workers, to the rejection.
    // Client, workers and Redis share a machine with whatever else runs on it, which may hold up any one abort: so it is
    // the median of seven, spread over the life of a shard, that is held to the promise.
    const times = aborts.map(({ afterChunks }) => afterChunks).sort((a, b) => a - b);
    check("abort returns within 100 ms of a chunk's end", times[3]! < 100, `${inMs(times)} ms`);
    const whole = aborts.map((abort) => abort.whole);
    check('  whose ends were heard', clock.last() > 0, `${inMs(whole)} ms from the abort itself`);
    const merging = await abortRun(cluster.simulateOnCluster, many, clock, ({ fraction }) => fraction === 1);
    check('an abort when all draws are done', merging.reason === 'enough', `${inMs([merging.whole])} ms`);
    const connecting = await cluster
      .simulateOnCluster({ ...many, signal: AbortSignal.timeout(1) })
      .catch((error: Error) => error.name);
    check('an abort while it connects is heard', connecting === 'TimeoutError', String(connecting));
    // The lock of the dead worker's job, 2 seconds, has to run out.
    const orphaned = await abortRun(cluster.simulateOnCluster, many, clock, (progress) => {
      if (!bothAtWork(progress)) return false;
      workers.at(-1)!.kill('SIGKILL');
      return true;
    });
    check('an abort beside a dead worker', orphaned.reason === 'enough', `${inMs([orphaned.whole])} ms`);
    const left = [fresh, ...aborts, merging, orphaned].flatMap((abort) => abort.left);
    check('no abort leaves a job, a key, a connection or work', left.length === 0, left.join(', '));
    await hire();
    const again = await cluster.simulateOnCluster({ ...options, shards: 4 });
    check('the workers are there for the next run', sameBits(again, few));

    const wrong = await cluster.simulateOnCluster({ ...options, draws: 0 }).catch((error: Error) => error);
    check('a wrong option is a RangeError', wrong instanceof RangeError);

    const unfit = await cluster
      .simulateOnCluster({ ...options, scenario: { ...scenario, flows: [] } })
      .catch((error: Error) => error);
    check('a scenario that cannot be run is a ScenarioError', unfit instanceof library.ScenarioError);

    const foreign = await askForeignPlan(url, scenario);
    check('a worker refuses the plan of another version', foreign.includes('0.0.1'), foreign.slice(0, 90));

    await Promise.all(workers.map((worker) => endProcess(worker)));
    check(
      'told to stop, workers end well',
      workers.every(({ exitCode, signalCode }) => signalCode === 'SIGKILL' || exitCode === 0),
    );

    const inProcess: ClusterWorker = await cluster.startClusterWorker({ redis: url, workers: 2 });
    const threaded = await cluster.simulateOnCluster({ ...options, shards: 2 });
    await inProcess.close();
    check('a worker with threads: the same bits', sameBits(threaded, few));

    const nobody = await cluster
      .simulateOnCluster({ ...options, redis: 'redis://:secret@127.0.0.1:1' })
      .catch((error: Error) => error.message);
    check(
      'no Redis is said at once, without the password',
      typeof nobody === 'string' && nobody.includes('no connection') && !nobody.includes('secret'),
      String(nobody),
    );
  } finally {
    await Promise.all(workers.map((worker) => endProcess(worker, 'SIGKILL')));
  }
}

if (!installRedis()) {
  console.log('redis-server is not there and cannot be installed: apt-get install redis-server');
  failed += 1;
} else {
  installCluster();
  const redis = await startRedis();
  try {
    await checkCluster(redis.url);
  } catch (error) {
    failed += 1;
    console.log(error);
  } finally {
    await endProcess(redis.process);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
