import { type Loops, PITCH } from '../blocks/loops.ts';
import { RowSums } from '../blocks/row-sums.ts';
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
    const error = scores.length === 0 ? -1 : room.rows(1);
    if (error >= 0) {
      errors.add(
        error,
        scores.map((slot, i) => [rowOf(slot), loadings[i]!]),
      );
    }
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
      for (let i = 1; i < factors.length; i++) loops.multiply(out, rowOf(factors[i]!), count);
      if (growth >= 0 && growthYears > 0) {
        for (let j = 0; j < count; j++) {
          const yearly = 1 + heap[rowOf(growth) + j]!;
          for (let year = 0; year < growthYears; year++) heap[out + j] = heap[out + j]! * yearly;
        }
      }
      if (error < 0) continue;
      loops.exp(error, count);
      loops.multiply(out, error, count);
    }
  }

  return { daily, fill };
}
