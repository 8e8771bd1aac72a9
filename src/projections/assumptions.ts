import { describe } from '../distributions/describe.ts';
import { mean } from '../distributions/moments.ts';
import { quantile } from '../distributions/quantile.ts';
import type { Quantity } from '../distributions/types.ts';
import type { Run } from '../engine/types.ts';
import { listQuantities } from '../scenario/list-quantities.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { parseScenario } from '../scenario/parse-scenario.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { NamedQuantity, ResolvedScenario } from '../scenario/resolved.ts';
import type { Scenario } from '../scenario/types.ts';
import { expectRun } from './question.ts';

/** One input of a scenario. */
export interface Assumption {
  /** Name of the quantity, such as `flow/hong-kong/spend`; it is also the address of its randomness. */
  readonly name: string;
  /** Where it stands in the scenario: `flows[0].spend`. */
  readonly path: string;
  readonly unit: string;
  /** In words: `beta, mean 0.57, sd 0.13`. */
  readonly distribution: string;
  readonly mean: number;
  /** 5 % quantile. */
  readonly lower: number;
  /** 95 % quantile. */
  readonly upper: number;
  /** Where the figure comes from; empty where the scenario does not say. */
  readonly source: string;
}

/**
 * Every input that a run or a scenario rests on, defaults and constants too, each with its distribution, its mean, a
 * 90 % interval, and its source. Means and quantiles are those of the distribution, not of draws.
 *
 * What is drawn several times from one distribution is one row: the noise of a baseline's months as
 * `flow/x/baseline/noise/*`, the components of a fitted one as `flow/x/baseline/component/*`, the visits of a stage as
 * `dispute/sojourn/x/*`.
 *
 * @throws TypeError for an option of the wrong type, or where there is not exactly one of `run` and `scenario`.
 * @throws ScenarioError where `scenario` has issues.
 *
 * @example
 * ```ts
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { assumptions } from 'tourism-impact/projections';
 *
 * const table = assumptions({ scenario: chinaJapan2025() });
 * const uncertain = table.filter(({ lower, upper }) => lower < upper);
 * console.table(uncertain.map(({ name, distribution, source }) => ({ name, distribution, source })));
 * ```
 */
export function assumptions(
  options: { readonly run: Run } | { readonly scenario: Scenario },
): readonly Assumption[] {
  return groupRepeated(listQuantities(resolvedScenario(options))).map(describeInput);
}

function resolvedScenario(options: unknown): ResolvedScenario {
  expectOptions('assumptions', options, ['run', 'scenario']);
  const { run, scenario } = options as { readonly run?: unknown; readonly scenario?: unknown };
  if ((run === undefined) === (scenario === undefined)) {
    throw new TypeError(
      `run, scenario: expected exactly one of the two, received ${run === undefined ? 'neither' : 'both'}`,
    );
  }
  return run === undefined ? resolveScenario(parseScenario(scenario)) : expectRun('run', run).scenario;
}

const REPEATED = /^(flow\/.*\/baseline\/(?:noise|component)\/|dispute\/(?:sojourn|next)\/.*\/(?=[\d-]+$)).+$/;

/** Months and visits that draw from one entry of the scenario become one row, where the first of them stands. */
function groupRepeated(quantities: readonly NamedQuantity[]): readonly NamedQuantity[] {
  const grouped = new Map<string, NamedQuantity>();
  for (const quantity of quantities) {
    const name = quantity.name.replace(REPEATED, '$1*');
    if (!grouped.has(name)) grouped.set(name, { ...quantity, name });
  }
  return [...grouped.values()];
}

/** One input as a row of the table. */
export function describeInput({ name, path, unit, quantity, source }: NamedQuantity): Assumption {
  return {
    name,
    path,
    unit,
    distribution: describe(quantity),
    mean: typeof quantity === 'number' ? quantity : mean(quantity),
    lower: quantileOf(quantity, 0.05),
    upper: quantileOf(quantity, 0.95),
    source: sourceOf(quantity) || source,
  };
}

function quantileOf(quantity: Quantity, p: number): number {
  return typeof quantity === 'number' ? quantity : quantile(quantity, p);
}

/** A truncated distribution may leave it to the one inside. */
function sourceOf(quantity: Quantity): string {
  if (typeof quantity === 'number') return '';
  if (quantity.source !== undefined) return quantity.source;
  return quantity.kind === 'truncated' ? sourceOf(quantity.of) : '';
}
