import { expectName, expectOptions, outOfRange } from '../scenario/misuse.ts';
import { below } from '../scenario/paths.ts';
import { atMedians, drawMultipliers } from './draw-multipliers.ts';
import { checkMoney, type Money, renderPrices } from './money.ts';
import { resolveRequest } from './request.ts';
import type { Closure, Economy, Effect, SpendingProfile } from './types.ts';

/** What {@link impactOf} is asked. */
export interface ImpactOfOptions {
  readonly economy: Economy;
  /** Spending in purchasers' prices by category; all in one currency and at the prices of one year. */
  readonly spend: Readonly<Record<string, Money>>;
  /** Default `'output'`. */
  readonly what?: Effect;
  /** Default: the total alone. */
  readonly by?: 'category' | 'layer' | 'industry' | readonly ('category' | 'layer' | 'industry')[];
  /** Default what the economy says. */
  readonly closure?: Closure;
  /** Which jobs, where the table has several. */
  readonly jobs?: string;
  /** As in `projectImpact`. */
  readonly spending?: Readonly<Record<string, string | SpendingProfile>>;
}

/** One row: the axes asked for, the value, and the value per unit of all spending. */
export interface ImpactOfRow {
  readonly category?: string;
  readonly layer?: string;
  readonly industry?: string;
  /** Money in the prices of the spending, or persons. */
  readonly value: number;
  /** `value` over the spending in all, 0 where nothing is spent; persons per unit of currency for jobs. */
  readonly perUnit: number;
}

/** The outcome of {@link impactOf}. */
export interface ImpactOf {
  readonly what: Effect;
  readonly unit: string;
  readonly rows: readonly ImpactOfRow[];
}

/**
 * The impact of a given spending, without a run: every uncertain input of the economy at its median. For checks against
 * published tables, and for a figure on the back of an envelope.
 *
 * @throws ScenarioError with every issue of the economy
 * @throws RangeError where amounts differ in currency or year, a category has no profile, or as `projectImpact`
 *
 * @example
 * ```ts
 * import { impactOf, japan2015, money } from 'tourism-impact/economy';
 *
 * const nights = money({ amount: 1e9, currency: 'JPY', year: 2015 });
 * const [row] = impactOf({ economy: japan2015(), spend: { accommodation: nights }, closure: 'none' }).rows;
 * console.log(row!.perUnit.toFixed(2));
 * // => 1.78
 * ```
 */
export function impactOf(options: ImpactOfOptions): ImpactOf {
  expectOptions('impactOf', options, ['economy', 'spend', 'what', 'by', 'closure', 'jobs', 'spending']);
  const categories = Object.keys(options.spend);
  const amounts = categories.map((category) =>
    checkMoney(options.spend[category]!, below('spend', category)),
  );
  const [first] = amounts;
  if (first === undefined) throw outOfRange('spend', 'at least one category', options.spend);
  for (const amount of amounts) {
    if (amount.currency !== first.currency || amount.year !== first.year) {
      throw outOfRange(
        'spend',
        `amounts in ${renderPrices(first)} all; convert others first`,
        renderPrices(amount),
      );
    }
  }
  const axes = resolveAxes(options.by);
  const asked = resolveRequest(options, categories);
  if (axes.includes('industry') && asked.economy.kind === 'published') {
    throw outOfRange(
      'by',
      'axes that published multipliers can be split by: they know no industries',
      options.by,
    );
  }
  const multipliers = drawMultipliers(
    {
      ...asked,
      categories,
      byLayer: axes.includes('layer'),
      byIndustry: axes.includes('industry'),
      layer: undefined,
      industry: undefined,
      prices: first,
      inEconomyPrices: false,
    },
    atMedians,
  );
  const all = amounts.reduce((sum, { amount }) => sum + amount, 0);
  const impactIn = (category: string, cell: number): number =>
    options.spend[category]!.amount * multipliers.of.get(category)![cell]![0]!;
  const row = (key: object, value: number): ImpactOfRow => ({
    ...key,
    value,
    perUnit: all === 0 ? 0 : value / all,
  });
  const rows = axes.includes('category')
    ? categories.flatMap((category) =>
        multipliers.cells.map((cell, c) => row({ category, ...cell }, impactIn(category, c))),
      )
    : multipliers.cells.map((cell, c) =>
        row(
          cell,
          categories.reduce((sum, category) => sum + impactIn(category, c), 0),
        ),
      );
  const jobs = asked.concept === null ? 'jobs' : `jobs (${asked.concept})`;
  return { what: asked.effect, unit: asked.effect === 'jobs' ? jobs : renderPrices(first), rows };
}

function resolveAxes(by: ImpactOfOptions['by']): readonly string[] {
  const asked = by === undefined ? [] : typeof by === 'string' ? [by] : by;
  return asked.map((axis) => expectName('by', 'one of the axes', axis, ['category', 'layer', 'industry']));
}
