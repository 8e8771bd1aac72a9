import { setTimeout } from 'node:timers/promises';
import { type JobResult, queueName, readJobData } from './jobs.ts';
import type { FlowNode, QueueConnection } from './queue-packages.ts';

/** The jobs of one run: one for each shard, and their merge, which is the parent of the others. */
export interface RunJobs {
  /** Puts them into the queue. `onProgress` is told how many draws of a shard are done. */
  readonly start: (onProgress: (index: number, drawsDone: number) => void) => Promise<void>;
  /** How the merge ended. */
  readonly result: () => Promise<JobResult>;
  /**
   * Takes all of them away. Those that a worker holds are waited for: a run that is over is left after the chunk of draws
   * under way. A worker that is dead or silent is waited for as long as `patience`, in ms.
   */
  readonly remove: (patience: number) => Promise<void>;
  /** Closes the connections. */
  readonly close: () => Promise<void>;
}

/** A job that fails for want of a connection is tried again. */
const tries = { attempts: 5, backoff: { type: 'exponential', delay: 500 } } as const;
const kept = { removeOnComplete: { age: 24 * 3600 }, removeOnFail: { age: 24 * 3600 } } as const;
/** How often it is tried to take jobs away that a worker may hold, in ms. */
const TRY = 5;

export async function openRunJobs(
  { bullmq, redis }: QueueConnection,
  id: string,
  shards: number,
): Promise<RunJobs> {
  // From this moment on, so that nothing is missed that happens before listening has begun.
  const [seconds, microseconds] = (await redis.time()).map(Number);
  const lastEventId = `${seconds! * 1000 + Math.floor(microseconds! / 1000)}-0`;
  const events = new bullmq.QueueEvents(queueName, { connection: redis, lastEventId });
  const flows = new bullmq.FlowProducer({ connection: redis });
  for (const one of [events, flows]) one.on('error', () => {});
  // A promise, so that jobs which are on their way into the queue when the run ends are taken away too.
  let adding: Promise<FlowNode> | undefined;
  return {
    start: async (onProgress) => {
      await events.waitUntilReady();
      adding = flows.add(flowOf(shards, id));
      const { children = [] } = await adding;
      const indexOf = new Map(children.map(({ job }) => [job.id, readJobData(job.data).index ?? 0]));
      events.on('progress', ({ jobId, data }) => {
        const index = indexOf.get(jobId);
        if (index !== undefined) onProgress(index, Number(data));
      });
    },
    result: async () => (await (await adding)!.job.waitUntilFinished(events)) as JobResult,
    remove: async (patience) => {
      if (adding === undefined) return;
      const { job } = await adding;
      await job.removeUnprocessedChildren();
      const isGone = (): Promise<boolean> =>
        job.remove().then(
          () => true,
          () => false,
        );
      for (const start = performance.now(); !(await isGone()); ) {
        if (performance.now() - start > patience) return;
        await setTimeout(TRY);
      }
    },
    close: async () => {
      await Promise.all([events.close(), flows.close()]);
    },
  };
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
