import type { Bites } from './bites.ts';

/** Below this share of the way left to go, survival no longer moves by what a double can tell from 1. */
const NEGLIGIBLE = 1e-18;

/**
 * Share of the exposed bookings that survive every advisory from the i-th on, by day: S_i S_{i+1} ... S_last, in order
 * of onset. A booking made after g onsets is exposed to those from the g-th on, so row g is the survival of cohort g;
 * row `count` is 1 throughout.
 *
 * @param cancellation share that will be cancelled if it lasts, by index of the effect
 * @param daily what is left of the way after a day, 2^(-1/half-life), by index of the effect
 * @param survival row g, day d at `g * stride + base + d`; written from the first onset on
 * @param calm receives the day from which row g stays as it is
 */
export function surviveCancellation(
  bites: Bites,
  cancellation: Float64Array,
  daily: Float64Array,
  survival: Float64Array,
  calm: Int32Array,
  stride: number,
  base: number,
  days: number,
): void {
  const { count } = bites;
  if (count === 0) return;
  const first = bites.onset[0]!;
  survival.fill(1, count * stride + base + first, count * stride + base + days);
  calm[count] = first;
  for (let i = count - 1; i >= 0; i--) {
    const row = i * stride + base;
    const next = row + stride;
    const onset = bites.onset[i]!;
    const end = bites.end[i]!;
    const effect = bites.effect[i]!;
    const share = cancellation[effect]!;
    const step = daily[effect]!;
    let left = 1;
    let day = first;
    for (; day < onset; day++) survival[row + day] = survival[next + day]!;
    for (; day < end && left > NEGLIGIBLE; day++) {
      left *= step;
      survival[row + day] = (1 - share * (1 - left)) * survival[next + day]!;
    }
    calm[i] = Math.max(day, calm[i + 1]!);
    const rest = 1 - share * (1 - left);
    for (; day < days; day++) survival[row + day] = rest * survival[next + day]!;
  }
}
