import { describe, expect, test } from 'vitest';
import { medianCase, simulate } from '../../../src/engine/simulate.ts';
import type { Axis, Measure } from '../../../src/engine/types.ts';
import { type FormulaOptions, projectFormula, readFormula } from '../../../src/formulas/index.ts';
import { project } from '../../../src/projections/project.ts';
import { readDraws } from '../../../src/projections/read-draws.ts';
import { toCsv } from '../../../src/projections/to-csv.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { bite, disputeScenario, exponential } from '../../support/dispute-scenario.ts';
import { groups, hongKong, scenarioOf } from '../projections/runs.ts';

const scenario: Scenario = scenarioOf();
const run = simulate({ scenario, seed: 'formulas', draws: 64 });
const rowsOf = (options: Omit<FormulaOptions, 'run'>) => [...readFormula({ run, ...options })];

test('is what a hand works out from the draws of the measures', () => {
  const asked = { run, by: ['month', 'flow'], where: { region: 'Kanto' } } as const;
  const lost = [...readDraws({ ...asked, measure: 'revenueLost' })];
  const arrivals = [...readDraws({ ...asked, measure: 'arrivalsLost' })];
  const formula = 'revenueLost / max(arrivalsLost, 1) + 2';
  const found = [...readFormula({ ...asked, formula })];
  expect(found).toHaveLength(6);
  expect(found).toEqual(
    lost.map(({ key, values }, row) => ({
      key,
      values: values.map((yen, i) => yen / Math.max(arrivals[row]!.values[i]!, 1) + 2),
    })),
  );
  const { rows } = projectFormula({ ...asked, formula });
  expect(rows[0]!.mean).toBeCloseTo(found[0]!.values.reduce((sum, x) => sum + x, 0) / 64, 6);
});

describe('is the built-in ratio, to the bit', () => {
  const ratios: Readonly<Record<string, Measure>> = {
    'revenueLost / revenueBaseline': 'revenueLostShare',
    'arrivals / baseline - 1': 'changeOnBaseline',
    changeOnLastYear: 'changeOnLastYear',
  };
  const withLastYear = simulate({
    // The first flow has no figures of last year, so rows of its origin are missing.
    scenario: scenarioOf({
      flows: [groups, { ...hongKong, lastYear: [400, 500, 600] } as typeof hongKong],
    }),
    seed: 'formulas',
    draws: 64,
  });
  const splits: readonly (Axis | readonly Axis[])[] = ['total', 'month', 'year', ['origin', 'month'], 'flow'];
  test.each(Object.entries(ratios))('%s', (formula, measure) => {
    for (const by of splits) {
      for (const options of [{}, { months: { from: '2025-12', count: 2 } }]) {
        const own = projectFormula({ run: withLastYear, formula, by, ...options });
        const builtIn = project({ run: withLastYear, measure, by, ...options });
        expect(own.rows).toEqual(builtIn.rows);
        expect(own.rows.length).toBeGreaterThan(0);
      }
    }
    const along = { by: ['month', 'flow'], cumulative: true } as const;
    expect(projectFormula({ run: withLastYear, formula, ...along }).rows).toEqual(
      project({ run: withLastYear, measure, ...along }).rows,
    );
  });

  test('and rows stay with their keys where a ratio of the formula lacks some', () => {
    const by = ['flow', 'month'] as const;
    const found = [...readFormula({ run: withLastYear, formula: 'changeOnLastYear + 0 * arrivals', by })];
    expect(found).toEqual([...readDraws({ run: withLastYear, measure: 'changeOnLastYear', by })]);
    expect(new Set(found.map(({ key }) => key.flow))).toEqual(new Set(['hong-kong']));
  });

  test('by week and category too', () => {
    for (const by of ['week', 'category'] as const) {
      expect(rowsOf({ formula: 'revenueLost / revenueBaseline', by })).toEqual([
        ...readDraws({ run, measure: 'revenueLostShare', by }),
      ]);
    }
  });
});

test('leaves out rows that divide by zero in some draw, unless the formula says what holds there', () => {
  const formula = 'revenueLost / blocked';
  expect(projectFormula({ run, formula, by: 'month' }).rows).toEqual([]);
  expect(projectFormula({ run, formula: `${formula} > 1`, by: 'month' }).rows).toEqual([]);
  expect(rowsOf({ formula: `if(blocked > 0, ${formula}, 7)` })[0]!.values).toEqual(
    new Float64Array(64).fill(7),
  );
});

test('a comparison has the probability as its mean', () => {
  const [row] = projectFormula({ run, formula: 'arrivalsLost > 600' }).rows;
  const values = [...readDraws({ run, measure: 'arrivalsLost' })][0]!.values;
  expect(row!.mean).toBe(values.filter((lost) => lost > 600).length / 64);
  expect(row!.mean).toBeGreaterThan(0);
});

