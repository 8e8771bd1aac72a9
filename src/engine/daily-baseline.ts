import { type Loops, PITCH } from '../blocks/loops.ts';
import type { Room } from '../blocks/rows.ts';
import type { PlannedFlow } from './plan.ts';

/** Baseline departures a day of one flow. */
export interface DailyBaseline {
  /** Stretch s in the row at `daily + s x PITCH`. */
  readonly daily: number;
  /**
   * Fills them for a block of draws.
   *
   * @param values row of input 0
   */
  readonly fill: (loops: Loops, values: number, count: number) => void;
}

export function createDailyBaseline({ stretches, stretchStarts }: PlannedFlow, room: Room): DailyBaseline {
  const daily = room.rows(stretches.length);
  const error = room.rows(1);
  const terms = room.numbers(2 * Math.max(0, ...stretches.map(({ scores }) => scores.length)));

  function fill(loops: Loops, values: number, count: number): void {
    const { heap } = loops;
    const rowOf = (slot: number): number => values + slot * PITCH;
    for (let s = 0; s < stretches.length; s++) {
      const { factor, factors, growth, growthYears, scores, loadings } = stretches[s]!;
      const out = daily + s * PITCH;
      const each = factor / (stretchStarts[s + 1]! - stretchStarts[s]!);
      const first = factors[0];
      if (first === undefined) heap.fill(each, out, out + count);
      else loops.scale(out, rowOf(first), each, count);
      for (let i = 1; i < factors.length; i++) loops.multiply(out, rowOf(factors[i]!), count);
      if (growth >= 0 && growthYears > 0) {
        for (let j = 0; j < count; j++) {
          const yearly = 1 + heap[rowOf(growth) + j]!;
          for (let year = 0; year < growthYears; year++) heap[out + j] = heap[out + j]! * yearly;
        }
      }
      if (scores.length === 0) continue;
      for (let i = 0; i < scores.length; i++) {
        heap[terms + 2 * i] = rowOf(scores[i]!);
        heap[terms + 2 * i + 1] = loadings[i]!;
      }
      loops.sumScaled(error, terms, scores.length, count);
      loops.exp(error, count);
      loops.multiply(out, error, count);
    }
  }

  return { daily, fill };
}
