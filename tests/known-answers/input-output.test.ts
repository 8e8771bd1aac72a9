import { describe, expect, test } from 'vitest';
import { readRows } from '../../scripts/data/csv.ts';
import {
  type InputOutputTable,
  impactOf,
  inputOutputModel,
  japan2015,
  type Money,
  money,
  publishedMultipliers,
} from '../../src/economy/index.ts';
import { inbound2019 } from '../../src/economy/japan-2015.ts';

/** Miller and Blair (2009), Input-Output Analysis, examples of chapters 2 and 6: in print to three or four digits. */
const millerBlair: InputOutputTable = {
  prices: { currency: 'USD', year: 2009 },
  sectors: ['1', '2'],
  transactions: [
    [150, 500],
    [200, 100],
  ],
  output: [1000, 2000],
  valueAdded: { labour: [300, 500], other: [350, 900] },
  income: ['labour'],
  households: { consumption: [50, 400], ownServices: 50, income: 1000 },
  finalDemand: { other: [300, 1300] },
};

function expectMatrix(found: readonly (readonly number[])[], printed: readonly (readonly number[])[]): void {
  expect(found.map((row) => row.length)).toEqual(printed.map((row) => row.length));
  printed.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(found[i]![j]!).toBeCloseTo(value, 10);
    });
  });
}

describe('Miller and Blair', () => {
  const model = inputOutputModel({ table: millerBlair });

  test('open: coefficients, inverse, output of a final demand', () => {
    expectMatrix(model.technicalCoefficients, [
      [0.15, 0.25],
      [0.2, 0.05],
    ]);
    expectMatrix(model.inverse, [
      [1.2541254125, 0.3300330033],
      [0.2640264026, 1.1221122112],
    ]);
    const output = model.inverse.map((row) => row[0]! * 600 + row[1]! * 1500);
    expect(output[0]).toBeCloseTo(1247.5247525, 7);
    expect(output[1]).toBeCloseTo(1841.5841584, 7);
  });

  test('closed for households: inverse and income multipliers', () => {
    expect(model.consumptionShare).toBe(0.5);
    expect(model.householdCoefficients).toEqual([0.05, 0.4]);
    expectMatrix(model.closedInverse!, [
      [1.3650861152, 0.425260472, 0.2509036785],
      [0.5273229853, 1.3480756964, 0.5953646609],
      [0.569849032532, 0.489049542845, 1.288539230279],
    ]);
    const income = model.multipliers.map((row) => row.income!);
    expect(income.map(({ ratioI }) => ratioI!.toFixed(10))).toEqual(['1.4741474147', '1.5181518152']);
    expect(income.map(({ ratioII }) => ratioII!.toFixed(10))).toEqual(['1.8994967751', '1.9561981714']);
    for (const { typeI, typeII } of income) expect(typeII! / typeI).toBeCloseTo(1.2885392303, 10);
  });

  test('a table written by columns instead of rows is another table, and does not balance', () => {
    const turned = {
      ...millerBlair,
      transactions: [
        [150, 200],
        [500, 100],
      ],
    };
    expect(inputOutputModel({ table: turned }).inverse[0]![1]).not.toBeCloseTo(0.33, 2);
    expect(inputOutputModel({ table: turned }).balance.rows).toBeGreaterThan(0.1);
    expect(model.balance).toEqual({ rows: 0, columns: 0 });
  });
});

describe('Chiang, Fundamental Methods of Mathematical Economics, section 5.7: three industries, coefficients alone', () => {
  // Coefficients go in as transactions of sectors with an output of 1.
  const model = inputOutputModel({
    table: {
      prices: { currency: 'USD', year: 1984 },
      sectors: ['I', 'II', 'III'],
      transactions: [
        [0.2, 0.3, 0.2],
        [0.4, 0.1, 0.2],
        [0.1, 0.3, 0.2],
      ],
      output: [1, 1, 1],
    },
  });

  test('the inverse, and the output for a demand of 10, 5 and 6', () => {
    expectMatrix(
      model.inverse,
      [
        [0.66, 0.3, 0.24],
        [0.34, 0.62, 0.24],
        [0.21, 0.27, 0.6],
      ].map((row) => row.map((value) => value / 0.384)),
    );
    const output = model.inverse.map((row) => row[0]! * 10 + row[1]! * 5 + row[2]! * 6);
    expect(output.map((value) => value.toFixed(2))).toEqual(['24.84', '20.68', '18.36']);
  });
});

