import { type Figure, readOn } from './figure.ts';
import { known } from './misuse.ts';
import { spendBases, spendReleases, spendRows, spendSources } from './spend.generated.ts';

export interface SpendFigure extends Figure {
  readonly market: string;
  readonly metric: string;
  /** What is counted. Rows of spending during the trip only (before 2014) are another concept. */
  readonly basis: string;
  /** `final`, `prelim`, `1st prelim`, or what the figure is derived from. */
  readonly release: string;
}

/**
 * Spending of visitors to Japan, from the Japan Tourism Agency's survey: every release that is known of the market's
 * figures, in the order of period and metric.
 *
 * `period` is a year (`2024`) or a quarter (`2025Q3`); `metric` one of `total_spend`, `spend_per_visitor`,
 * `spend_per_jnto_arrival`, `spend_accommodation`, `spend_food`, `spend_shopping`, `spend_transport`,
 * `spend_entertainment`, `nights`, `total_spend_yoy`. Arrivals of `arrivals()` are multiplied by
 * `spend_per_jnto_arrival`; `spend_per_visitor` would overstate by about an eighth for mainland China.
 *
 * @throws RangeError for a market, period or metric without figures, naming the nearest known one
 */
export function spend(options: {
  readonly market: string;
  readonly period?: string;
  readonly metric?: string;
}): readonly SpendFigure[] {
  const column = (index: 0 | 1 | 2): readonly string[] => [...new Set(spendRows.map((row) => row[index]))];
  known('market', options.market, column(1));
  if (options.period !== undefined) known('period', options.period, column(0));
  if (options.metric !== undefined) known('metric', options.metric, column(2));
  return spendRows
    .filter(
      ([period, market, metric]) =>
        market === options.market &&
        (options.period ?? period) === period &&
        (options.metric ?? metric) === metric,
    )
    .map(([period, market, metric, value, unit, basis, release, source, quality]) => ({
      value,
      unit,
      period,
      market,
      metric,
      basis: spendBases[basis]!,
      release: spendReleases[release]!,
      source: spendSources[source]!,
      read: readOn,
      quality,
    }));
}
