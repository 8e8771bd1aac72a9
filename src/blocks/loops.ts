/** Draws sampled and carried at a time: small enough to stay in cache. */
export const BLOCK: number = 256;
/** Numbers from one row of a block to the next: rows a power of two apart would share few lines of the cache. */
export const PITCH: number = 264;

/** Two words of 32 bits. */
export interface Words {
  readonly lo: number;
  readonly hi: number;
}

/** Steps of 1, 2, 4, 8 and 16 days make up any month. */
export const STEPS = 5;

/**
 * What `begin` and `turn` are told, by place in a row of numbers: counts, and rows and lists named by the index of their first
 * number. The order is that of `wasm/loops.ts`.
 */
export const TURN = {
  lags: 0,
  /** How many lengths of cells there are, and their list. */
  lengths: 1,
  lengthList: 2,
  /** Constants of the lags over 1, 2, 4, 8 and 16 days, one step after the other, each as `LAG` says. */
  constants: 3,
  /** Weights of the lags. */
  weights: 4,
  /** First day of the advisory and the day after its last. */
  onset: 5,
  end: 6,
  suppression: 7,
  cancellation: 8,
  /** Shares that a day leaves of the way: to the suppression, back from it, of cancelling. */
  awareness: 9,
  recovery: 10,
  cancelling: 11,
  /** State of the paths, as in `PathRows`, and of the bookings, as in `CancelRows`. */
  target: 12,
  excess: 13,
  notBooked: 14,
  lost: 15,
  exposed: 16,
  pending: 17,
  wait: 18,
  cancelled: 19,
  /** What a path and cancelling do over each length of cell: one row after the other. */
  power: 20,
  series: 21,
  convolved: 22,
  kept: 23,
  /** Where what draws come to waits to be put back: 4 + 3 x `paddedLags(lags)` numbers each. */
  ahead: 24,
  /** Room for draws under way: `courseSize(lags)` numbers. */
  course: 25,
  /** 1 where there is an advisory in the draw, 0 where it is too short to be one. */
  active: 26,
  size: 27,
} as const;

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

/** Numbers that hold one for each lag: an even count, so that lags can go two by two. */
export function paddedLags(lags: number): number {
  return lags + (lags % 2);
}

/**
 * Constants of the lags in a step of n days: five for each lag, those of one kind side by side in `paddedLags` numbers,
 * in this order. What fills up the count is 0.
 */
export const LAG = { stay: 0, leave: 1, departing: 2, weightedMean: 3, mean: 4, kinds: 5 } as const;

/**
 * The loops over the draws of a block. All rows are named by the index of their first number in `heap`. Every
 * implementation makes the same operations in the same order, and so the same bits.
 */
export interface Loops {
  readonly heap: Float64Array;
  /** Uniforms of an address from an even draw on; writes up to 7 numbers more than asked for. */
  readonly fillUniforms: (key: Words, stream: Words, from: number, out: number, count: number) => void;
  /** See `lookUpQuantiles`; may write one number more than asked for. */
  readonly lookUpQuantiles: (
    table: number,
    levels: number,
    out: number,
    missing: number,
    count: number,
  ) => number;
  /** row = e to the power of row; may change one number more than asked for. */
  readonly exp: (row: number, count: number) => void;
  /** out = factor x row */
  readonly scale: (out: number, row: number, factor: number, count: number) => void;
  /** out = out x row */
  readonly multiply: (out: number, row: number, count: number) => void;
  /** out = out + row */
  readonly add: (out: number, row: number, count: number) => void;
  /**
   * out = 0 + factor x row + factor x row ..., for so many sums, one after the other. The list has for each its out, how
   * many terms it has, and row and factor of each. Writes up to 7 numbers more than asked for.
   */
  readonly sumScaled: (list: number, sums: number, count: number) => void;
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
  /** The advisory begins with a cell in all draws that have one. */
  readonly begin: (told: number, count: number) => void;
  /**
   * Carries the draws of a list through a cell in which their advisory begins or ends. The loops over all draws come
   * next; `putBack` then replaces what they made of these.
   */
  readonly turn: (told: number, list: number, count: number, from: number, to: number) => void;
  readonly putBack: (told: number, list: number, count: number) => void;
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
