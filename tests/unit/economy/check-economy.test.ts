import { describe, expect, test } from 'vitest';
import {
  checkEconomy,
  type InputOutputEconomy,
  impactOf,
  inputOutputModel,
  japan2015,
  money,
} from '../../../src/economy/index.ts';
import { renderIssue, ScenarioError } from '../../../src/errors.ts';
import { smallEconomies, smallTable } from '../../support/small-economies.ts';

const table = smallTable;

function issues(value: unknown): readonly string[] {
  const checked = checkEconomy(value, 'economy');
  return checked.ok ? [] : checked.issues.map(renderIssue);
}

const withTable = (changes: object, rest: object = {}): unknown => ({
  kind: 'input-output',
  table: { ...table, ...changes },
  ...rest,
});

test('a sound economy is accepted, as JSON too', () => {
  expect(issues(withTable({}))).toEqual([]);
  expect(issues(JSON.parse(JSON.stringify(japan2015())))).toEqual([]);
  expect(issues({ kind: 'japan-2015' })).toEqual([]);
  for (const economy of smallEconomies) expect(issues(economy)).toEqual([]);
});

describe('what is wrong is named with its path', () => {
  test.each([
    [
      'negative output',
      withTable({ output: [1000, -2000] }),
      'economy.table.output[1]: -2000: output must not be negative',
    ],
    [
      'output 0 with inputs',
      withTable({ output: [0, 2000] }),
      'economy.table.output[0]: is 0, yet "goods" buys inputs',
    ],
    [
      'a short row',
      withTable({ transactions: [[150], [200, 100]] }),
      'economy.table.transactions[0]: has 1 entries; there are 2 sectors',
    ],
    ['a missing row', withTable({ transactions: [[150, 500]] }), 'economy.table.transactions: has 1 rows'],
    [
      'a short vector',
      withTable({ output: [1000] }),
      'economy.table.output: has 1 entries; there are 2 sectors',
    ],
    [
      'inputs beyond output',
      withTable({
        transactions: [
          [900, 500],
          [200, 100],
        ],
      }),
      'economy.table.transactions: the inputs of "goods" (column 0) come to 1.1 of its output',
    ],
    [
      'a loss that value added does not hold',
      withTable({
        valueAdded: { wages: [300, 500], profits: [-500, 900] },
        transactions: [
          [900, 500],
          [200, 100],
        ],
      }),
      'economy.table.transactions: the inputs of "goods" (column 0) come to 1.1 of its output; they must not exceed 1',
    ],
    [
      'a demand that cannot be met',
      withTable({
        valueAdded: { wages: [0, 0], profits: [-700, 200] },
        income: [],
        transactions: [
          [900, 1000],
          [800, 800],
        ],
      }),
      'economy.table.transactions: to make some product takes more of it than is made, so that demand cannot be met (Hawkins and Simon); the inputs of "goods" (column 0) come to 1.7',
    ],
    [
      'a singular system',
      withTable({
        transactions: [
          [-1000, -4000],
          [-1000, 0],
        ],
      }),
      'economy.table.transactions: I - A is singular',
    ],
    [
      'no number',
      withTable({ output: [1000, null] }),
      'economy.table.output[1]: expected a number, received null',
    ],
    [
      'two sectors of one name',
      withTable({ sectors: ['goods', 'goods'] }),
      'economy.table.sectors[1]: "goods" is the name of sectors[0] already',
    ],
    [
      'an unknown income row',
      withTable({ income: ['wage'] }),
      'economy.table.income[0]: "wage" is no row of valueAdded; did you mean "wages"?',
    ],
    [
      'imports beyond demand',
      withTable({ imports: { kind: 'competitive', amounts: [100, 0], exports: [1200, 0] } }),
      'economy.table.imports.amounts[0]: imports of "goods" come to -1 of domestic demand',
    ],
    [
      'negative imports',
      withTable({ imports: { kind: 'competitive', amounts: [-100, 0], exports: [0, 0] } }),
      'economy.table.imports.amounts[0]: -100: it must not be negative; write imports as positive amounts',
    ],
    [
      'spending beyond income',
      withTable({ households: { ...table.households, income: 400 } }),
      'economy.table.households.income: 400: households spend 500',
    ],
    [
      'wages beyond output',
      withTable({ valueAdded: { wages: [3000, 500] } }),
      'economy.table.income: income of "goods" comes to 3 of its output',
    ],
    [
      'a closure without households',
      withTable({ households: undefined }, { closure: 'full' }),
      "economy.table.households: is needed for the closure 'full'",
    ],
    [
      'an unknown closure',
      withTable({}, { closure: 'type II' }),
      'economy.closure: expected "none", "one-round" or "full"',
    ],
    [
      'an unknown sector',
      withTable({}, { spending: { food: { products: { good: 1 } } } }),
      'economy.spending.food.products.good: "good" is no sector of the table; did you mean "goods"?',
    ],
    [
      'shares that are no whole',
      withTable({}, { spending: { food: { products: { goods: 0.6, services: 0.3 } } } }),
      'economy.spending.food.products: shares sum to 0.9; they must sum to 1',
    ],
    [
      'margins that are all',
      withTable(
        {},
        {
          spending: {
            food: {
              products: { goods: 1 },
              margins: { services: { kind: 'uniform', low: 0.5, high: 0.99 }, goods: 0.1 },
            },
          },
        },
      ),
      'economy.spending.food.margins: can come to 1.09 of the price',
    ],
    [
      'a share of 60',
      withTable({}, { consumptionShare: 60 }),
      'economy.consumptionShare: 60 is outside [0, 1]: it must be a share; did you mean 0.6?',
    ],
    [
      'a factor that eats value added',
      withTable({}, { inputs: { kind: 'uniform', low: 0.5, high: 4 } }),
      'economy.inputs: its values lie in [0.5, 4], which leaves [0, 2.857142857142857): it must be a factor that leaves every sector some value added',
    ],
    [
      'an unknown key',
      withTable({ transaction: [] }),
      'economy.table.transaction: unknown key; did you mean "transactions"?',
    ],
    [
      'an unknown kind',
      { kind: 'input-outptu', table },
      'economy.kind: "input-outptu" is none of input-output, published, japan-2015; did you mean "input-output"?',
    ],
    [
      'a price level of its own year',
      withTable({}, { priceLevels: [{ year: 2015, level: 1 }] }),
      'economy.priceLevels[0].year: 2015 is the year whose level is 1',
    ],
    [
      'two rates of one year',
      withTable(
        {},
        {
          exchange: [
            { currency: 'USD', year: 2020, rate: 100 },
            { currency: 'USD', year: 2020, rate: 110 },
          ],
        },
      ),
      'economy.exchange[1]: USD of 2020 has a rate already',
    ],
    [
      'published, nothing in it',
      { kind: 'published', prices: table.prices, multipliers: {} },
      'economy.multipliers: has no category',
    ],
    [
      'published, layers that overlap',
      {
        kind: 'published',
        prices: table.prices,
        multipliers: { all: { output: { 'first-round': 1.6, direct: 1 } } },
      },
      'economy.multipliers.all.output: `first-round` is direct and indirect in one',
    ],
    [
      'published, no distribution',
      {
        kind: 'published',
        prices: table.prices,
        multipliers: { all: { output: { kind: 'normal', mean: 2, sd: -1 } } },
      },
      'economy.multipliers.all.output',
    ],
    ['not an economy', 'japan', 'economy: expected an object, received "japan"'],
  ])('%s', (_, value, complaint) => {
    expect(issues(value).join('\n')).toContain(complaint);
  });
});

