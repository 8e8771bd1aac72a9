import type { IssueList } from '../scenario/issue-list.ts';
import { below } from '../scenario/paths.ts';
import type { SpelledOut } from './economy-inputs.ts';
import { safeMean } from './safe-mean.ts';
import type { Prices } from './types.ts';

/** Money goes to the economy's prices and back by the same figures; jobs are counted there, and need them. */
export function warnOfPrices(economy: SpelledOut, prices: Prices, found: IssueList): void {
  const { priceLevels = [], exchange = [] } = economy;
  const own = ownPrices(economy);
  const countsJobs =
    economy.kind === 'published'
      ? Object.values(economy.multipliers).some(({ jobs }) => jobs !== undefined)
      : Object.keys(economy.table.jobs ?? {}).length > 0;
  if (!countsJobs) return;
  const { currency, year } = prices;
  if (year !== own.year && !priceLevels.some((level) => level.year === year)) {
    const message = `has no level of ${year}, the year of the scenario's prices: jobs cannot be counted`;
    found.warn('missing', 'priceLevels', message);
  }
  if (
    currency !== own.currency &&
    !exchange.some((rate) => rate.currency === currency && rate.year === year)
  ) {
    const message = `has no rate of ${year} for one ${currency}, the scenario's currency: jobs cannot be counted`;
    found.warn('missing', 'exchange', message);
  }
}

function ownPrices(economy: SpelledOut): Prices {
  return economy.kind === 'published' ? economy.prices : economy.table.prices;
}

/** An index that stands at 100 in another year is written as one that stands at 1. */
const STEEP = 20;

/** Each year and each currency once, and none that is the economy's own. */
export function checkYears(economy: SpelledOut, found: IssueList): void {
  const { priceLevels = [], exchange = [] } = economy;
  const own = ownPrices(economy);
  priceLevels.forEach(({ year, level }, index) => {
    const steep = safeMean(level);
    if (steep > STEEP) {
      const message = `${steep}: prices of ${year} would be so many times those of ${own.year}, whose level is 1; did you mean ${steep / 100}?`;
      found.warn('size', `${below('priceLevels', index)}.level`, message);
    }
    const path = `${below('priceLevels', index)}.year`;
    if (priceLevels.findIndex((other) => other.year === year) < index) {
      found.report('duplicate', path, `${year} has a price level already`);
    }
    if (year === own.year) found.report('conflict', path, `${year} is the year whose level is 1`);
  });
  exchange.forEach(({ currency, year }, index) => {
    const first = exchange.findIndex((other) => other.currency === currency && other.year === year);
    if (first < index) {
      found.report('duplicate', below('exchange', index), `${currency} of ${year} has a rate already`);
    }
    if (currency === own.currency) {
      found.report(
        'conflict',
        `${below('exchange', index)}.currency`,
        `${currency} is the economy's own currency`,
      );
    }
  });
}