describe('Leontief, Input-Output Economics, chapter 2: bushels, yards and man-years', () => {
  const physical: InputOutputTable = {
    prices: { currency: 'USD', year: 1966 },
    sectors: ['agriculture', 'manufacture'],
    transactions: [
      [25, 20],
      [14, 6],
    ],
    output: [100, 50],
    jobs: { labour: [80, 180] },
  };

  test('the inverse, and the labour in a bushel and in a yard', () => {
    const { inverse, multipliers } = inputOutputModel({ table: physical });
    expect(inverse.map((row) => row.map((value) => value.toFixed(4)))).toEqual([
      ['1.4570', '0.6623'],
      ['0.2318', '1.2417'],
    ]);
    expect(multipliers[0]!.jobs.labour!.typeI).toBeCloseTo(2, 10);
    expect(multipliers[1]!.jobs.labour!.typeI).toBeCloseTo(5, 10);
  });

  test('closed for all there is, it meets no demand from outside', () => {
    const closed: InputOutputTable = {
      prices: { currency: 'USD', year: 1966 },
      sectors: ['agriculture', 'manufacture', 'households'],
      transactions: [
        [50, 40, 110],
        [70, 30, 150],
        [80, 180, 40],
      ],
      output: [200, 250, 300],
    };
    expect(() => inputOutputModel({ table: closed })).toThrow(
      'table.transactions: I - A is singular: no output meets a given demand',
    );
  });
});

describe('households closed in by hand, as one sector more', () => {
  const byHand = (output: number): InputOutputTable => ({
    prices: { currency: 'USD', year: 2009 },
    sectors: ['1', '2', 'households'],
    transactions: [
      [150, 500, 50],
      [200, 100, 400],
      [300, 500, 50],
    ],
    output: [1000, 2000, output],
  });

  test('give the closed model of Miller and Blair', () => {
    expectMatrix(
      inputOutputModel({ table: byHand(1000) }).inverse,
      inputOutputModel({ table: millerBlair }).closedInverse!,
    );
  });

  test('may spend all that they earn', () => {
    // (I - A) x = y, by elimination: a household dollar more with c = 1 instead of a half.
    const all = inputOutputModel({ table: byHand(500) });
    const share = inputOutputModel({
      table: { ...millerBlair, households: { consumption: [50, 400], ownServices: 50 } },
      consumptionShare: 1,
    });
    expectMatrix(all.inverse, share.closedInverse!);
  });
});

const yen = (billions: number): Money => money({ amount: billions * 1e9, currency: 'JPY', year: 2019 });
const spend2019: Readonly<Record<string, Money>> = Object.fromEntries(
  Object.entries(inbound2019).map(([category, billions]) => [category, yen(billions)]),
);

