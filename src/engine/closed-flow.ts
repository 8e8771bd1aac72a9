import { LAG, paddedLags, STEPS } from '../blocks/loops.ts';
import { type Cells, cutCells, type FineCells } from './cells.ts';
import type { Plan, PlannedFlow } from './plan.ts';

/** Days; longer lags would cost the sums their digits. */
const LONGEST_LAG = 100_000;
/** Lengths of cells for which powers are kept. */
const MOST_LENGTHS = 8;

/** A flow whose draws are sums of exponentials: one advisory at most, nothing that binds, nobody who waits. */
export interface ClosedFlow {
  readonly flow: PlannedFlow;
  readonly cells: FineCells;
  /** The cell with which the advisory begins in all draws; -1 where that differs, or is before day 0. */
  readonly begin: number;
  /** Lengths of cells in days, each once. */
  readonly lengths: readonly number[];
  /** Index in `lengths` of each cell's length. */
  readonly lengthOf: Int32Array;
  /** Cell of each day. */
  readonly cellOfDay: Int32Array;
  readonly lags: number;
  /** Constants of the lags over 1, 2, 4, 8 and 16 days and over each of `lengths`, each as `LAG` says. */
  readonly constants: Float64Array;
  /** Weights of the lags. */
  readonly weights: Float64Array;
}

/** The closed form of a flow over cells; null where it has none, and days must be taken one by one. */
export function closedFlow(plan: Plan, flow: PlannedFlow, cells: Cells): ClosedFlow | null {
  const means = flow.leadTime.means.map((slot) => plan.inputs[slot]!.source);
  if (flow.advisories.length > 1 || flow.stages.some((effect) => effect >= 0)) return null;
  if (flow.loadFactor >= 0 || flow.postponement !== null) return null;
  if (!means.every((mean) => mean.kind === 'constant' && mean.value <= LONGEST_LAG)) return null;
  const lags = means.map((mean) => (mean.kind === 'constant' ? mean.value : 0));
  const onset = knownOnset(plan, flow);
  // Where it begins on one day in all draws, a cell begins with it, if that does not make for too many lengths of cells.
  return (
    (onset < 0 ? null : formOf(plan, flow, cutCells(cells, flow.stretchStarts, onset), lags, onset)) ??
    formOf(plan, flow, cutCells(cells, flow.stretchStarts), lags, -1)
  );
}

/** Day on which the advisory begins, in the horizon and in all draws; otherwise -1. */
function knownOnset(plan: Plan, { advisories: [advisory] }: PlannedFlow): number {
  if (advisory === undefined) return -1;
  const delay = plan.inputs[advisory.delay]!.source;
  if (delay.kind !== 'constant') return -1;
  const day = advisory.onsetDay + Math.floor(delay.value);
  return day >= 0 && day < plan.days ? day : -1;
}

function formOf(
  plan: Plan,
  flow: PlannedFlow,
  cells: FineCells,
  lags: readonly number[],
  onset: number,
): ClosedFlow | null {
  const days = Array.from(cells.stretch, (_, c) => cells.starts[c + 1]! - cells.starts[c]!);
  const lengths = [...new Set(days)].sort((a, b) => a - b);
  if (lengths.length > MOST_LENGTHS) return null;
  const cellOfDay = new Int32Array(plan.days);
  for (let c = 0; c < days.length; c++) cellOfDay.fill(c, cells.starts[c]!, cells.starts[c + 1]!);
  const steps = [...Array.from({ length: STEPS }, (_, i) => 1 << i), ...lengths];
  const padded = paddedLags(lags.length);
  return {
    flow,
    cells,
    begin: onset < 0 ? -1 : cellOfDay[onset]!,
    lengths,
    lengthOf: Int32Array.from(days, (n) => lengths.indexOf(n)),
    cellOfDay,
    lags: lags.length,
    constants: constantsOf(lags, flow.leadTime.weights, steps),
    weights: Float64Array.from({ length: padded }, (_, k) => flow.leadTime.weights[k] ?? 0),
  };
}

function constantsOf(
  lags: readonly number[],
  weights: ArrayLike<number>,
  steps: readonly number[],
): Float64Array {
  const padded = paddedLags(lags.length);
  const constants = new Float64Array(steps.length * LAG.kinds * padded);
  steps.forEach((days, step) => {
    lags.forEach((mean, k) => {
      lagConstants(mean, weights[k]!, days).forEach((constant, kind) => {
        constants[(step * LAG.kinds + kind) * padded + k] = constant;
      });
    });
  });
  return constants;
}

function lagConstants(mean: number, weight: number, days: number): number[] {
  const departing = 1 / (1 + mean);
  const daily = 1 - departing;
  let stay = 1;
  let leave = 0;
  for (let day = 0; day < days; day++) {
    leave += departing * stay;
    stay *= daily;
  }
  const wait = daily / departing;
  const constants = new Array<number>(LAG.kinds);
  constants[LAG.stay] = stay;
  constants[LAG.leave] = leave;
  constants[LAG.departing] = departing;
  constants[LAG.weightedMean] = weight * wait;
  constants[LAG.mean] = wait;
  return constants;
}
