import { describe, expect, it } from 'vitest';
import type { Axis } from '../../../src/engine/types.ts';
import { project } from '../../../src/projections/project.ts';
import { groups, hongKong, medianOf, runOf, runWithArrivals, scenarioOf } from './runs.ts';

const run = runOf();

function expectClose(actual: number, expected: number): void {
  // Sums of a few hundred doubles in two orders: far within 1e-12 of each other.
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-12 * Math.abs(expected));
}

describe('project, by hand', () => {
  const small = runWithArrivals([4, 1, 3, 2], [1, 4, 2, 3], [0, 0, 0, 8]);

  it('sums up each row', () => {
    const [november] = project({ run: small, measure: 'arrivals', by: 'month', levels: [0.5] }).rows;
    // Type 7: the quartiles of 1, 2, 3, 4 stand at ranks 0.75 and 2.25; sd = √(5/3), over √4.
    expect(november).toMatchObject({ month: '2025-11', mean: 2.5, median: 2.5 });
    expect(november!.intervals[0]).toMatchObject({ level: 0.5, lower: 1.75, upper: 3.25 });
    expect(november!.standardError).toBeCloseTo(Math.sqrt(5 / 3) / 2, 14);
  });

  it('adds up months in each draw, before it sums up the draws', () => {
    const months = { from: '2025-11', count: 2 };
    const [both] = project({ run: small, measure: 'arrivals', months }).rows;
    expect(both).toMatchObject({ mean: 5, standardError: 0, median: 5, medianStandardError: 0 });
    for (const { lower, upper } of both!.intervals) expect([lower, upper]).toEqual([5, 5]);
  });

  it('runs totals along the months', () => {
    const { rows } = project({ run: small, measure: 'arrivals', by: 'month', cumulative: true });
    expect(rows.map(({ month, mean }) => [month, mean])).toEqual([
      ['2025-11', 2.5],
      ['2025-12', 5],
      ['2026-01', 7],
    ]);
  });

  it('takes one month of several by where, and the total to date with cumulative', () => {
    const december = { run: small, measure: 'arrivals', where: { month: '2025-12' } } as const;
    expect(project(december).rows).toHaveLength(1);
    expect(project(december).rows[0]).not.toHaveProperty('month');
    expect(project(december).rows[0]!.mean).toBe(2.5);
    expect(project({ ...december, cumulative: true }).rows[0]!.mean).toBe(5);
  });
});

describe('project, as sums of parts', () => {
  const splits: readonly (readonly Axis[])[] = [
    ['month'],
    ['year'],
    ['week'],
    ['flow'],
    ['origin', 'segment'],
    ['region'],
    ['category'],
    ['month', 'flow', 'category'],
  ];

  it.each(splits.map((by) => [by]))('means by %j add up to the mean of the total', (by) => {
    const total = project({ run, measure: 'revenueLost' }).rows[0]!;
    const parts = project({ run, measure: 'revenueLost', by });
    expect(parts.axes).toEqual(by);
    expectClose(
      parts.rows.reduce((sum, row) => sum + row.mean, 0),
      total.mean,
    );
  });

  it('rows of a restriction are the rows of the split', () => {
    const split = project({ run, measure: 'arrivals', by: ['month', 'flow'] }).rows;
    const only = project({ run, measure: 'arrivals', by: 'month', where: { flow: 'hong-kong' } });
    expect(only.rows).toEqual(
      split.filter(({ flow }) => flow === 'hong-kong').map(({ flow: _, ...rest }) => rest),
    );
    expect(only.where).toEqual({ flow: 'hong-kong' });
  });

  it('forms ratios of a restriction from its own sums', () => {
    const where = { origin: 'CHN', month: '2025-12' };
    const change = project({ run: medianOf(), measure: 'changeOnBaseline', where }).rows[0]!.mean;
    const [arrivals, baseline] = (['arrivals', 'baseline'] as const).map(
      (measure) => project({ run: medianOf(), measure, where }).rows[0]!.mean,
    );
    expectClose(change, arrivals! / baseline! - 1);
  });

  it('with one flow, by month and flow is by month', () => {
    const single = runOf(scenarioOf({ flows: [groups] }));
    const by = (axes: Axis | readonly Axis[]) => project({ run: single, measure: 'arrivals', by: axes }).rows;
    expect(by(['month', 'flow'])).toEqual(by('month').map((row) => ({ ...row, flow: 'groups' })));
  });

  it('doubles with spend', () => {
    const spend = { kind: 'gamma', mean: 100, sd: 10 } as const;
    const twice = { kind: 'gamma', mean: 200, sd: 20 } as const;
    const [one, two] = [spend, twice].map(
      (amount) =>
        project({ run: runOf(scenarioOf({ flows: [{ ...hongKong, spend: amount }] })), measure: 'revenue' })
          .rows[0]!,
    );
    expectClose(two!.mean, 2 * one!.mean);
    expectClose(two!.intervals[1]!.lower, 2 * one!.intervals[1]!.lower);
    expectClose(two!.standardError, 2 * one!.standardError);
  });
});

