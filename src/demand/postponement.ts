import type { Bites } from '../advisories/bites.ts';

/** Marks the days on which any advisory is in force. */
export function markInForce(bites: Bites, inForce: Uint8Array, days: number): void {
  inForce.fill(0, 0, days);
  for (let i = 0; i < bites.count; i++) {
    if (bites.end[i]! > 0) inForce.fill(1, Math.max(0, bites.onset[i]!), bites.end[i]!);
  }
}

/** The pool of those who wait, in one draw. */
export interface Pool {
  /** Share of the lost arrivals that wait. */
  readonly share: number;
  /** Share of those waiting who return in a day without an advisory. */
  readonly returning: number;
  /** Share of those waiting who give up in a day. */
  readonly lapsing: number;
}

/**
 * Those who wait return once no advisory is in force, as far as seats are free; returns are counts by day.
 *
 * @param lost lost arrivals by day, counts
 * @param free seats left free by day, counts; infinite where seats are not limited
 * @returns how many gave up
 */
export function releasePool(
  pool: Pool,
  inForce: Uint8Array,
  lost: Float64Array,
  free: Float64Array,
  returned: Float64Array,
  waiting: Float64Array,
  days: number,
): number {
  let here = 0;
  let lapsed = 0;
  for (let d = 0; d < days; d++) {
    const staying = here * (1 - pool.lapsing);
    lapsed += here - staying;
    let back = 0;
    if (inForce[d] === 0) {
      back = Math.min(staying * pool.returning, free[d]!);
    }
    here = staying - back + pool.share * lost[d]!;
    returned[d] = back;
    waiting[d] = here;
  }
  return lapsed;
}
