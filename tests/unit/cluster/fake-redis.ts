import type { RedisClient } from '../../../src/cluster/queue-packages.ts';

/** What the cluster uses of Redis, in this process: keys, lists, and messages that are heard at once. */
export function fakeRedis(): RedisClient & { readonly keys: () => string[] } {
  const values = new Map<string, string | Uint8Array[]>();
  const ears = new Set<(channel: string, message: string) => void>();
  const list = (key: string): Uint8Array[] => (values.get(key) ?? []) as Uint8Array[];
  const redis: RedisClient & { readonly keys: () => string[] } = {
    keys: () => [...values.keys()],
    set: async (key, value) => values.set(key, value),
    get: async (key) => (values.get(key) as string | undefined) ?? null,
    exists: async (key) => Number(values.has(key)),
    unlink: async (...keys) => keys.filter((key) => values.delete(key)).length,
    rpush: async (key, value) => {
      values.set(key, [...list(key), value]);
      return list(key).length;
    },
    llen: async (key) => list(key).length,
    lindexBuffer: async (key, index) => list(key)[index] ?? null,
    expire: async () => 1,
    rename: async (from, to) => {
      values.set(to, values.get(from)!);
      values.delete(from);
    },
    time: async () => ['1', '2'],
    publish: async (channel, message) => {
      for (const hear of ears) hear(channel, message);
      return ears.size;
    },
    subscribe: async () => {},
    on: (event: 'error' | 'message', listener: unknown) => {
      if (event === 'message') ears.add(listener as (channel: string, message: string) => void);
    },
    duplicate: () => redis,
    connect: async () => {},
    disconnect: () => {},
  };
  return redis;
}
