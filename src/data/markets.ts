/** Names of the markets, by ISO 3166-1 alpha-3; TOTAL is all countries. */
const marketNames: Readonly<Record<string, string>> = {
  AUS: 'Australia',
  BRA: 'Brazil',
  CAN: 'Canada',
  CHN: 'Mainland China',
  DEU: 'Germany',
  ESP: 'Spain',
  FRA: 'France',
  GBR: 'United Kingdom',
  HKG: 'Hong Kong',
  IDN: 'Indonesia',
  IND: 'India',
  ITA: 'Italy',
  KOR: 'South Korea',
  MAC: 'Macau',
  MEX: 'Mexico',
  MYS: 'Malaysia',
  NZL: 'New Zealand',
  PHL: 'Philippines',
  RUS: 'Russia',
  SGP: 'Singapore',
  THA: 'Thailand',
  TOTAL: 'All countries',
  TWN: 'Taiwan',
  USA: 'United States',
  VNM: 'Vietnam',
};

export interface Market {
  readonly code: string;
  readonly name: string;
}

/** The markets whose arrivals are known, in the order of their codes. */
export function markets(): readonly Market[] {
  return Object.entries(marketNames).map(([code, name]) => ({ code, name }));
}
