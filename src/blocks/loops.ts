/** Draws sampled and carried at a time: small enough to stay in cache. */
export const BLOCK: number = 256;
/** Numbers from one row of a block to the next: rows a power of two apart would share few lines of the cache. */
export const PITCH: number = 264;

/** Two words of 32 bits. */
export interface Words {
  readonly lo: number;
  readonly hi: number;
}

/** Where `stepPaths` finds its rows: index of their first number in the heap; lag k stands k x PITCH further on. */
export interface PathRows {
  /** The level that a path tends to, and what it has above that. */
  readonly target: number;
  readonly excess: number;
  /** Share of the arrivals not booked, by lag. */
  readonly notBooked: number;
  /** Sum over the days of the step. */
  readonly lost: number;
}

/** Where `stepCancelling` finds its rows. */
export interface CancelRows {
  /** Share of the arrivals exposed to cancelling, and of those what has not come to it yet, by lag. */
  readonly exposed: number;
  readonly pending: number;
  /** How many days' worth of the pending will depart, by lag. */
  readonly wait: number;
  /** Sum over the days of the step. */
  readonly cancelled: number;
}

/** Constants of a lag in a step of n days, in this order. */
export const LAG = { stay: 0, leave: 1, departing: 2, weightedMean: 3, mean: 4, size: 5 } as const;

/**
 * The loops over the draws of a block. All rows are named by the index of their first number in `heap`. Every
 * implementation makes the same operations in the same order, and so the same bits.
 */
export interface Loops {
  readonly heap: Float64Array;
  /** Uniforms of an address from an even draw on; writes up to 7 numbers more than asked for. */
  readonly fillUniforms: (key: Words, stream: Words, from: number, out: number, count: number) => void;
  /** See `lookUpQuantiles`. */
  readonly lookUpQuantiles: (table: number, levels: number, out: number, count: number) => number;
  /** out = factor x row */
  readonly scale: (out: number, row: number, factor: number, count: number) => void;
  /** out = out x row */
  readonly multiply: (out: number, row: number, count: number) => void;
  /** out = out + row */
  readonly add: (out: number, row: number, count: number) => void;
  /** out = out + row x other */
  readonly addProduct: (out: number, row: number, other: number, count: number) => void;
  /**
   * Carries paths of the form target + excess r^i, and what is not booked under them, through `days` days. `power` is
   * r^days, `series` r + ... + r^days, `convolved` (by lag) the sum of r^i stay^(days - i).
   */
  readonly stepPaths: (
    rows: PathRows,
    power: number,
    series: number,
    convolved: number,
    lags: number,
    constants: number,
    days: number,
    count: number,
  ) => void;
  /** Carries exposed bookings through the days; `power` is what cancelling keeps of its way in them. */
  readonly stepCancelling: (
    rows: CancelRows,
    power: number,
    lags: number,
    constants: number,
    count: number,
  ) => void;
  /** Counts of the days from shares: travelled, cancelled, not booked in rows `pitch` apart. */
  readonly countDays: (
    daily: number,
    lost: number,
    cancelled: number,
    days: number,
    out: number,
    pitch: number,
    count: number,
  ) => void;
}
