import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Run } from '../engine/types.ts';
import { finishRun } from '../sampling/collect-run.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { refuseAborted } from '../workers/carry-range.ts';
import { errorFromData } from '../workers/error-data.ts';
import type { StopSignal } from '../workers/host.ts';
import { countProgress, type Progress } from '../workers/progress.ts';
import { writeDraws } from './draws-file.ts';
import { decodeDraws, headerOf } from './draws-format.ts';
import { shardName, wholeRun } from './jobs.ts';
import { connectQueue } from './queue-packages.ts';
import { openRunJobs, type RunJobs } from './run-jobs.ts';
import { openRunStore, type RunStore } from './run-store.ts';
import { ofPlan } from './shard-files.ts';
import {
  type OpenedPlan,
  openPlan,
  type PlanShardsOptions,
  planShards,
  planShardsNames,
} from './shard-plan.ts';
import { tallyShards } from './shard-tally.ts';

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

/** How long the end of a run waits for workers that do not answer, and for a Redis that is gone, in ms. */
const PATIENCE = 5000;

/**
 * `simulate` on the workers that listen at a Redis server: the same run to the bit, whoever did what in which order.
 *
 * The run is cut into shards; each is a job, and their merge is the parent job. A worker that dies loses nothing: its
 * shard is taken up by another. Workers must be of the same version of the package; jobs of other versions wait in
 * queues of their own. Without a worker the run waits for one.
 *
 * Rejects with what `simulate` throws, and with the reason of `signal` once that is aborted: when the workers have ended
 * the chunks of draws under way, and nothing of the run is left in Redis. A worker that is dead or silent is waited for
 * 5 seconds.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where an option is not what it should be
 * @throws Error where bullmq or ioredis is not installed, or Redis does not answer
 */
export async function simulateOnCluster(given: SimulateOnClusterOptions): Promise<Run> {
  expectOptions('simulateOnCluster', given, [...planShardsNames, 'redis', 'file', 'signal', 'onProgress']);
  const { redis: url, file, signal, onProgress, ...options } = given;
  refuseAborted(signal);
  const opened = openPlan(planShards(options));
  // Lost connections are taken up again, and nothing of the run is lost with them.
  const connection = await connectQueue(url, () => {});
  const store = openRunStore(connection.redis, randomUUID());
  const jobs = await openRunJobs(connection, store.id, opened.plan.shards.length);
  // What `onProgress` throws ends the run as the caller's signal does.
  const stop = new AbortController();
  const abort = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  try {
    return await followRun(opened, { store, jobs, file, stop, onProgress });
  } finally {
    signal?.removeEventListener('abort', abort);
    await leaveNothing(opened, store, jobs);
    connection.redis.disconnect();
  }
}

interface Work {
  readonly store: RunStore;
  readonly jobs: RunJobs;
  readonly file: string | undefined;
  readonly stop: AbortController;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

async function followRun(opened: OpenedPlan, { store, jobs, file, stop, onProgress }: Work): Promise<Run> {
  const { plan, prepared } = opened;
  const { signal } = stop;
  const count = countProgress(plan.options.draws, () => performance.now(), onProgress);
  const tally = tallyShards(plan.shards);
  await store.savePlan(plan);
  await jobs.start((index, drawsDone) => {
    if (signal.aborted) return;
    try {
      const more = tally.add(index, drawsDone);
      if (more > 0) count(more, tally.underWay());
    } catch (error) {
      stop.abort(error);
    }
  });
  const result = await Promise.race([jobs.result(), interruption(signal)]);
  if (result.kind === 'failed') throw errorFromData(result.error);
  if (result.kind === 'stopped') throw new Error('the run was stopped: its plan is gone from Redis');
  const draws = store.loadDraws(wholeRun, signal);
  const { chunk } = await decodeDraws(draws, ({ run }) => ofPlan(opened, run));
  if (file !== undefined) await writeDraws(file, headerOf(plan, prepared, chunk), chunk, signal);
  // Reports that were lost on the way are made up for.
  const missing = plan.options.draws - tally.drawsDone();
  if (missing > 0) count(missing, 0);
  refuseAborted(signal);
  return finishRun(prepared, chunk);
}

/** Rejects with the reason of the signal. */
function interruption(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const interrupt = (): void => reject(signal.reason);
    if (signal.aborted) interrupt();
    else signal.addEventListener('abort', interrupt);
  });
}

/** However a run ends: no job, no key and no connection is left of it. */
async function leaveNothing({ plan }: OpenedPlan, store: RunStore, jobs: RunJobs): Promise<void> {
  await patiently(store.end().then(() => jobs.remove(PATIENCE)));
  // Only now: a worker saves no draws any more.
  const dropped = store.dropDraws([wholeRun, ...plan.shards.map((_, index) => shardName(index))]);
  await patiently(Promise.all([dropped, jobs.close()]));
}

/** Waits for what must not hold up the end of a run for ever, whether it succeeds or not. */
async function patiently(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => {}), setTimeout(PATIENCE, undefined, { ref: false })]);
}
