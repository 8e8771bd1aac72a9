/**
 * Seeded Monte Carlo scenarios of tourist flows under travel advisories.
 *
 * A scenario goes in (`simulate`), projections come out (`project` and its kin). Figures and ready-made scenarios are
 * in `tourism-impact/data`.
 *
 * @packageDocumentation
 */

export { type LeadTimeComponent, leadTimeProbability, leadTimeSurvival } from './demand/lead-time.ts';
export { fitLeadTime } from './demand/lead-time-fit.ts';
export {
  beta,
  constant,
  discrete,
  empirical,
  type Fields,
  gamma,
  lognormal,
  mixture,
  normal,
  pert,
  studentT,
  triangular,
  truncated,
  uniform,
  weibull,
} from './distributions/constructors.ts';
// What is uncertain.
export type {
  Annotations,
  Beta,
  Constant,
  Discrete,
  Distribution,
  Empirical,
  Gamma,
  Lognormal,
  Mixture,
  Normal,
  Pert,
  Quantity,
  StudentT,
  Triangular,
  Truncated,
  Uniform,
  Weibull,
} from './distributions/types.ts';
export {
  type Replay,
  type ReplayedDays,
  type ReplayedDispute,
  type ReplayedFlow,
  type ReplayOptions,
  replay,
} from './engine/replay.ts';
export { medianCase, type SimulateOptions, simulate } from './engine/simulate.ts';
export type { Axis, DrawnRow, Given, Measure, MonthWindow, RowKey, Run, Sampling } from './engine/types.ts';
export { type Issue, type IssueCode, renderIssue, ScenarioError } from './errors.ts';
export { type CompareOptions, type Comparison, type ComparisonRow, compare } from './projections/compare.ts';
export { type ListedMeasure, listMeasures } from './projections/list-measures.ts';
export {
  type ArrivalsMeasure,
  type CancellationsMeasure,
  type ProjectMeasureOptions,
  projectArrivals,
  projectCancellations,
  projectRevenue,
  type RevenueMeasure,
} from './projections/named-projections.ts';
export { type Probability, type ProbabilityOptions, probability } from './projections/probability.ts';
export { project } from './projections/project.ts';
export { provenance } from './projections/provenance.ts';
export { readDraws } from './projections/read-draws.ts';
export type { Table } from './projections/table-cells.ts';
export { type TailRow, type Tails, type TailsOptions, tails } from './projections/tails.ts';
export { toCsv } from './projections/to-csv.ts';
export { type FlatRow, type ToRowsOptions, toRows } from './projections/to-rows.ts';
// What an analyst reads.
export type {
  Dating,
  Interval,
  Projection,
  ProjectionRow,
  ProjectOptions,
  Provenance,
  RowSummary,
  TableHead,
  TableMeta,
} from './projections/types.ts';
// How it runs.
export type { Design } from './random/design.ts';
export type { Seed } from './random/key.ts';
export {
  type CheckOptions,
  type CheckResult,
  checkScenario,
  type EconomyCheckOf,
} from './scenario/check-scenario.ts';
export { fingerprint } from './scenario/fingerprint.ts';
export { codesBeyondJsonSchema } from './scenario/json-schema-limits.ts';
export { parseScenario } from './scenario/parse-scenario.ts';
// What an analyst writes.
export type {
  Advisory,
  AnnualBaseline,
  Baseline,
  Correlation,
  DatedBaseline,
  Dispute,
  DisputeEvent,
  DisputeStage,
  Effect,
  Flow,
  IsoDate,
  IsoMonth,
  LeadTime,
  LeadTimeMixture,
  LeadTimeQuantiles,
  MonthlyBaseline,
  Scenario,
  Selector,
  Substitute,
} from './scenario/types.ts';
export { version } from './version.ts';
