import { expect, test } from 'vitest';
import { addMoney, convertMoney, type Money, money } from '../../../src/economy/index.ts';

const yen = money({ amount: 1000, currency: 'JPY', year: 2025 });

test('money is an amount, a currency and a year', () => {
  expect(addMoney(yen, money({ amount: 500, currency: 'JPY', year: 2025 }))).toEqual({
    amount: 1500,
    currency: 'JPY',
    year: 2025,
  });
  expect(() => money({ amount: Number.NaN, currency: 'JPY', year: 2025 })).toThrow(
    'amount: expected a finite number, received NaN',
  );
  expect(() => money({ amount: 1, currency: 'yen', year: 2025 })).toThrow(
    'currency: expected a code of three letters',
  );
  expect(() => money({ amount: 1, currency: 'JPY', year: 2025.5 })).toThrow(
    'year: expected a whole number, received 2025.5',
  );
});

test('what is no money is refused, and says what money is', () => {
  const expected = "expected money such as { amount: 1e6, currency: 'JPY', year: 2025 }";
  expect(() => money(undefined as never)).toThrow(`money: ${expected}, received undefined`);
  expect(() => money(5 as never)).toThrow(`money: ${expected}, received 5`);
  const to = { currency: 'JPY', year: 2025 } as const;
  const dollars = money({ amount: 5, currency: 'USD', year: 2025 });
  const at = (rate: unknown) => () =>
    convertMoney(dollars, { to, exchange: [{ currency: 'USD', year: 2025, rate: rate as number }] });
  expect(at('150')).toThrow('exchange: expected a number, received "150"');
  expect(at(0)).toThrow('exchange: expected a number above 0, received 0');
});

test('prices of two years do not add up', () => {
  expect(() => addMoney(yen, { ...yen, year: 2015 })).toThrow(
    'expected JPY at 2025 prices, as the first amount is in, received JPY at 2015 prices',
  );
  const mixed: Money = { ...yen, currency: 'CNY' };
  expect(() => addMoney<string>(yen, mixed)).toThrow('received CNY at 2025 prices');
});

test('conversion: the rate of the own year, then the price level of the other currency', () => {
  const dollars = money({ amount: 10, currency: 'USD', year: 2024 });
  const to = { currency: 'JPY', year: 2015 } as const;
  const exchange = [
    { currency: 'USD', year: 2024, rate: 150 },
    { currency: 'USD', year: 2015, rate: 120 },
  ];
  const priceLevels = [{ year: 2024, level: 1.25 }];
  expect(convertMoney(dollars, { to, exchange, priceLevels })).toEqual({
    amount: 1200,
    currency: 'JPY',
    year: 2015,
  });
  expect(convertMoney(yen, { to: { currency: 'JPY', year: 2025 } })).toEqual(yen);
  expect(() => convertMoney(dollars, { to, priceLevels })).toThrow(
    'exchange: expected the rate of 2024 in JPY for one USD, received none',
  );
  expect(() => convertMoney(dollars, { to, exchange })).toThrow(
    'priceLevels: expected the level of JPY prices of 2024, where 2015 is 1, received none',
  );
});
