/** Numbers of the preset `chinaJapan2025`, other than its baselines and priors: last year, spend, nights. */
import { arrivalsOf, at, mean, monthsBetween, shift, sum } from './arrivals.ts';
import { numeric, readRows } from './csv.ts';
import { behaviour } from './facts.ts';

const latest = '2025-10';
export const groupShare: number = behaviour('CHN', 'on group tours');

/** November 2024 to October 2025. */
export function lastTwelve(market: 'CHN' | 'HKG'): readonly number[] {
  const actual = arrivalsOf(market);
  return monthsBetween(shift(latest, -11), latest).map((month) => at(actual, month));
}

const consumption = readRows('consumption.csv');

function consumed(market: string, period: string, metric: string, unit?: string): number {
  const releases = ['final', 'derived from final', 'prelim', 'derived from prelim', '1st prelim'];
  const rows = consumption
    .filter((r) => r.market === market && r.period === period && r.metric === metric)
    .filter((r) => unit === undefined || r.unit === unit)
    .sort((a, b) => releases.indexOf(a.release ?? '') - releases.indexOf(b.release ?? ''));
  if (rows[0] === undefined) throw new Error(`no ${metric} of ${market} in ${period}`);
  return numeric(rows[0], 'value');
}

export interface Spend {
  /** Yen per JNTO arrival, the last four quarters, 2024Q4 to 2025Q3. */
  readonly mean: number;
  /** Root mean square of the yearly log changes. */
  readonly sdLog: number;
}

export function spendOf(market: 'CHN' | 'HKG'): Spend {
  const actual = arrivalsOf(market);
  const quarters = ['2024Q4', '2025Q1', '2025Q2', '2025Q3'];
  const total = sum(quarters.map((q) => consumed(market, q, 'total_spend'))) * 1e9;
  const arrivals = sum(monthsBetween('2024-10', '2025-09').map((month) => at(actual, month)));
  const yearly = (year: string): number => consumed(market, year, 'spend_per_jnto_arrival');
  // A span of n years counts as one change over the root of n. 2019 to 2023, across the closed borders, is left out.
  const spans: [number, number, number][] =
    market === 'CHN'
      ? [
          [yearly('2014'), yearly('2015'), 1],
          [yearly('2015'), yearly('2019'), 4],
        ]
      : [[yearly('2015'), yearly('2019'), 4]];
  spans.push([yearly('2023'), yearly('2024'), 1], [yearly('2024'), total / arrivals, 0.75]);
  const squares = spans.map(([from, to, n]) => Math.log(to / from) ** 2 / n);
  return { mean: total / arrivals, sdLog: Math.sqrt(mean(squares)) };
}

/** Shares of spending by category. Figures by market are few: what is missing is split as for all markets in 2023. */
export function spendShares(market: 'CHN' | 'HKG'): Readonly<Record<string, number>> {
  const all2023 = (metric: string): number => consumed('TOTAL', '2023', metric, 'JPY_bn');
  const split = (left: number, metrics: readonly string[]): readonly number[] => {
    const parts = metrics.map(all2023);
    return parts.map((part) => (left * part) / sum(parts));
  };
  if (market === 'CHN') {
    const shopping = consumed('CHN', '2024', 'spend_shopping') / consumed('CHN', '2024', 'spend_per_visitor');
    const food = consumed('CHN', '2025Q1', 'spend_food') / consumed('CHN', '2025Q1', 'total_spend');
    const [accommodation = 0, transport = 0, entertainment = 0] = split(1 - shopping - food, [
      'spend_accommodation',
      'spend_transport',
      'spend_entertainment',
    ]);
    return { accommodation, food, transport, entertainment, shopping };
  }
  const all2025 = (metric: string): number =>
    consumed('TOTAL', '2025Q3', metric, 'JPY_bn') / consumed('TOTAL', '2025Q3', 'total_spend');
  const [accommodation, food, shopping] = [
    all2025('spend_accommodation'),
    all2025('spend_food'),
    all2025('spend_shopping'),
  ] as const;
  const [transport = 0, entertainment = 0] = split(1 - accommodation - food - shopping, [
    'spend_transport',
    'spend_entertainment',
  ]);
  return { accommodation, food, transport, entertainment, shopping };
}

/** Nights per arrival in the facilities of the accommodation survey, November 2024 to October 2025. */
export function nightsOf(market: 'CHN' | 'HKG'): { readonly mean: number; readonly sd: number } {
  const actual = arrivalsOf(market);
  const rows = readRows('guest_nights_by_prefecture.csv').filter(
    (row) => row.market === market && row.area === 'JP',
  );
  const monthly = rows.map((row) => numeric(row, 'foreign_guest_nights') / at(actual, row.month ?? ''));
  const nights = sum(rows.map((row) => numeric(row, 'foreign_guest_nights')));
  const arrivals = sum(rows.map((row) => at(actual, row.month ?? '')));
  const m = mean(monthly);
  return {
    mean: nights / arrivals,
    sd: Math.sqrt(sum(monthly.map((v) => (v - m) ** 2)) / (monthly.length - 1)),
  };
}