describe('project, its head', () => {
  it('says what it is', () => {
    const { rows, ...head } = project({ run, measure: 'revenue', months: { from: '2025-12', count: 1 } });
    expect(rows).toHaveLength(1);
    expect(head).toEqual({
      kind: 'projection',
      measure: 'revenue',
      label: 'Revenue',
      unit: 'JPY at 2025 prices',
      months: { from: '2025-12', count: 1 },
      dated: 'travel',
      where: {},
      given: [],
      draws: 64,
      axes: [],
      levels: [0.8, 0.95],
      cumulative: false,
      meta: {
        version: run.version,
        sampling: 'random',
        seed: 'projections',
        draws: 64,
        fingerprint: run.fingerprint,
        currency: 'JPY',
        year: 2025,
      },
    });
  });

  it('takes levels in any order, each once', () => {
    const { levels, rows } = project({ run, measure: 'arrivals', levels: [0.9, 0.5, 0.9] });
    expect(levels).toEqual([0.5, 0.9]);
    expect(rows[0]!.intervals.map(({ level }) => level)).toEqual([0.5, 0.9]);
    const [inner, outer] = rows[0]!.intervals;
    expect(outer!.lower).toBeLessThan(inner!.lower);
    expect(outer!.upper).toBeGreaterThan(inner!.upper);
  });

  it('of a median case is its value, without errors or intervals', () => {
    const { meta, levels, rows } = project({ run: medianOf(), measure: 'arrivals' });
    expect(meta).toMatchObject({ sampling: 'median', seed: null, draws: 1 });
    expect(levels).toEqual([]);
    const { mean, ...rest } = rows[0]!;
    expect(mean).toBeGreaterThan(0);
    expect(rest).toEqual({ standardError: 0, median: mean, medianStandardError: 0, intervals: [] });
  });

  it('dates cancellations by the day made unless told otherwise', () => {
    const cancelled = (dated?: 'travel' | 'made') =>
      project({ run, measure: 'cancellations', by: 'month', ...(dated && { dated }) });
    expect(cancelled().dated).toBe('made');
    expect(cancelled()).toEqual(cancelled('made'));
    // Cancelled at once in November, for departures up to January.
    expect(cancelled('travel').rows[2]!.mean).toBeGreaterThan(cancelled('made').rows[2]!.mean);
  });
});

