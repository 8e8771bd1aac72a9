import { randomUUID } from 'node:crypto';
import { version } from '../version.ts';
import { refuseAborted } from '../workers/carry-range.ts';
import type { StopSignal } from '../workers/host.ts';
import type { RedisClient } from './queue-packages.ts';

/** Where it is said, by its id, that a run is over. */
export const overChannel: string = `tourism-impact@${version}:over`;

/** What is left behind by a client that died goes after a week. */
const KEPT_SECONDS = 7 * 24 * 3600;
/** Redis takes 512 MB in one value; smaller ones let others have a turn. */
const LARGEST_PIECE = 1 << 24;

/** What the workers and the client of one run share in Redis. */
export interface RunStore {
  readonly id: string;
  /** A run lasts as long as its plan is there. */
  readonly savePlan: (plan: unknown) => Promise<void>;
  /** Null once the run is over. */
  readonly loadPlan: () => Promise<unknown>;
  readonly isOver: () => Promise<boolean>;
  /** Ends the run, and says so to the workers. */
  readonly end: () => Promise<void>;
  /** Saves draws under a name: whole or not at all, and in place of what was there. */
  readonly saveDraws: (name: string, pieces: Iterable<Uint8Array>, signal: StopSignal) => Promise<void>;
  readonly loadDraws: (name: string, signal: StopSignal) => AsyncGenerator<Uint8Array>;
  readonly hasDraws: (name: string) => Promise<boolean>;
  readonly dropDraws: (names: readonly string[]) => Promise<void>;
}

export function openRunStore(redis: RedisClient, id: string): RunStore {
  const keyOf = (name: string): string => `tourism-impact:${id}:${name}`;
  const drawsKey = (name: string): string => keyOf(`draws:${name}`);
  return {
    id,
    savePlan: async (plan) => {
      await redis.set(keyOf('plan'), JSON.stringify(plan), 'EX', KEPT_SECONDS);
    },
    loadPlan: async () => {
      const text = await redis.get(keyOf('plan'));
      return text === null ? null : JSON.parse(text);
    },
    isOver: async () => (await redis.exists(keyOf('plan'))) === 0,
    end: async () => {
      // In this order, and in one flight.
      await Promise.all([redis.unlink(keyOf('plan')), redis.publish(overChannel, id)]);
    },
    saveDraws: async (name, pieces, signal) => {
      const draft = keyOf(`draft:${randomUUID()}`);
      try {
        for (const piece of pieces) {
          for (let at = 0; at < piece.length; at += LARGEST_PIECE) {
            refuseAborted(signal);
            await redis.rpush(draft, piece.subarray(at, at + LARGEST_PIECE));
            await redis.expire(draft, KEPT_SECONDS);
          }
        }
        await redis.rename(draft, drawsKey(name));
      } catch (error) {
        await redis.unlink(draft);
        throw error;
      }
    },
    loadDraws: async function* (name, signal) {
      const pieces = await redis.llen(drawsKey(name));
      for (let p = 0; p < pieces; p++) {
        refuseAborted(signal);
        const piece = await redis.lindexBuffer(drawsKey(name), p);
        if (piece !== null) yield piece;
      }
    },
    hasDraws: async (name) => (await redis.exists(drawsKey(name))) === 1,
    dropDraws: async (names) => {
      if (names.length > 0) await redis.unlink(...names.map(drawsKey));
    },
  };
}
