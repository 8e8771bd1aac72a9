import type { Axis, DrawnRow, RowKey, Run } from '../engine/types.ts';
import { answerRows, drawsOf } from '../projections/answer.ts';
import { expectRun, type Question, resolveQuestion } from '../projections/question.ts';
import { expectName, expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { categoriesOf } from '../scenario/order.ts';
import { type DrawnMultipliers, drawMultipliers, type MultiplierCell } from './draw-multipliers.ts';
import type { DrawnImpact, ImpactAxis, ImpactKey, ImpactMeasure, ImpactOptions } from './impact-types.ts';
import { type Asked, resolveRequest } from './request.ts';

const measures: readonly ImpactMeasure[] = [
  'revenueLost',
  'revenueLostNet',
  'revenueSubstituted',
  'revenueReturned',
  'revenue',
  'revenueBaseline',
];

const ownAxes = ['layer', 'industry'] as const;

/** A question about impact, with every default filled in. */
export interface ImpactQuestion {
  readonly asked: Asked;
  /** Spending by the run's axes and by category. */
  readonly spending: Question;
  readonly measure: ImpactMeasure;
  readonly axes: readonly ImpactAxis[];
  readonly where: ImpactKey;
  readonly inEconomyPrices: boolean;
}

/** Names of the options of {@link projectImpact} but `levels`. */
export const impactOptionNames: readonly (keyof ImpactOptions)[] = [
  'run',
  'economy',
  'what',
  'measure',
  'by',
  'months',
  'where',
  'cumulative',
  'given',
  'closure',
  'jobs',
  'spending',
  'prices',
];

/**
 * The draws of impact, row by row: what {@link projectImpact} sums up, for those who compare or add draws of their own.
 * In each draw impact is the sum over categories of spending x multiplier; the multipliers of a draw come from the
 * seed of the run, so two runs of one seed share them.
 *
 * Rows follow the run's axes in the order asked for; within each of them layers, then industries.
 *
 * @throws as {@link projectImpact}
 */
export function readImpact(options: Omit<ImpactOptions, 'levels'>): Generator<DrawnImpact> {
  expectOptions('readImpact', options, impactOptionNames);
  return impactRows(resolveImpact(options));
}

/** Checks the options and fills in their defaults. */
export function resolveImpact(options: Omit<ImpactOptions, 'levels'>): ImpactQuestion {
  const run = expectRun('run', options.run);
  const measure = expectName(
    'measure',
    'a measure of money by category',
    options.measure ?? 'revenueLost',
    measures,
  );
  const axes = resolveAxes(options.by);
  const { own, runs } = splitWhere(options.where);
  const economy = options.economy ?? run.scenario.economy;
  if (economy === null) {
    throw outOfRange('economy', "an economy, since the run's scenario has none", options.economy);
  }
  const asked = resolveRequest({ ...options, economy }, spendingCategories(run, runs.category));
  if ((axes.includes('industry') || own.industry !== undefined) && asked.economy.kind === 'published') {
    throw outOfRange(
      'by',
      'axes that published multipliers can be split by: they know no industries',
      options.by,
    );
  }
  const split = axes.filter((axis): axis is Axis => axis !== 'layer' && axis !== 'industry');
  const spending = resolveQuestion({
    run,
    measure,
    by: split.includes('category') ? split : [...split, 'category'],
    where: runs,
    ...(options.months === undefined ? {} : { months: options.months }),
    ...(options.cumulative === undefined ? {} : { cumulative: options.cumulative }),
    ...(options.given === undefined ? {} : { given: options.given }),
  });
  const prices = expectName('prices', "'scenario' or 'economy'", options.prices ?? 'scenario', [
    'scenario',
    'economy',
  ]);
  return {
    asked,
    spending,
    measure,
    axes,
    where: { ...spending.where, ...own },
    inEconomyPrices: prices === 'economy',
  };
}

/** The rows of a question, one at a time; their draws are not used again. */
export function* impactRows(question: ImpactQuestion): Generator<DrawnImpact> {
  const { spending, axes } = question;
  const draws = drawsOf(spending);
  const drawOf = spending.condition?.draws;
  const multipliers = multipliersOf(question);
  const { cells } = multipliers;
  const splitRun = axes.filter((axis) => axis !== 'layer' && axis !== 'industry') as readonly Axis[];
  let open: { readonly text: string; readonly key: RowKey; readonly values: Float64Array[] } | null = null;
  const rowsOf = (group: NonNullable<typeof open>): DrawnImpact[] =>
    cells.map((cell, c) => ({ key: keyOf(axes, group.key, cell), values: group.values[c]! }));
  for (const { key, values } of spendingRows(spending)) {
    const text = JSON.stringify(splitRun.map((axis) => key[axis]));
    if (open === null || open.text !== text) {
      if (open !== null) yield* rowsOf(open);
      open = { text, key, values: cells.map(() => new Float64Array(draws)) };
    }
    multipliers.of.get(key.category!)!.forEach((multiplier, c) => {
      const sums = open!.values[c]!;
      for (let i = 0; i < draws; i++) sums[i] = sums[i]! + values[i]! * multiplier[drawOf?.[i] ?? i]!;
    });
  }
  if (open !== null) yield* rowsOf(open);
}

/** Values of the spending last read from a run, up to so many: 32 MB. */
const MOST_KEPT = 4_194_304;
const lastRead = new WeakMap<Run, { readonly asked: string; readonly rows: readonly DrawnRow[] }>();

/** Output, jobs and tax are asked of one spending in turn; to read it from the run is what takes the time. */
function* spendingRows(spending: Question): Generator<DrawnRow> {
  const { run, condition, ...rest } = spending;
  const asked = JSON.stringify([rest, condition?.given]);
  const kept = lastRead.get(run);
  if (kept?.asked === asked) {
    yield* kept.rows;
    return;
  }
  const rows: DrawnRow[] = [];
  let size = 0;
  for (const row of answerRows(spending)) {
    size += row.values.length;
    if (size <= MOST_KEPT) rows.push(row);
    else rows.length = 0;
    yield row;
  }
  if (size <= MOST_KEPT) lastRead.set(run, { asked, rows });
}

function multipliersOf({ asked, spending, axes, where, inEconomyPrices }: ImpactQuestion): DrawnMultipliers {
  const { run } = spending;
  return drawMultipliers(
    {
      ...asked,
      categories: spendingCategories(run, where.category),
      byLayer: axes.includes('layer'),
      byIndustry: axes.includes('industry'),
      layer: where.layer,
      industry: where.industry,
      prices: run.scenario.prices,
      inEconomyPrices,
    },
    run,
  );
}

function keyOf(axes: readonly ImpactAxis[], key: RowKey, cell: MultiplierCell): ImpactKey {
  const all: ImpactKey = { ...key, ...cell };
  return Object.fromEntries(axes.map((axis) => [axis, all[axis]]));
}

/** Categories in which the flows of a run spend, or the one that is asked for. */
function spendingCategories({ scenario }: Run, only: string | undefined): string[] {
  const all = [...new Set(scenario.flows.flatMap(categoriesOf))].sort();
  return only === undefined ? all : all.filter((category) => category === only);
}

function resolveAxes(by: unknown): readonly ImpactAxis[] {
  if (by === undefined) return [];
  const asked: unknown = typeof by === 'string' ? [by] : by;
  if (!Array.isArray(asked)) throw wrongType('by', 'an axis or a list of axes', by);
  if (asked.length === 0) throw outOfRange('by', "at least one axis ('total' for no split)", by);
  if (new Set(asked).size < asked.length) throw outOfRange('by', 'each axis once', by);
  if (asked.includes('total') && asked.length > 1) {
    throw outOfRange('by', "'total' alone, since it is the sum over all axes", by);
  }
  const axes: readonly ImpactAxis[] = [
    'total',
    'month',
    'year',
    'week',
    'flow',
    'origin',
    'destination',
    'segment',
    'sector',
    'region',
    'category',
    ...ownAxes,
  ];
  return asked
    .map((axis: unknown, i) =>
      expectName(typeof by === 'string' ? 'by' : `by[${i}]`, 'one of the axes', axis, axes),
    )
    .filter((axis) => axis !== 'total');
}

function splitWhere(where: unknown): { readonly own: ImpactKey; readonly runs: RowKey } {
  if (where === undefined) return { own: {}, runs: {} };
  if (typeof where !== 'object' || where === null || Array.isArray(where)) {
    throw wrongType('where', "values of axes such as { layer: 'direct' }", where);
  }
  const entries = Object.entries(where) as [string, string][];
  const isOwn = ([axis]: readonly [string, string]): boolean => (ownAxes as readonly string[]).includes(axis);
  return {
    own: Object.fromEntries(entries.filter(isOwn)),
    runs: Object.fromEntries(entries.filter((entry) => !isOwn(entry))),
  };
}
