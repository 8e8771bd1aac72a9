import { type Figure, readOn } from './figure.ts';
import { leadTimeRows } from './lead-times.generated.ts';
import { known } from './misuse.ts';

export interface LeadTimeFigure extends Omit<Figure, 'period'> {
  readonly market: string;
  readonly scope: string;
  readonly statistic: string;
}

/**
 * What is known of the days between booking and travel, by market of origin (`ALL`: channels over all markets).
 *
 * @throws RangeError for a market without figures
 */
export function leadTimes(options: { readonly market?: string } = {}): readonly LeadTimeFigure[] {
  if (options.market !== undefined) {
    known('market', options.market, [...new Set(leadTimeRows.map((row) => row[0]))]);
  }
  return leadTimeRows
    .filter(([market]) => (options.market ?? market) === market)
    .map(([market, scope, statistic, value, unit, source, quality]) => ({
      market,
      scope,
      statistic,
      value,
      unit,
      source,
      read: readOn,
      quality,
    }));
}
