import { measures } from '../engine/measures.ts';
import { resolveMonths } from '../engine/month-window.ts';
import type { Axis, Given, Measure, MonthWindow, RowKey, RowsRequest, Run } from '../engine/types.ts';
import { expectName, outOfRange, wrongType } from '../scenario/misuse.ts';
import { type Condition, resolveGiven } from './resolve-given.ts';
import { axisValues } from './row-keys.ts';
import type { Dating } from './types.ts';

/** What is read from a run, with every default filled in: what the engine reads, and which rows of it. */
export interface Question extends RowsRequest {
  readonly where: RowKey;
  /** Null where every draw counts. */
  readonly condition: Condition | null;
}

/** The same as an analyst writes it. */
export interface QuestionOptions {
  readonly run: Run;
  readonly measure: Measure;
  readonly by?: Axis | readonly Axis[];
  readonly months?: MonthWindow;
  readonly where?: RowKey;
  readonly dated?: Dating;
  readonly cumulative?: boolean;
  readonly given?: Given | readonly Given[];
}

export { resolveMonths } from '../engine/month-window.ts';

const axes: readonly Axis[] = [
  'total',
  'month',
  'year',
  'week',
  'flow',
  'origin',
  'destination',
  'segment',
  'sector',
  'region',
  'category',
];

const timeAxes: readonly Axis[] = ['month', 'year', 'week'];

const measureNames = Object.keys(measures) as Measure[];

const datedByDayMade: readonly Measure[] = ['cancellations', 'cancellationsLater', 'cancellationsGross'];

/**
 * Checks the options that all projections have in common and fills in their defaults. `option` is the name under which
 * the caller knows the run.
 */
export function resolveQuestion(options: QuestionOptions, option = 'run'): Question {
  const run = expectRun(option, options.run);
  const measure = expectName('measure', 'one of the measures', options.measure, measureNames);
  const by = resolveAxes(options.by);
  const months = resolveMonths(run, option, options.months);
  const where = resolveWhere(run, option, options.where);
  const fixed = axesOf(where);
  expectOneTimeAxis('by, where', [...by, ...fixed], { by: options.by, where: options.where });
  const dated = resolveDating(measure, options.dated);
  const cumulative = resolveCumulative([...by, ...fixed], options.cumulative);
  const condition = resolveGiven(run, option, options.given);
  return { run, measure, by, months, where, dated, cumulative, condition };
}

/** A run, going by the parts that projections use. */
export function expectRun(option: string, run: unknown): Run {
  const parts: readonly (keyof Run)[] = ['scenario', 'plan', 'sampling', 'draws'];
  if (typeof run !== 'object' || run === null || !parts.every((part) => part in run)) {
    throw wrongType(option, 'the run that simulate or medianCase returns', run);
  }
  return run as Run;
}

/** A run of random draws, where a single median case has no answer. */
export function expectDraws(option: string, run: Run): Run {
  if (run.sampling.kind === 'median') {
    throw outOfRange(
      option,
      'a run of random draws, as simulate returns it (one world has no probabilities)',
      'median case',
    );
  }
  return run;
}

/** The axes that a restriction names. */
export function axesOf(where: RowKey): readonly Axis[] {
  return Object.keys(where) as Axis[];
}

function resolveAxes(by: unknown): readonly Axis[] {
  if (by === undefined) return ['total'];
  const asked = typeof by === 'string' ? [by] : by;
  if (!Array.isArray(asked)) throw wrongType('by', 'an axis or a list of axes', by);
  if (asked.length === 0) throw outOfRange('by', "at least one axis ('total' for no split)", by);
  const found = asked.map((axis: unknown, index) => {
    const option = typeof by === 'string' ? 'by' : `by[${index}]`;
    return expectName(option, 'one of the axes', axis, axes);
  });
  if (new Set(found).size < found.length) throw outOfRange('by', 'each axis once', by);
  if (found.includes('total') && found.length > 1) {
    throw outOfRange('by', "'total' alone, since it is the sum over all axes", by);
  }
  expectOneTimeAxis('by', found, by);
  return found;
}

function expectOneTimeAxis(option: string, used: readonly Axis[], received: unknown): void {
  if (new Set(used.filter((axis) => timeAxes.includes(axis))).size > 1) {
    throw outOfRange(option, "at most one of 'month', 'year' and 'week'", received);
  }
}

function resolveWhere(run: Run, option: string, where: unknown): RowKey {
  if (where === undefined) return {};
  if (typeof where !== 'object' || where === null || Array.isArray(where)) {
    throw wrongType('where', "values of axes such as { flow: 'hong-kong' }", where);
  }
  const splitting = axes.filter((axis) => axis !== 'total');
  const resolved: Partial<Record<Axis, string>> = {};
  for (const [key, value] of Object.entries(where)) {
    const axis = expectName('where', 'axes to hold fixed', key, splitting);
    resolved[axis] = expectName(`where.${axis}`, `a ${axis} of ${option}`, value, axisValues(run, axis));
  }
  return resolved;
}

function resolveDating(measure: Measure, dated: unknown): Dating {
  const usual: Dating = datedByDayMade.includes(measure) ? 'made' : 'travel';
  if (dated === undefined) return usual;
  const asked = expectName('dated', "'travel' or 'made'", dated, ['travel', 'made'] as const);
  if (asked === 'made' && usual === 'travel') {
    throw outOfRange('dated', `'travel' for ${measure}: only cancellations have a day they are made`, asked);
  }
  if (asked === 'travel' && measure === 'cancellationsLater') {
    throw outOfRange('dated', "'made' for cancellationsLater: their travel lies past the horizon", asked);
  }
  return asked;
}

function resolveCumulative(split: readonly Axis[], cumulative: unknown): boolean {
  if (cumulative === undefined || cumulative === false) return false;
  if (cumulative !== true) throw wrongType('cumulative', 'true or false', cumulative);
  if (!split.some((axis) => timeAxes.includes(axis))) {
    throw outOfRange('cumulative', "an axis of time to run along: 'month', 'year' or 'week' in by", true);
  }
  return true;
}
