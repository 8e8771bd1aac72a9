/**
 * What past episodes say, as numbers: falls against a counterfactual, days in force, half-lives, shares of bookings
 * cancelled. One function for each; the pools are named where they are formed (`priors.ts`).
 */
import { arrivalsOf, at, mean, shift, sum } from './baseline.ts';
import { cell, numeric, optional, readRows } from './csv.ts';

const episodes = readRows('episodes.csv');

function episode(id: string): (typeof episodes)[number] {
  const found = episodes.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no episode ${id}`);
  return found;
}

function months(id: string): ReadonlyMap<string, { readonly arrivals: number; readonly yoy: number | null }> {
  return new Map(
    readRows('episode_arrivals_monthly.csv')
      .filter((row) => row.episode_id === id && row.arrivals !== '')
      .map((row) => [
        cell(row, 'month'),
        { arrivals: numeric(row, 'arrivals'), yoy: optional(row, 'yoy_pct') },
      ]),
  );
}

/** A figure of `behaviour.csv`. */
export function behaviour(subject: string, statistic: string): number {
  const found = readRows('behaviour.csv').find((r) => r.case === subject && r.statistic === statistic);
  if (found === undefined) throw new Error(`no ${subject}, ${statistic}`);
  return numeric(found, 'value');
}

/** A figure of `cancellations.csv`, by the beginning of its text. */
export function counted(fact: string): number {
  const found = readRows('cancellations.csv').filter((row) => cell(row, 'fact').startsWith(fact));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} facts '${fact}'`);
  return numeric(found[0], 'value');
}

/** Deepest fall against what would have come, as a share. */
export function fall(id: string): number {
  if (id === 'CHN_KOR_2017') {
    // The year before, carried on with the growth of the two months before the order.
    const series = months(id);
    const growth = mean(['2017-01', '2017-02'].map((month) => series.get(month)?.yoy ?? Number.NaN)) / 100;
    const falls = ['2017-03', '2017-04', '2017-05', '2017-06', '2017-07', '2017-08'].map((month) => {
      const now = series.get(month)?.arrivals ?? Number.NaN;
      return 1 - now / ((series.get(shift(month, -12))?.arrivals ?? Number.NaN) * (1 + growth));
    });
    return Math.max(...falls);
  }
  if (id === 'CHN_VNM_2014') {
    // Two bounds: on the year before (growth left out) and on the month before the rig (season left out).
    const series = months(id);
    const july = series.get('2014-07');
    const april = series.get('2014-04');
    if (july === undefined || april === undefined || july.yoy === null) throw new Error('Vietnam 2014');
    return mean([-july.yoy / 100, 1 - july.arrivals / april.arrivals]);
  }
  return -numeric(episode(id), 'fall_vs_counterfactual_pct') / 100;
}

/** Days from onset to easing; the middle of the month where only the month is known. */
export function daysInForce(id: string): number {
  const easing = cell(episode(id), 'easing');
  const end = easing.length === 7 ? `${easing}-15` : easing;
  return (Date.parse(end) - Date.parse(cell(episode(id), 'onset'))) / 86_400_000;
}

/** Months until arrivals were back at 90% of the level before; the middle of a range, the bound where there is one. */
export function monthsToRecover(id: string): number {
  const low = optional(episode(id), 'months_to_90pct_low');
  const high = optional(episode(id), 'months_to_90pct_high');
  const known = [low, high].filter((v): v is number => v !== null);
  return mean(known);
}

const daysPerMonth = 365.25 / 12;

/** Days for half the gap to close after easing: from easing to nine tenths, along an exponential. */
export function recoveryHalfLife(id: string): number {
  const low = optional(episode(id), 'half_life_months_low');
  const high = optional(episode(id), 'half_life_months_high');
  if (id === 'CHN_JPN_2012' || id === 'RUS_TUR_2015') {
    if (low === null || high === null) throw new Error(id);
    return Math.sqrt(low * high) * daysPerMonth;
  }
  return (monthsToRecover(id) * daysPerMonth - daysInForce(id)) / Math.log2(fall(id) / 0.1);
}

/** Half-life in days of the approach to the deepest fall, by least squares on its monthly shares. */
export function onsetHalfLife(id: string): number {
  const onset = Date.parse(cell(episode(id), 'onset'));
  const shares = readRows('behaviour.csv').filter((row) => row.topic === 'ramp' && row.case === id);
  const first = cell(episode(id), 'onset').slice(0, 7);
  let best = { h: Number.NaN, loss: Number.POSITIVE_INFINITY };
  for (let h = 0.5; h <= 90; h += 0.5) {
    const loss = sum(
      shares.map((row, index) => {
        const start = Date.parse(`${shift(first, index)}-01`);
        const end = Date.parse(`${shift(first, index + 1)}-01`);
        const reached: number[] = [];
        for (let d = start; d < end; d += 86_400_000) {
          const t = (d - onset) / 86_400_000 + 1;
          reached.push(t > 0 ? 1 - 2 ** (-t / h) : 0);
        }
        return (numeric(row, 'value') - mean(reached)) ** 2;
      }),
    );
    if (loss < best.loss) best = { h, loss };
  }
  return best.h;
}

/**
 * Share of the bookings on hand that were cancelled, as a multiple of the share of new bookings lost, from how much
 * of the deepest fall was reached in the first whole month: trips booked before the onset make up the rest of it.
 */
export function cancelledPerNotBooked(id: string): number {
  const onset = cell(episode(id), 'onset');
  const next = shift(onset.slice(0, 7), 1);
  const middle =
    (Date.parse(`${next}-01`) + Date.parse(`${shift(next, 1)}-01`)) / 2 / 86_400_000 -
    Date.parse(onset) / 86_400_000;
  const at30 = behaviour('ALL', 'share of arrivals gone after 30 days if bookings on hand are kept');
  const at60 = behaviour('ALL', 'share of arrivals gone after 60 days if bookings on hand are kept');
  const bookedSince = at30 + ((at60 - at30) * (middle - 30)) / 30;
  return (behaviour(id, 'share of the deepest fall, month 1') - bookedSince) / (1 - bookedSince);
}

/** Fall of Hong Kong's arrivals in the four months from September against the eight months before; 0 where they rose. */
export function hongKongFall(year: number, before: number): number {
  const series = arrivalsOf('HKG');
  const total = (y: number, from: number, to: number): number =>
    sum(
      Array.from({ length: to - from + 1 }, (_, i) =>
        at(series, `${y}-${String(from + i).padStart(2, '0')}`),
      ),
    );
  const after = total(year, 9, 12) / total(before, 9, 12);
  const earlier = total(year, 1, 8) / total(before, 1, 8);
  return Math.max(0, 1 - after / earlier);
}

/** Peak fall on the year before, as a share. */
export function peakFall(id: string): number {
  return -numeric(episode(id), 'peak_drop_yoy_pct') / 100;
}