describe('project, misused', () => {
  const cases: readonly (readonly [string, object, string])[] = [
    [
      'a measure',
      { measure: 'revenuLost' },
      'measure: expected one of the measures, received "revenuLost"; did you mean "revenueLost"?',
    ],
    ['no measure', { measure: undefined }, 'measure: expected one of the measures, received undefined'],
    ['an axis', { by: 'mont' }, 'by: expected one of the axes, received "mont"; did you mean "month"?'],
    [
      'an axis of several',
      { by: ['month', 'flows'] },
      'by[1]: expected one of the axes, received "flows"; did you mean "flow"?',
    ],
    ['no axis', { by: [] }, "by: expected at least one axis ('total' for no split), received []"],
    ['an axis twice', { by: ['flow', 'flow'] }, 'by: expected each axis once, received ["flow", "flow"]'],
    ['the total and more', { by: ['total', 'flow'] }, "by: expected 'total' alone"],
    [
      'two times',
      { by: ['month', 'week'] },
      "by: expected at most one of 'month', 'year' and 'week', received",
    ],
    [
      'two times apart',
      { by: 'week', where: { month: '2025-11' } },
      "by, where: expected at most one of 'month', 'year' and 'week', received",
    ],
    [
      'no window',
      { months: 12 },
      "months: expected a window such as { from: '2025-11', count: 12 }, received 12",
    ],
    [
      'a month',
      { months: { from: '2025-21', count: 1 } },
      'months.from: expected a month of the horizon of run, \'2025-11\' to \'2026-01\', received "2025-21"; did you mean "2025-11"?',
    ],
    [
      'a count',
      { months: { from: '2025-12', count: 3 } },
      "months.count: expected a whole number from 1 to 2, the months of the horizon from '2025-12' on, received 3",
    ],
    ['no levels', { levels: 0.9 }, 'levels: expected a list of levels such as [0.8, 0.95], received 0.9'],
    [
      'a level in per cent',
      { levels: [0.5, 95] },
      'levels[1]: expected a number above 0 and below 1, received 95; did you mean 0.95?',
    ],
    ['a level of 1', { levels: [1] }, 'levels[0]: expected a number above 0 and below 1, received 1'],
    [
      'a level as text',
      { levels: ['0.9'] },
      'levels[0]: expected a number above 0 and below 1, received "0.9"',
    ],
    ['a dating', { dated: 'booked' }, "dated: expected 'travel' or 'made', received \"booked\""],
    [
      'arrivals by the day made',
      { dated: 'made' },
      'dated: expected \'travel\' for arrivals: only cancellations have a day they are made, received "made"',
    ],
    [
      'later cancellations by travel',
      { measure: 'cancellationsLater', dated: 'travel' },
      "dated: expected 'made' for cancellationsLater",
    ],
    ['running without time', { cumulative: true }, 'cumulative: expected an axis of time to run along'],
    ['running, as text', { cumulative: 'yes' }, 'cumulative: expected true or false, received "yes"'],
    [
      'a running stock',
      { measure: 'waiting', by: 'month', cumulative: true },
      "cumulative: 'waiting' is a stock",
    ],
    ['persons by category', { by: 'category' }, "by: 'arrivals' has no categories"],
    [
      'an axis held fixed',
      { where: { flw: 'hong-kong' } },
      'where: expected axes to hold fixed, received "flw"; did you mean "flow"?',
    ],
    [
      'a flow',
      { where: { flow: 'hongkong' } },
      'where.flow: expected a flow of run, received "hongkong"; did you mean "hong-kong"?',
    ],
    [
      'a flow unlike any',
      { where: { flow: 'x' } },
      'where.flow: expected a flow of run, received "x"; there is "groups", "hong-kong"',
    ],
    [
      'values that do not meet',
      { where: { origin: 'HKG', segment: 'group' } },
      'where: expected values that occur together in these months, received { origin: "HKG", segment: "group" }',
    ],
    [
      'an option',
      { level: [0.9] },
      'project: option: expected one that it knows, received "level"; did you mean "levels"?',
    ],
    ['a run', { run: {} }, 'run: expected the run that simulate or medianCase returns, received {}'],
  ];

  it.each(cases)('%s', (_, options, message) => {
    const asked = { run, measure: 'arrivals', ...options };
    expect(() => project(asked as never)).toThrow(message);
  });

  it('throws TypeErrors for types and RangeErrors for values', () => {
    expect(() => project({ run, measure: 3 } as never)).toThrow(TypeError);
    expect(() => project({ run, measure: 'three' } as never)).toThrow(RangeError);
    expect(() => project(undefined as never)).toThrow(TypeError);
    expect(() => project(undefined as never)).toThrow('project: expected one object with the options run');
  });
});
