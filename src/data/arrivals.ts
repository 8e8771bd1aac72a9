import { addMonths } from '../scenario/calendar.ts';
import { arrivalSeries, provisionalFrom } from './arrivals.generated.ts';
import { known, positions } from './misuse.ts';
import { purposeSeries, purposeStart } from './purposes.generated.ts';
import type { PurposeSeries } from './series.ts';

const jnto = 'JNTO, visitor arrivals by nationality';

export interface MonthlyArrivals {
  readonly month: string;
  readonly arrivals: number;
  readonly status: 'final' | 'provisional';
  readonly source: string;
}

/**
 * Monthly arrivals in Japan, persons, from January 2010 to October 2025.
 *
 * `market` is a code of `markets()`: ISO 3166-1 alpha-3, or `TOTAL`. `from` and `to` are months, both included; by
 * default all there are.
 *
 * @throws RangeError for a market without figures, naming the nearest known one, or for what is no month
 */
export function arrivals(options: {
  readonly market: string;
  readonly from?: string;
  readonly to?: string;
}): readonly MonthlyArrivals[] {
  const market = known('market', options.market, Object.keys(arrivalSeries));
  const { start, values } = arrivalSeries[market]!;
  const { first, end } = positions(start, values.length, options.from, options.to);
  return values.slice(first, end).map((value, index) => {
    const month = addMonths(start, first + index);
    return {
      month,
      arrivals: value,
      status: month < provisionalFrom ? 'final' : 'provisional',
      source: jnto,
    };
  });
}

export type Purpose = 'tourist' | 'business' | 'others' | 'shortExcursion';

/**
 * Monthly arrivals in Japan by purpose, persons, January 2010 to December 2024 (2024 provisional), for six markets.
 *
 * @throws RangeError as `arrivals`
 */
export function arrivalsByPurpose(options: {
  readonly market: string;
  readonly purpose: Purpose;
  readonly from?: string;
  readonly to?: string;
}): readonly MonthlyArrivals[] {
  const market = known('market', options.market, Object.keys(purposeSeries));
  const series: PurposeSeries = purposeSeries[market]!;
  const values = series[known('purpose', options.purpose, Object.keys(series)) as Purpose];
  const { first, end } = positions(purposeStart, values.length, options.from, options.to);
  return values.slice(first, end).map((value, index) => {
    const month = addMonths(purposeStart, first + index);
    return {
      month,
      arrivals: value,
      status: month < '2024-01' ? 'final' : 'provisional',
      source: `${jnto} and purpose, by way of JTB Tourism Research`,
    };
  });
}
