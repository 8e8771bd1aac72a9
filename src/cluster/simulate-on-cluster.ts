import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Run } from '../engine/types.ts';
import { finishRun } from '../sampling/collect-run.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { errorFromData } from '../workers/error-data.ts';
import type { StopSignal } from '../workers/host.ts';
import { countProgress, type Progress } from '../workers/progress.ts';
import { writeDraws } from './draws-file.ts';
import { decodeDraws, headerOf } from './draws-format.ts';
import { type JobResult, queueName, readJobData, shardName, wholeRun } from './jobs.ts';
import { connectQueue, type FlowNode, type QueueConnection } from './queue-packages.ts';
import { openRunStore, type RunStore } from './run-store.ts';
import { ofPlan } from './shard-files.ts';
import {
  type OpenedPlan,
  openPlan,
  type PlanShardsOptions,
  planShards,
  planShardsNames,
} from './shard-plan.ts';

/** Options of `simulateOnCluster`: those of `simulate`, and how to go about it. None of the latter moves a bit. */
export interface SimulateOnClusterOptions extends PlanShardsOptions {
  /** Address of Redis: `redis://host:port`, `rediss://user:password@host:port/database`. */
  readonly redis: string;
  /** Where to write the run, for `readRun`; by default nowhere. */
  readonly file?: string;
  /** An `AbortSignal`. */
  readonly signal?: StopSignal;
  /** Called as shards report, with `workers` the number of shards under way. What it throws ends the run. */
  readonly onProgress?: (progress: Progress) => void;
}

/** A job that fails for want of a connection is tried again. */
const tries = { attempts: 5, backoff: { type: 'exponential', delay: 500 } } as const;
const kept = { removeOnComplete: { age: 24 * 3600 }, removeOnFail: { age: 24 * 3600 } } as const;
/** How long an abort waits for workers that do not answer, in ms. */
const PATIENCE = 5000;

/**
 * `simulate` on the workers that listen at a Redis server: the same run to the bit, whoever did what in which order.
 *
 * The run is cut into shards; each is a job, and their merge is the parent job. A worker that dies loses nothing: its
 * shard is taken up by another. Workers must be of the same version of the package; jobs of other versions wait in
 * queues of their own. Without a worker the run waits for one.
 *
 * Rejects with what `simulate` throws, and with the reason of `signal` once that is aborted.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where an option is not what it should be
 * @throws Error where bullmq or ioredis is not installed, or Redis does not answer
 */
export async function simulateOnCluster(given: SimulateOnClusterOptions): Promise<Run> {
  expectOptions('simulateOnCluster', given, [...planShardsNames, 'redis', 'file', 'signal', 'onProgress']);
  const { redis: url, file, signal, onProgress, ...options } = given;
  if (signal?.aborted) throw signal.reason;
  const opened = openPlan(planShards(options));
  // Lost connections are taken up again, and nothing of the run is lost with them.
  const connection = await connectQueue(url, () => {});
  const id = randomUUID();
  const store = openRunStore(connection.redis, id);
  try {
    await store.savePlan(opened.plan);
    return await followRun(connection, opened, { id, store, file, signal, onProgress });
  } finally {
    await store.dropPlan();
    await store.dropDraws([wholeRun, ...opened.plan.shards.map((_, index) => shardName(index))]);
    connection.redis.disconnect();
  }
}

interface Watch {
  readonly id: string;
  readonly store: RunStore;
  readonly file: string | undefined;
  readonly signal: StopSignal | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

async function followRun(
  { bullmq, redis }: QueueConnection,
  opened: OpenedPlan,
  { id, store, file, signal, onProgress }: Watch,
): Promise<Run> {
  const { plan, prepared } = opened;
  const events = new bullmq.QueueEvents(queueName, { connection: redis });
  const flows = new bullmq.FlowProducer({ connection: redis });
  for (const one of [events, flows]) one.on('error', () => {});
  let interrupt: (reason: unknown) => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = reject;
  });
  interrupted.catch(() => {}); // heard in the race below, or too late to matter
  const abort = (): void => interrupt(signal?.reason);
  signal?.addEventListener('abort', abort);
  let tree: FlowNode | undefined;
  try {
    await events.waitUntilReady();
    const count = countProgress(plan.options.draws, () => performance.now(), onProgress);
    const tally = tallyShards(plan.shards.length);
    tree = await flows.add(flowOf(plan.shards.length, id));
    const indexOf = new Map(
      (tree.children ?? []).map(({ job }) => [job.id, readJobData(job.data).index ?? 0]),
    );
    events.on('progress', ({ jobId, data }) => {
      const index = indexOf.get(jobId);
      if (index === undefined) return;
      try {
        const { from, to } = plan.shards[index]!;
        const more = tally.add(index, Math.min(Number(data), to - from));
        if (more > 0) count(more, tally.underWay(plan.shards));
      } catch (error) {
        interrupt(error);
      }
    });
    const finished = tree.job.waitUntilFinished(events) as Promise<JobResult>;
    const result = await Promise.race([finished, interrupted]).catch(async (reason) => {
      await stopRun(tree!, finished, store);
      throw reason;
    });
    if (result.kind === 'failed') throw errorFromData(result.error);
    if (result.kind === 'stopped') throw new Error('the run was stopped: its plan is gone from Redis');
    const { chunk } = await decodeDraws(store.loadDraws(wholeRun), ({ run }) => ofPlan(opened, run));
    if (file !== undefined) await writeDraws(file, headerOf(plan, prepared, chunk), chunk);
    // Reports that were lost on the way are made up for.
    const missing = plan.options.draws - tally.total();
    if (missing > 0) count(missing, 0);
    return finishRun(prepared, chunk);
  } finally {
    interrupt = () => {};
    signal?.removeEventListener('abort', abort);
    // A job that a worker still holds goes when it is done: its run has no plan any more.
    await tree?.job.remove().catch(() => {});
    await Promise.all([events.close(), flows.close()]);
  }
}

function flowOf(shards: number, id: string): unknown {
  return {
    name: 'merge',
    queueName,
    data: { id },
    opts: { ...tries, ...kept },
    children: Array.from({ length: shards }, (_, index) => ({
      name: 'shard',
      queueName,
      data: { id, index },
      opts: { ...tries, ...kept, failParentOnFailure: true },
    })),
  };
}

/** Draws done by shard. A shard that is done again, after its worker died, counts once. */
function tallyShards(shards: number): {
  readonly add: (index: number, done: number) => number;
  readonly total: () => number;
  readonly underWay: (ranges: readonly { readonly from: number; readonly to: number }[]) => number;
} {
  const done = new Float64Array(shards);
  return {
    add: (index, now) => {
      const more = Math.max(0, now - done[index]!);
      done[index] = done[index]! + more;
      return more;
    },
    total: () => done.reduce((sum, draws) => sum + draws, 0),
    underWay: (ranges) => ranges.filter(({ from, to }, i) => done[i]! > 0 && done[i]! < to - from).length,
  };
}

/** Leaves nothing running: shards that wait are taken away, those under way end after their slice of draws. */
async function stopRun(
  { job, children = [] }: FlowNode,
  finished: Promise<unknown>,
  store: RunStore,
): Promise<void> {
  await store.stop();
  const removed = await Promise.allSettled(children.map((child) => child.job.remove()));
  const running = removed.some(({ status }) => status === 'rejected');
  if (
    !running &&
    (await job.remove().then(
      () => true,
      () => false,
    ))
  )
    return;
  await Promise.race([finished.catch(() => {}), setTimeout(PATIENCE, undefined, { ref: false })]);
}
