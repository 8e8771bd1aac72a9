import type { Bites } from './bites.ts';

/** Severity and speeds of a flow's effects in one draw, by index of the effect. */
export interface Severity {
  readonly suppression: Float64Array;
  /** Share of the gap to the target closed in a day, when the target is above. */
  readonly awareness: Float64Array;
  /** The same when the target is below. */
  readonly recovery: Float64Array;
}

/**
 * Multiplies `open` (share of would-be bookers who book) by 1 - s for one track, from the first onset to the end of
 * the horizon.
 *
 * Between onsets and ends of the track's stages the target and the speed are constant, so the path is taken interval
 * by interval; in each it moves towards its target and never past it, so the speed is chosen once.
 *
 * @param tracks track of each effect, by index of the effect
 * @param open by day, day d at `base + d`
 */
export function suppressTrack(
  bites: Bites,
  severity: Severity,
  tracks: Int32Array,
  track: number,
  open: Float64Array,
  base: number,
  days: number,
): void {
  let from = days;
  for (let i = 0; i < bites.count; i++) {
    if (tracks[bites.effect[i]!] === track) {
      from = bites.onset[i]!;
      break;
    }
  }
  let level = 0;
  while (from < days) {
    let until = days;
    let stage = -1;
    let ended = -1;
    for (let i = 0; i < bites.count; i++) {
      const onset = bites.onset[i]!;
      const end = bites.end[i]!;
      if (tracks[bites.effect[i]!] !== track) continue;
      if (onset > from) {
        if (onset < until) until = onset;
        break;
      }
      if (from < end) {
        // The latest to begin rules; among equal onsets the highest id, which stands last.
        stage = i;
        if (end < until) until = end;
      } else if (ended < 0 || end >= bites.end[ended]!) {
        ended = i;
      }
    }
    const ruling = bites.effect[stage >= 0 ? stage : ended]!;
    const target = stage >= 0 ? severity.suppression[ruling]! : 0;
    const speed = (target > level ? severity.awareness : severity.recovery)[ruling]!;
    for (let d = from; d < until; d++) {
      level += (target - level) * speed;
      if (target === 0 && 1 - level === 1) {
        // Gone as far as a double can tell; going on would only breed subnormal numbers.
        level = 0;
        break;
      }
      open[base + d] = open[base + d]! * (1 - level);
    }
    from = until;
  }
}
