import { LAG, paddedLags, STEPS } from './loops.ts';

/**
 * One draw of one flow between turning points: a path target + excess r^i, what is not booked under it, and bookings
 * on their way to being cancelled. Carried in steps of 1, 2, 4, 8 and 16 days.
 *
 * All sums are of terms of one sign, so nothing cancels, however close r and a lag's stay come to each other:
 * h(n) = sum of r^i stay^(n - i) over i = 1 ... n obeys h(m + n) = stay^n h(m) + r^m h(n).
 */
export class Course {
  target = 0;
  excess = 0;
  lost = 0;
  cancelled = 0;
  readonly notBooked: Float64Array;
  readonly exposed: Float64Array;
  readonly pending: Float64Array;
  readonly wait: Float64Array;
  /** r^n, r + ... + r^n for n = 2^i, and h(n) of lag k at i x lags + k. */
  private readonly power: Float64Array = new Float64Array(STEPS);
  private readonly series: Float64Array = new Float64Array(STEPS);
  private readonly convolved: Float64Array;
  /** What cancelling keeps of its way in 2^i days. */
  private readonly kept: Float64Array = new Float64Array(STEPS);
  private readonly lags: number;
  /** Numbers from one kind of constant of the lags to the next, and from one step to the next. */
  private readonly kind: number;
  private readonly step: number;
  private readonly heap: Float64Array;
  private readonly first: number;

  /** @param first of the constants of the lags over 1, 2, 4, 8 and 16 days */
  constructor(lags: number, heap: Float64Array, first: number) {
    this.lags = lags;
    this.kind = paddedLags(lags);
    this.step = LAG.kinds * this.kind;
    this.heap = heap;
    this.first = first;
    this.notBooked = new Float64Array(lags);
    this.exposed = new Float64Array(lags);
    this.pending = new Float64Array(lags);
    this.wait = new Float64Array(lags);
    this.convolved = new Float64Array(STEPS * lags);
  }

  /** The advisory begins: nobody has heard of it yet, and all who booked are exposed to it. */
  begin(suppression: number, cancellation: number, weights: number): void {
    this.target = suppression;
    this.excess = -suppression;
    for (let k = 0; k < this.lags; k++) {
      this.notBooked[k] = 0;
      this.exposed[k] = cancellation * this.heap[weights + k]!;
      this.pending[k] = this.exposed[k]!;
    }
  }

  /** It ends: the path turns back to 0, and nothing more is cancelled. */
  settle(recovery: number): void {
    this.excess += this.target;
    this.target = 0;
    this.setPath(recovery);
    for (let k = 0; k < this.lags; k++) {
      this.exposed[k] = this.exposed[k]! - this.pending[k]!;
      this.pending[k] = 0;
    }
  }

  /** Sets the share of the excess that is left after a day. */
  setPath(r: number): void {
    const { power, series, convolved, lags, heap, first, step } = this;
    power[0] = r;
    series[0] = r;
    for (let k = 0; k < lags; k++) convolved[k] = r;
    for (let i = 1; i < STEPS; i++) {
      const before = power[i - 1]!;
      power[i] = before * before;
      series[i] = series[i - 1]! + before * series[i - 1]!;
      for (let k = 0; k < lags; k++) {
        const at = (i - 1) * lags + k;
        convolved[at + lags] = convolved[at]! * (heap[first + (i - 1) * step + k]! + before);
      }
    }
  }

  /** Sets what is left of the way of cancelling after a day. */
  setCancelling(kept: number): void {
    this.kept[0] = kept;
    for (let i = 1; i < STEPS; i++) this.kept[i] = this.kept[i - 1]! * this.kept[i - 1]!;
    for (let k = 0; k < this.lags; k++) {
      const both = this.heap[this.first + k]! * kept;
      this.wait[k] = both / (1 - both);
    }
  }

  /** Goes on for so many days, adding to `lost` and `cancelled`. */
  advance(days: number): void {
    let left = days;
    for (; left > 31; left -= 31) this.advanceInSteps(31);
    this.advanceInSteps(left);
  }

  private advanceInSteps(days: number): void {
    const { lags, heap, first, kind, step, notBooked, exposed, pending, wait, convolved, target } = this;
    for (let left = days; left > 0; left &= left - 1) {
      const i = lowestBit(left);
      const { excess } = this;
      const kept = this.kept[i]!;
      let lost = (1 << i) * target + excess * this.series[i]!;
      let cancelled = 0;
      for (let k = 0; k < lags; k++) {
        const c = first + i * step + k;
        const stay = heap[c]!;
        const before = notBooked[k]!;
        const after =
          stay * before +
          (heap[c + LAG.leave * kind]! * target +
            heap[c + LAG.departing * kind]! * (excess * convolved[i * lags + k]!));
        lost += heap[c + LAG.weightedMean * kind]! * (before - after);
        notBooked[k] = after;
        const there = exposed[k]!;
        const open = pending[k]!;
        exposed[k] = there * stay;
        pending[k] = open * stay * kept;
        cancelled += heap[c + LAG.mean * kind]! * (there - exposed[k]!) - wait[k]! * (open - pending[k]!);
      }
      this.lost += lost;
      this.cancelled += cancelled;
      this.excess = excess * this.power[i]!;
    }
  }

  /**
   * r^n, r + ... + r^n, what cancelling keeps of its way in n days, and h(n) of each lag, at 0, 1, 2 and 3 + k of `out`:
   * from what they are over n days to what they are over so many more. Over no days: 1, 0, 1, 0.
   */
  goOver(days: number, out: Float64Array): void {
    const { lags, heap, first, step, convolved } = this;
    for (let left = days; left > 0; left &= left - 1) {
      const i = lowestBit(left);
      const power: number = out[0]!;
      out[1] = out[1]! + power * this.series[i]!;
      for (let k = 0; k < lags; k++) {
        out[3 + k] = heap[first + i * step + k]! * out[3 + k]! + power * convolved[i * lags + k]!;
      }
      out[2] = out[2]! * this.kept[i]!;
      out[0] = power * this.power[i]!;
    }
  }
}

/** Number of the lowest bit of a whole number that is set. */
function lowestBit(whole: number): number {
  return 31 - Math.clz32(whole & -whole);
}
