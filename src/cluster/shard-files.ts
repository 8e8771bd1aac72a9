import { gatherChunks } from '../engine/chunk.ts';
import type { Run } from '../engine/types.ts';
import { collectRun, finishRun } from '../sampling/collect-run.ts';
import type { PreparedRun } from '../sampling/prepare-run.ts';
import { version } from '../version.ts';
import { type CarryShardOptions, carryShard } from './carry-shard.ts';
import { readDraws, writeDraws } from './draws-file.ts';
import { headerOf } from './draws-format.ts';
import { type OpenedPlan, openPlan, type ShardPlan } from './shard-plan.ts';

/** Options of `runShard`. */
export interface RunShardOptions extends CarryShardOptions {
  readonly plan: ShardPlan;
  /** Which shard, from 0. */
  readonly index: number;
  /** The file to write; it appears when the shard is done. */
  readonly file: string;
}

/**
 * Carries one shard of a plan and writes its draws to a file.
 *
 * @throws Error where the plan is of another version of the package or was changed
 * @throws RangeError where the plan has no such shard
 */
export async function runShard({ plan, index, file, ...how }: RunShardOptions): Promise<void> {
  const opened = openPlan(plan);
  const chunk = await carryShard(opened, index, how);
  await writeDraws(file, headerOf(opened.plan, opened.prepared, chunk), chunk, how.signal);
}

/** Options of `mergeShards`. */
export interface MergeShardsOptions {
  readonly plan: ShardPlan;
  /** The files of all shards, in any order. */
  readonly shards: readonly string[];
  /** Where to write the whole run, for `readRun`; by default nowhere. */
  readonly file?: string;
}

/**
 * Puts the shards of a plan together: the run that `simulate` would have made, to the bit.
 *
 * @throws Error where a file is not of this plan, is damaged, or where a shard is missing or twice
 */
export async function mergeShards({ plan, shards, file }: MergeShardsOptions): Promise<Run> {
  const opened = openPlan(plan);
  const { draws } = opened.plan.options;
  if (file === undefined) {
    // Nothing but the run is wanted: a summary takes the shards in one by one and lets go of them.
    const collector = collectRun(opened.prepared);
    const add = collector.open(0, draws);
    for (const shard of shards) add((await readDraws(shard, (header) => ofPlan(opened, header.run))).chunk);
    return collector.take();
  }
  const gathering = gatherChunks(0, draws);
  for (const shard of shards) {
    gathering.add((await readDraws(shard, (header) => ofPlan(opened, header.run))).chunk);
  }
  const whole = gathering.finish();
  await writeDraws(file, headerOf(opened.plan, opened.prepared, whole), whole);
  return finishRun(opened.prepared, whole);
}

/** @throws Error where draws are of another run */
export function ofPlan({ plan, prepared }: OpenedPlan, run: string): PreparedRun {
  if (run !== plan.run) {
    throw new Error(
      `these draws are of run ${run}, the plan is of run ${plan.run}: another scenario or seed`,
    );
  }
  return prepared;
}

/**
 * Reads a run that `mergeShards` wrote.
 *
 * @throws Error where the file is damaged, is of another version of the package, or holds a shard only
 */
export async function readRun({ file }: { readonly file: string }): Promise<Run> {
  const { chunk, prepared } = await readDraws(file, ({ run, options }) => {
    if (options === undefined) throw new Error('this file holds a part of a run; merge the parts first');
    return openPlan({ format: 'tourism-impact/plan', version, run, options, shards: [] }).prepared;
  });
  return finishRun(prepared, chunk);
}
