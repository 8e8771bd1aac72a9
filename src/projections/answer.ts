import { readRows } from '../engine/rows.ts';
import type { Axis, DrawnRow, RowKey } from '../engine/types.ts';
import { outOfRange, show } from '../scenario/misuse.ts';
import type { Replicates } from '../statistics/replicates.ts';
import { axesOf, type Question } from './question.ts';
import type { Condition } from './resolve-given.ts';
import { rowKeys } from './row-keys.ts';

/**
 * The rows a question asks for, one at a time. A restriction is an axis more to split by, of which one value is kept:
 * so ratios and stocks need no rule of their own.
 */
export function* answerRows(question: Question): Generator<DrawnRow> {
  const { where, condition, ...request } = question;
  let left = answerKeys(question).length;
  for (const { key, values } of readRows({ ...request, by: readAxes(question) })) {
    if (!fits(key, where)) continue;
    yield { key: withoutFixed(key, question), values: valuesGiven(values, condition) };
    left -= 1;
    if (left === 0) return;
  }
}

function valuesGiven(values: Float64Array, condition: Condition | null): Float64Array {
  return condition === null ? values : Float64Array.from(condition.draws, (draw) => values[draw]!);
}

/** How many draws a question rests on. */
export function drawsOf({ run, condition }: Question): number {
  return condition === null ? run.draws : condition.draws.length;
}

/** How those draws were sampled: what their standard errors come from. */
export function replicatesOf({ run, condition }: Question): Replicates {
  return run.plan.key.spread?.replicates(run.draws, condition?.draws) ?? null;
}

/** The draws of a question that has one row. */
export function answerTotal(question: Question): Float64Array {
  for (const { values } of answerRows(question)) return values;
  throw new RangeError(
    `measure: expected one that is defined in these months, received ${show(question.measure)}; its denominator is 0 or not known`,
  );
}

/** The keys of those rows. Throws where there are none, before a draw is read. */
export function answerKeys(question: Question): readonly RowKey[] {
  const { run, months, where } = question;
  const keys = rowKeys(run, readAxes(question), months)
    .filter((key) => fits(key, where))
    .map((key) => withoutFixed(key, question));
  if (keys.length > 0) return keys;
  if (axesOf(where).length > 0) {
    throw outOfRange('where', 'values that occur together in these months', where);
  }
  throw outOfRange('by', 'axes that some flow has a value on', question.by);
}

/** What the engine splits by: the axes asked for, then those of the restriction. */
function readAxes({ by, where }: Question): readonly Axis[] {
  const fixed = axesOf(where).filter((axis) => !by.includes(axis));
  if (fixed.length === 0) return by;
  return [...by.filter((axis) => axis !== 'total'), ...fixed];
}

function fits(key: RowKey, where: RowKey): boolean {
  return axesOf(where).every((axis) => key[axis] === where[axis]);
}

function withoutFixed(key: RowKey, { by }: Question): RowKey {
  return Object.fromEntries(by.flatMap((axis) => (axis === 'total' ? [] : [[axis, key[axis]]])));
}
