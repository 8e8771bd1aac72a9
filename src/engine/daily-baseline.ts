import { type Loops, PITCH } from '../blocks/loops.ts';
import { exp } from '../elementary/exp.ts';
import type { PlannedFlow } from './plan.ts';

/**
 * Baseline departures a day in each stretch, for a block of draws: stretch s in the row at `daily + s x PITCH`.
 *
 * @param values row of input 0
 */
export function fillDaily(
  { stretches, stretchStarts }: PlannedFlow,
  loops: Loops,
  values: number,
  daily: number,
  count: number,
): void {
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
    for (let j = 0; j < count; j++) {
      let error = 0;
      for (let i = 0; i < scores.length; i++) error += loadings[i]! * heap[rowOf(scores[i]!) + j]!;
      heap[out + j] = heap[out + j]! * exp(error);
    }
  }
}
