import { planInputs } from '../engine/inputs.ts';
import { medianInputs } from '../engine/sample-inputs.ts';
import { type Balance, balanceOf } from './balance.ts';
import { chainEffects, earnedAgain, TINY } from './chain-effects.ts';
import { closureNeeds, parseEconomy } from './check-economy.ts';
import { type Coefficients, coefficientsOf, sum } from './coefficients.ts';
import { economyInputs, names } from './economy-inputs.ts';
import { invert } from './linear-algebra.ts';
import type { BySector, Closure, Effect, InputOutputEconomy, InputOutputTable } from './types.ts';
import { type Structure, solveWorld, type World } from './world.ts';

/** What a unit of domestic demand for a sector's output comes to; null where the table or the closure lacks what it takes. */
export interface SectorMultiplier {
  /** In the sector itself: its own coefficient. */
  readonly direct: number;
  /** Direct and indirect. */
  readonly typeI: number;
  /** With households spending their income once. */
  readonly oneRound: number | null;
  /** With households closed in: earned and spent without end; null where that has no sum. */
  readonly typeII: number | null;
  /** `typeI / direct` and `typeII / direct`, the multipliers of income and jobs of the textbooks; null where `direct` is 0. */
  readonly ratioI: number | null;
  readonly ratioII: number | null;
}

/** Multipliers of one sector. */
export interface SectorMultipliers {
  readonly sector: string;
  readonly output: SectorMultiplier;
  readonly valueAdded: SectorMultiplier;
  /** Null where the table names no rows as income. */
  readonly income: SectorMultiplier | null;
  /** Null where the table names no rows as taxes. */
  readonly tax: SectorMultiplier | null;
  /** By concept, persons per unit of the table (a billion yen, say). */
  readonly jobs: Readonly<Record<string, SectorMultiplier>>;
}

/** A table taken apart, every uncertain input at its median. Vectors and matrices are in the order of `sectors`. */
export interface InputOutputModel {
  readonly sectors: readonly string[];
  /** A: inputs per output. */
  readonly technicalCoefficients: readonly BySector[];
  /** (I - m) A with competitive imports, else A. */
  readonly domesticCoefficients: readonly BySector[];
  /** Imports over domestic demand (competitive), or the imported share of spending. */
  readonly importCoefficients: BySector;
  readonly valueAddedCoefficients: BySector;
  readonly incomeCoefficients: BySector;
  readonly taxCoefficients: BySector;
  /** What households buy at home with a unit of income: c (1 - m) h; null where they cannot be closed in. */
  readonly householdCoefficients: BySector | null;
  /** (I - domestic coefficients)^-1. */
  readonly inverse: readonly BySector[];
  /** The same with households as the last row and column; null where they cannot be closed in, or earn again all that they spend. */
  readonly closedInverse: readonly BySector[] | null;
  /** Share of income consumed. */
  readonly consumptionShare: number | null;
  readonly multipliers: readonly SectorMultipliers[];
  readonly balance: Balance;
}

/**
 * Takes an input-output table apart: coefficients, inverses and multipliers, open (type I), with one round of household
 * spending, and closed (type II). Multipliers are per unit of domestic output demanded: spending that is partly
 * imported comes to less (see `impactOf`).
 *
 * @throws ScenarioError with every issue of the economy: sizes, negative output, inputs of a sector that come to 1 or
 * more, a singular system, shares that do not sum to 1
 *
 * @example
 * ```ts
 * import { inputOutputModel } from 'tourism-impact/economy';
 *
 * // Two sectors of Miller and Blair; the sectors sell along rows and buy down columns.
 * const model = inputOutputModel({
 *   table: {
 *     prices: { currency: 'USD', year: 2020 },
 *     sectors: ['1', '2'],
 *     transactions: [[150, 500], [200, 100]],
 *     output: [1000, 2000],
 *   },
 * });
 * console.log(model.inverse.map((row) => row.map((value) => value.toFixed(4)).join(' ')).join(' | '));
 * // => 1.2541 0.3300 | 0.2640 1.1221
 * ```
 */
