import { PITCH } from '../blocks/loops.ts';
import { openLoops } from '../blocks/open-loops.ts';
import { Room } from '../blocks/rows.ts';
import { ScenarioError } from '../errors.ts';
import { keyFromSeed, type Seed } from '../random/key.ts';
import { dateOfDay } from '../scenario/calendar.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { ResolvedScenario } from '../scenario/resolved.ts';
import type { Scenario } from '../scenario/types.ts';
import { dayCells, monthCells } from './cells.ts';
import { closedFlow } from './closed-flow.ts';
import { createDisputeWalker, type DisputePath, NEVER } from './dispute-path.ts';
import { createFlowBlock } from './flow-block.ts';
import { COUNTS, type Counted, counted, createFlowKernel, type FlowKernel } from './kernel.ts';
import { type Plan, type PlannedFlow, planRun } from './plan.ts';
import type { PlannedDispute } from './plan-dispute.ts';
import { medianInputs, sampleInputs } from './sample-inputs.ts';
import type { Run } from './types.ts';

/** Either a run, or what made one of independent draws: a run that failed is not there to be asked. */
export type ReplayOptions =
  | { readonly run: Run; readonly draw: number }
  | {
      readonly scenario: Scenario;
      readonly seed: Seed;
      readonly draw: number;
    };

/** One draw with every number on the way. */
export interface Replay {
  readonly draw: number;
  /** Value of every input, by name. */
  readonly inputs: Readonly<Record<string, number>>;
  readonly flows: readonly ReplayedFlow[];
  /** Null where the scenario has none. */
  readonly dispute: ReplayedDispute | null;
}

/** The path of a dispute. */
export interface ReplayedDispute {
  /** In the order they are passed through; a visit of less than half a day may have no day of its own. */
  readonly stages: readonly {
    readonly stage: string;
    readonly from: string;
    /** First day of the next stage; the day after the horizon for the last. */
    readonly to: string;
  }[];
  /** Events that happen within the horizon, by date. */
  readonly events: readonly { readonly id: string; readonly date: string }[];
}

export interface ReplayedFlow {
  readonly id: string;
  /** Advisories in force at some time before the end of the horizon, in order of onset; the first may begin before day 0. */
  readonly advisories: readonly {
    /** `advisory/effect`. */
    readonly name: string;
    readonly onset: string;
    /** First day no longer in force; cut at the end of the horizon. */
    readonly end: string;
  }[];
  /** By month of the horizon, the numbers that the run adds up. */
  readonly months: Readonly<Record<Counted, Float64Array>>;
  /** By day of the horizon. */
  readonly days: ReplayedDays;
  /** Cancellations made before day 0 for departures of the horizon. */
  readonly cancellationsBefore: number;
  /** Postponed travel given up within the horizon. */
  readonly lapsed: number;
}

/** Counts by day, but for `bookingShare`, `capacity`. */
export interface ReplayedDays {
  readonly date: readonly string[];
  readonly baseline: Float64Array;
  /** Share of would-be bookers who book, 1 - suppression over all tracks. */
  readonly bookingShare: Float64Array;
  readonly travelled: Float64Array;
  readonly cancelled: Float64Array;
  readonly notBooked: Float64Array;
  readonly blocked: Float64Array;
  readonly returned: Float64Array;
  readonly arrivals: Float64Array;
  /** Cancellations made that day, for departures of the horizon. */
  readonly cancellations: Float64Array;
  readonly cancellationsLater: Float64Array;
  /** At the end of the day. */
  readonly bookingsOnHand: Float64Array;
  /** At the end of the day. */
  readonly waiting: Float64Array;
  /** Seats as a share of the baseline; null where they are not limited. */
  readonly capacity: Float64Array | null;
}

/**
 * One draw of a run, computed again by the same kernel, with every intermediate number.
 *
 * @throws RangeError where the run has no such draw
 * @throws ScenarioError where the scenario cannot be run
 */
export function replay(options: ReplayOptions): Replay {
  expectOptions('replay', options, ['run', 'scenario', 'seed', 'draw']);
  const { draw } = options;
  const { scenario, plan } = 'run' in options ? options.run : prepare(options.scenario, options.seed);
  const draws = 'run' in options ? options.run.draws : Number.MAX_SAFE_INTEGER;
  if (!Number.isInteger(draw) || draw < 0 || draw >= draws) {
    throw new RangeError(`draw: expected a whole number from 0 to ${draws - 1}, received ${String(draw)}`);
  }
  const median = 'run' in options && options.run.sampling.kind === 'median';
  const sampler = median ? medianInputs(plan.inputs) : sampleInputs(plan.inputs, plan.key);
  const values = new Float64Array(plan.inputs.length);
  sampler(draw, draw + 1, values, 1);
  const { path, walk } = createDisputeWalker(plan);
  walk(values, 1, 0);

  const dates = Array.from({ length: plan.days }, (_, d) => dateOfDay(scenario.calendar.startDay + d));
  const byId = new Map(
    plan.flows.map((flow) => {
      const byDay = createFlowKernel(plan, flow, dayCells(plan.monthStarts), path);
      byDay.run(values, 1, 0);
      return [flow.id, readFlow(flow, readMonths(plan, flow, path, values), byDay, scenario, dates)];
    }),
  );
  return {
    draw,
    inputs: Object.fromEntries(plan.inputs.map(({ name }, slot) => [name, values[slot]!])),
    flows: scenario.flows.map(({ id }) => byId.get(id)!),
    dispute: plan.dispute && readPath(plan.dispute, path, scenario.calendar.startDay),
  };
}

