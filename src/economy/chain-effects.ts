import type { Coefficients } from './coefficients.ts';
import type { Closure, Effect, Layer } from './types.ts';
import { type Chain, dot, type World } from './world.ts';

/** Industry that stands for what households earn from households. */
export const HOUSEHOLDS = 'households';

/** The layers that a closure gives, in their order. */
export function layersOfClosure(closure: Closure): readonly Layer[] {
  return closure === 'none' ? ['direct', 'indirect'] : ['direct', 'indirect', 'induced'];
}

/**
 * Household consumption that a unit of income earned in production sets going, all rounds that the closure counts.
 * With a share c consumed, a unit of consumption earns g = own + w L (I - m) h of income, so the rounds are
 * c, c (c g), c (c g)^2 ...: the first alone, or c / (1 - c g) for all.
 */
export function consumptionPerIncome(world: World, closure: Closure, consumptionShare: number): number {
  if (closure === 'none' || world.household === null) return 0;
  if (closure === 'one-round') return consumptionShare;
  const again = earnedAgain(world, consumptionShare);
  if (again < 1 - TINY) return consumptionShare / (1 - again);
  throw new RangeError(
    `consumptionShare: expected one by which households earn less than they spend, received ${consumptionShare}, ` +
      `by which ${Number(again.toPrecision(4))} of what is earned is earned again, without end; lower it, or take the closure 'one-round'`,
  );
}

/** What a unit of income earns households in the next round: c g, below 1 where the rounds come to an end. */
export function earnedAgain({ household }: World, consumptionShare: number): number {
  return household === null ? 0 : consumptionShare * (household.own + household.income);
}

/** Gap to 1 that is called none. */
export const TINY = 1e-9;

/** How an effect is read off a chain: per unit of output, and per unit of imports. */
interface Reading {
  readonly perOutput: Float64Array;
  readonly perImport: Float64Array | null;
  /** `perOutput` is of inputs, which belong to the next layer: to the indirect one, of direct output too. */
  readonly ofInputs?: true;
}

function readingOf(
  effect: Effect,
  world: World,
  coefficients: Coefficients,
  jobs: Float64Array | null,
): Reading {
  const { size, importTaxes } = coefficients;
  switch (effect) {
    case 'output':
      return { perOutput: new Float64Array(size).fill(1), perImport: null };
    case 'valueAdded':
      return { perOutput: world.valueAdded, perImport: null };
    case 'income':
      return { perOutput: world.income, perImport: null };
    case 'jobs':
      return { perOutput: jobs!, perImport: null };
    case 'tax':
      return { perOutput: world.tax, perImport: importTaxes };
    case 'imports':
      return {
        perOutput: coefficients.importedInputs.map((share, j) => share * world.inputs[j]!),
        perImport: new Float64Array(size).fill(1),
        ofInputs: true,
      };
  }
}

/** Imports by product among the inputs of what a chain makes, where imports are competitive. */
function importedInputs(chain: Chain, world: World, coefficients: Coefficients): Float64Array {
  const { size, technical, imports } = coefficients;
  const indirect = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    // Where imports stand apart, imported inputs are read by output instead.
    if (imports[i] === 0) continue;
    let used = 0;
    for (let j = 0; j < size; j++) used += technical[i * size + j]! * world.inputs[j]! * chain.output[j]!;
    indirect[i] = used * world.imports[i]!;
  }
  return indirect;
}

/**
 * An effect of each chain by layer and industry, per unit of spending: `result[chain][layer][industry]`, layers as
 * `layersOfClosure` has them. Where households pay households there is one industry more, {@link HOUSEHOLDS}, for
 * income and value added.
 */
export function chainEffects(
  effect: Effect,
  world: World,
  coefficients: Coefficients,
  closure: Closure,
  consumptionShare: number,
  jobs: Float64Array | null,
): readonly (readonly Float64Array[])[] {
  const reading = readingOf(effect, world, coefficients, jobs);
  const width = coefficients.size + (hasOwnServices(coefficients) ? 1 : 0);
  const { household } = world;
  const perIncome = consumptionPerIncome(world, closure, consumptionShare);
  const ofHouseholds = household === null ? null : layersOf(household, reading, world, coefficients, width);
  const income = effect === 'income' || effect === 'valueAdded';
  return world.chains.map((chain) => {
    const [direct, indirect] = layersOf(chain, reading, world, coefficients, width);
    if (closure === 'none' || ofHouseholds === null) return [direct, indirect];
    const consumed = perIncome * dot(world.income, chain.output);
    const induced = ofHouseholds[0].map((value, i) => (value + ofHouseholds[1][i]!) * consumed);
    if (income && width > coefficients.size) induced[width - 1] = household!.own * consumed;
    return [direct, indirect, induced];
  });
}

export function hasOwnServices({ consumption }: Coefficients): boolean {
  return consumption !== null && consumption.own > 0;
}

function layersOf(
  chain: Chain,
  { perOutput, perImport, ofInputs }: Reading,
  world: World,
  coefficients: Coefficients,
  width: number,
): [Float64Array, Float64Array] {
  const direct = new Float64Array(width);
  const indirect = new Float64Array(width);
  for (let i = 0; i < coefficients.size; i++) {
    const first = ofInputs ? 0 : chain.direct[i]!;
    direct[i] = perOutput[i]! * first;
    indirect[i] = perOutput[i]! * (chain.output[i]! - first);
  }
  if (perImport !== null) {
    const used = importedInputs(chain, world, coefficients);
    for (let i = 0; i < coefficients.size; i++) {
      direct[i]! += perImport[i]! * chain.imported[i]!;
      indirect[i]! += perImport[i]! * used[i]!;
    }
  }
  return [direct, indirect];
}
