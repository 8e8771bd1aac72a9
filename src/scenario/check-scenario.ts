import type { Quantity } from '../distributions/types.ts';
import type { Issue } from '../errors.ts';
import { readDate } from './calendar.ts';
import { checkAdvisory, checkDate, type Surroundings } from './check-advisory.ts';
import { checkCorrelations } from './check-correlations.ts';
import { checkDispute } from './check-dispute.ts';
import { checkFlow } from './check-flow.ts';
import { checkInput } from './check-quantity.ts';
import { isCurrency, suggestCurrency } from './currencies.ts';
import { gdpInput, type Input, isCategorised, substitutesOf } from './inputs.ts';
import { IssueList } from './issue-list.ts';
import { expectOptions, wrongType } from './misuse.ts';
import { copyPlainData } from './plain-data.ts';
import { readShape } from './read-shape.ts';
import { renderValue } from './render-value.ts';
import { resolveCalendar } from './resolve-calendar.ts';
import type { ResolvedCalendar } from './resolved.ts';
import * as schema from './schema.ts';
import { dispute as disputeSchema } from './schema-dispute.ts';
import { economy as economySchema } from './schema-economy.ts';
import { traitsOf } from './select-flows.ts';
import type { Dispute, Scenario } from './types.ts';

/** A scenario that can be run, or everything that is wrong with it. */
export type CheckResult =
  | { readonly ok: true; readonly scenario: Scenario; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What else looks at parts of a scenario that other rooms give their meaning. */
export interface CheckOptions {
  /** `checkEconomy` of `tourism-impact/economy`. Without it only the shape of an economy is checked here. */
  readonly economy?: EconomyCheckOf;
}

/** Checks an economy that stands at `at`, beside flows that spend in these categories at these prices, where they are sound. */
export type EconomyCheckOf = (
  value: unknown,
  at: string,
  categories: readonly string[],
  prices?: Scenario['prices'],
) =>
  | { readonly ok: true; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Effects of all advisories together. */
const MOST_EFFECTS = 10_000;

/**
 * Checks a scenario: first the shape of every part, then, of the parts that are well shaped, what they mean. Never
 * throws, whatever the value; a scenario that is accepted is a fresh copy, plain data throughout. At most 1,000 issues
 * are listed. For text, `JSON.parse` comes first.
 *
 * Of an economy the shape is checked, as of every other part; what its numbers mean is known to
 * `tourism-impact/economy` alone, whose `checkEconomy` is given as an option: `{ economy: checkEconomy }`.
 *
 * @throws TypeError, RangeError for options that are none
 *
 * @example
 * ```ts
 * import { checkScenario } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { checkEconomy } from 'tourism-impact/economy';
 *
 * const economy = { kind: 'japan-2015', consumptionShare: 60 };
 * const checked = checkScenario({ ...chinaJapan2025(), economy }, { economy: checkEconomy });
 * console.log(checked.ok ? 'sound' : checked.issues[0]!.path);
 * // => economy.consumptionShare
 * ```
 */
export function checkScenario(value: unknown, options: CheckOptions = {}): CheckResult {
  expectOptions('checkScenario', options, ['economy']);
  if (options.economy !== undefined && typeof options.economy !== 'function') {
    throw wrongType('economy', 'checkEconomy of tourism-impact/economy', options.economy);
  }
  const found = new IssueList();
  const shaped = readParts(value, options, found);
  if (shaped !== null) checkMeaning(shaped, found);
  if (found.issues.length > 0 || shaped === null) return { ok: false, issues: found.issues };
  return { ok: true, scenario: shaped.whole as Scenario, warnings: found.warnings };
}

type Entry<List extends readonly unknown[]> = readonly (List[number] | undefined)[];

/** The parts of a scenario, undefined where misshapen. */
interface Parts {
  readonly whole: unknown;
  readonly prices: Scenario['prices'] | undefined;
  readonly calendar: Scenario['calendar'] | undefined;
  readonly flows: Entry<Scenario['flows']>;
  readonly advisories: Entry<Scenario['advisories']>;
  /** Null where there is none. */
  readonly dispute: Dispute | null | undefined;
  readonly correlations: Entry<NonNullable<Scenario['correlations']>>;
  readonly gdp: Quantity | undefined;
}

function readParts(value: unknown, { economy }: CheckOptions, found: IssueList): Parts | null {
  const { value: whole, unreadable } = copyPlainData(value, found);
  if (unreadable.has('')) return null;
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) {
    const hint = typeof whole === 'string' ? '; give what JSON.parse makes of it' : '';
    const received = renderValue(whole);
    found.report('type', '', `expected a scenario, an object, received ${received}${hint}`, { received });
    return null;
  }
  const parts: Readonly<Record<string, unknown>> = { ...whole };
  readShape(schema.outline, whole, '', unreadable, found);
  const part = <T>(key: string, of: Parameters<typeof readShape<T>>[0]): T | undefined =>
    Object.hasOwn(parts, key) ? readShape(of, parts[key], key, unreadable, found) : undefined;
  const each = <T>(key: string, of: Parameters<typeof readShape<T>>[0]): (T | undefined)[] => {
    const list = parts[key];
    if (!Array.isArray(list)) return [];
    return list.map((entry: unknown, index) =>
      found.isFull ? undefined : readShape(of, entry, `${key}[${index}]`, unreadable, found),
    );
  };
  part('$schema', schema.schemaAddress);
  part('title', schema.title);
  const read: Parts = {
    whole,
    prices: part('prices', schema.prices),
    calendar: part('calendar', schema.calendar),
    flows: each('flows', schema.flow),
    advisories: each('advisories', schema.advisory),
    dispute: Object.hasOwn(parts, 'dispute') ? part('dispute', disputeSchema) : null,
    correlations: each('correlations', schema.correlation),
    gdp: part('gdp', schema.gdp),
  };
  if (economy === undefined) part('economy', economySchema);
  else if (Object.hasOwn(parts, 'economy')) {
    const checked = economy(parts.economy, 'economy', categoriesOf(read), read.prices);
    if (checked.ok) for (const { code, path, message } of checked.warnings) found.warn(code, path, message);
    else for (const issue of checked.issues) if (!unreadable.has(issue.path)) found.add(issue);
  }
  return read;
}

/** Categories in which well-shaped flows and those who take their place spend. */
function categoriesOf({ flows }: Parts): readonly string[] {
  const categories = new Set<string>();
  for (const flow of flows) {
    if (flow === undefined) continue;
    for (const { spend } of [flow, ...substitutesOf(flow)]) {
      if (spend === undefined) continue;
      for (const category of isCategorised(spend) ? Object.keys(spend) : ['all']) categories.add(category);
    }
  }
  return [...categories].sort();
}

function checkMeaning(parts: Parts, found: IssueList): void {
  if (parts.prices !== undefined) checkCurrency(parts.prices.currency, found);
  const calendar = parts.calendar === undefined ? null : checkCalendar(parts.calendar, found);
  const currency = parts.prices?.currency ?? '';
  checkIds(parts.flows, 'flows', found);
  checkIds(parts.advisories, 'advisories', found);
  const effects = [...parts.advisories, ...(parts.dispute?.stages ?? [])].reduce(
    (sum, holder) => sum + (holder?.effects?.length ?? 0),
    0,
  );
  if (effects > MOST_EFFECTS) {
    const message = `have ${effects} effects altogether; at most ${MOST_EFFECTS} are allowed`;
    found.report('size', 'advisories', message);
  }

  const inputs: Input[] = [];
  parts.flows.forEach((flow, index) => {
    if (flow === undefined || found.isFull) return;
    inputs.push(...checkFlow(flow, `flows[${index}]`, calendar, currency, found));
  });
  const surroundings: Surroundings = {
    horizon: calendar,
    flows: effects > MOST_EFFECTS ? null : allFlows(parts),
  };
  parts.advisories.forEach((advisory, index) => {
    if (advisory === undefined || found.isFull) return;
    inputs.push(...checkAdvisory(advisory, `advisories[${index}]`, surroundings, found));
  });
  if (parts.dispute) inputs.push(...checkDispute(parts.dispute, 'dispute', surroundings, found));
  if (parts.gdp !== undefined) {
    const input = gdpInput(parts.gdp, currency);
    checkInput(input, found);
    inputs.push(input);
  }
  if (parts.correlations.length > 0) {
    const isWhole =
      calendar !== null && ![...parts.flows, ...parts.advisories, parts.dispute].includes(undefined);
    const byName = new Map(inputs.map(({ named }) => [named.name, named.quantity]));
    checkCorrelations(parts.correlations, isWhole ? byName : null, found);
  }
}

/** What selectors are matched against: all flows, or nothing where one is misshapen. */
function allFlows({ flows }: Parts): Surroundings['flows'] {
  const traits = flows.flatMap((flow) =>
    flow === undefined ? [] : [{ ...traitsOf(flow), hasCapacity: flow.capacity !== undefined }],
  );
  return traits.length === flows.length && flows.length > 0 ? traits : null;
}

function checkCurrency(currency: string, found: IssueList): void {
  if (isCurrency(currency)) return;
  const received = renderValue(currency);
  const hint = suggestCurrency(currency);
  const message = `${received} is no currency code of ISO 4217${hint === null ? '' : `; did you mean "${hint}"?`}`;
  found.report('format', 'prices.currency', message, { received });
}

/** The calendar resolved, or null with an issue. */
function checkCalendar(calendar: Scenario['calendar'], found: IssueList): ResolvedCalendar | null {
  const path = 'calendar.start';
  if (checkDate(calendar.start, path, found) === null) return null;
  if (readDate(calendar.start)?.day !== 1) {
    const first = `${calendar.start.slice(0, 8)}01`;
    const message = `${calendar.start} is not the first of a month; did you mean "${first}"?`;
    found.report('domain', path, message, { received: calendar.start, expected: first });
    return null;
  }
  const { months } = calendar;
  return Number.isInteger(months) && months >= 1 && months <= 600 ? resolveCalendar(calendar) : null;
}

function checkIds(
  list: readonly ({ readonly id: string } | undefined)[],
  key: string,
  found: IssueList,
): void {
  const places = new Map<string, string>();
  list.forEach((entry, index) => {
    if (entry === undefined) return;
    const path = `${key}[${index}]`;
    const first = places.get(entry.id);
    if (first === undefined) places.set(entry.id, path);
    else found.report('duplicate', `${path}.id`, `${renderValue(entry.id)} is the id of ${first} already`);
  });
}
