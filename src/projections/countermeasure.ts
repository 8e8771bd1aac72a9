import type { Quantity } from '../distributions/types.ts';
import { planInputs } from '../engine/inputs.ts';
import { sampleInputs } from '../engine/sample-inputs.ts';
import { renderIssue } from '../errors.ts';
import type { Key } from '../random/key.ts';
import { checkInput } from '../scenario/check-quantity.ts';
import { domains } from '../scenario/domains.ts';
import { IssueList } from '../scenario/issue-list.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import type { Scenario } from '../scenario/types.ts';

/** Something that could be done about the loss: a change of the scenario, and what it costs. */
export interface Countermeasure {
  /** Unique among those compared; also part of the address of the cost's randomness. */
  readonly id: string;
  readonly title: string;
  /** Altogether, in the scenario's currency and prices. */
  readonly cost: Quantity;
  /** The scenario as it would be with the measure; the one given is left alone. */
  readonly change: (scenario: Scenario) => Scenario;
}

/**
 * A countermeasure, its options checked: a subsidy or a promotion in other markets raises the share that is
 * substituted, a waiver of fees lets more travel be postponed rather than given up, charter flights bring back seats.
 *
 * @throws TypeError, RangeError for an option that is not what it should be
 *
 * @example
 * ```ts
 * import { countermeasure } from 'tourism-impact/projections';
 *
 * const promotion = countermeasure({
 *   id: 'promotion',
 *   cost: { kind: 'pert', low: 2e9, mode: 3e9, high: 6e9 },
 *   change: (scenario) => ({
 *     ...scenario,
 *     flows: scenario.flows.map((flow) => ({ ...flow, substitution: { share: 0.05 } })),
 *   }),
 * });
 * console.log(promotion.id);
 * // => promotion
 * ```
 */
export function countermeasure(
  options: Omit<Countermeasure, 'title'> & { readonly title?: string },
): Countermeasure {
  expectOptions('countermeasure', options, ['id', 'title', 'cost', 'change']);
  const { id, title = id, cost, change } = options;
  if (typeof id !== 'string') throw wrongType('id', 'a name', id);
  if (!/^[A-Za-z0-9._-]+$/.test(id)) throw outOfRange('id', 'letters, digits, ".", "_" and "-" only', id);
  if (typeof change !== 'function') throw wrongType('change', 'a function of a scenario', change);
  expectAmount('cost', cost);
  return { id, title, cost, change };
}

/** A quantity of money, or of what else is not negative. */
export function expectAmount(option: string, quantity: unknown): Quantity {
  const isKind = typeof quantity === 'object' && quantity !== null && 'kind' in quantity;
  if (typeof quantity !== 'number' && !isKind)
    throw wrongType(option, 'a number or a distribution', quantity);
  const found = new IssueList();
  const named = { name: option, quantity: quantity as Quantity, path: option, unit: '', source: '' };
  checkInput({ named, domain: domains.amount }, found);
  if (found.issues.length > 0) throw new RangeError(found.issues.map(renderIssue).join('\n'));
  return quantity as Quantity;
}

/** A quantity outside the scenario in each draw, under its own name. */
export function drawQuantity(name: string, quantity: Quantity, key: Key, draws: number): Float64Array {
  const { inputs } = planInputs([{ name, quantity, path: name, unit: '', source: '' }], []);
  const values = new Float64Array(draws);
  sampleInputs(inputs, key)(0, draws, values, draws);
  return values;
}
