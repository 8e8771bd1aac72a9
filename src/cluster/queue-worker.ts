import { type Chunk, gatherChunks } from '../engine/chunk.ts';
import { refuseAborted } from '../workers/carry-range.ts';
import { errorToData } from '../workers/error-data.ts';
import type { Progress } from '../workers/progress.ts';
import { carryShard } from './carry-shard.ts';
import { decodeDraws, encodeDraws, headerOf } from './draws-format.ts';
import { type JobResult, queueName, readJobData, shardName, wholeRun } from './jobs.ts';
import { connectQueue, type QueueJob } from './queue-packages.ts';
import { openRunStore, type RunStore } from './run-store.ts';
import { ofPlan } from './shard-files.ts';
import { type OpenedPlan, openPlan } from './shard-plan.ts';
import { watchRuns } from './watch-runs.ts';

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
  const runs = await watchRuns(redis, onError);
  const open = openOnce();
  const work = async (job: QueueJob): Promise<JobResult> => {
    const { id, index } = readJobData(job.data);
    const store = openRunStore(redis, id);
    return runs.during(store, async (signal) => {
      const plan = await store.loadPlan();
      if (plan === null) return { kind: 'stopped' };
      const opened = open(id, plan);
      if ('kind' in opened) return opened;
      // Opening a plan may take a while in which nothing is heard.
      if (await store.isOver()) return { kind: 'stopped' };
      if (index === undefined) return mergeRun(job, opened, store, signal);
      const result = await runShard(job, opened, index, { store, workers, signal });
      const range = opened.plan.shards[index]!;
      if (result.kind === 'done') onShard?.({ run: opened.plan.run, index, draws: range.to - range.from });
      return result;
    });
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
      runs.close();
      redis.disconnect();
    },
  };
}

/** Opens plans, each once for all the shards of its run that come one after the other. */
function openOnce(): (id: string, plan: unknown) => OpenedPlan | JobResult {
  let last: { readonly id: string; readonly opened: OpenedPlan | JobResult } | undefined;
  return (id, plan) => {
    if (last?.id !== id) last = { id, opened: open(plan) };
    return last.opened;
  };
}

function open(plan: unknown): OpenedPlan | JobResult {
  try {
    return openPlan(plan);
  } catch (error) {
    return { kind: 'failed', from: 0, error: errorToData(error) };
  }
}

interface ShardWork {
  readonly store: RunStore;
  readonly workers: number;
  readonly signal: AbortSignal;
}

async function runShard(
  job: QueueJob,
  opened: OpenedPlan,
  index: number,
  { store, workers, signal }: ShardWork,
): Promise<JobResult> {
  let chunk: Chunk;
  try {
    chunk = await carryShard(opened, index, { workers, signal, onProgress: reportTo(job) });
  } catch (error) {
    refuseAborted(signal);
    return { kind: 'failed', from: opened.plan.shards[index]!.from, error: errorToData(error) };
  }
  const pieces = encodeDraws(headerOf(opened.plan, opened.prepared, chunk), chunk);
  await store.saveDraws(shardName(index), pieces, signal);
  return { kind: 'done' };
}

/** Tells the queue how many draws are done; that a report is lost matters to nobody. */
function reportTo(job: QueueJob): (progress: Progress) => void {
  return ({ drawsDone }) => {
    job.updateProgress(drawsDone).catch(() => {});
  };
}

/** The parent of the shards' jobs: runs when all of them are done. */
async function mergeRun(
  job: QueueJob,
  opened: OpenedPlan,
  store: RunStore,
  signal: AbortSignal,
): Promise<JobResult> {
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
      const draws = store.loadDraws(shard, signal);
      gathering.add((await decodeDraws(draws, ({ run }) => ofPlan(opened, run))).chunk);
    }
    const whole = gathering.finish();
    await store.saveDraws(wholeRun, encodeDraws(headerOf(plan, prepared, whole), whole), signal);
  }
  await store.dropDraws(shards);
  return { kind: 'done' };
}
