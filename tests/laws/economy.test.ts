import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Economy,
  type Effect,
  type ImpactAxis,
  type ImpactOptions,
  type InputOutputTable,
  impactOf,
  inputOutputModel,
  japan2015,
  money,
  readImpact,
} from '../../src/economy/index.ts';
import { readRows } from '../../src/engine/rows.ts';
import { medianCase, simulate } from '../../src/engine/simulate.ts';
import type { Run } from '../../src/engine/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { smallScenario } from '../support/small-scenario.ts';

const [small] = smallScenario.flows;
const scenario: Scenario = {
  ...smallScenario,
  prices: { currency: 'JPY', year: 2025 },
  flows: [
    {
      ...small!,
      spend: {
        accommodation: { kind: 'lognormal', mean: 60_000, sd: 9_000 },
        food: 45_000,
        shopping: { kind: 'gamma', mean: 90_000, sd: 20_000 },
      },
      regions: { tokyo: { kind: 'beta', mean: 0.6, sd: 0.1 }, osaka: { kind: 'beta', mean: 0.4, sd: 0.1 } },
    },
    {
      ...small!,
      id: 'students',
      segment: 'student',
      sector: 'education',
      spend: { tuition: 900_000, food: 100_000 },
    },
  ],
};
const economy = japan2015();
const run = simulate({ scenario, seed: 'economy', draws: 64 });
const whats: readonly Effect[] = ['output', 'valueAdded', 'income', 'jobs', 'tax', 'imports'];

function read(options: Partial<ImpactOptions> = {}): { key: string; values: Float64Array }[] {
  const rows = readImpact({ run, economy, jobs: 'ripple-effect', ...options });
  return Array.from(rows, ({ key, values }) => ({ key: JSON.stringify(key), values }));
}

function total(rows: readonly { values: Float64Array }[]): Float64Array {
  const sums = new Float64Array(rows[0]!.values.length);
  for (const { values } of rows) for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + values[i]!;
  return sums;
}

/** The largest relative gap between two sets of draws. */
function gap(a: Float64Array, b: Float64Array): number {
  return a.reduce(
    (largest, value, i) => Math.max(largest, Math.abs(value - b[i]!) / Math.max(1e-300, Math.abs(b[i]!))),
    0,
  );
}

