import { type MeasureDefinition, measures } from '../engine/measures.ts';
import type { Measure } from '../engine/types.ts';

/** A measure with its name. */
export interface ListedMeasure extends MeasureDefinition {
  readonly name: Measure;
}

/**
 * Every measure that can be projected: its name, its label, its unit and what it counts.
 *
 * @example
 * ```ts
 * import { listMeasures } from 'tourism-impact';
 *
 * const money = listMeasures().filter((measure) => measure.unit === 'money');
 * console.log(money.map((measure) => measure.name).join(' '));
 * // => revenue revenueBaseline revenueLost revenueSubstituted revenueReturned revenueLostNet refunds
 * ```
 */
export function listMeasures(): readonly ListedMeasure[] {
  const names = Object.keys(measures) as Measure[];
  return names.map((name) => ({ name, ...measures[name] }));
}
