import { quantile } from '../distributions/quantile.ts';
import type { Quantity } from '../distributions/types.ts';
import { type Issue, ScenarioError } from '../errors.ts';
import { checkInput } from '../scenario/check-quantity.ts';
import { IssueList } from '../scenario/issue-list.ts';
import { below } from '../scenario/paths.ts';
import { copyPlainData } from '../scenario/plain-data.ts';
import { readShape } from '../scenario/read-shape.ts';
import { economy as economySchema } from '../scenario/schema-economy.ts';
import { checkYears, warnOfPrices } from './check-prices.ts';
import { checkTable } from './check-table.ts';
import { impliedConsumptionShare, sum } from './coefficients.ts';
import { economyInputs, type SpelledOut } from './economy-inputs.ts';
import { japan2015 } from './japan-2015.ts';
import { safeMean } from './safe-mean.ts';
import type { Economy, InputOutputEconomy, Prices, PublishedEconomy, SpendingProfile } from './types.ts';

/** An economy that can be used, bundled parts put in place, or everything that is wrong with it. */
export type EconomyCheck =
  | { readonly ok: true; readonly economy: SpelledOut; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks an economy, as read from JSON: its shape, its table (sizes, signs, accounts, whether demand can be met), the
 * shares of its profiles, and every quantity. Never throws; issues name their path, below `at` where it stands in a
 * larger file. With `checkScenario(value, { economy: checkEconomy })` it checks a scenario's economy with the rest.
 *
 * @param categories those in which flows spend; one without a profile is a warning
 * @param prices those that flows spend at; a price level or a rate that jobs would need is a warning
 *
 * @example
 * ```ts
 * import { checkEconomy } from 'tourism-impact/economy';
 *
 * const checked = checkEconomy({ kind: 'japan-2015', consumptionShare: 60 }, 'economy');
 * console.log(checked.ok ? 'sound' : checked.issues[0]!.path);
 * // => economy.consumptionShare
 * ```
 */
export function checkEconomy(
  value: unknown,
  at: string = '',
  categories: readonly string[] = [],
  prices?: Prices,
): EconomyCheck {
  const found = new IssueList();
  const copied = copyPlainData(value, found);
  const shaped = readShape(economySchema, copied.value, '', copied.unreadable, found);
  const economy = shaped === undefined || found.issues.length > 0 ? null : spellOut(shaped);
  if (economy !== null) {
    checkMeaning(economy, found);
    warnOfCategories(economy, categories, found);
    if (prices !== undefined) warnOfPrices(economy, prices, found);
  }
  const moved = (issues: readonly Issue[]): readonly Issue[] =>
    at === '' ? issues : issues.map((issue) => ({ ...issue, path: join(at, issue.path) }));
  if (economy === null || found.issues.length > 0) return { ok: false, issues: moved(found.issues) };
  return { ok: true, economy, warnings: moved(found.warnings) };
}

/**
 * An economy that can be used: a fresh copy, bundled parts put in place.
 *
 * @throws ScenarioError with every issue found
 */
export function parseEconomy(value: unknown, at: string = ''): SpelledOut {
  const checked = checkEconomy(value, at);
  if (!checked.ok) throw new ScenarioError(checked.issues);
  return checked.economy;
}

function join(at: string, path: string): string {
  if (path === '') return at;
  return path.startsWith('[') ? at + path : `${at}.${path}`;
}

function spellOut(economy: Economy): SpelledOut {
  if (economy.kind !== 'japan-2015') return economy;
  const { kind: _, ...changes } = economy;
  return japan2015(changes);
}

function checkMeaning(economy: SpelledOut, found: IssueList): void {
  // An unsound table does not keep the rest from being looked at, apart from what depends on its coefficients.
  let sound = true;
  if (economy.kind === 'input-output') {
    sound = checkTable(economy.table, 'table', found);
    checkClosure(economy, found);
    for (const [category, profile] of Object.entries(economy.spending ?? {})) {
      checkProfile(profile, below('spending', category), economy.table.sectors, found);
    }
  } else checkPublished(economy, found);
  checkYears(economy, found);
  // Factors of sectors stand at one place: one issue of each place is enough.
  const faulty = new Set<string>();
  for (const input of economyInputs(economy, '', sound)) {
    const key = `${input.named.path} ${input.named.unit}`;
    if (faulty.has(key)) continue;
    if (!checkInput(input, found)) faulty.add(key);
  }
  if (faulty.size > 0 || economy.kind !== 'input-output') return;
  for (const [category, { margins = {} }] of Object.entries(economy.spending ?? {})) {
    const most = sum(Object.values(margins).map((share) => largest(share)));
    if (most < 1) continue;
    const message = `can come to ${Number(most.toPrecision(4))} of the price; margins must stay below 1 together`;
    found.report('sum', `${below('spending', category)}.margins`, message);
  }
}

function checkClosure(economy: InputOutputEconomy, found: IssueList): void {
  const { closure = 'none', table, consumptionShare } = economy;
  const missing = closureNeeds(economy);
  if (closure !== 'none' && missing !== null) {
    found.report('missing', missing.path, `is needed for the closure '${closure}': ${missing.what}`);
  }
  if (consumptionShare !== undefined && table.households === undefined) {
    found.warn('no-effect', 'consumptionShare', 'has no effect: the table has no `households`');
  }
}

/** What an economy lacks for households to be closed in; null where it has all. */
export function closureNeeds(
  economy: InputOutputEconomy,
): { readonly path: string; readonly what: string } | null {
  const { table } = economy;
  if (table.households === undefined) return { path: 'table.households', what: 'what households buy' };
  if (table.income === undefined || table.income.length === 0) {
    return { path: 'table.income', what: 'the rows of value added that households earn' };
  }
  if (economy.consumptionShare === undefined && impliedConsumptionShare(table) === null) {
    return { path: 'consumptionShare', what: 'the share of income consumed (or table.households.income)' };
  }
  return null;
}

/** A profile names sectors, and its shares make a whole. */
export function checkProfile(
  { products, margins = {} }: SpendingProfile,
  path: string,
  sectors: readonly string[],
  found: IssueList,
): void {
  for (const [part, shares] of Object.entries({ products, margins })) {
    for (const sector of Object.keys(shares)) {
      if (sectors.includes(sector)) continue;
      const message = `${JSON.stringify(sector)} is no sector of the table${found.suggest(sector, sectors)}`;
      found.report('unknown-name', below(`${path}.${part}`, sector), message);
    }
  }
  const means = Object.values(products).map(safeMean);
  const all = sum(means);
  if (Math.abs(all - 1) > 0.001) {
    const message = `shares sum to ${Number(all.toPrecision(6))}; they must sum to 1 (margins are apart)`;
    found.report('sum', `${path}.products`, message);
  }
}

function largest(share: Quantity): number {
  return typeof share === 'number' ? share : quantile(share, 1 - 1 / 9_007_199_254_740_992);
}

function checkPublished(economy: PublishedEconomy, found: IssueList): void {
  if (Object.keys(economy.multipliers).length === 0) {
    found.report('missing', 'multipliers', 'has no category; give one, or `all` for every category');
  }
  if (economy.jobsUnit !== undefined && !(economy.jobsUnit > 0)) {
    found.report('domain', 'jobsUnit', `${economy.jobsUnit}: it must be above 0`);
  }
  for (const [category, profile] of Object.entries(economy.multipliers)) {
    for (const [effect, multiplier] of Object.entries(profile)) {
      if (typeof multiplier !== 'object' || 'kind' in multiplier) continue;
      const layers = Object.keys(multiplier);
      const path = below(below('multipliers', category), effect);
      if (layers.length === 0) found.report('missing', path, 'has no layer');
      if (layers.includes('first-round') && (layers.includes('direct') || layers.includes('indirect'))) {
        found.report('conflict', path, '`first-round` is direct and indirect in one: give it or them');
      }
    }
  }
}

function warnOfCategories(economy: SpelledOut, categories: readonly string[], found: IssueList): void {
  const [key, known] =
    economy.kind === 'published'
      ? ['multipliers', Object.keys(economy.multipliers)]
      : ['spending', Object.keys(economy.spending ?? {})];
  for (const category of categories) {
    if (known.includes(category) || (economy.kind === 'published' && known.includes('all'))) continue;
    const message = `has no profile for ${JSON.stringify(category)}, in which flows spend`;
    found.warn('unknown-name', key, message);
  }
}
