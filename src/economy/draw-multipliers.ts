import { planInputs } from '../engine/inputs.ts';
import { type InputSampler, medianInputs, sampleInputs } from '../engine/sample-inputs.ts';
import type { Run } from '../engine/types.ts';
import { expectName } from '../scenario/misuse.ts';
import { chainEffects, HOUSEHOLDS, hasOwnServices, layersOfClosure } from './chain-effects.ts';
import { type Coefficients, coefficientsOf } from './coefficients.ts';
import { economyInputs, layersOf, names, publishedProfile, type SpelledOut } from './economy-inputs.ts';
import { findLevel, findRate } from './money.ts';
import type { Closure, Effect, InputOutputEconomy, Layer, Prices, PublishedEconomy } from './types.ts';
import { solveWorld, type World } from './world.ts';

/** What multipliers are wanted of: one effect, of some categories, split and restricted. */
export interface MultiplierRequest {
  readonly economy: SpelledOut;
  readonly categories: readonly string[];
  readonly effect: Effect;
  readonly closure: Closure;
  /** Concept of jobs, where the effect is jobs and a table is at hand. */
  readonly concept: string | null;
  readonly byLayer: boolean;
  readonly byIndustry: boolean;
  readonly layer: string | undefined;
  readonly industry: string | undefined;
  /** Prices that the spending is in, and whether results are wanted in those of the economy. */
  readonly prices: Prices;
  readonly inEconomyPrices: boolean;
}

/** A layer and an industry, where asked for. */
export interface MultiplierCell {
  readonly layer?: Layer;
  readonly industry?: string;
}

/** Multipliers per unit of spending: `of(category)[cell][draw]`. */
export interface DrawnMultipliers {
  readonly cells: readonly MultiplierCell[];
  readonly of: ReadonlyMap<string, readonly Float64Array[]>;
}

/** How inputs are drawn: as those of a run are, or all at their medians in one draw. */
export type Drawing = Pick<Run, 'sampling' | 'draws'> & { readonly plan: Pick<Run['plan'], 'key'> };

/** The median of everything, as one draw. */
export const atMedians: Drawing = {
  sampling: { kind: 'median', draws: 1 },
  draws: 1,
  plan: { key: { lo: 0, hi: 0 } },
};

const BLOCK = 1024;
const layerOrder: readonly Layer[] = ['direct', 'indirect', 'first-round', 'induced', 'all'];

/** Values of named inputs in one draw. */
type Values = (name: string) => number;

/** Multipliers of every draw. The inputs of the economy are drawn as those of the scenario: by name, from the run's seed. */
export function drawMultipliers(request: MultiplierRequest, drawing: Drawing): DrawnMultipliers {
  const { economy } = request;
  const source = economy.kind === 'published' ? published(economy, request) : solved(economy, request);
  const { cells } = source;
  const conversion = converter(request);
  const of = new Map(
    request.categories.map((category) => [category, cells.map(() => new Float64Array(drawing.draws))]),
  );
  eachDraw(economy, drawing, (draw, values) => {
    const factor = conversion(values);
    source.fill(values, (category, cell, multiplier) => {
      of.get(category)![cell]![draw]! += multiplier * factor;
    });
  });
  return { cells, of };
}

/** Calls back with the values of every draw in turn. */
function eachDraw(
  economy: SpelledOut,
  { sampling, draws, plan }: Drawing,
  visit: (draw: number, values: Values) => void,
): void {
  const named = economyInputs(economy, '').map((input) => input.named);
  const { inputs } = planInputs(named, []);
  const slots = new Map(inputs.map(({ name }, slot) => [name, slot]));
  const sample: InputSampler =
    sampling.kind === 'median' ? medianInputs(inputs) : sampleInputs(inputs, plan.key);
  const block = new Float64Array(inputs.length * BLOCK);
  for (let from = 0; from < draws; from += BLOCK) {
    const to = Math.min(draws, from + BLOCK);
    sample(from, to, block, BLOCK);
    for (let draw = from; draw < to; draw++) {
      visit(draw, (name) => block[slots.get(name)! * BLOCK + draw - from]!);
    }
  }
}

interface Source {
  readonly cells: readonly MultiplierCell[];
  readonly fill: (values: Values, add: (category: string, cell: number, multiplier: number) => void) => void;
}

/** What a unit of spending is in the prices of the economy: needed where the effect is counted there. */
function converter({
  economy,
  prices,
  effect,
  inEconomyPrices,
}: MultiplierRequest): (values: Values) => number {
  // Money goes there and back by the same rate and level, whatever they are.
  if (effect !== 'jobs' && !inEconomyPrices) return () => 1;
  const own = economy.kind === 'published' ? economy.prices : economy.table.prices;
  const rate = findRate(economy.exchange ?? [], prices, own);
  const level = findLevel(economy.priceLevels ?? [], prices.year, own);
  return (values) =>
    (rate === null ? 1 : values(names.exchange(rate.currency, rate.year))) /
    (level === null ? 1 : values(names.priceLevel(level.year)));
}

