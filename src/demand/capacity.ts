import type { Bites } from '../advisories/bites.ts';

/**
 * Seats as a share of the baseline, by day: the product of 1 - seat cut over the advisories in force, over the load
 * factor.
 *
 * @param seatCut by index of the effect
 * @param capacity day d of the horizon at [d]
 */
export function limitSeats(
  bites: Bites,
  seatCut: Float64Array,
  loadFactor: number,
  capacity: Float64Array,
  days: number,
): void {
  capacity.fill(1, 0, days);
  for (let i = 0; i < bites.count; i++) {
    const left = 1 - seatCut[bites.effect[i]!]!;
    const end = bites.end[i]!;
    for (let d = Math.max(0, bites.onset[i]!); d < end; d++) capacity[d] = capacity[d]! * left;
  }
  for (let d = 0; d < days; d++) capacity[d] = capacity[d]! / loadFactor;
}
