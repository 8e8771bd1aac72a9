import * as v from 'valibot';
import { version } from '../version.ts';
import type { ErrorData } from '../workers/error-data.ts';

/** The queue of this version: workers of another version never see its jobs, so that no run mixes versions. */
export const queueName: string = `tourism-impact@${version}`;

/** Names under which draws are kept. */
export const wholeRun = 'run';
export function shardName(index: number): string {
  return `shard-${index}`;
}

/** What a job is about: `shard` has an index, `merge` has none. */
export interface JobData {
  readonly id: string;
  readonly index?: number | undefined;
}

const shape = v.object({ id: v.pipe(v.string(), v.uuid()), index: v.optional(v.number()) });

export function readJobData(data: unknown): JobData {
  return v.parse(shape, data);
}

/** How a job ended. An error of the model is an answer like another; only trouble with the queue fails a job. */
export type JobResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  /** `from`: the first draw of the shard, so that of several errors the first can be told. */
  | { readonly kind: 'failed'; readonly from: number; readonly error: ErrorData };