function readPath({ stages, events }: PlannedDispute, path: DisputePath, startDay: number): ReplayedDispute {
  const date = (day: number): string => dateOfDay(startDay + day);
  const happened = events
    .map(({ id }, e) => ({ id, day: path.happened[e]! }))
    .filter(({ day }) => day !== NEVER)
    .sort((a, b) => a.day - b.day);
  return {
    stages: Array.from({ length: path.count }, (_, v) => ({
      stage: stages[path.stage[v]!]!.id,
      from: date(path.day[v]!),
      to: date(path.day[v + 1]!),
    })),
    events: happened.map(({ id, day }) => ({ id, date: date(day) })),
  };
}

function prepare(written: Scenario, seed: Seed): { scenario: ResolvedScenario; plan: Plan } {
  const checked = checkScenario(written);
  if (!checked.ok) throw new ScenarioError(checked.issues);
  const scenario = resolveScenario(checked.scenario);
  return { scenario, plan: planRun(scenario, keyFromSeed(seed)) };
}

function readFlow(
  flow: PlannedFlow,
  months: Readonly<Record<Counted, Float64Array>>,
  byDay: FlowKernel,
  scenario: ResolvedScenario,
  date: readonly string[],
): ReplayedFlow {
  const { disturbance, capacity, ends } = byDay.state;
  const { bites, base, open } = disturbance;
  const days = readCounts(byDay);
  return {
    id: flow.id,
    advisories: Array.from({ length: bites.count }, (_, i) => ({
      name: flow.effects[bites.effect[i]!]!.name,
      onset: dateOfDay(scenario.calendar.startDay + bites.onset[i]!),
      end: dateOfDay(scenario.calendar.startDay + bites.end[i]!),
    })),
    months,
    days: {
      date,
      baseline: days.baseline,
      bookingShare: open.slice(base),
      travelled: days.travelled,
      cancelled: days.cancelled,
      notBooked: days.notBooked,
      blocked: days.blocked,
      returned: days.returned,
      arrivals: days.travelled.map((travelled, d) => travelled + days.returned[d]!),
      cancellations: days.made,
      cancellationsLater: days.madeLater,
      bookingsOnHand: days.onHand,
      waiting: days.waiting,
      capacity: flow.loadFactor < 0 ? null : capacity,
    },
    cancellationsBefore: ends[0]!,
    lapsed: ends[1]!,
  };
}

/** The counts of the months as a run adds them up: the same code, for a block of one draw. */
function readMonths(
  plan: Plan,
  flow: PlannedFlow,
  path: DisputePath,
  values: Float64Array,
): Record<Counted, Float64Array> {
  const names = Object.keys(counted) as Counted[];
  const cells = monthCells(plan.monthStarts);
  const room = new Room();
  const first = room.rows(values.length);
  const form = closedFlow(plan, flow, cells);
  const needed = new Set(names);
  const block = createFlowBlock({ plan, flow, cells, form, path, needed, values: first }, room);
  const loops = openLoops(room.needed);
  const { heap } = loops;
  values.forEach((value, slot) => {
    heap[first + slot * PITCH] = value;
  });
  block.daily?.(loops, heap.subarray(first), 0);
  block.closed?.(loops, 1);
  const months = names.map((name): [Counted, Float64Array] => {
    const sums = new Float64Array(cells.month.length);
    const isStock = name === 'onHand' || name === 'waiting';
    for (const { row, cell } of block.rowsOf(name)) {
      sums[cell] = isStock ? heap[row]! : sums[cell]! + heap[row]!;
    }
    return [name, sums];
  });
  return Object.fromEntries(months) as Record<Counted, Float64Array>;
}

function readCounts({ counts }: FlowKernel): Record<Counted, Float64Array> {
  const n = counts.length / COUNTS;
  const row = (name: Counted): Float64Array => counts.slice(counted[name] * n, (counted[name] + 1) * n);
  return {
    baseline: row('baseline'),
    travelled: row('travelled'),
    cancelled: row('cancelled'),
    notBooked: row('notBooked'),
    blocked: row('blocked'),
    returned: row('returned'),
    made: row('made'),
    madeLater: row('madeLater'),
    onHand: row('onHand'),
    waiting: row('waiting'),
  };
}
