import type { Quantity } from '../distributions/types.ts';
import { type Domain, domains } from '../scenario/domains.ts';
import type { Input } from '../scenario/inputs.ts';
import { below } from '../scenario/paths.ts';
import { coefficientsOf, impliedConsumptionShare } from './coefficients.ts';
import type { InputOutputEconomy, PublishedEconomy, PublishedMultiplier, PublishedProfile } from './types.ts';

/** An economy whose bundled parts have been put in place. */
export type SpelledOut = InputOutputEconomy | PublishedEconomy;

/** Multipliers may be negative: taxes net of subsidies are. */
const anyNumber: Domain = { noun: 'a multiplier', low: -Infinity, high: Infinity, largest: 1e6 };
const positive: Domain = { noun: 'a number above 0', low: 0, lowOpen: true, high: Infinity, largest: 1e9 };

/** Names of the inputs are the addresses of their randomness, as those of a scenario are. */
export const names = {
  consumptionShare: 'economy/consumption-share',
  jobsPerOutput: 'economy/jobs-per-output',
  inputs: (sector: string): string => `economy/inputs/${sector}`,
  imports: (sector: string): string => `economy/imports/${sector}`,
  product: (category: string, sector: string): string => `economy/spending/${category}/${sector}`,
  margin: (category: string, sector: string): string => `economy/margins/${category}/${sector}`,
  priceLevel: (year: number): string => `economy/price-level/${year}`,
  exchange: (currency: string, year: number): string => `economy/exchange/${currency}/${year}`,
  multiplier: (category: string, effect: string, layer: string): string =>
    `economy/multiplier/${category}/${effect}/${layer}`,
} as const;

/**
 * Every quantity of an economy with its name, its place, its unit and where it may lie; how far factors may reach
 * depends on the table, and is left open where that is not `sound`.
 */
export function economyInputs(economy: SpelledOut, path: string, sound: boolean = true): Input[] {
  const list: Input[] = [];
  const add = (
    name: string,
    at: string,
    quantity: Quantity,
    unit: string,
    domain: Domain,
    source = '',
  ): void => {
    list.push({ named: { name, quantity, path: at, unit, source }, domain });
  };
  const inside = (key: string): string => below(path, key);
  const own = economy.kind === 'published' ? economy.prices : economy.table.prices;
  economy.priceLevels?.forEach(({ year, level }, index) => {
    const at = `${below(inside('priceLevels'), index)}.level`;
    add(names.priceLevel(year), at, level, `level of prices, ${own.year} = 1`, positive);
  });
  economy.exchange?.forEach(({ currency, year, rate }, index) => {
    const at = `${below(inside('exchange'), index)}.rate`;
    add(names.exchange(currency, year), at, rate, `${own.currency} per ${currency}`, positive);
  });
  if (economy.kind === 'published') addMultipliers(economy, inside('multipliers'), add);
  else addTableInputs(economy, inside, sound, add);
  return list;
}

type Add = (
  name: string,
  at: string,
  quantity: Quantity,
  unit: string,
  domain: Domain,
  source?: string,
) => void;

function addTableInputs(
  economy: InputOutputEconomy,
  inside: (key: string) => string,
  sound: boolean,
  add: Add,
): void {
  const { table, spending = {}, inputs = 1, imports = 1, jobsPerOutput = 1 } = economy;
  const consumptionShare = economy.consumptionShare ?? (sound ? impliedConsumptionShare(table) : null);
  if (consumptionShare !== null) {
    add(names.consumptionShare, inside('consumptionShare'), consumptionShare, 'share', domains.share);
  }
  add(names.jobsPerOutput, inside('jobsPerOutput'), jobsPerOutput, 'factor', domains.factor);
  const coefficients = sound ? coefficientsOf(table) : null;
  table.sectors.forEach((sector, j) => {
    const domain = coefficients?.isRecipe[j] ? domains.factor : roomFor(coefficients?.inputs[j] ?? 0, true);
    add(names.inputs(sector), inside('inputs'), inputs, 'factor', domain);
  });
  table.sectors.forEach((sector, i) => {
    const domain = roomFor(coefficients?.importedSpending[i] ?? 0, false);
    add(names.imports(sector), inside('imports'), imports, 'factor', domain);
  });
  for (const category of Object.keys(spending).sort()) {
    const { products, margins = {}, source = '' } = spending[category]!;
    const at = below(inside('spending'), category);
    for (const [sector, share] of Object.entries(products)) {
      const place = below(`${at}.products`, sector);
      add(names.product(category, sector), place, share, 'share', domains.share, source);
    }
    for (const [sector, share] of Object.entries(margins)) {
      const place = below(`${at}.margins`, sector);
      add(names.margin(category, sector), place, share, 'share', domains.shareBelowOne, source);
    }
  }
}

/** A factor that leaves a share below 1 (`open`: value must be added) or at most 1 (all is imported). */
function roomFor(share: number, open: boolean): Domain {
  if (share <= 0) return domains.factor;
  const high = 1 / share;
  const noun = open
    ? 'a factor that leaves every sector some value added'
    : 'a factor that leaves no product more than wholly imported';
  return { noun, low: 0, high, ...(open ? { highOpen: true as const } : {}), largest: high };
}

function addMultipliers(economy: PublishedEconomy, path: string, add: Add): void {
  const { prices, multipliers, source = '' } = economy;
  for (const category of Object.keys(multipliers).sort()) {
    const at = below(path, category);
    for (const [effect, multiplier] of Object.entries(multipliers[category]!)) {
      const unit = effect === 'jobs' ? 'persons' : `${prices.currency} per ${prices.currency} spent`;
      for (const [layer, quantity] of Object.entries(layersOf(multiplier))) {
        const place = layer === 'all' ? below(at, effect) : below(below(at, effect), layer);
        add(names.multiplier(category, effect, layer), place, quantity, unit, anyNumber, source);
      }
    }
  }
}

/** The layers of a published multiplier; one that is not split is `all`. */
export function layersOf(multiplier: PublishedMultiplier): Readonly<Record<string, Quantity>> {
  const split = typeof multiplier === 'object' && !('kind' in multiplier);
  return split ? (multiplier as Readonly<Record<string, Quantity>>) : { all: multiplier as Quantity };
}

/** The profile of a category among published ones: its own, or that for all. */
export function publishedProfile(
  economy: PublishedEconomy,
  category: string,
): { readonly name: string; readonly profile: PublishedProfile } | null {
  const name = Object.hasOwn(economy.multipliers, category) ? category : 'all';
  const profile = Object.hasOwn(economy.multipliers, name) ? economy.multipliers[name]! : undefined;
  return profile === undefined ? null : { name, profile };
}
