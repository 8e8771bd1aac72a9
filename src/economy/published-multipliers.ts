import { parseEconomy } from './check-economy.ts';
import type { PublishedEconomy } from './types.ts';

/**
 * An economy by published multipliers, where no table is at hand: per unit of spending by category (`all` for every
 * category without its own), in total or by layer, numbers or distributions. Impact is projected as with a table, but
 * for `by: 'industry'`.
 *
 * @throws ScenarioError with every issue
 *
 * @example
 * ```ts
 * import { impactOf, money, publishedMultipliers } from 'tourism-impact/economy';
 *
 * const economy = publishedMultipliers({
 *   prices: { currency: 'JPY', year: 2019 },
 *   multipliers: { all: { output: { 'first-round': 1.625, induced: 0.333 }, valueAdded: 0.833 } },
 *   source: 'METI 2020, inbound consumption of 2019',
 * });
 * const spend = { shopping: money({ amount: 100, currency: 'JPY', year: 2019 }) };
 * console.log(impactOf({ economy, spend }).rows[0]!.value.toFixed(1));
 * // => 195.8
 * ```
 */
export function publishedMultipliers(economy: Omit<PublishedEconomy, 'kind'>): PublishedEconomy {
  return parseEconomy({ ...economy, kind: 'published' }) as PublishedEconomy;
}
