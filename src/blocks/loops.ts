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
 * Rows of the state of a flow, one after the other: single rows in this order, then `paddedLags` rows each of the share
 * of the arrivals not booked, of that exposed to cancelling, of those what has not come to it yet, and of how many days'
 * worth of the pending will depart. A path is target + excess r^i; lost and cancelled are sums over the days of a cell.
 */
export const STATE = { target: 0, excess: 1, lost: 2, cancelled: 3, lags: 4 } as const;

/** How many rows a state has. */
export function stateRows(lags: number): number {
  return STATE.lags + 4 * paddedLags(lags);
}

/** Rows of what is known of an advisory beforehand, in this order: shares, days, and what a day leaves of the way. */
export const GIVEN = {
  suppression: 0,
  cancellation: 1,
  onset: 2,
  /** The day after its last. */
  end: 3,
  awareness: 4,
  recovery: 5,
  cancelling: 6,
  rows: 7,
} as const;

/** Rows of a table of `followPath` for each length. */
export function tableRows(lags: number): number {
  return 2 + lags;
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
  /** out = row x other */
  readonly product: (out: number, row: number, other: number, count: number) => void;
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
   * What a path does over each length of cell, for `ratio` a row of what a day leaves of its excess: rows of r^n, of r +
   * ... + r^n, and for each lag of the sum of r^i stay^(n - i), then those of the next length. Formed by
   * h(m + n) = stay^n h(m) + r^m h(n) from steps of 1, 2, 4, 8 and 16 days; all terms have one sign, so nothing cancels,
   * however close r and a lag's stay come to each other.
   *
   * @param constants of the lags over those steps, one after the other, each as `LAG` says
   * @param list the lengths in days, ascending, so many
   * @param scratch room for 2 x STEPS x `tableRows(lags)` numbers
   */
  readonly followPath: (
    ratio: number,
    table: number,
    lags: number,
    constants: number,
    list: number,
    lengths: number,
    scratch: number,
    count: number,
  ) => void;
  /** Carries paths, and what is not booked under them, through a cell of so many days; `table` is of its length. */
  readonly stepPaths: (
    state: number,
    table: number,
    lags: number,
    constants: number,
    days: number,
    count: number,
  ) => void;
  /** Carries exposed bookings through a cell; `kept` is a row of what cancelling keeps of its way in it. */
  readonly stepCancelling: (
    state: number,
    kept: number,
    lags: number,
    constants: number,
    count: number,
  ) => void;
  /**
   * Carries the draws of a list, day by day, through a cell in which their advisory begins or ends: each state goes into
   * `stateRows(lags)` numbers at `ahead`, one after the other. The loops over all draws come next; `putBack` then
   * replaces what they made of these.
   *
   * @param constants of the lags over one day
   */
  readonly turn: (
    given: number,
    state: number,
    ahead: number,
    lags: number,
    constants: number,
    weights: number,
    list: number,
    count: number,
    from: number,
    to: number,
  ) => void;
  /** Puts the states of the list at `ahead` back; who is on the way back follows `recovered` from here on. */
  readonly putBack: (
    state: number,
    ahead: number,
    rows: number,
    table: number,
    recovered: number,
    rowsOfTable: number,
    list: number,
    count: number,
  ) => void;
  /** Counts of the days from the shares of a state: travelled, cancelled, not booked in rows `pitch` apart. */
  readonly countDays: (
    daily: number,
    state: number,
    days: number,
    out: number,
    pitch: number,
    count: number,
  ) => void;
}
