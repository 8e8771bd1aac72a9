import { measures } from '../engine/measures.ts';
import { drawsOf, replicatesOf } from '../projections/answer.ts';
import { resolveLevels } from '../projections/levels.ts';
import { usualLevels } from '../projections/project.ts';
import { tableMeta } from '../projections/provenance.ts';
import { summariseCertain, summariseRow } from '../projections/summarise-row.ts';
import { expectOptions } from '../scenario/misuse.ts';
import type { Impact, ImpactAxis, ImpactOptions, ImpactRow } from './impact-types.ts';
import { renderPrices } from './money.ts';
import { type ImpactQuestion, impactOptionNames, impactRows, resolveImpact } from './read-impact.ts';
import type { Effect } from './types.ts';

const labels: Readonly<Record<Effect, string>> = {
  output: 'Output',
  valueAdded: 'Value added',
  income: 'Income of households',
  jobs: 'Jobs',
  tax: 'Indirect taxes less subsidies, and taxes on imports',
  imports: 'Imports',
};

/**
 * From spending to output, value added, income, jobs and tax: what a loss of visitors (or any other money of a run)
 * sets going in an economy. Rows are split by the axes of `project` (months, origins, regions, categories ...), by
 * `layer` (direct, indirect, induced) and by `industry`, a sector of the table.
 *
 * In each draw, impact is the sum over categories of spending x multiplier, so parts sum to the total in every draw.
 * What is uncertain in the economy is drawn from the run's seed under names such as `economy/consumption-share`: two
 * runs of one seed share it. Regions are those in which the money is spent: a region's row is the impact, in the whole
 * economy, of what is spent there; where its suppliers stand is not known without regional tables.
 *
 * @throws ScenarioError with every issue of the economy
 * @throws TypeError for an option of the wrong type
 * @throws RangeError for an option that cannot be: a category without a profile, jobs of several concepts of which none
 * is named, a closure that the table cannot bear, a price level or an exchange rate that is needed and not given
 *
 * @example
 * ```ts
 * import { simulate, toRows } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { japan2015, projectImpact } from 'tourism-impact/economy';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const economy = japan2015();
 * const layers = projectImpact({ run, economy, what: 'valueAdded', by: 'layer' });
 * console.log(layers.rows.map(({ layer }) => layer).join(' '));
 * // => direct indirect induced
 * console.table(toRows(projectImpact({ run, economy, what: 'jobs', jobs: 'ripple-effect', by: 'region' })));
 * ```
 */
export function projectImpact(options: ImpactOptions): Impact {
  expectOptions('projectImpact', options, [...impactOptionNames, 'levels']);
  const question = resolveImpact(options);
  const { asked, spending, measure, axes, where } = question;
  const { run, months, cumulative } = spending;
  const certain = run.sampling.kind === 'median';
  const levels = resolveLevels(options.levels, usualLevels);
  const replicates = replicatesOf(spending);
  const rows = Array.from(
    impactRows(question),
    ({ key, values }): ImpactRow => ({
      ...key,
      ...(certain ? summariseCertain(values[0]!) : summariseRow(values, levels, replicates)),
    }),
  );
  return {
    kind: 'impact',
    what: asked.effect,
    measure,
    label: `${labels[asked.effect]}, of: ${measures[measure].label.toLowerCase()}`,
    unit: unitOf(question),
    closure: asked.economy.kind === 'published' ? 'published' : asked.closure,
    axes,
    levels: certain ? [] : levels,
    cumulative,
    months,
    where,
    given: spending.condition?.given ?? [],
    draws: drawsOf(spending),
    rows: inOrder(rows, axes),
    meta: tableMeta(run),
  };
}

function unitOf({ asked, spending, inEconomyPrices }: ImpactQuestion): string {
  if (asked.effect === 'jobs') return asked.concept === null ? 'jobs' : `jobs (${asked.concept})`;
  if (!inEconomyPrices) return renderPrices(spending.run.scenario.prices);
  return renderPrices(asked.economy.kind === 'published' ? asked.economy.prices : asked.economy.table.prices);
}

/** Rows in the order of the axes asked for; the values of each axis as they first came. */
function inOrder(rows: readonly ImpactRow[], axes: readonly ImpactAxis[]): readonly ImpactRow[] {
  const ranks = axes.map((axis) => {
    const values = [...new Set(rows.map((row) => row[axis]!))];
    return new Map(values.map((value, rank) => [value, rank]));
  });
  const compare = (a: ImpactRow, b: ImpactRow): number => {
    for (const [i, axis] of axes.entries()) {
      const difference = ranks[i]!.get(a[axis]!)! - ranks[i]!.get(b[axis]!)!;
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return [...rows].sort(compare);
}