describe('a sector that adds nothing', () => {
  // Office supplies: bought by all, made of the products of others, without value added of their own.
  const supplies = {
    sectors: ['goods', 'services', 'supplies'],
    transactions: [
      [150, 500, 60],
      [200, 100, 40],
      [50, 50, 0],
    ],
    output: [1000, 2000, 100],
    valueAdded: { wages: [300, 500, 0] },
    households: undefined,
  };
  const inputs = { kind: 'uniform', low: 0.9, high: 1.1 };

  test('is accepted, and keeps its inputs whatever the factor on those of others', () => {
    const value = withTable(supplies, { inputs });
    expect(issues(value)).toEqual([]);
    const scaled = inputOutputModel({ ...(value as InputOutputEconomy), inputs: 1.1 });
    expect(scaled.technicalCoefficients.map((row) => row[2])).toEqual([0.6, 0.4, 0]);
    expect(scaled.technicalCoefficients[0]![0]).toBeCloseTo(0.165, 12);
    expect(scaled.valueAddedCoefficients[2]).toBeCloseTo(0, 12);
    expect(scaled.multipliers.map(({ valueAdded }) => valueAdded.typeI.toFixed(9))).toEqual([
      '1.000000000',
      '1.000000000',
      '1.000000000',
    ]);
  });

  test('and one that loses money is taken at its word', () => {
    const losing = withTable({
      transactions: [
        [900, 500],
        [200, 100],
      ],
      valueAdded: { wages: [300, 500], profits: [-400, 900] },
      finalDemand: undefined,
    });
    expect(issues(losing)).toEqual([]);
    expect(inputOutputModel(losing as InputOutputEconomy).valueAddedCoefficients[0]).toBeCloseTo(-0.1, 12);
  });
});