describe('Japan 2015', () => {
  const model = inputOutputModel(japan2015());
  const sectors = readRows('io/sectors.csv');

  test('rows and columns come to output, and output to the published total', () => {
    // In billions: 0.000002 of a sector with an output of 2,983 or more.
    expect(model.balance.rows).toBeLessThan(0.000002 / 2983);
    expect(model.balance.columns).toBeLessThan(0.000002 / 2983);
    const total = japan2015().table.output.reduce((sum, x) => sum + x, 0);
    expect(total).toBeCloseTo(1017818.388, 3);
  });

  test('coefficients and type I multipliers are those of the compilation, to the digits given', () => {
    sectors.forEach((row, i) => {
      expect(Math.abs(model.importCoefficients[i]! - Number(row.import_coeff))).toBeLessThan(6e-7);
      expect(Math.abs(model.valueAddedCoefficients[i]! - Number(row.value_added_coeff))).toBeLessThan(6e-7);
      expect(Math.abs(model.incomeCoefficients[i]! - Number(row.compensation_coeff))).toBeLessThan(1.1e-6);
      expect(Math.abs(model.multipliers[i]!.output.typeI - Number(row.type1_output))).toBeLessThan(5.1e-5);
      expect(Math.abs(model.multipliers[i]!.valueAdded.typeI - Number(row.type1_value_added))).toBeLessThan(
        5.1e-5,
      );
    });
  });

  const ratio = (
    what: 'output' | 'valueAdded',
    closure: 'none' | 'one-round' | 'full',
    share = 0.6,
  ): number =>
    impactOf({ economy: japan2015({ consumptionShare: share }), spend: spend2019, what, closure }).rows[0]!
      .perUnit;
  const within = (found: number, published: number): number => Math.abs(found / published - 1);

  test('METI on inbound consumption of 2019, within 3%: first round', () => {
    expect(within(ratio('output', 'none'), 1.63)).toBeLessThan(0.03);
    expect(within(ratio('output', 'none'), 7.8 / 4.8)).toBeLessThan(0.03);
    expect(within(ratio('valueAdded', 'none'), 0.83)).toBeLessThan(0.03);
  });

  test.each([0.5, 0.55, 0.6])('METI with one round of income effects, %f of it consumed', (share) => {
    expect(within(ratio('output', 'one-round', share), 1.96)).toBeLessThan(0.03);
  });

  test('value added with income effects, about 1.05 by derivation: 1.03 here', () => {
    expect(ratio('valueAdded', 'one-round')).toBeCloseTo(1.031, 3);
  });

  test('the check is sharp: without margins, without imports, or closed in full it fails', () => {
    const table = japan2015().table;
    const imports = {
      kind: 'competitive' as const,
      amounts: table.output.map(() => 0),
      exports: table.output.map(() => 0),
    };
    const autarky = impactOf({
      economy: { ...japan2015(), table: { ...table, imports } },
      spend: spend2019,
      closure: 'none',
    });
    expect(within(autarky.rows[0]!.perUnit, 1.63)).toBeGreaterThan(0.03);
    const goods = { ...japan2015().spending!.shopping!, margins: {} };
    const bare = impactOf({
      economy: japan2015({ spending: { shopping: goods } }),
      spend: spend2019,
      what: 'valueAdded',
      closure: 'none',
    });
    expect(within(bare.rows[0]!.perUnit, 0.83)).toBeGreaterThan(0.03);
    expect(within(ratio('output', 'full', 0.6), 1.96)).toBeGreaterThan(0.03);
  });
});

describe('published multipliers in place of a table', () => {
  const rows = readRows('io/published_multipliers.csv');

  test.each(rows.map((row) => [`${row.source} ${row.year}, ${row.scope}`, row] as const))('%s', (_, row) => {
    const number = (name: string): number => Number(row[name]);
    const economy = publishedMultipliers({
      prices: { currency: 'JPY', year: 2019 },
      jobsUnit: 1e9,
      multipliers: {
        all: {
          output: number('output_ratio'),
          ...(row.value_added_ratio === '' ? {} : { valueAdded: number('value_added_ratio') }),
          ...(row.persons_per_jpy_bn_spend === '' ? {} : { jobs: number('persons_per_jpy_bn_spend') }),
        },
      },
    });
    const spend = { visitors: yen(number('spend_tn') * 1000) };
    const found = (what: 'output' | 'valueAdded' | 'jobs', scale: number): number =>
      impactOf({ economy, spend, what }).rows[0]!.value / scale;
    // Ratios have three decimals, jobs one: half a unit of the last, times what is spent.
    const spent = number('spend_tn');
    expect(Math.abs(found('output', 1e12) - number('output_tn'))).toBeLessThanOrEqual(0.00051 * spent);
    if (row.value_added_tn !== '' && row.value_added_ratio !== '') {
      expect(Math.abs(found('valueAdded', 1e12) - number('value_added_tn'))).toBeLessThanOrEqual(
        0.00051 * spent,
      );
    }
    if (row.employment_10k !== '') {
      expect(Math.abs(found('jobs', 1e4) - number('employment_10k'))).toBeLessThanOrEqual(0.0051 * spent);
    }
  });
});
