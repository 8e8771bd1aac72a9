import { type Assumption, describeInput } from '../projections/assumptions.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { parseEconomy } from './check-economy.ts';
import { economyInputs } from './economy-inputs.ts';
import type { Economy } from './types.ts';

/**
 * Every input of an economy beside its table: distribution, mean, 90 % interval and source, as `assumptions` lists
 * those of a scenario. A factor that all sectors draw from one entry is one row, `economy/inputs/*`.
 *
 * @throws ScenarioError with every issue of the economy
 */
export function economyAssumptions(options: { readonly economy: Economy }): readonly Assumption[] {
  expectOptions('economyAssumptions', options, ['economy']);
  const inputs = economyInputs(parseEconomy(options.economy, 'economy'), 'economy');
  const grouped = new Map<string, Assumption>();
  for (const { named } of inputs) {
    const name = named.name.replace(/^(economy\/(?:inputs|imports)\/).*$/, '$1*');
    if (!grouped.has(name)) grouped.set(name, describeInput({ ...named, name }));
  }
  return [...grouped.values()];
}
