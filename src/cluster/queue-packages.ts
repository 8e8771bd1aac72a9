/*
 * BullMQ and ioredis, as far as they are used here. They are optional: nobody who does without a queue installs them,
 * and the types of this package must not need theirs.
 */

export interface RedisClient {
  set(key: string, value: string, unit: 'EX', seconds: number): Promise<unknown>;
  get(key: string): Promise<string | null>;
  exists(key: string): Promise<number>;
  unlink(...keys: string[]): Promise<number>;
  rpush(key: string, value: Uint8Array): Promise<number>;
  llen(key: string): Promise<number>;
  lindexBuffer(key: string, index: number): Promise<Uint8Array | null>;
  expire(key: string, seconds: number): Promise<number>;
  /** Seconds since 1970 and microseconds. */
  time(): Promise<readonly [seconds: number | string, microseconds: number | string]>;
  rename(from: string, to: string): Promise<unknown>;
  publish(channel: string, message: string): Promise<number>;
  subscribe(channel: string): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'message', listener: (channel: string, message: string) => void): unknown;
  /** Another connection to the same address, not yet connected. */
  duplicate(): RedisClient;
  connect(): Promise<void>;
  disconnect(): void;
}

export interface QueueJob {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  updateProgress(progress: number): Promise<void>;
  getChildrenValues(): Promise<Record<string, unknown>>;
  waitUntilFinished(events: QueueEvents): Promise<unknown>;
  /** Takes it away with its children, or fails and takes nothing away while a worker holds one of them. */
  remove(): Promise<void>;
  /** Takes away those of its children that no worker has begun. */
  removeUnprocessedChildren(): Promise<void>;
}

export interface QueueEvents {
  waitUntilReady(): Promise<unknown>;
  on(event: 'progress', listener: (event: { jobId: string; data: unknown }) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface QueueWorker {
  waitUntilReady(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

export interface FlowNode {
  readonly job: QueueJob;
  readonly children?: readonly FlowNode[];
}

export interface FlowProducer {
  add(flow: unknown): Promise<FlowNode>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

type Connected = { readonly connection: RedisClient };

export interface BullMq {
  readonly FlowProducer: new (options: Connected) => FlowProducer;
  readonly QueueEvents: new (
    queue: string,
    options: Connected & { readonly lastEventId: string },
  ) => QueueEvents;
  readonly Worker: new (
    queue: string,
    processor: (job: QueueJob) => Promise<unknown>,
    options: Connected & Readonly<Record<string, unknown>>,
  ) => QueueWorker;
}

interface IoRedis {
  readonly Redis: new (
    url: string,
    options: { readonly maxRetriesPerRequest: null; readonly lazyConnect: true },
  ) => RedisClient;
}

export interface QueueConnection {
  readonly bullmq: BullMq;
  readonly redis: RedisClient;
}

/**
 * Connects to Redis. A connection that is lost later on is taken up again; `onError` hears of it.
 *
 * @throws Error where bullmq or ioredis is not installed, or nobody answers at the address
 */
export async function connectQueue(url: string, onError: (error: Error) => void): Promise<QueueConnection> {
  const bullmq = await load<BullMq>('bullmq');
  const { Redis } = await load<IoRedis>('ioredis');
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  let reason: Error | undefined;
  let connected = false;
  redis.on('error', (error) => {
    reason = error;
    if (connected) onError(error);
  });
  try {
    await redis.connect();
    connected = true;
    return { bullmq, redis };
  } catch (error) {
    redis.disconnect();
    // The address may hold a password: it is not repeated.
    throw new Error(`redis: no connection: ${(reason ?? (error as Error)).message}`, { cause: error });
  }
}

async function load<Exports>(name: string): Promise<Exports> {
  try {
    return (await import(name)) as Exports;
  } catch (cause) {
    throw new Error(`the queue needs the package ${name}: npm install bullmq ioredis`, { cause });
  }
}
