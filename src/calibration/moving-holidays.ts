import { addMonths, dayOfDate, firstDayOfMonth } from '../scenario/calendar.ts';
import type { IsoDate } from '../scenario/types.ts';

/** A holiday that falls into different months from year to year. */
export interface MovingHoliday {
  /** Names its stream: `lunar-new-year`. */
  readonly id: string;
  /** Its day, one for each time it comes, over the history and the forecast. */
  readonly dates: readonly IsoDate[];
  /** Days before that count as part of it; default 0. */
  readonly before?: number;
  /** Days after that count as part of it; default 0. */
  readonly after?: number;
  /**
   * What is thought beforehand of its effect on the logarithm of a month that holds all of its days; default mean 0,
   * sd 0.3. Two years of history tell little about it, and then this matters.
   */
  readonly effect?: { readonly mean: number; readonly sd: number };
}

/** Share of a holiday's days in each of consecutive months. */
export function holidayShares(holiday: MovingHoliday, start: string, months: number): Float64Array {
  const { before = 0, after = 0 } = holiday;
  const days = holiday.dates.map(dayOfDate);
  const shares = new Float64Array(months);
  for (let m = 0; m < months; m++) {
    const first = firstDayOfMonth(addMonths(start, m));
    const end = firstDayOfMonth(addMonths(start, m + 1));
    let count = 0;
    for (const day of days) {
      count += Math.max(0, Math.min(end, day + after + 1) - Math.max(first, day - before));
    }
    shares[m] = count / (before + after + 1);
  }
  return shares;
}

/**
 * Lunar New Year, 2000 to 2031 (Spring Festival, Tet, Seollal): the second new moon after the winter solstice at
 * 120 degrees east; Seollal and Tet have fallen on the same day throughout except for Tet in 2007 (a day earlier). As
 * computed by tyme4ts and lunar-typescript, which agree.
 *
 * `effect` here and below: mean and spread of the effects fitted to 23 markets of Japan (JNTO, July 2012 to December 2019).
 */
export const lunarNewYear: MovingHoliday = {
  id: 'lunar-new-year',
  before: 4,
  after: 9,
  effect: { mean: 0.1, sd: 0.2 },
  dates: [
    '2000-02-05',
    '2001-01-24',
    '2002-02-12',
    '2003-02-01',
    '2004-01-22',
    '2005-02-09',
    '2006-01-29',
    '2007-02-18',
    '2008-02-07',
    '2009-01-26',
    '2010-02-14',
    '2011-02-03',
    '2012-01-23',
    '2013-02-10',
    '2014-01-31',
    '2015-02-19',
    '2016-02-08',
    '2017-01-28',
    '2018-02-16',
    '2019-02-05',
    '2020-01-25',
    '2021-02-12',
    '2022-02-01',
    '2023-01-22',
    '2024-02-10',
    '2025-01-29',
    '2026-02-17',
    '2027-02-06',
    '2028-01-26',
    '2029-02-13',
    '2030-02-03',
    '2031-01-23',
  ],
};

/** Mid-Autumn Festival and Chuseok, 2000 to 2031: the fifteenth day of the eighth lunar month. */
export const midAutumn: MovingHoliday = {
  id: 'mid-autumn',
  before: 2,
  after: 3,
  effect: { mean: 0, sd: 0.08 },
  dates: [
    '2000-09-12',
    '2001-10-01',
    '2002-09-21',
    '2003-09-11',
    '2004-09-28',
    '2005-09-18',
    '2006-10-06',
    '2007-09-25',
    '2008-09-14',
    '2009-10-03',
    '2010-09-22',
    '2011-09-12',
    '2012-09-30',
    '2013-09-19',
    '2014-09-08',
    '2015-09-27',
    '2016-09-15',
    '2017-10-04',
    '2018-09-24',
    '2019-09-13',
    '2020-10-01',
    '2021-09-21',
    '2022-09-10',
    '2023-09-29',
    '2024-09-17',
    '2025-10-06',
    '2026-09-25',
    '2027-09-15',
    '2028-10-03',
    '2029-09-22',
    '2030-09-12',
    '2031-10-01',
  ],
};

/** Easter Sunday of the Gregorian calendar, 2000 to 2031. */
export const easter: MovingHoliday = {
  id: 'easter',
  before: 4,
  after: 3,
  effect: { mean: 0.07, sd: 0.12 },
  dates: Array.from({ length: 32 }, (_, index) => easterSunday(2000 + index)),
};

/** The anonymous Gregorian algorithm (Meeus 1991, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): IsoDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return `${year}-0${Math.floor(n / 31)}-${String((n % 31) + 1).padStart(2, '0')}`;
}
