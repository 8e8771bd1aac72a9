import type { Coefficients } from './coefficients.ts';
import { factorise } from './linear-algebra.ts';

/** Values of the uncertain structure in one draw, by sector. */
export interface Structure {
  /** Factor on inputs, by buying sector. */
  readonly inputs: Float64Array;
  /** Factor on import coefficients or the imported share of spending, by product. */
  readonly imports: Float64Array;
}

/** What a unit of spending sets going: by sector, per unit of spending in purchasers' prices. */
export interface Chain {
  /** Bought from abroad, by product. */
  readonly imported: Float64Array;
  /** Domestic output sold to whoever spends. */
  readonly direct: Float64Array;
  /** Domestic output in all, direct and indirect: (I - A)^-1 direct. */
  readonly output: Float64Array;
}

/** One draw of the economy: its coefficients and the chains of spending that were asked for. */
export interface World {
  /** Import coefficients (competitive) or imported shares of spending. */
  readonly imports: Float64Array;
  readonly valueAdded: Float64Array;
  readonly income: Float64Array;
  readonly tax: Float64Array;
  readonly inputs: Float64Array;
  readonly chains: readonly Chain[];
  /** Of a unit of household consumption; null where the table has no households. */
  readonly household: (Chain & { readonly own: number; readonly income: number }) | null;
}

/**
 * Solves one draw. With competitive imports a purchase of product i loses its imported share m_i, whoever buys:
 * x = (I - (I - m) A)^-1 (I - m) y. Scaled inputs are met by value added, and its parts move with it in proportion; a
 * sector that adds next to nothing keeps its inputs.
 *
 * @param spendings by product, in purchasers' prices; or, where `areDomestic`, demand for domestic output alone
 * @throws RangeError where I - A is singular
 */
export function solveWorld(
  coefficients: Coefficients,
  structure: Structure,
  spendings: readonly Float64Array[],
  areDomestic: boolean = false,
): World {
  const { size, technical, isRecipe } = coefficients;
  const inputs = structure.inputs.map((factor, j) => (isRecipe[j] ? 1 : factor));
  const imports = coefficients.imports.map((share, i) => share * structure.imports[i]!);
  const importedSpending = coefficients.importedSpending.map((share, i) => share * structure.imports[i]!);
  const system = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const domestic = 1 - imports[i]!;
    for (let j = 0; j < size; j++) {
      system[i * size + j] = (i === j ? 1 : 0) - domestic * technical[i * size + j]! * inputs[j]!;
    }
  }
  const solve = factorise(system, size);
  if (solve === null)
    throw new RangeError('economy: I - A is singular in some draw; narrow `inputs` or `imports`');

  const valueAdded = coefficients.inputs.map((share, j) => 1 - share * inputs[j]!);
  const moved = (rows: Float64Array): Float64Array =>
    rows.map((row, j) => (isRecipe[j] ? row : (row * valueAdded[j]!) / coefficients.valueAdded[j]!));
  const income = moved(coefficients.income);
  const { consumption } = coefficients;
  const bought = consumption === null ? spendings : [...spendings, consumption.products];
  const isDomestic = (c: number): boolean => areDomestic && c < spendings.length;
  const directs = bought.map((spending, c) =>
    isDomestic(c) ? spending : spending.map((share, i) => share * (1 - importedSpending[i]!)),
  );
  const chains = solve(directs).map(
    (output, c): Chain => ({
      imported: bought[c]!.map((share, i) => (isDomestic(c) ? 0 : share * importedSpending[i]!)),
      direct: directs[c]!,
      output,
    }),
  );
  const household = consumption === null ? null : chains[chains.length - 1]!;
  return {
    imports: importedSpending,
    valueAdded,
    income,
    tax: moved(coefficients.tax),
    inputs,
    chains: chains.slice(0, spendings.length),
    household: household && { ...household, own: consumption!.own, income: dot(income, household.output) },
  };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