describe('in every draw', () => {
  const splits: readonly (ImpactAxis | readonly ImpactAxis[])[] = [
    'layer',
    'industry',
    'region',
    'category',
    'sector',
    'month',
    ['industry', 'layer'],
    ['month', 'region', 'layer'],
    ['category', 'industry', 'sector'],
  ];

  test.each(whats)('%s by any axes sums to the total', (what) => {
    const whole = read({ what })[0]!.values;
    for (const by of splits) {
      const rows = read({ what, by });
      expect(gap(total(rows), whole), String(by)).toBeLessThan(1e-11);
      // The planted fault: a part left out is seen.
      const largest = rows.reduce((a, b) => (a.values[0]! > b.values[0]! ? a : b));
      expect(gap(total(rows.filter((row) => row !== largest)), whole), String(by)).toBeGreaterThan(0.001);
    }
  });

  test('gross is net plus offsets', () => {
    const offset: Scenario = {
      ...scenario,
      flows: scenario.flows.map((flow) => ({
        ...flow,
        substitution: { share: { kind: 'beta', mean: 0.3, sd: 0.1 } },
        postponement: { share: 0.2, halfLives: { return: 20 } },
      })),
    };
    const other = simulate({ scenario: offset, seed: 'economy', draws: 64 });
    const of = (measure: ImpactOptions['measure']): Float64Array =>
      read({ run: other, measure: measure! })[0]!.values;
    const offsets = total(
      ['revenueSubstituted', 'revenueReturned', 'revenueLostNet'].map((measure) => ({
        values: of(measure as ImpactOptions['measure']),
      })),
    );
    expect(gap(offsets, of('revenueLost'))).toBeLessThan(1e-11);
  });

  test('a yen spent is value added or imports, once all suppliers are paid', () => {
    const request = {
      run,
      by: ['total'],
      months: { from: '2025-11', count: 3 },
      dated: 'travel',
      cumulative: false,
    } as const;
    const [spent] = [...readRows({ ...request, measure: 'revenueLost' })];
    const added = read({ what: 'valueAdded', closure: 'none' });
    const imported = read({ what: 'imports', closure: 'none' });
    expect(gap(total([...added, ...imported]), spent!.values)).toBeLessThan(1e-11);
  });

  test('closing households in adds, one round less than all rounds', () => {
    for (const what of ['output', 'valueAdded', 'income', 'jobs', 'imports'] as const) {
      const [none, once, full] = (['none', 'one-round', 'full'] as const).map(
        (closure) => read({ what, closure })[0]!.values,
      );
      none!.forEach((value, i) => {
        expect(once![i]!).toBeGreaterThan(value);
        expect(full![i]!).toBeGreaterThan(once![i]!);
      });
    }
  });

  test('type II over type I of income is the same for every sector', () => {
    // Spending of a category for each sector, in an economy of which everything is uncertain.
    const { sectors } = economy.table;
    const each: Scenario = {
      ...scenario,
      flows: [{ ...small!, spend: Object.fromEntries(sectors.map((sector) => [sector, 1000])) }],
    };
    const uncertain = japan2015({
      inputs: { kind: 'uniform', low: 0.9, high: 1.1 },
      imports: { kind: 'uniform', low: 0.8, high: 1.1 },
      spending: Object.fromEntries(sectors.map((sector) => [sector, { products: { [sector]: 1 } }])),
    });
    const one = simulate({ scenario: each, seed: 'ratios', draws: 16 });
    const of = (closure: 'none' | 'one-round' | 'full'): Float64Array[] =>
      read({ run: one, economy: uncertain, what: 'income', by: 'category', closure }).map(
        ({ values }) => values,
      );
    const [open, once, closed] = [of('none'), of('one-round'), of('full')];
    const ratios = (over: readonly Float64Array[]): Float64Array[] =>
      open.map((values, s) => over[s]!.map((value, i) => value / values[i]!));
    const inFull = ratios(closed);
    expect(inFull).toHaveLength(sectors.length);
    for (const ratio of inFull) expect(gap(ratio, inFull[0]!)).toBeLessThan(1e-11);
    expect(new Set(inFull[0]).size).toBe(16);
    // Of one round too; of the total of both the ratio is another, so the check tells them apart.
    for (const ratio of ratios(once)) expect(gap(ratio, ratios(once)[0]!)).toBeLessThan(1e-11);
    expect(gap(ratios(once)[0]!, inFull[0]!)).toBeGreaterThan(0.01);
    const output = ratios(read({ run: one, economy: uncertain, by: 'category' }).map(({ values }) => values));
    expect(gap(output[0]!, output[1]!)).toBeGreaterThan(0.01);
  });

  test('doubling what is spent doubles impact', () => {
    const doubled: Scenario = {
      ...scenario,
      flows: scenario.flows.map((flow) => ({
        ...flow,
        baseline: { kind: 'monthly', arrivals: [1_400_000, 1_200_000, 1_800_000] },
      })),
    };
    const twice = simulate({ scenario: doubled, seed: 'economy', draws: 64 });
    const whole = read({ what: 'jobs' })[0]!.values.map((value) => 2 * value);
    expect(gap(read({ run: twice, what: 'jobs' })[0]!.values, whole)).toBeLessThan(1e-11);
  });
});