export function inputOutputModel(
  economy: Omit<InputOutputEconomy, 'kind'> | InputOutputEconomy,
): InputOutputModel {
  const parsed = parseEconomy({ ...economy, kind: 'input-output' }) as InputOutputEconomy;
  const { table } = parsed;
  const coefficients = coefficientsOf(table);
  const { size } = coefficients;
  const values = medians(parsed);
  const structure: Structure = {
    inputs: Float64Array.from(table.sectors, (sector) => values(names.inputs(sector))),
    imports: Float64Array.from(table.sectors, (sector) => values(names.imports(sector))),
  };
  const units = table.sectors.map((_, i) => Float64Array.from(table.sectors, (_, j) => (i === j ? 1 : 0)));
  const world = solveWorld(coefficients, structure, units, true);
  const technical = coefficients.technical.map((value, at) => value * world.inputs[at % size]!);
  const domestic = technical.map(
    (value, at) =>
      value *
      (1 - (coefficients.imports[Math.floor(at / size)] === 0 ? 0 : world.imports[Math.floor(at / size)]!)),
  );
  const share = closureNeeds(parsed) === null ? values(names.consumptionShare) : null;
  const closing = share === null ? null : closingOf(world, share);
  const comesToAnEnd = share !== null && earnedAgain(world, share) < 1 - TINY;
  return {
    sectors: table.sectors,
    technicalCoefficients: rowsOf(technical, size),
    domesticCoefficients: rowsOf(domestic, size),
    importCoefficients: Array.from(world.imports),
    valueAddedCoefficients: Array.from(world.valueAdded),
    incomeCoefficients: Array.from(world.income),
    taxCoefficients: Array.from(world.tax),
    householdCoefficients: closing === null ? null : closing.bought,
    inverse: invert(unitLess(domestic, size), size)!,
    closedInverse:
      closing === null || !comesToAnEnd
        ? null
        : invert(unitLess(bordered(domestic, world, closing), size + 1), size + 1),
    consumptionShare: share,
    multipliers: multipliersOf(table, coefficients, world, share, values(names.jobsPerOutput)),
    balance: balanceOf(table),
  };
}

function medians(economy: InputOutputEconomy): (name: string) => number {
  const { inputs } = planInputs(
    economyInputs(economy, '').map(({ named }) => named),
    [],
  );
  const values = new Float64Array(inputs.length);
  medianInputs(inputs)(0, 1, values, 1);
  const slots = new Map(inputs.map(({ name }, slot) => [name, slot]));
  return (name) => values[slots.get(name)!]!;
}

/** What a unit of household income buys: from each sector at home, and from households. */
interface Closing {
  readonly bought: readonly number[];
  readonly own: number;
}

function closingOf({ household }: World, share: number): Closing {
  return { bought: Array.from(household!.direct, (value) => value * share), own: household!.own * share };
}

/** The domestic coefficients with households as the last row (what they earn) and column (what they buy). */
function bordered(domestic: Float64Array, world: World, { bought, own }: Closing): Float64Array {
  const size = bought.length;
  return Float64Array.from({ length: (size + 1) * (size + 1) }, (_, at) => {
    const [i, j] = [Math.floor(at / (size + 1)), at % (size + 1)];
    if (i === size) return j === size ? own : world.income[j]!;
    return j === size ? bought[i]! : domestic[i * size + j]!;
  });
}

function unitLess(matrix: Float64Array, size: number): Float64Array {
  return matrix.map((value, at) => (Math.floor(at / size) === at % size ? 1 : 0) - value);
}

function rowsOf(matrix: Float64Array, size: number): BySector[] {
  return Array.from({ length: size }, (_, i) => Array.from(matrix.subarray(i * size, (i + 1) * size)));
}

function multipliersOf(
  { sectors, income, tax, unit = 1 }: InputOutputTable,
  coefficients: Coefficients,
  world: World,
  share: number | null,
  perJob: number,
): SectorMultipliers[] {
  const read = (effect: Effect, jobs: Float64Array | null = null, scale: number = 1): SectorMultiplier[] => {
    const totals = (closure: Closure): number[] | null =>
      (share === null && closure !== 'none') || (closure === 'full' && earnedAgain(world, share!) >= 1 - TINY)
        ? null
        : chainEffects(effect, world, coefficients, closure, share ?? 0, jobs).map(
            (layers) => sum(layers.map(sum)) * scale,
          );
    const [open, once, closed] = [totals('none')!, totals('one-round'), totals('full')];
    return chainEffects(effect, world, coefficients, 'none', 0, jobs).map(([first], i) => {
      const direct = sum(first!) * scale;
      const over = (value: number | undefined): number | null =>
        value === undefined || direct === 0 ? null : value / direct;
      return {
        direct,
        typeI: open[i]!,
        oneRound: once?.[i] ?? null,
        typeII: closed?.[i] ?? null,
        ratioI: over(open[i]),
        ratioII: over(closed?.[i]),
      };
    });
  };
  const [output, valueAdded] = [read('output'), read('valueAdded')];
  const earned = income === undefined ? null : read('income');
  const taxed = tax === undefined ? null : read('tax');
  const jobs = [...coefficients.jobs].map(
    ([concept, ratios]) => [concept, read('jobs', ratios, perJob * unit)] as const,
  );
  return sectors.map((sector, i) => ({
    sector,
    output: output[i]!,
    valueAdded: valueAdded[i]!,
    income: earned?.[i] ?? null,
    tax: taxed?.[i] ?? null,
    jobs: Object.fromEntries(jobs.map(([concept, list]) => [concept, list[i]!])),
  }));
}
