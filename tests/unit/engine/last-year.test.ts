import { describe, expect, it } from 'vitest';
import { medianCase } from '../../../src/engine/simulate.ts';
import type { Axis, MonthWindow, Run } from '../../../src/engine/types.ts';
import { project } from '../../../src/projections/project.ts';
import type { ProjectionRow } from '../../../src/projections/types.ts';
import type { Flow } from '../../../src/scenario/types.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const flow = (id: string, arrivals: readonly number[], lastYear?: readonly (number | null)[]): Flow => ({
  ...smallScenario.flows[0]!,
  id,
  baseline: { kind: 'monthly', arrivals },
  ...(lastYear === undefined ? {} : { lastYear }),
});

/** Four months over the turn of a year; nothing happens in them, so that arrivals are the baseline. */
const runOf = (flows: readonly Flow[]): Run =>
  medianCase({
    scenario: { ...smallScenario, calendar: { start: '2025-11-01', months: 4 }, flows, advisories: [] },
  });
const run = runOf([
  flow('a', [1000, 1200, 900, 500], [800, 1000, 1000, 400]),
  flow('b', [300, 300, 300, 300], [100, 200, 300, 400]),
  flow('c', [7000, 7000, 7000, 7000]),
]);

/** Rows in the order they come, by the values of their axes. */
function changes(
  by: readonly Axis[],
  options: { run?: Run; cumulative?: boolean; months?: MonthWindow } = {},
): Record<string, number> {
  const { rows } = project({ run, measure: 'changeOnLastYear', by, ...options });
  const keyOf = (row: ProjectionRow): string => by.map((axis) => row[axis] ?? '').join(' ');
  return Object.fromEntries(rows.map((row) => [keyOf(row), row.mean]));
}

function expectChanges(found: Record<string, number>, expected: Record<string, number>): void {
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  for (const [key, change] of Object.entries(expected)) expect(found[key], key).toBeCloseTo(change, 12);
}

describe('change on last year, by hand', () => {
  it('by month: 1300 for 900, 1500 for 1200, 1200 for 1300, 800 for 800', () => {
    expectChanges(changes(['month']), {
      '2025-11': 1300 / 900 - 1,
      '2025-12': 1500 / 1200 - 1,
      '2026-01': 1200 / 1300 - 1,
      '2026-02': 0,
    });
  });

  it('cumulative by month: both years run from the first month on', () => {
    expectChanges(changes(['month'], { cumulative: true }), {
      '2025-11': 1300 / 900 - 1,
      '2025-12': 2800 / 2100 - 1,
      '2026-01': 4000 / 3400 - 1,
      '2026-02': 4800 / 4200 - 1,
    });
  });

  it('cumulative by month and flow, and from the first month of the window', () => {
    expectChanges(changes(['month', 'flow'], { cumulative: true, months: { from: '2025-12', count: 3 } }), {
      '2025-12 a': 0.2,
      '2025-12 b': 0.5,
      '2026-01 a': 2100 / 2000 - 1,
      '2026-01 b': 600 / 500 - 1,
      '2026-02 a': 2600 / 2400 - 1,
      '2026-02 b': 900 / 900 - 1,
    });
  });

  it('by year, cumulative and not, and in total', () => {
    expectChanges(changes(['year']), { 2025: 2800 / 2100 - 1, 2026: 2000 / 2100 - 1 });
    expectChanges(changes(['year'], { cumulative: true }), { 2025: 2800 / 2100 - 1, 2026: 4800 / 4200 - 1 });
    expectChanges(changes(['total']), { '': 4800 / 4200 - 1 });
  });

  it('a month that is not known leaves out its row, and running totals from there on', () => {
    const gap = runOf([
      flow('a', [1000, 1200, 900, 500], [800, 1000, null, 400]),
      flow('b', [300, 300, 300, 300], [100, 200, 300, 400]),
    ]);
    expectChanges(changes(['month'], { run: gap }), {
      '2025-11': 1300 / 900 - 1,
      '2025-12': 1500 / 1200 - 1,
      '2026-02': 0,
    });
    expectChanges(changes(['month'], { run: gap, cumulative: true }), {
      '2025-11': 1300 / 900 - 1,
      '2025-12': 2800 / 2100 - 1,
    });
    expectChanges(changes(['year', 'flow'], { run: gap, cumulative: true }), {
      '2025 a': 2200 / 1800 - 1,
      '2025 b': 1,
      '2026 b': 1200 / 1000 - 1,
    });
  });
});
