import { outOfRange, wrongType } from '../scenario/misuse.ts';
import { below } from '../scenario/paths.ts';
import type { ExchangeRate, PriceLevel, Prices } from './types.ts';

/**
 * An amount in a currency at the prices of a year. A bare number is not money: neither the currency nor the year can be
 * left out. The currency is part of the type, so that yen and yuan do not add up by mistake.
 */
export interface Money<Currency extends string = string> {
  /** In major units. */
  readonly amount: number;
  readonly currency: Currency;
  readonly year: number;
}

/** What turns amounts of other currencies and years into an economy's own; numbers, not distributions. */
export interface Conversion<Currency extends string = string> {
  readonly to: { readonly currency: Currency; readonly year: number };
  /** Level of a year's prices in the currency `to`, where that of `to.year` is 1. */
  readonly priceLevels?: readonly (PriceLevel & { readonly level: number })[];
  /** Units of `to.currency` for one of another, mean of a year. */
  readonly exchange?: readonly (ExchangeRate & { readonly rate: number })[];
}

/**
 * Money, checked.
 *
 * @throws TypeError where it is no object
 * @throws RangeError where the amount is not finite, the currency no code of three letters, or the year no whole number
 *
 * @example
 * ```ts
 * import { addMoney, money } from 'tourism-impact/economy';
 *
 * const spent = addMoney(money({ amount: 300, currency: 'JPY', year: 2025 }), money({ amount: 200, currency: 'JPY', year: 2025 }));
 * console.log(spent.amount, spent.currency, spent.year);
 * // => 500 JPY 2025
 * ```
 */
export function money<const Currency extends string>(value: Money<Currency>): Money<Currency> {
  return checkMoney(value, '');
}

/** Money that stands at a place of a larger argument. */
export function checkMoney<Currency extends string>(value: Money<Currency>, at: string): Money<Currency> {
  if (typeof value !== 'object' || value === null) {
    throw wrongType(
      at === '' ? 'money' : at,
      "money such as { amount: 1e6, currency: 'JPY', year: 2025 }",
      value,
    );
  }
  const { amount, currency, year } = value;
  if (!Number.isFinite(amount)) throw outOfRange(below(at, 'amount'), 'a finite number', amount);
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) {
    throw outOfRange(below(at, 'currency'), 'a code of three letters A to Z (ISO 4217)', currency);
  }
  if (!Number.isInteger(year)) throw outOfRange(below(at, 'year'), 'a whole number', year);
  return { amount, currency, year };
}

/**
 * The sum of two amounts in one currency at the prices of one year.
 *
 * @throws RangeError where currencies or years differ: convert first
 */
export function addMoney<Currency extends string>(
  a: Money<Currency>,
  b: Money<NoInfer<Currency>>,
): Money<Currency> {
  if (a.currency !== b.currency || a.year !== b.year) {
    throw new RangeError(
      `money: expected ${renderPrices(a)}, as the first amount is in, received ${renderPrices(b)}; convert it first`,
    );
  }
  return { amount: a.amount + b.amount, currency: a.currency, year: a.year };
}

/**
 * An amount in other prices. It is exchanged at the mean rate of its own year, then moved to the other year by the
 * price level of the currency it has become: two steps, each with a figure that the caller has given.
 *
 * @throws RangeError where a rate or a price level that is needed is not given, naming it, or is not above 0
 *
 * @example
 * ```ts
 * import { convertMoney, money } from 'tourism-impact/economy';
 *
 * const yuan = money({ amount: 1_000, currency: 'CNY', year: 2024 });
 * const yen = convertMoney(yuan, {
 *   to: { currency: 'JPY', year: 2015 },
 *   exchange: [{ currency: 'CNY', year: 2024, rate: 21 }],
 *   priceLevels: [{ year: 2024, level: 1.05 }],
 * });
 * console.log(yen.amount, yen.currency, yen.year);
 * // => 20000 JPY 2015
 * ```
 */
export function convertMoney<const Currency extends string>(
  value: Money,
  conversion: Conversion<Currency>,
): Money<Currency> {
  const { to } = conversion;
  const rate = findRate(conversion.exchange ?? [], value, to);
  const level = findLevel(conversion.priceLevels ?? [], value.year, to);
  const amount =
    (value.amount * expectFactor('exchange', rate?.rate ?? 1)) /
    expectFactor('priceLevels', level?.level ?? 1);
  return money({ amount, currency: to.currency, year: to.year });
}

function expectFactor(option: string, factor: number): number {
  if (typeof factor !== 'number') throw wrongType(option, 'a number', factor);
  if (!(factor > 0 && factor < Infinity)) throw outOfRange(option, 'a number above 0', factor);
  return factor;
}

/** The rate that is needed; null where the currencies are the same. */
export function findRate<Rate extends ExchangeRate>(
  rates: readonly Rate[],
  from: Prices,
  to: Prices,
): Rate | null {
  if (from.currency === to.currency) return null;
  const found = rates.find((rate) => rate.currency === from.currency && rate.year === from.year);
  if (found !== undefined) return found;
  throw new RangeError(
    `exchange: expected the rate of ${from.year} in ${to.currency} for one ${from.currency}, received none: ` +
      `{ currency: '${from.currency}', year: ${from.year}, rate: ... }`,
  );
}

/** The price level that is needed; null where the years are the same. */
export function findLevel<Level extends PriceLevel>(
  levels: readonly Level[],
  year: number,
  to: Prices,
): Level | null {
  if (year === to.year) return null;
  const found = levels.find((level) => level.year === year);
  if (found !== undefined) return found;
  throw new RangeError(
    `priceLevels: expected the level of ${to.currency} prices of ${year}, where ${to.year} is 1, received none: ` +
      `{ year: ${year}, level: ... }`,
  );
}

/** `JPY at 2015 prices` */
export function renderPrices({ currency, year }: Prices): string {
  return `${currency} at ${year} prices`;
}