describe('randomness by address', () => {
  const values = (options: Partial<ImpactOptions>): Float64Array =>
    read({ what: 'jobs', ...options })[0]!.values;

  test('D1: again, the same bits; D3: the first draws of a longer run', () => {
    expect(values({})).toEqual(values({}));
    const longer = simulate({ scenario, seed: 'economy', draws: 1500 });
    expect(values({ run: longer }).slice(0, 64)).toEqual(values({}));
  });

  test('D4: the order of flows, of profiles and of price levels is of no matter', () => {
    const turned = simulate({
      scenario: { ...scenario, flows: [...scenario.flows].reverse() },
      seed: 'economy',
      draws: 64,
    });
    const reversed: Economy = {
      ...economy,
      spending: Object.fromEntries(Object.entries(economy.spending!).reverse()),
      priceLevels: [...economy.priceLevels!].reverse(),
    };
    expect(values({ run: turned, economy: reversed })).toEqual(values({}));
  });

  /** Multipliers of a draw: impact over spending, of a run that spends in one category alone. */
  const multipliers = (
    of: Economy,
    seed: string,
    advisories: Scenario['advisories'] = scenario.advisories,
  ): Float64Array => {
    const flow = { ...small!, spend: { accommodation: 1000 } };
    const one: Run = simulate({ scenario: { ...scenario, flows: [flow], advisories }, seed, draws: 64 });
    const [row] = read({ run: one, economy: of, what: 'income', measure: 'revenueBaseline' });
    return row!.values;
  };

  test('D5: two scenarios of one seed share the economy, of two seeds they do not', () => {
    expect(multipliers(economy, 'a', [])).toEqual(multipliers(economy, 'a'));
    expect(multipliers(economy, 'b')).not.toEqual(multipliers(economy, 'a'));
  });

  test('D6: another distribution of one input moves that one alone', () => {
    // Closed in by a share c of 0 the model has no induced layer, and must be the open one, draw by draw.
    const none = japan2015({ consumptionShare: 0 });
    const [open] = read({ what: 'income', closure: 'none' });
    const [closed] = read({ what: 'income', economy: none });
    expect(gap(closed!.values, open!.values)).toBeLessThan(1e-14);
  });

  test('a median case has one world, with every input of the economy at its median', () => {
    const [row] = read({ run: medianCase({ scenario }), economy, what: 'tax' });
    const fixed = japan2015({ consumptionShare: 0.6, inputs: 1, imports: 1 });
    const [same] = read({ run: medianCase({ scenario }), economy: fixed, what: 'tax' });
    expect(row!.values).toHaveLength(1);
    expect(gap(row!.values, same!.values)).toBeLessThan(1e-12);
  });
});

test('mean impact is that of the mean share consumed, within 5 standard errors', () => {
  const flow = {
    ...small!,
    baseline: { kind: 'monthly' as const, arrivals: [1000, 1000, 1000] },
    spend: { food: 1 },
  };
  const many = simulate({ scenario: { ...scenario, flows: [flow] }, seed: 'mean', draws: 4000 });
  const of = (consumptionShare: number | null): Float64Array => {
    const changes = consumptionShare === null ? {} : { consumptionShare };
    const base = japan2015({ inputs: 1, imports: 1, ...changes });
    return read({ run: many, economy: base, measure: 'revenueBaseline' })[0]!.values;
  };
  const drawn = of(null);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (drawn.length - 1);
  const error = Math.sqrt(variance / drawn.length);
  expect(Math.abs(mean - of(0.6)[0]!)).toBeLessThan(5 * error);
  // A mean that is off by a sixtieth of the share would be seen.
  expect(Math.abs(mean - of(0.61)[0]!)).toBeGreaterThan(5 * error);
});

/** Tables that a sector can live by: coefficients with column sums below 1, some output, wages out of value added. */
const tables: fc.Arbitrary<InputOutputTable> = fc
  .integer({ min: 1, max: 6 })
  .chain((size) =>
    fc.record({
      size: fc.constant(size),
      cells: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
        minLength: size * size,
        maxLength: size * size,
      }),
      inputs: fc.array(fc.double({ min: 0.05, max: 0.9, noNaN: true }), { minLength: size, maxLength: size }),
      output: fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: size, maxLength: size }),
      wages: fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: size, maxLength: size }),
      imported: fc.array(fc.double({ min: 0, max: 0.9, noNaN: true }), { minLength: size, maxLength: size }),
      own: fc.double({ min: 0, max: 0.5, noNaN: true }),
      competitive: fc.boolean(),
    }),
  )
  .map(({ size, cells, inputs, output, wages, imported, own, competitive }) => {
    const column = (j: number): number =>
      Array.from({ length: size }, (_, i) => cells[i * size + j]!).reduce((a, b) => a + b, 0.001);
    const transactions = output.map((_, i) =>
      output.map((x, j) => (cells[i * size + j]! / column(j)) * inputs[j]! * x),
    );
    const labour = output.map((x, j) => x * (1 - inputs[j]!) * wages[j]!);
    return {
      prices: { currency: 'EUR', year: 2020 },
      sectors: output.map((_, i) => `s${i}`),
      transactions,
      output,
      valueAdded: { labour },
      income: ['labour'],
      households: { consumption: output.map((x, i) => x * (0.1 + cells[i]!)), ownServices: own * output[0]! },
      // m = M / (x + M), where nothing is exported.
      imports: competitive
        ? {
            kind: 'competitive',
            amounts: output.map((x, i) => (x * imported[i]!) / (1 - imported[i]!)),
            exports: output.map(() => 0),
          }
        : { kind: 'separate', spending: imported },
    };
  });

