import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Chunk, gatherChunks } from '../engine/chunk.ts';
import { threadHost, threadOptions } from '../node/thread-host.ts';
import { carryRange } from '../workers/carry-range.ts';
import type { Host, StopSignal } from '../workers/host.ts';
import { countProgress, type Progress } from '../workers/progress.ts';
import type { OpenedPlan } from './shard-plan.ts';

/** How a shard is to be carried. None of it moves a bit. */
export interface CarryShardOptions {
  /** Worker threads, 0 to 64; default 0: the shard takes one processor, in slices between which others have a turn. */
  readonly workers?: number;
  /** An `AbortSignal`. */
  readonly signal?: StopSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** @throws RangeError where the plan has no such shard */
export async function carryShard(
  { plan, prepared }: OpenedPlan,
  index: number,
  { workers = 0, signal, onProgress }: CarryShardOptions = {},
): Promise<Chunk> {
  const range = plan.shards[index];
  if (range === undefined) {
    const last = plan.shards.length - 1;
    throw new RangeError(`index: expected a whole number from 0 to ${last}, received ${String(index)}`);
  }
  if (!Number.isInteger(workers) || workers < 0 || workers > 64) {
    throw new RangeError(`workers: expected a whole number from 0 to 64, received ${String(workers)}`);
  }
  const { options } = plan;
  const host = threads();
  const gathering = gatherChunks(range.from, range.to);
  const count = countProgress(range.to - range.from, host.now, onProgress);
  await carryRange({ prepared, options, range, workers, host, signal, add: gathering.add, count });
  return gathering.finish();
}

/** The package names its worker file itself: this module may stand in any file of the build. */
function threads(): Host {
  const find = createRequire(import.meta.url).resolve;
  return threadHost(() => new Worker(pathToFileURL(find('tourism-impact/node/worker')), threadOptions()));
}
