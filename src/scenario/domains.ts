/**
 * Where an input may lie. `largest` guards against overflow: no value that can be drawn may be larger, so that sums,
 * products and squares of everything a run computes stay finite.
 */
export interface Domain {
  /** What it is, for messages: `a share`. */
  readonly noun: string;
  readonly low: number;
  readonly high: number;
  readonly lowOpen?: true;
  readonly highOpen?: true;
  readonly largest: number;
}

type DomainName =
  | 'share'
  | 'shareBelowOne'
  | 'shareAboveZero'
  | 'days'
  | 'delay'
  | 'amount'
  | 'arrivals'
  | 'nights'
  | 'factor'
  | 'weight'
  | 'growth'
  | 'score'
  | 'gdp';

export const domains: Readonly<Record<DomainName, Domain>> = {
  share: { noun: 'a share', low: 0, high: 1, largest: 1 },
  shareBelowOne: { noun: 'a share below 1', low: 0, high: 1, highOpen: true, largest: 1 },
  shareAboveZero: { noun: 'a share above 0', low: 0, high: 1, lowOpen: true, largest: 1 },
  days: { noun: 'a number of days', low: 0, high: Infinity, largest: 1e9 },
  delay: { noun: 'a delay in days', low: -3650, high: Infinity, largest: 1e9 },
  amount: { noun: 'an amount', low: 0, high: Infinity, largest: 1e15 },
  arrivals: { noun: 'a number of arrivals', low: 0, high: Infinity, largest: 1e15 },
  nights: { noun: 'a number of nights', low: 0, high: Infinity, largest: 1e9 },
  factor: { noun: 'a factor', low: 0, high: Infinity, largest: 1e6 },
  weight: { noun: 'a weight', low: 0, high: Infinity, largest: 1e6 },
  score: { noun: 'a score', low: -Infinity, high: Infinity, largest: 100 },
  growth: { noun: 'growth a year', low: -1, high: Infinity, largest: 100 },
  gdp: { noun: 'a yearly product', low: 0, high: Infinity, lowOpen: true, largest: 1e21 },
};

/** `[0, 1)`; the upper end is infinity where only the guard `largest` bounds it. */
export function renderDomain(domain: Domain): string {
  const low = `${domain.lowOpen ? '(' : '['}${domain.low}`;
  return domain.high === Infinity
    ? `${low}, infinity)`
    : `${low}, ${domain.high}${domain.highOpen ? ')' : ']'}`;
}

export function isWithin(value: number, domain: Domain): boolean {
  const aboveLow = domain.lowOpen ? value > domain.low : value >= domain.low;
  return aboveLow && (domain.highOpen ? value < domain.high : value <= domain.high);
}
