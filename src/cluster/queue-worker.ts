import { type Chunk, gatherChunks } from '../engine/chunk.ts';
import { errorToData } from '../workers/error-data.ts';
import type { Progress } from '../workers/progress.ts';
import { carryShard } from './carry-shard.ts';
import { decodeDraws, encodeDraws, headerOf } from './draws-format.ts';
import { type JobResult, queueName, readJobData, shardName, wholeRun } from './jobs.ts';
import { connectQueue, type QueueJob } from './queue-packages.ts';
import { openRunStore, type RunStore } from './run-store.ts';
import { ofPlan } from './shard-files.ts';
import { type OpenedPlan, openPlan } from './shard-plan.ts';

/** Options of `startClusterWorker`. */
export interface ClusterWorkerOptions {
  /** Address of Redis: `redis://host:port`, `rediss://user:password@host:port/database`. */
  readonly redis: string;
  /** Worker threads for each shard, 0 to 64; default 0: this process takes one processor. */
  readonly workers?: number;
  /**
   * How long a worker may be silent before others take up its job, in seconds, 1 to 3,600; default 30. A worker is
   * silent when it is dead, or when its machine is so busy that a slice of draws takes that long.
   */
  readonly lockSeconds?: number;
  /** Told of each shard that is done. */
  readonly onShard?: (shard: {
    readonly run: string;
    readonly index: number;
    readonly draws: number;
  }) => void;
  /** Told of lost connections, which are taken up again. */
  readonly onError?: (error: Error) => void;
}

/** A worker that takes jobs from the queue until it is closed. */
export interface ClusterWorker {
  /** Finishes the shard under way, takes no other, and closes the connections. */
  readonly close: () => Promise<void>;
}

/** A job may be taken up by another worker this often: machines go, and no fault of the job's. */
const MOST_TAKEN_UP = 1000;
/** How often a worker looks whether its run was stopped, in ms. */
const WATCH = 40;

/**
 * Starts a worker of the cluster in this process: it carries shards and merges runs for `simulateOnCluster`.
 *
 * @throws Error where bullmq or ioredis is not installed, or Redis does not answer
 * @throws RangeError where an option is not what it should be
 */
export async function startClusterWorker({
  redis: url,
  workers = 0,
  lockSeconds = 30,
  onShard,
  onError = () => {},
}: ClusterWorkerOptions): Promise<ClusterWorker> {
  if (!(lockSeconds >= 1 && lockSeconds <= 3600)) {
    throw new RangeError(`lockSeconds: expected a number from 1 to 3600, received ${String(lockSeconds)}`);
  }
  const { bullmq, redis } = await connectQueue(url, onError);
  const work = async (job: QueueJob): Promise<JobResult> => {
    const { id, index } = readJobData(job.data);
    const store = openRunStore(redis, id);
    if (await store.isStopped()) return { kind: 'stopped' };
    const plan = await store.loadPlan();
    if (plan === null) return { kind: 'stopped' };
    const opened = open(plan);
    if ('kind' in opened) return opened;
    if (index === undefined) return mergeRun(job, opened, store);
    const result = await runShard(job, opened, index, store, workers);
    const range = opened.plan.shards[index]!;
    if (result.kind === 'done') onShard?.({ run: opened.plan.run, index, draws: range.to - range.from });
    return result;
  };
  const worker = new bullmq.Worker(queueName, work, {
    connection: redis,
    lockDuration: lockSeconds * 1000,
    stalledInterval: lockSeconds * 500,
    maxStalledCount: MOST_TAKEN_UP,
  });
  worker.on('error', onError);
  await worker.waitUntilReady();
  return {
    close: async () => {
      await worker.close();
      redis.disconnect();
    },
  };
}

function open(plan: unknown): OpenedPlan | JobResult {
  try {
    return openPlan(plan);
  } catch (error) {
    return { kind: 'failed', from: 0, error: errorToData(error) };
  }
}

async function runShard(
  job: QueueJob,
  opened: OpenedPlan,
  index: number,
  store: RunStore,
  workers: number,
): Promise<JobResult> {
  const stop = new AbortController();
  const watch = setInterval(() => {
    store.isStopped().then(
      (stopped) => stopped && stop.abort(),
      () => {}, // A lost connection is no order to stop.
    );
  }, WATCH);
  let chunk: Chunk;
  try {
    const onProgress = reportTo(job);
    chunk = await carryShard(opened, index, { workers, signal: stop.signal, onProgress });
  } catch (error) {
    if (stop.signal.aborted) return { kind: 'stopped' };
    return { kind: 'failed', from: opened.plan.shards[index]!.from, error: errorToData(error) };
  } finally {
    clearInterval(watch);
  }
  await store.saveDraws(shardName(index), encodeDraws(headerOf(opened.plan, opened.prepared, chunk), chunk));
  return { kind: 'done' };
}

/** Tells the queue how many draws are done; that a report is lost matters to nobody. */
function reportTo(job: QueueJob): (progress: Progress) => void {
  return ({ drawsDone }) => {
    job.updateProgress(drawsDone).catch(() => {});
  };
}

/** The parent of the shards' jobs: runs when all of them are done. */
async function mergeRun(job: QueueJob, opened: OpenedPlan, store: RunStore): Promise<JobResult> {
  const results = Object.values(await job.getChildrenValues()) as JobResult[];
  const failures = results.flatMap((result) => (result.kind === 'failed' ? [result] : []));
  const [first] = failures.sort((a, b) => a.from - b.from);
  if (first !== undefined) return first;
  if (results.some(({ kind }) => kind === 'stopped')) return { kind: 'stopped' };
  const { plan, prepared } = opened;
  const shards = plan.shards.map((_, index) => shardName(index));
  // A worker may have died between the two steps below: then only the second is left to do.
  if (!(await store.hasDraws(wholeRun))) {
    const gathering = gatherChunks(0, plan.options.draws);
    for (const shard of shards) {
      gathering.add((await decodeDraws(store.loadDraws(shard), ({ run }) => ofPlan(opened, run))).chunk);
    }
    const whole = gathering.finish();
    await store.saveDraws(wholeRun, encodeDraws(headerOf(plan, prepared, whole), whole));
  }
  await store.dropDraws(shards);
  return { kind: 'done' };
}
