/**
 * The advisories, and the visits of stages, that bite on one flow in one draw, in order of onset day, then id, stages
 * last. What begins after the horizon is left out; ends past the horizon are cut to it.
 */
export interface Bites {
  /** How many; the arrays below are used up to here. */
  count: number;
  /** Day of onset, inclusive; may lie before day 0. */
  readonly onset: Int32Array;
  /** Day after the last in force. */
  readonly end: Int32Array;
  /** Index among the flow's effects (which stand in order of advisory id). A stage bites once for each visit. */
  readonly effect: Int32Array;
}

export function createBites(most: number): Bites {
  return {
    count: 0,
    onset: new Int32Array(most),
    end: new Int32Array(most),
    effect: new Int32Array(most),
  };
}

/**
 * Adds a bite of the flow's effect `effect`; call in order of effect index, so that equal onsets stay in order of id. `first` is a whole day; `duration`, in days, need not be whole and is rounded to the nearest day.
 */
export function addBite(bites: Bites, effect: number, first: number, duration: number, days: number): void {
  if (!(first < days) || !(duration >= 0.5)) return;
  const last = Math.min(days, first + Math.floor(duration + 0.5));
  let at = bites.count;
  for (; at > 0 && bites.onset[at - 1]! > first; at--) {
    bites.onset[at] = bites.onset[at - 1]!;
    bites.end[at] = bites.end[at - 1]!;
    bites.effect[at] = bites.effect[at - 1]!;
  }
  bites.onset[at] = first;
  bites.end[at] = last;
  bites.effect[at] = effect;
  bites.count += 1;
}