describe('households that earn again all they spend', () => {
  // All value added is wages, nothing is imported, everything is consumed: a dollar goes round for ever.
  const { imports: _, jobs: __, ...rest } = table;
  const endless: InputOutputEconomy = {
    kind: 'input-output',
    table: { ...rest, valueAdded: { wages: [650, 1400] }, income: ['wages'] },
    consumptionShare: 1,
    spending: { food: { products: { goods: 1 } } },
  };
  const spend = { food: money({ amount: 100, ...table.prices }) };

  test('have a first round, and no sum of all', () => {
    const [goods] = inputOutputModel(endless).multipliers;
    expect(goods!.output.oneRound).toBeGreaterThan(goods!.output.typeI);
    expect(goods!.output.typeII).toBeNull();
    expect(inputOutputModel(endless).closedInverse).toBeNull();
    expect(() => impactOf({ economy: endless, spend, closure: 'full' })).toThrow(
      'consumptionShare: expected one by which households earn less than they spend, received 1',
    );
    expect(
      inputOutputModel({ ...endless, consumptionShare: 0.99 }).multipliers[0]!.output.typeII,
    ).toBeGreaterThan(50);
  });
});

test('gaps between accounts and output are warnings: printed tables are rounded', () => {
  const checked = checkEconomy(withTable({ finalDemand: { other: [300, 1500] } }));
  expect(checked.ok && checked.warnings.map(renderIssue)).toEqual([
    'table.output: sales of some sector (transactions, final demand, less imports) miss its output by 10%',
  ]);
});

test('the throwing doors throw every issue', () => {
  const act = (): unknown => inputOutputModel({ table: { ...table, output: [-1, -2] } });
  expect(act).toThrow(ScenarioError);
  expect(act).toThrow('table.output[0]: -1: output must not be negative\ntable.output[1]');
});

test('a sector of a table may be empty', () => {
  const empty = {
    ...table,
    sectors: [...table.sectors, 'none'],
    transactions: [
      [150, 500, 0],
      [200, 100, 0],
      [0, 0, 0],
    ],
    output: [1000, 2000, 0],
    valueAdded: { wages: [300, 500, 0] },
    households: { consumption: [50, 400, 0] },
  };
  expect(inputOutputModel({ table: empty }).inverse[0]!.slice(0, 2)).toEqual(
    inputOutputModel({ table }).inverse[0],
  );
});