describe('for any table', () => {
  test('type II over type I of income is the same for every sector, and is what the closed inverse says', () => {
    fc.assert(
      fc.property(tables, fc.double({ min: 0.1, max: 0.95, noNaN: true }), (table, consumptionShare) => {
        const { multipliers, closedInverse, sectors } = inputOutputModel({ table, consumptionShare });
        const corner = closedInverse![sectors.length]![sectors.length]!;
        multipliers.forEach(({ income, output }, j) => {
          expect(income!.typeII! / income!.typeI / corner).toBeCloseTo(1, 10);
          expect(closedInverse![sectors.length]![j]! / income!.typeII!).toBeCloseTo(1, 10);
          const column = sectors.reduce((sum, _, i) => sum + closedInverse![i]![j]!, 0);
          expect(column / output.typeII!).toBeCloseTo(1, 10);
        });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test('the inverse inverts, and layers sum to the column of the inverse', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { inverse, domesticCoefficients, sectors, multipliers } = inputOutputModel({ table });
        sectors.forEach((_, i) => {
          sectors.forEach((_, j) => {
            const cell = sectors.reduce(
              (sum, _, k) => sum + ((i === k ? 1 : 0) - domesticCoefficients[i]![k]!) * inverse[k]![j]!,
              0,
            );
            expect(cell).toBeCloseTo(i === j ? 1 : 0, 9);
          });
          expect(multipliers[i]!.output.typeI).toBeCloseTo(
            sectors.reduce((sum, _, k) => sum + inverse[k]![i]!, 0),
            9,
          );
        });
      }),
      { seed: 2, numRuns: 100 },
    );
  });

  test('spending is value added and imports, for competitive and separate imports alike', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const spending = {
          all: { products: Object.fromEntries(table.sectors.map((s) => [s, 1 / table.sectors.length])) },
        };
        const spend = { all: money({ amount: 100, currency: 'EUR', year: 2020 }) };
        const of = (what: Effect): number =>
          impactOf({ economy: { kind: 'input-output', table, spending }, spend, what }).rows[0]!.value;
        expect(of('valueAdded') + of('imports')).toBeCloseTo(100, 9);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('the order of sectors is of no matter', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const order = table.sectors.map((_, i) => table.sectors.length - 1 - i);
        const turn = <T>(list: readonly T[]): T[] => order.map((i) => list[i]!);
        const turned: InputOutputTable = {
          ...table,
          sectors: turn(table.sectors),
          transactions: turn(table.transactions).map(turn),
          output: turn(table.output),
          valueAdded: { labour: turn(table.valueAdded!.labour!) },
          households: { ...table.households!, consumption: turn(table.households!.consumption) },
          imports:
            table.imports!.kind === 'competitive'
              ? {
                  kind: 'competitive',
                  amounts: turn(table.imports!.amounts),
                  exports: turn(table.imports!.exports),
                }
              : { kind: 'separate', spending: turn(table.imports!.spending!) },
        };
        const of = (one: InputOutputTable): ReadonlyMap<string, number> =>
          new Map(
            inputOutputModel({ table: one, consumptionShare: 0.6 }).multipliers.map((row) => [
              row.sector,
              row.output.typeII!,
            ]),
          );
        const found = of(turned);
        for (const [sector, value] of of(table)) expect(found.get(sector)! / value).toBeCloseTo(1, 10);
      }),
      { seed: 4, numRuns: 50 },
    );
  });
});
