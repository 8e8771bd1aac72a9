// What must not compile of money and impact. Same rules as scenario.ts.
import {
  addMoney,
  exposure,
  impactOf,
  japan2015,
  type Money,
  money,
  projectImpact,
} from '../../src/economy/index.ts';
import { run } from './api.ts';

const yen: Money<'JPY'> = money({ amount: 1e9, currency: 'JPY', year: 2025 });
const yuan: Money<'CNY'> = money({ amount: 5e7, currency: 'CNY', year: 2025 });
projectImpact({ run, economy: japan2015(), what: 'jobs', jobs: 'ripple-effect', by: ['region', 'layer'] });
exposure({ run, book: [{ origin: 'CHN', revenue: yen }] });

// @ts-expect-error TS2345: an amount has a currency
money({ amount: 1e9, year: 2025 });

// @ts-expect-error TS2345: an amount has the year of its prices
money({ amount: 1e9, currency: 'JPY' });

// @ts-expect-error TS2322: a bare number is not money
export const bare: Money = 1e9;

// @ts-expect-error TS2741: nor is one with a currency alone
export const half: Money = { amount: 1e9, currency: 'JPY' };

// @ts-expect-error TS2345: yen and yuan do not add up
addMoney(yen, yuan);

// @ts-expect-error TS2322: spending is money
impactOf({ economy: japan2015(), spend: { food: 1e9 } });

// @ts-expect-error TS2322: revenue is money
exposure({ run, book: [{ origin: 'CHN', revenue: 1e6 }] });

// @ts-expect-error TS2820: effects are a closed list
projectImpact({ run, economy: japan2015(), what: 'valueadded' });

// @ts-expect-error TS2322: arrivals have no industries to go to
projectImpact({ run, economy: japan2015(), measure: 'arrivals' });
