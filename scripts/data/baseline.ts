/**
 * The plain seasonal baseline of the preset, and how wrong the same method was in quiet years.
 *
 * Forecast made at the end of month T for month T + h: the same month of the last twelve, times a growth on the
 * year before that fades, f(h) = f(h - 12) exp(g phi^h), with f(h - 12) an actual figure for h <= 12 and g the log
 * growth of the latest K months on the year before. Lunar New Year (and Easter, for Hong Kong) move between months:
 * each day of the feast's window in a month is worth a factor exp(b), b measured on the ratio of the two months.
 */
import { cell, numeric, readRows } from './csv.ts';

export type Series = ReadonlyMap<string, number>;

export function arrivalsOf(market: string): Series {
  return new Map(
    readRows('arrivals_monthly.csv')
      .filter((row) => row.market === market)
      .map((row) => [cell(row, 'month'), numeric(row, 'arrivals')]),
  );
}

export function shift(month: string, by: number): string {
  const n = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`;
}

export function at(series: Series, month: string): number {
  const value = series.get(month);
  if (value === undefined) throw new Error(`no figure for ${month}`);
  return value;
}

/** A feast that moves between two months, and the days around it that count. */
export interface Feast {
  readonly days: ReadonlyMap<number, string>;
  readonly before: number;
  readonly after: number;
  readonly months: readonly [string, string];
}

const day = 86_400_000;

/** Days of the feast's window that fall into the month. */
export function daysIn(feast: Feast, month: string): number {
  const date = feast.days.get(Number(month.slice(0, 4)));
  if (date === undefined) throw new Error(`no feast in ${month}`);
  let count = 0;
  for (let d = -feast.before; d <= feast.after; d++) {
    if (new Date(Date.parse(date) + d * day).toISOString().slice(0, 7) === month) count++;
  }
  return count;
}

export const newYear: Feast = {
  days: new Map(
    readRows('holidays.csv')
      .filter((row) => row.holiday === 'spring_festival')
      .map((row) => [numeric(row, 'year'), cell(row, 'date')]),
  ),
  before: 3,
  after: 6,
  months: ['01', '02'],
};

/** Easter Sunday by the anonymous Gregorian algorithm. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`;
}

const years = Array.from({ length: 18 }, (_, i) => 2010 + i);

export const easter: Feast = {
  days: new Map(years.map((year) => [year, easterSunday(year)])),
  before: 4,
  after: 3,
  months: ['03', '04'],
};

export interface FeastEffect {
  readonly feast: Feast;
  readonly perDay: number;
  readonly standardError: number;
  readonly r2: number;
}

/** Least squares of log(first month / second month) on the difference of the feast's days in them. */
export function measureFeast(series: Series, feast: Feast, over: readonly number[]): FeastEffect {
  const points = over.map((year) => {
    const [first, second] = feast.months.map((m) => `${year}-${m}`) as [string, string];
    return {
      x: daysIn(feast, first) - daysIn(feast, second),
      y: Math.log(at(series, first) / at(series, second)),
    };
  });
  const mx = mean(points.map((p) => p.x));
  const my = mean(points.map((p) => p.y));
  const sxx = sum(points.map((p) => (p.x - mx) ** 2));
  const syy = sum(points.map((p) => (p.y - my) ** 2));
  const perDay = sum(points.map((p) => (p.x - mx) * (p.y - my))) / sxx;
  const rss = sum(points.map((p) => (p.y - my - perDay * (p.x - mx)) ** 2));
  return { feast, perDay, standardError: Math.sqrt(rss / (points.length - 2) / sxx), r2: 1 - rss / syy };
}

export interface Method {
  /** Months whose growth on the year before is carried on. */
  readonly window: number;
  /** What is left of that growth after a month. */
  readonly fade: number;
}

/** Forecasts of the months after `origin`. */
export function forecast(
  series: Series,
  origin: string,
  months: number,
  method: Method,
  feasts: readonly FeastEffect[],
): readonly number[] {
  let latest = 0;
  let before = 0;
  for (let i = 0; i < method.window; i++) {
    latest += at(series, shift(origin, -i));
    before += at(series, shift(origin, -i - 12));
  }
  const growth = Math.log(latest / before);
  const known = new Map<string, number>();
  for (let h = 1; h <= months; h++) {
    const month = shift(origin, h);
    const base = shift(month, -12);
    let moved = 0;
    for (const { feast, perDay } of feasts) {
      if (feast.months.includes(month.slice(5)))
        moved += perDay * (daysIn(feast, month) - daysIn(feast, base));
    }
    const start = known.get(base) ?? at(series, base);
    known.set(month, start * Math.exp(growth * method.fade ** h + moved));
  }
  return [...known.values()];
}

export interface Errors {
  /** Root mean square of the mean log error over the horizon: what one factor on all months must cover. */
  readonly level: number;
  readonly bias: number;
  /** Standard deviation of a month's log error about its horizon's mean. */
  readonly noise: number;
  readonly windows: number;
}

/** Log errors of the method over the windows that begin after each origin. */
export function errorsOf(
  series: Series,
  origins: readonly string[],
  months: number,
  method: Method,
  feasts: readonly FeastEffect[],
): Errors {
  const levels: number[] = [];
  let within = 0;
  for (const origin of origins) {
    const errors = forecast(series, origin, months, method, feasts).map((f, i) =>
      Math.log(at(series, shift(origin, i + 1)) / f),
    );
    const level = mean(errors);
    levels.push(level);
    within += sum(errors.map((e) => (e - level) ** 2)) / (months - 1);
  }
  return {
    level: Math.sqrt(mean(levels.map((l) => l * l))),
    bias: mean(levels),
    noise: Math.sqrt(within / origins.length),
    windows: origins.length,
  };
}

/** Months from one to another, both included. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const out: string[] = [];
  for (let month = from; month <= to; month = shift(month, 1)) out.push(month);
  return out;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
