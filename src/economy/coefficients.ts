import type { BySector, InputOutputTable } from './types.ts';

/** What a table says per unit of output: the numbers that the model works with. Matrices are by rows, n x n. */
export interface Coefficients {
  readonly size: number;
  /** Inputs per output, imported ones too where imports are competitive. */
  readonly technical: Float64Array;
  /** Column sums of `technical`, and imported inputs where they stand apart. */
  readonly inputs: Float64Array;
  /** Import coefficient of each product (competitive; else 0). */
  readonly imports: Float64Array;
  /** Imported share of final spending on each product. */
  readonly importedSpending: Float64Array;
  /** Imported inputs per output, by the buying sector (separate imports; else 0). */
  readonly importedInputs: Float64Array;
  /** Duties and taxes in a unit of imports, by product. */
  readonly importTaxes: Float64Array;
  /** 1 - inputs. */
  readonly valueAdded: Float64Array;
  /** Per sector, whether its inputs are a recipe that no factor scales: see {@link ADDS_NOTHING}. */
  readonly isRecipe: readonly boolean[];
  readonly income: Float64Array;
  readonly tax: Float64Array;
  /** Persons per unit of the table's currency, by concept. */
  readonly jobs: ReadonlyMap<string, Float64Array>;
  /** What households buy with a unit of consumption, and from each other; sums to 1. Null where the table has no households. */
  readonly consumption: { readonly products: Float64Array; readonly own: number } | null;
}

/**
 * A sector whose value added is below this share of its output only hands on what it buys (office supplies and packaging
 * in Japanese tables, households closed in by hand). With more inputs it would have to lose money, so it keeps them.
 */
export const ADDS_NOTHING = 0.005;

/** Coefficients of a table that has been checked. */
export function coefficientsOf(table: InputOutputTable): Coefficients {
  const { output, transactions, imports } = table;
  const size = output.length;
  const over = (values: BySector): Float64Array =>
    Float64Array.from(values, (value, j) => (output[j] === 0 ? 0 : value / output[j]!));
  const none = (): Float64Array => new Float64Array(size);
  const technical = new Float64Array(size * size);
  transactions.forEach((row, i) => {
    technical.set(over(row), i * size);
  });
  const importedInputs = imports?.kind === 'separate' && imports.inputs ? over(imports.inputs) : none();
  const inputs = importedInputs.slice();
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) inputs[j]! += technical[i * size + j]!;
  const competitive = imports?.kind === 'competitive' ? imports : null;
  const share = importCoefficients(table);
  return {
    size,
    technical,
    inputs,
    imports: competitive === null ? none() : share,
    importedSpending: share,
    importedInputs,
    importTaxes: Float64Array.from(output, (_, i) => {
      const amount = competitive?.amounts[i] ?? 0;
      return amount === 0 ? 0 : (competitive!.taxes?.[i] ?? 0) / amount;
    }),
    valueAdded: inputs.map((share) => 1 - share),
    isRecipe: Array.from(inputs, (share) => 1 - share < ADDS_NOTHING),
    income: over(sumOfRows(table, table.income)),
    tax: over(sumOfRows(table, table.tax)),
    jobs: new Map(
      Object.entries(table.jobs ?? {}).map(([concept, persons]) => [
        concept,
        over(persons).map((ratio) => ratio / (table.unit ?? 1)),
      ]),
    ),
    consumption: consumptionOf(table),
  };
}

/** Imports over domestic demand (competitive), or the imported share of final spending as given. */
export function importCoefficients({ imports, output }: InputOutputTable): Float64Array {
  return Float64Array.from(output, (x, i) => {
    if (imports === undefined) return 0;
    if (imports.kind === 'separate') return imports.spending?.[i] ?? 0;
    const amount = imports.amounts[i]!;
    return amount === 0 ? 0 : amount / (x + amount - imports.exports[i]!);
  });
}

/** Share of household income consumed, as the table implies it; null where it does not. */
export function impliedConsumptionShare({ households }: InputOutputTable): number | null {
  if (households?.income === undefined) return null;
  return (sum(households.consumption) + (households.ownServices ?? 0)) / households.income;
}

function consumptionOf({ households }: InputOutputTable): Coefficients['consumption'] {
  if (households === undefined) return null;
  const own = households.ownServices ?? 0;
  const all = sum(households.consumption) + own;
  return {
    products: Float64Array.from(households.consumption, (amount) => amount / all),
    own: own / all,
  };
}

/** Rows of value added, summed: all of them unless named. */
export function sumOfRows(table: InputOutputTable, names: readonly string[] = []): readonly number[] {
  return table.output.map((_, j) => names.reduce((sum, name) => sum + table.valueAdded![name]![j]!, 0));
}

export function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
