/**
 * Projections that only some scenarios ask for: stages of a dispute, stays of several years, who takes the place of the lost; and
 * options set side by side by what they avoid and cost. `tourism-impact` has all others.
 *
 * @packageDocumentation
 */
export {
  type CompareAllOptions,
  compareAll,
  type RankedOption,
  type Ranking,
} from './compare-all.ts';
export { type Countermeasure, countermeasure } from './countermeasure.ts';
export {
  type OffsetProjection,
  type OffsetRow,
  type ProjectOffsetsOptions,
  projectOffsets,
} from './project-offsets.ts';
export {
  type ProjectStagesOptions,
  projectStages,
  type StageProjection,
  type StageRow,
} from './project-stages.ts';
export {
  type ProjectStaysOptions,
  projectStays,
  type StayMeasure,
  type StayProjection,
} from './project-stays.ts';
