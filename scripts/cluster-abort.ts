// How fast an abort is on the cluster, and what it leaves behind.
import { setTimeout as wait } from 'node:timers/promises';
import type { SimulateOnClusterOptions, simulateOnCluster } from '../src/cluster/index.ts';
import type { Progress } from '../src/workers/progress.ts';
import { manifest } from '../tests/support/repository.ts';
import { importBeside } from './cluster-ground.ts';

/**
 * Options of Node under which a worker says when a chunk of draws ends: `setImmediate` of `node:timers/promises` is what
 * it calls between two chunks. Times are of the monotonic clock, which all processes of a machine share.
 */
export const sayChunks: readonly string[] = [
  '--import',
  `data:text/javascript,${encodeURIComponent(`
    import timers from 'node:timers/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const turn = timers.setImmediate;
    timers.setImmediate = (...words) => {
      console.log('chunk ' + Number(process.hrtime.bigint()) / 1e6);
      return turn(...words);
    };
    syncBuiltinESMExports();
  `)}`,
];

/** When chunks ended, by the lines that workers say; in ms. */
export interface ChunkClock {
  readonly hear: (worker: number, line: string) => void;
  /** When the chunks that were under way at a time had all ended; that time, if there were none. */
  readonly endOfThoseAt: (time: number) => number;
  readonly last: () => number;
}

export function chunkClock(): ChunkClock {
  const ends = new Map<number, number[]>();
  return {
    hear: (worker, line) => {
      const [word, time] = line.split(' ');
      if (word === 'chunk') ends.set(worker, [...(ends.get(worker) ?? []), Number(time)]);
    },
    endOfThoseAt: (time) =>
      [...ends.values()].reduce((last, all) => Math.max(last, all.find((end) => end >= time) ?? time), time),
    last: () => [...ends.values()].reduce((last, all) => Math.max(last, all.at(-1)!), 0),
  };
}

/** Of the monotonic clock, in ms. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;

export interface Abort {
  /** What the promise was rejected with. */
  readonly reason: string;
  /** From the abort to the rejection, in ms. */
  readonly whole: number;
  /** From the end of the chunks that were under way at the abort to the rejection, in ms. */
  readonly afterChunks: number;
  /** What is left of the run: keys and connections in Redis when the promise was rejected, and chunks that came later. */
  readonly left: readonly string[];
}

/** Starts a run, aborts it `delay` ms after a report of progress for which `isTime`, and looks what is left. */
export async function abortRun(
  simulate: typeof simulateOnCluster,
  options: SimulateOnClusterOptions,
  clock: ChunkClock,
  isTime: (progress: Progress) => boolean,
  delay = 0,
): Promise<Abort> {
  const before = await listRedis(options.redis);
  const stop = new AbortController();
  let aborted = Number.NaN;
  let due = false;
  const abort = (): void => {
    aborted = now();
    stop.abort(new Error('enough'));
  };
  const onProgress = (progress: Progress): void => {
    if (due || !isTime(progress)) return;
    due = true;
    if (delay === 0) abort();
    else setTimeout(abort, delay);
  };
  const reason = await simulate({ ...options, signal: stop.signal, onProgress }).then(
    () => 'it ended',
    (error: Error) => error.message,
  );
  const rejected = now();
  const left = (await listRedis(options.redis)).filter((one) => !before.includes(one));
  // What workers say may be on its way yet, and one that went on would say so.
  await wait(300);
  if (clock.last() > rejected) left.push('chunks of draws');
  return { reason, whole: rejected - aborted, afterChunks: rejected - clock.endOfThoseAt(aborted), left };
}

interface Client {
  keys(pattern: string): Promise<string[]>;
  client(command: 'LIST'): Promise<string>;
  disconnect(): void;
}

/** Keys of runs and of their jobs, and connections but this one. The queue's own keys, such as its stream of events, stay. */
async function listRedis(url: string): Promise<readonly string[]> {
  const { Redis } = await importBeside<{ Redis: new (url: string) => Client }>('ioredis');
  const redis = new Redis(url);
  try {
    const keys = await redis.keys('*');
    const queue = `bull:tourism-impact@${manifest.version}:`;
    const own = ['meta', 'id', 'events', 'marker', 'stalled', 'stalled-check'].map((name) => queue + name);
    const clients = (await redis.client('LIST')).trim().split('\n');
    const others = clients.filter((client) => !client.includes(' cmd=client'));
    return [
      ...keys.filter((key) => !own.includes(key)),
      ...others.map((client) => `connection ${client.split(' ')[0]}`),
    ];
  } finally {
    redis.disconnect();
  }
}
