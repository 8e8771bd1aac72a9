import type { Quantity } from '../distributions/types.ts';
import type { Given, Measure, MonthWindow, RowKey } from '../engine/types.ts';
import { type Design, designs } from '../random/design.ts';
import type { Seed } from '../random/key.ts';
import { simulate } from '../sampling/simulate.ts';
import { expectName, expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import type { Scenario } from '../scenario/types.ts';
import { mean } from '../statistics/moments.ts';
import { errorOfMean, proportionOf, type Replicates } from '../statistics/replicates.ts';
import { answerTotal, replicatesOf } from './answer.ts';
import { type Countermeasure, drawQuantity, expectAmount } from './countermeasure.ts';
import { resolveLevels } from './levels.ts';
import { usualLevels } from './project.ts';
import { tableMeta } from './provenance.ts';
import { type Question, resolveQuestion } from './question.ts';
import { summariseRow } from './summarise-row.ts';
import { tableHead } from './table-head.ts';
import type { RowSummary, TableHead, TableMeta } from './types.ts';

/** What {@link compareAll} is asked. */
export interface CompareAllOptions {
  /** The scenario without any of the measures. */
  readonly base: Scenario;
  readonly options: readonly Countermeasure[];
  readonly seed: Seed;
  /** As in `simulate`. */
  readonly draws?: number;
  /** As in `simulate`, but for `'sobol-joint'`, under which scenarios do not share their worlds. */
  readonly design?: Exclude<Design, 'sobol-joint'>;
  /** A loss of money. Default `'revenueLostNet'`. */
  readonly measure?: Measure;
  /** What a unit of the loss is worth to who pays: 1 by default, the share of value added or of tax in revenue otherwise. */
  readonly worth?: Quantity;
  /** As in `project`. */
  readonly months?: MonthWindow;
  /** As in `project`. */
  readonly where?: RowKey;
  /** As in `project`; of the base. */
  readonly given?: Given | readonly Given[];
  /** As in `project`; of the loss avoided. */
  readonly levels?: readonly number[];
}

/** One countermeasure beside the others. */
export interface RankedOption {
  readonly option: string;
  readonly title: string;
  /** Loss of the base less loss with the measure, draw by draw; negative where it makes things worse. */
  readonly avoided: RowSummary;
  readonly cost: RowSummary;
  /** Worth of the loss avoided, less the cost. */
  readonly net: RowSummary;
  /** Mean loss avoided / mean cost, with the standard error of a ratio of means; infinite where it costs nothing. */
  readonly avoidedPerCost: { readonly value: number; readonly standardError: number };
  /** Chance that the worth of what is avoided is more than the cost. */
  readonly probabilityPays: { readonly value: number; readonly standardError: number };
  /** Chance that no other, nor doing nothing, has a larger net. */
  readonly probabilityBest: { readonly value: number; readonly standardError: number };
  /** Rank by net among all and doing nothing, on average over the draws: 1 is best; equals share the better rank. */
  readonly meanRank: number;
}

/** The outcome of {@link compareAll}. */
export interface Ranking extends TableHead {
  readonly kind: 'ranking';
  readonly levels: readonly number[];
  /** By mean net, the largest first. */
  readonly rows: readonly RankedOption[];
  readonly meta: TableMeta;
}

/**
 * Several countermeasures under one seed: in every draw each meets the same world, so that their differences are
 * effect. Says for each how much loss it avoids, what it costs, how likely it pays, and how sure its rank is.
 *
 * Costs are drawn as inputs are (`countermeasure/<id>/cost`, `countermeasure/worth`). Money is not discounted.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run, changed ones included
 * @throws TypeError, RangeError for an option that is not what it should be
 *
 * @example
 * ```ts
 * import { compareAll, countermeasure } from 'tourism-impact/projections';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const promotion = (share: number, cost: number) =>
 *   countermeasure({
 *     id: `promotion-${share}`,
 *     cost,
 *     change: (scenario) => ({
 *       ...scenario,
 *       flows: scenario.flows.map((flow) => ({ ...flow, substitution: { share } })),
 *     }),
 *   });
 * const { rows } = compareAll({
 *   base: chinaJapan2025(),
 *   options: [promotion(0.01, 1e9), promotion(0.02, 100e9)],
 *   seed: 'a seed',
 *   draws: 100,
 * });
 * console.log(rows.map(({ option }) => option).join(', '));
 * // => promotion-0.01, promotion-0.02
 * ```
 */
export function compareAll(options: CompareAllOptions): Ranking {
  expectOptions('compareAll', options, [
    ...[
      'base',
      'options',
      'seed',
      'draws',
      'design',
      'measure',
      'worth',
      'months',
      'where',
      'given',
      'levels',
    ],
  ]);
  const {
    base,
    options: measures,
    seed,
    draws,
    design,
    measure = 'revenueLostNet',
    worth = 1,
    levels,
    ...rest
  } = options;
  expectMeasures(measures);
  const levelsAsked = resolveLevels(levels, usualLevels);
  const drawing = { ...(draws === undefined ? {} : { draws }), design: expectDesign(design) };
  const run = (scenario: Scenario) => simulate({ scenario, seed, ...drawing });
  const question = resolveQuestion({ ...rest, measure, run: run(base) }, 'base');
  if (!tableHead(question).unit.includes(' at ')) throw outOfRange('measure', 'a loss of money', measure);
  const { key } = question.run.plan;
  const replicates = replicatesOf(question);
  const drawn = (name: string, quantity: Quantity): Float64Array =>
    pick(drawQuantity(`countermeasure/${name}`, quantity, key, question.run.draws), question);
  const value = drawn('worth', expectAmount('worth', worth));
  const loss = answerTotal(question);
  const outcomes = measures.map(({ id, title, cost: quantity, change }) => {
    const { given: _, ...unconditioned } = rest;
    const changed = resolveQuestion({ ...unconditioned, measure, run: run(change(base)) }, id);
    const left = answerTotal({ ...changed, condition: question.condition });
    const avoided = loss.map((lost, i) => lost - left[i]!);
    const cost = drawn(`${id}/cost`, quantity);
    const net = avoided.map((saved, i) => saved * value[i]! - cost[i]!);
    return { id, title, avoided, cost, net };
  });
  const nets = outcomes.map(({ net }) => net);
  const rows = outcomes.map(({ id, title, avoided, cost, net }): RankedOption => {
    const ranks = net.map((own, i) => 1 + countAbove(own, nets, i));
    return {
      option: id,
      title,
      avoided: summariseRow(avoided, levelsAsked, replicates),
      cost: summariseRow(cost, levelsAsked, replicates),
      net: summariseRow(net, levelsAsked, replicates),
      avoidedPerCost: ratioOfMeans(avoided, cost, replicates),
      probabilityPays: chance(net, { above: 0 }, replicates),
      probabilityBest: chance(ranks, { below: 1.5 }, replicates),
      meanRank: mean(ranks),
    };
  });
  return {
    kind: 'ranking',
    ...tableHead(question),
    levels: levelsAsked,
    rows: rows.sort((a, b) => b.net.mean - a.net.mean),
    meta: tableMeta(question.run),
  };
}

function expectDesign(design: unknown): Design {
  if (design === undefined) return 'random';
  const shared = designs.filter((one) => one !== 'sobol-joint');
  return expectName('design', 'a design under which scenarios share their worlds', design, shared);
}

function pick(values: Float64Array, { condition }: Question): Float64Array {
  return condition === null ? values : Float64Array.from(condition.draws, (draw) => values[draw]!);
}

/** How many of the others, and of doing nothing, do better in a draw. */
function countAbove(own: number, nets: readonly Float64Array[], draw: number): number {
  let above = own < 0 ? 1 : 0;
  for (const net of nets) if (net[draw]! > own) above += 1;
  return above;
}

function chance(
  values: Float64Array,
  bounds: { above?: number; below?: number },
  replicates: Replicates,
): RankedOption['probabilityPays'] {
  const { value, standardError } = proportionOf(values, bounds, replicates);
  return { value, standardError };
}

/** With the standard error of the delta method: that of the mean of (over - ratio x under) / mean of under. */
function ratioOfMeans(
  over: Float64Array,
  under: Float64Array,
  replicates: Replicates,
): RankedOption['avoidedPerCost'] {
  const value = mean(over) === 0 ? 0 : mean(over) / mean(under);
  const residuals = over.map((one, i) => one - value * under[i]!);
  return { value, standardError: mean(under) === 0 ? 0 : errorOfMean(residuals, replicates) / mean(under) };
}

function expectMeasures(measures: unknown): void {
  if (!Array.isArray(measures)) throw wrongType('options', 'a list of countermeasures', measures);
  if (measures.length === 0) throw outOfRange('options', 'at least one countermeasure', measures);
  measures.forEach((one: unknown, index) => {
    if (typeof (one as Countermeasure | null)?.change === 'function') return;
    throw wrongType(`options[${index}]`, 'what `countermeasure` returns', one);
  });
  const ids = measures.map((one: Countermeasure) => one.id);
  if (new Set(ids).size < ids.length) throw outOfRange('options', 'each id once', ids);
}
