import { readRows } from '../../src/engine/rows.ts';
import type { Axis, Measure, Run } from '../../src/engine/types.ts';

/** The rows of a measure over the whole horizon: every draw, by the key's values joined with `|`. */
export function rowsOf(
  run: Run,
  measure: Measure,
  by: readonly Axis[],
  dated: 'travel' | 'made' = 'travel',
): Map<string, Float64Array> {
  const { months } = run.scenario.calendar;
  const rows = new Map<string, Float64Array>();
  const request = {
    run,
    measure,
    by,
    months: { from: months[0]!, count: months.length },
    dated,
    cumulative: false,
  } as const;
  for (const { key, values } of readRows(request)) {
    rows.set(by.map((axis) => key[axis]).join('|'), values.slice());
  }
  return rows;
}
