import type { JobResult } from './jobs.ts';
import type { RedisClient } from './queue-packages.ts';
import { overChannel, type RunStore } from './run-store.ts';

/** A worker's ear for runs that are over. */
export interface RunWatch {
  /** Does work for a run, and answers `stopped` where the signal it gives was aborted because the run is over. */
  readonly during: (store: RunStore, work: (signal: AbortSignal) => Promise<JobResult>) => Promise<JobResult>;
  readonly close: () => void;
}

/** How often a worker asks whether its run is over, in ms: a message may be lost together with a connection. */
const ASK = 1000;

/**
 * Listens for runs that are over, on a connection of its own. A message is heard between two chunks of draws, where
 * asking Redis after each would slow all of them down.
 */
export async function watchRuns(redis: RedisClient, onError: (error: Error) => void): Promise<RunWatch> {
  const ear = redis.duplicate();
  ear.on('error', onError);
  await ear.connect();
  await ear.subscribe(overChannel);
  const working = new Map<string, AbortController>();
  ear.on('message', (_, id) => working.get(id)?.abort());
  return {
    during: async (store, work) => {
      const stop = new AbortController();
      working.set(store.id, stop);
      const asking = setInterval(() => {
        store.isOver().then(
          (over) => over && stop.abort(),
          () => {}, // A lost connection is no end of a run.
        );
      }, ASK);
      try {
        return await work(stop.signal);
      } catch (error) {
        if (stop.signal.aborted) return { kind: 'stopped' };
        throw error;
      } finally {
        clearInterval(asking);
        working.delete(store.id);
      }
    },
    close: () => ear.disconnect(),
  };
}
