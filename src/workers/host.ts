import type { Answer, Order } from './messages.ts';

/** A worker of some kind, started. */
export interface WorkerPort {
  readonly post: (order: Order) => void;
  /** Ends it, in mid-work if need be. */
  readonly stop: () => Promise<void>;
}

/** What is heard from a worker. */
export interface WorkerEars {
  readonly answer: (answer: Answer) => void;
  /** It ended unasked, or never started. */
  readonly crash: (reason: string) => void;
}

/** What Node and a page do differently. */
export interface Host {
  /** A clock, in milliseconds. */
  readonly now: () => number;
  /** Lets whatever else is due run. */
  readonly turn: () => Promise<void>;
  /** Starts a worker; throws where there can be none. */
  readonly start: (ears: WorkerEars) => WorkerPort;
}

/** What is used of an `AbortSignal`. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
