import { addMonths } from '../scenario/calendar.ts';
import { yenPerDollar, yuanPerDollar } from './exchange-rates.generated.ts';
import { type Figure, readOn } from './figure.ts';
import { known, positions } from './misuse.ts';

/** Units of the first currency for one of the second. */
export type CurrencyPair = 'JPY/USD' | 'CNY/USD' | 'JPY/CNY';

const pairs: readonly CurrencyPair[] = ['JPY/USD', 'CNY/USD', 'JPY/CNY'];

/**
 * Exchange rates, means of the month, January 2010 to October 2025; `from` and `to` are months, both included.
 *
 * @throws RangeError for an unknown pair, or for what is no month
 */
export function exchangeRates(options: {
  readonly pair: CurrencyPair;
  readonly from?: string;
  readonly to?: string;
}): readonly Figure[] {
  const pair = known('pair', options.pair, pairs);
  const { start, values } = yenPerDollar;
  const { first, end } = positions(start, values.length, options.from, options.to);
  return values.slice(first, end).map((yen, index) => {
    const yuan = yuanPerDollar.values[first + index]!;
    return {
      value: pair === 'JPY/USD' ? yen : pair === 'CNY/USD' ? yuan : yen / yuan,
      unit: pair,
      period: addMonths(start, first + index),
      source: 'Federal Reserve, H.10',
      read: readOn,
      quality: pair === 'JPY/CNY' ? 'derived' : 'sourced',
    };
  });
}
