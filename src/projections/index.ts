/**
 * What a scenario rests on, and what only some scenarios ask for: the stages of a dispute, and what if one is made to come; stays of several years; who takes the
 * place of the lost; and options set side by side by what they avoid and cost. `tourism-impact` has all other projections.
 *
 * @packageDocumentation
 */

export { type ForceOptions, force } from '../scenario/force.ts';
export { type Assumption, assumptions } from './assumptions.ts';
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
