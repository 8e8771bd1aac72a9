import { type Loops, PITCH } from '../blocks/loops.ts';
import { RowSums, type Scaled } from '../blocks/row-sums.ts';
import type { Room } from '../blocks/rows.ts';
import type { PlannedFlow } from './plan.ts';

/** Baseline departures a day of one flow. */
export interface DailyBaseline {
  /** Stretch s in the row at `daily + s x PITCH`. */
  readonly daily: number;
  /** Fills them for a block of draws. */
  readonly fill: (loops: Loops, count: number) => void;
}

/** @param values row of input 0 */
export function createDailyBaseline(
  { stretches, stretchStarts }: PlannedFlow,
  values: number,
  room: Room,
): DailyBaseline {
  const daily = room.rows(stretches.length);
  const errors = new RowSums();
  const rowOf = (slot: number): number => values + slot * PITCH;
  const planned = stretches.map((stretch, s) => {
    const { scores, loadings } = stretch;
    const terms = scores.map((slot, i): Scaled => [rowOf(slot), loadings[i]!]);
    // Each its own row, since it becomes a power of e there.
    const error = terms.length === 0 ? -1 : errors.addApart(terms, room);
    return { ...stretch, days: stretchStarts[s + 1]! - stretchStarts[s]!, error, out: daily + s * PITCH };
  });
  errors.close(room);

  function fill(loops: Loops, count: number): void {
    const { heap } = loops;
    errors.run(loops, count);
    for (const { factor, days, factors, growth, growthYears, error, out } of planned) {
      const first = factors[0];
      if (first === undefined) heap.fill(factor / days, out, out + count);
      else loops.scale(out, rowOf(first), factor / days, count);
      for (let i = 1; i < factors.length; i++) loops.product(out, out, rowOf(factors[i]!), count);
      if (growth >= 0 && growthYears > 0) {
        for (let j = 0; j < count; j++) {
          const yearly = 1 + heap[rowOf(growth) + j]!;
          for (let year = 0; year < growthYears; year++) heap[out + j] = heap[out + j]! * yearly;
        }
      }
      if (error < 0) continue;
      loops.exp(error, count);
      loops.product(out, out, error, count);
    }
  }

  return { daily, fill };
}