test('cancellations are dated as everything else, or by the day made where they stand alone', () => {
  const draws = (measure: Measure, dated: 'made' | 'travel') =>
    [...readDraws({ run, measure, dated, by: 'month' })].map(({ values }) => values);
  const values = (options: Omit<FormulaOptions, 'run'>) =>
    rowsOf({ by: 'month', ...options }).map((row) => row.values);
  const made = draws('cancellations', 'made');
  const travel = draws('cancellations', 'travel');
  expect(made).not.toEqual(travel);
  expect(values({ formula: 'cancellations * 1' })).toEqual(made);
  expect(values({ formula: 'cancellations', dated: 'travel' })).toEqual(travel);
  expect(values({ formula: 'cancellations + 0 * baseline' })).toEqual(travel);
  expect(values({ formula: 'cancellations + 0 * baseline', dated: 'made' })).toEqual(made);
  expect(projectFormula({ run, formula: 'cancellations / baseline' }).dated).toBe('travel');
  expect(projectFormula({ run, formula: 'cancellationsLater' }).dated).toBe('made');
  expect(() => projectFormula({ run, formula: 'arrivals', dated: 'made' })).toThrow(
    new RangeError(
      'dated: expected \'travel\' for arrivals: only cancellations have a day they are made, received "made"',
    ),
  );
  expect(() => projectFormula({ run, formula: 'cancellationsLater / arrivals' })).toThrow(
    /^dated: expected 'made' for cancellationsLater/,
  );
});

test('draws are those in which what is given holds', () => {
  const acute = {
    id: 'acute',
    effects: [bite],
    sojourn: exponential(90),
    next: [{ to: 'easing', weight: 1 }],
  };
  const dispute = simulate({
    scenario: disputeScenario([acute, { id: 'easing' }]),
    seed: 'given',
    draws: 64,
  });
  const asked = { run: dispute, by: 'month', given: { stage: 'easing', by: '2026-03-01' } } as const;
  const own = projectFormula({ ...asked, formula: 'arrivals / baseline - 1' });
  const builtIn = project({ ...asked, measure: 'changeOnBaseline' });
  expect(own.rows).toEqual(builtIn.rows);
  expect(own).toMatchObject({ draws: builtIn.draws, given: builtIn.given });
  expect(own.draws).toBeLessThan(64);
});

test('a median case has its one value', () => {
  const certain = medianCase({ scenario });
  const formula = 'revenueLost / revenueBaseline';
  const own = projectFormula({ run: certain, formula });
  expect(own.rows).toEqual(project({ run: certain, measure: 'revenueLostShare' }).rows);
  expect(own.levels).toEqual([]);
});

test('is a table like the others', () => {
  const table = projectFormula({
    run,
    formula: ' min(arrivals, baseline) / baseline ',
    by: 'month',
    where: { flow: 'groups' },
    levels: [0.5],
  });
  expect({ ...table, rows: table.rows.length }).toEqual({
    kind: 'formula',
    measure: 'min(arrivals, baseline) / baseline',
    measures: ['arrivals', 'baseline'],
    label: 'min(arrivals, baseline) / baseline',
    unit: 'formula',
    axes: ['month'],
    levels: [0.5],
    cumulative: false,
    months: { from: '2025-11', count: 3 },
    dated: 'travel',
    where: { flow: 'groups' },
    given: [],
    draws: 64,
    rows: 3,
    meta: project({ run, measure: 'arrivals' }).meta,
  });
  expect(Object.keys(toRows(table)[0]!)).toEqual([
    'month',
    'mean',
    'standardError',
    'median',
    'lower50',
    'upper50',
  ]);
  expect(toCsv(table).split('\r\n')[1]).toMatch(
    /^"min\(arrivals, baseline\) \/ baseline",formula,2025-11,groups,/,
  );
  const named = projectFormula({
    run,
    formula: 'revenueLost / arrivalsLost',
    label: 'Loss per head',
    unit: 'JPY',
  });
  expect(named).toMatchObject({ label: 'Loss per head', unit: 'JPY' });
});

describe('refuses', () => {
  test.each<[object, string]>([
    [
      { formula: 'revnueLost' },
      'formula: expected a measure, received "revnueLost" at character 1; did you mean "revenueLost"?',
    ],
    [
      { formula: 'arrivals', measure: 'arrivals' },
      'projectFormula: option: expected one that it knows, received "measure"; there is',
    ],
    [
      { formula: 'arrivals / revenue', by: 'category' },
      "by: 'arrivals' has no categories; only amounts of spending have",
    ],
    [{ formula: 'waiting', by: 'month', cumulative: true }, "cumulative: 'waiting' is a stock"],
    [
      { formula: 'arrivals', by: 'moth' },
      'by: expected one of the axes, received "moth"; did you mean "month"?',
    ],
    [{ formula: 'arrivals', unit: ' ' }, 'unit: expected a text that says something, received " "'],
  ])('%j', (options, message) => {
    const act = (): unknown => projectFormula({ run, ...options } as FormulaOptions);
    expect(act).toThrow(RangeError);
    expect(act).toThrow(message);
  });

  test('every fault of a text at once, before a draw is read', () => {
    expect(() => readFormula({ run, formula: 'arivals + bseline' })).toThrow(
      'formula: expected a measure, received "arivals" at character 1; did you mean "arrivals"?\n' +
        'formula: expected a measure, received "bseline" at character 11; did you mean "baseline"?',
    );
    expect(() => projectFormula({ run, formula: 7 as never })).toThrow(TypeError);
    expect(() => projectFormula({ run, formula: 'arrivals', label: 7 as never })).toThrow(TypeError);
  });
});
