import { layOut } from '../engine/layout.ts';
import type { Axis, MonthWindow, RowKey, Run } from '../engine/types.ts';

/** The keys of a table's rows, in their order, without reading a draw. */
export function rowKeys(run: Run, by: readonly Axis[], months: MonthWindow): readonly RowKey[] {
  return layOut(run.scenario, run.plan, by, months).rows;
}

/** The values an axis takes in a run, for naming the one that was meant. */
export function axisValues(run: Run, axis: Axis): readonly string[] {
  const { months } = run.scenario.calendar;
  return rowKeys(run, [axis], { from: months[0]!, count: months.length }).flatMap((key) => key[axis] ?? []);
}
