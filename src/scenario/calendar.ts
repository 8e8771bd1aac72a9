/**
 * Civil days as integers: days since 1970-01-01 in the proleptic Gregorian calendar. No clock, no time zone, no `Date`.
 * Years 1 to 9999; a scenario may use 1900 to 2200 (see `firstYear`, `lastYear`).
 */

/** Years a scenario's dates may lie in. */
export const firstYear = 1900;
export const lastYear = 2200;

const MONTH_LENGTHS: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export interface CivilMonth {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]!;
}

/** Reads `YYYY-MM-DD`; null where it is no day of the calendar. */
export function readDate(text: string): CivilDate | null {
  const parts = DATE.exec(text);
  if (parts === null) return null;
  const date = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  if (date.year < 1 || date.month < 1 || date.month > 12) return null;
  return date.day < 1 || date.day > daysInMonth(date.year, date.month) ? null : date;
}

/** Reads `YYYY-MM`; null where it is no month. */
export function readMonth(text: string): CivilMonth | null {
  const parts = MONTH.exec(text);
  if (parts === null) return null;
  const read = { year: Number(parts[1]), month: Number(parts[2]) };
  return read.year < 1 || read.month < 1 || read.month > 12 ? null : read;
}

/**
 * Days since 1970-01-01. Years are counted from March, so that the leap day comes last; 400 years are 146,097 days.
 * Howard Hinnant, "chrono-compatible low-level date algorithms" (2013), `days_from_civil`.
 */
export function dayOfCivil({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayOfCivil`: Hinnant's `civil_from_days`. */
export function civilOfDay(day: number): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Days since 1970-01-01 of `YYYY-MM-DD`. Throws a `RangeError` where it is no date. */
export function dayOfDate(text: string): number {
  const date = readDate(text);
  if (date === null) throw new RangeError(`expected a date YYYY-MM-DD, received ${JSON.stringify(text)}`);
  return dayOfCivil(date);
}

/** `YYYY-MM-DD` of a day since 1970-01-01. */
export function dateOfDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilOfDay(day);
  return `${formatMonth({ year, month })}-${digits(dayOfMonth, 2)}`;
}

/** `YYYY-MM` of a day since 1970-01-01. */
export function monthOfDay(day: number): string {
  return formatMonth(civilOfDay(day));
}

/** `YYYY-MM`. */
export function formatMonth({ year, month }: CivilMonth): string {
  return `${digits(year, 4)}-${digits(month, 2)}`;
}

/** The month `count` months after (before, where negative). Throws a `RangeError` where `month` is no month. */
export function addMonths(month: string, count: number): string {
  const read = monthOrThrow(month);
  const index = read.year * 12 + read.month - 1 + count;
  const year = Math.floor(index / 12);
  return formatMonth({ year, month: index - year * 12 + 1 });
}

/** Months from `from` to `to`; negative where `to` comes first. Throws a `RangeError` where one is no month. */
export function monthsBetween(from: string, to: string): number {
  const a = monthOrThrow(from);
  const b = monthOrThrow(to);
  return (b.year - a.year) * 12 + b.month - a.month;
}

/** First day of a month, in days since 1970-01-01. Throws a `RangeError` where it is no month. */
export function firstDayOfMonth(month: string): number {
  return dayOfCivil({ ...monthOrThrow(month), day: 1 });
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: number): number {
  return modulo(day + 3, 7) + 1;
}

/** ISO 8601 week of a day, `YYYY-Www`: weeks begin on Monday and belong to the year of their Thursday. */
export function isoWeek(day: number): string {
  const thursday = day - weekday(day) + 4;
  const { year } = civilOfDay(thursday);
  const week = Math.floor((thursday - dayOfCivil({ year, month: 1, day: 1 })) / 7) + 1;
  return `${digits(year, 4)}-W${digits(week, 2)}`;
}

function monthOrThrow(text: string): CivilMonth {
  const month = readMonth(text);
  if (month === null) throw new RangeError(`expected a month YYYY-MM, received ${JSON.stringify(text)}`);
  return month;
}

function modulo(value: number, by: number): number {
  return value - by * Math.floor(value / by);
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
