import { randomUUID } from 'node:crypto';
import type { RedisClient } from './queue-packages.ts';

/** What is left behind by a client that died goes after a week. */
const KEPT_SECONDS = 7 * 24 * 3600;
/** Redis takes 512 MB in one value; smaller ones let others have a turn. */
const LARGEST_PIECE = 1 << 24;

/** What the workers and the client of one run share in Redis. */
export interface RunStore {
  readonly savePlan: (plan: unknown) => Promise<void>;
  /** Null once the run is over. */
  readonly loadPlan: () => Promise<unknown>;
  /** Saves draws under a name: whole or not at all, and in place of what was there. */
  readonly saveDraws: (name: string, pieces: Iterable<Uint8Array>) => Promise<void>;
  readonly loadDraws: (name: string) => AsyncGenerator<Uint8Array>;
  readonly hasDraws: (name: string) => Promise<boolean>;
  readonly dropDraws: (names: readonly string[]) => Promise<void>;
  /** Tells all workers to leave the run alone. */
  readonly stop: () => Promise<void>;
  readonly isStopped: () => Promise<boolean>;
  readonly dropPlan: () => Promise<void>;
}

export function openRunStore(redis: RedisClient, id: string): RunStore {
  const keyOf = (name: string): string => `tourism-impact:${id}:${name}`;
  const drawsKey = (name: string): string => keyOf(`draws:${name}`);
  return {
    savePlan: async (plan) => {
      await redis.set(keyOf('plan'), JSON.stringify(plan), 'EX', KEPT_SECONDS);
    },
    loadPlan: async () => {
      const text = await redis.get(keyOf('plan'));
      return text === null ? null : JSON.parse(text);
    },
    saveDraws: async (name, pieces) => {
      const draft = keyOf(`draft:${randomUUID()}`);
      for (const piece of pieces) {
        for (let at = 0; at < piece.length; at += LARGEST_PIECE) {
          await redis.rpush(draft, piece.subarray(at, at + LARGEST_PIECE));
          await redis.expire(draft, KEPT_SECONDS);
        }
      }
      await redis.rename(draft, drawsKey(name));
    },
    loadDraws: async function* (name) {
      const pieces = await redis.llen(drawsKey(name));
      for (let p = 0; p < pieces; p++) {
        const piece = await redis.lindexBuffer(drawsKey(name), p);
        if (piece !== null) yield piece;
      }
    },
    hasDraws: async (name) => (await redis.exists(drawsKey(name))) === 1,
    dropDraws: async (names) => {
      if (names.length > 0) await redis.del(...names.map(drawsKey));
    },
    stop: async () => {
      await redis.set(keyOf('stopped'), '1', 'EX', KEPT_SECONDS);
    },
    isStopped: async () => (await redis.exists(keyOf('stopped'))) === 1,
    dropPlan: async () => {
      await redis.del(keyOf('plan'));
    },
  };
}