function solved(economy: InputOutputEconomy, request: MultiplierRequest): Source {
  const { categories, effect, closure, concept } = request;
  const { table } = economy;
  const coefficients = coefficientsOf(table);
  const industries = [...table.sectors, ...(hasOwnServices(coefficients) ? [HOUSEHOLDS] : [])];
  const grid = gridOf(request, layersOfClosure(closure), industries);
  const jobs = effect === 'jobs' ? coefficients.jobs.get(concept!)! : null;
  const structure = new Set(structureNames(economy, categories));
  const isVarying = economyInputs(economy, '').some(
    ({ named }) =>
      structure.has(named.name) && typeof named.quantity !== 'number' && named.quantity.kind !== 'constant',
  );
  let world: World | null = null;
  return {
    cells: grid.cells,
    fill: (values, add) => {
      if (world === null || isVarying) world = worldOf(economy, coefficients, categories, values);
      const share = closure === 'none' ? 0 : values(names.consumptionShare);
      const perJob = jobs === null ? 1 : values(names.jobsPerOutput);
      chainEffects(effect, world, coefficients, closure, share, jobs).forEach((layers, c) => {
        layers.forEach((amounts, l) => {
          for (let i = 0; i < amounts.length; i++) {
            const cell = grid.cellOf(l, i);
            if (cell >= 0) add(categories[c]!, cell, amounts[i]! * perJob);
          }
        });
      });
    },
  };
}

/** One draw of the structure, and what the categories set going in it. */
export function worldOf(
  { table, spending = {} }: InputOutputEconomy,
  coefficients: Coefficients,
  categories: readonly string[],
  values: Values,
): World {
  const { sectors } = table;
  const structure = {
    inputs: Float64Array.from(sectors, (sector) => values(names.inputs(sector))),
    imports: Float64Array.from(sectors, (sector) => values(names.imports(sector))),
  };
  const spendings = categories.map((category) => {
    const { products, margins = {} } = spending[category]!;
    const shares = new Float64Array(sectors.length);
    const parts = Object.keys(products).map(
      (s) => [sectors.indexOf(s), values(names.product(category, s))] as const,
    );
    const kept = Object.keys(margins).map(
      (s) => [sectors.indexOf(s), values(names.margin(category, s))] as const,
    );
    const all = parts.reduce((sum, [, share]) => sum + share, 0);
    const margin = kept.reduce((sum, [, share]) => sum + share, 0);
    for (const [i, share] of parts) shares[i]! += (share / all) * (1 - margin);
    for (const [i, share] of kept) shares[i]! += share;
    return shares;
  });
  return solveWorld(coefficients, structure, spendings);
}

function structureNames(
  { table, spending = {} }: InputOutputEconomy,
  categories: readonly string[],
): string[] {
  return [
    ...table.sectors.flatMap((sector) => [names.inputs(sector), names.imports(sector)]),
    ...categories.flatMap((category) => [
      ...Object.keys(spending[category]!.products).map((sector) => names.product(category, sector)),
      ...Object.keys(spending[category]!.margins ?? {}).map((sector) => names.margin(category, sector)),
    ]),
  ];
}

function published(economy: PublishedEconomy, request: MultiplierRequest): Source {
  const { categories, effect } = request;
  const found = categories.map((category) => {
    const { name, profile } = publishedProfile(economy, category)!;
    return { category, name, layers: Object.keys(layersOf(profile[effect]!)) as Layer[] };
  });
  const present = layerOrder.filter((layer) => found.some(({ layers }) => layers.includes(layer)));
  const grid = gridOf(request, present, []);
  const unit = effect === 'jobs' ? (economy.jobsUnit ?? 1) : 1;
  return {
    cells: grid.cells,
    fill: (values, add) => {
      for (const { category, name, layers } of found) {
        for (const layer of layers) {
          const cell = grid.cellOf(present.indexOf(layer), 0);
          if (cell >= 0) add(category, cell, values(names.multiplier(name, effect, layer)) / unit);
        }
      }
    },
  };
}

interface Grid {
  readonly cells: readonly MultiplierCell[];
  /** -1 for what is left out. */
  readonly cellOf: (layer: number, industry: number) => number;
}

/** The cells wanted, layer by layer, industry by industry. */
function gridOf(request: MultiplierRequest, layers: readonly Layer[], industries: readonly string[]): Grid {
  const { byLayer, byIndustry, layer, industry } = request;
  if (layer !== undefined) expectName('where.layer', 'a layer that there is', layer, layers);
  if (industry !== undefined) expectName('where.industry', 'a sector of the table', industry, industries);
  const wantedLayers = layers.filter((name) => layer === undefined || name === layer);
  const wantedIndustries = industries.filter((name) => industry === undefined || name === industry);
  const across = byIndustry ? wantedIndustries : [null];
  const cells = (byLayer ? wantedLayers : [null]).flatMap((layer) =>
    across.map((industry) => ({
      ...(layer === null ? {} : { layer }),
      ...(industry === null ? {} : { industry }),
    })),
  );
  const rowOf = layers.map((name) =>
    wantedLayers.includes(name) ? (byLayer ? wantedLayers.indexOf(name) : 0) : -1,
  );
  const columnOf = industries.map((name) =>
    wantedIndustries.includes(name) ? (byIndustry ? wantedIndustries.indexOf(name) : 0) : -1,
  );
  return {
    cells,
    cellOf: (l, i) => {
      const [row, column] = [rowOf[l]!, industries.length === 0 ? 0 : columnOf[i]!];
      return row < 0 || column < 0 ? -1 : row * across.length + column;
    },
  };
}
