import { expectName, outOfRange, wrongType } from '../scenario/misuse.ts';
import { closureNeeds, parseEconomy } from './check-economy.ts';
import { publishedProfile, type SpelledOut } from './economy-inputs.ts';
import type { Closure, Economy, Effect, SpendingProfile } from './types.ts';

export const effects: readonly Effect[] = ['output', 'valueAdded', 'income', 'jobs', 'tax', 'imports'];
const closures: readonly Closure[] = ['none', 'one-round', 'full'];

/** What is asked of an economy, checked and with its defaults. */
export interface Asked {
  readonly economy: SpelledOut;
  readonly effect: Effect;
  readonly closure: Closure;
  readonly concept: string | null;
}

/** The part of a request that concerns the economy. */
export interface EconomyRequest {
  readonly economy: Economy;
  readonly what?: Effect;
  readonly closure?: Closure;
  readonly jobs?: string;
  readonly spending?: Readonly<Record<string, string | SpendingProfile>>;
}

/** Checks the request against the categories in which is spent. */
export function resolveRequest(request: EconomyRequest, categories: readonly string[]): Asked {
  const effect = expectName('what', 'what impact is counted in', request.what ?? 'output', effects);
  const economy = parseEconomy(withProfiles(request, categories), 'economy');
  if (economy.kind === 'published') {
    if (request.closure !== undefined) {
      throw outOfRange('closure', 'none: published multipliers have their own', request.closure);
    }
    for (const category of categories) {
      const found = publishedProfile(economy, category);
      if (found === null) throw unknownCategory(category, Object.keys(economy.multipliers));
      if (found.profile[effect] === undefined) {
        throw outOfRange('what', `an effect that economy.multipliers.${found.name} has`, effect);
      }
    }
    return { economy, effect, closure: 'none', concept: null };
  }
  for (const category of categories) {
    if (!Object.hasOwn(economy.spending ?? {}, category)) {
      throw unknownCategory(category, Object.keys(economy.spending ?? {}));
    }
  }
  const closure = expectName('closure', 'a closure', request.closure ?? economy.closure ?? 'none', closures);
  const missing = closureNeeds(economy);
  if (closure !== 'none' && missing !== null) {
    throw outOfRange(
      'closure',
      `'none', since economy.${missing.path} is missing (${missing.what})`,
      closure,
    );
  }
  if (effect === 'income' && economy.table.income === undefined) {
    throw outOfRange('what', 'an effect that the table has: economy.table.income names no rows', effect);
  }
  if (effect === 'tax' && economy.table.tax === undefined) {
    throw outOfRange('what', 'an effect that the table has: economy.table.tax names no rows', effect);
  }
  return { economy, effect, closure, concept: resolveJobs(request, economy.table.jobs ?? {}, effect) };
}

/** Categories of the run by the profiles they are said to have. */
function withProfiles(request: EconomyRequest, categories: readonly string[]): unknown {
  const { economy, spending } = request;
  if (spending === undefined || typeof economy !== 'object' || economy === null) return economy;
  if (typeof spending !== 'object' || spending === null) {
    throw wrongType('spending', "profiles by category such as { lodging: 'accommodation' }", spending);
  }
  for (const category of Object.keys(spending)) {
    expectName('spending', "a category of the run's spending", category, categories);
  }
  if (economy.kind === 'published') return { ...economy, multipliers: mapped(economy.multipliers, spending) };
  const known =
    economy.kind === 'japan-2015' ? (parseEconomy(economy, 'economy') as { spending?: object }) : economy;
  return { ...economy, spending: { ...economy.spending, ...mappedOnly(known.spending ?? {}, spending) } };
}

function mapped(known: object, spending: Readonly<Record<string, string | SpendingProfile>>): object {
  return { ...known, ...mappedOnly(known, spending) };
}

function mappedOnly(known: object, spending: Readonly<Record<string, string | SpendingProfile>>): object {
  const profiles = new Map<string, unknown>(Object.entries(known));
  return Object.fromEntries(
    Object.entries(spending).map(([category, target]) => {
      if (typeof target !== 'string') return [category, target];
      const name = expectName(`spending.${category}`, 'a profile of the economy', target, [
        ...profiles.keys(),
      ]);
      return [category, profiles.get(name)];
    }),
  );
}

function resolveJobs(
  { jobs }: EconomyRequest,
  known: Readonly<Record<string, unknown>>,
  effect: Effect,
): string | null {
  const concepts = Object.keys(known);
  if (jobs !== undefined) return expectName('jobs', 'jobs that the table has', jobs, concepts);
  if (effect !== 'jobs') return null;
  if (concepts.length === 1) return concepts[0]!;
  throw outOfRange(
    'jobs',
    concepts.length === 0
      ? 'jobs in the table (economy.table.jobs), persons by sector'
      : `one of ${concepts.map((name) => `'${name}'`).join(', ')}: concepts differ, so name one`,
    jobs,
  );
}

function unknownCategory(category: string, known: readonly string[]): RangeError {
  const names = known.map((name) => `'${name}'`).join(', ');
  const mend =
    known.length === 0
      ? `say how it reaches the sectors: spending: { '${category}': { products: ... } }`
      : `say which one it has: spending: { '${category}': ... }, one of ${names}`;
  return new RangeError(
    `spending: expected a profile of the economy for the category '${category}', received none; ${mend}`,
  );
}
