import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civilOfDay,
  dateOfDay,
  dayOfCivil,
  dayOfDate,
  daysInMonth,
  firstDayOfMonth,
  isoWeek,
  monthOfDay,
  monthsBetween,
  readDate,
  readMonth,
  weekday,
} from '../../../src/scenario/calendar.ts';
import { resolveCalendar } from '../../../src/scenario/resolve-calendar.ts';

describe('civil days', () => {
  it('agree with the language on every day from 1900 to 2200, and go back', () => {
    const first = Date.UTC(1900, 0, 1) / 86_400_000;
    const last = Date.UTC(2200, 11, 31) / 86_400_000;
    for (let day = first; day <= last; day += 1) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (dateOfDay(day) !== text || dayOfDate(text) !== day || dayOfCivil(civilOfDay(day)) !== day) {
        expect(dateOfDay(day), String(day)).toBe(text);
        expect(dayOfDate(text), text).toBe(day);
      }
    }
    expect(dayOfDate('1970-01-01')).toBe(0);
  });

  it('hold far from the epoch: 400 years are 146,097 days', () => {
    expect(dayOfDate('0001-01-01')).toBe(-719_162);
    expect(dayOfDate('2400-02-29') - dayOfDate('2000-02-29')).toBe(146_097);
    expect(dateOfDay(-719_162)).toBe('0001-01-01');
  });

  it('know the length of months', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(Array.from({ length: 12 }, (_, m) => daysInMonth(2025, m + 1)).reduce((a, b) => a + b)).toBe(365);
  });
});

describe('readDate', () => {
  it.each(['2025-11-14', '2024-02-29', '1900-01-01', '2200-12-31'])('reads %s', (text) => {
    const date = readDate(text);
    expect(date === null ? null : dateOfDay(dayOfCivil(date))).toBe(text);
  });

  it.each(['', '2025-11', '2025-2-01', '2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-01-00'])(
    'refuses %j',
    (text) => expect(readDate(text)).toBeNull(),
  );

  it.each(['2025-11-14T00:00', ' 2025-11-14', '2025-11-14\n', '20251114', '0000-01-01', '٢٠٢٥-11-14'])(
    'refuses %j',
    (text) => expect(readDate(text)).toBeNull(),
  );

  it('has a throwing door', () => {
    expect(() => dayOfDate('2025-02-30')).toThrow(
      new RangeError('expected a date YYYY-MM-DD, received "2025-02-30"'),
    );
  });
});

describe('months', () => {
  it('are added across years', () => {
    expect(addMonths('2025-11', 0)).toBe('2025-11');
    expect(addMonths('2025-11', 2)).toBe('2026-01');
    expect(addMonths('2025-11', -11)).toBe('2024-12');
    expect(addMonths('2025-11', 600)).toBe('2075-11');
    expect(monthsBetween('2025-11', addMonths('2025-11', -37))).toBe(-37);
  });

  it('have a first day and name their days', () => {
    expect(dateOfDay(firstDayOfMonth('2024-02'))).toBe('2024-02-01');
    expect(monthOfDay(firstDayOfMonth('2024-03') - 1)).toBe('2024-02');
    expect(readMonth('2025-13')).toBeNull();
    expect(() => addMonths('2025-1', 1)).toThrow(RangeError);
  });
});

describe('isoWeek', () => {
  // ISO 8601: the week of a year's first Thursday is its first.
  it.each([
    ['2025-11-14', '2025-W46'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2023-01-01', '2022-W52'],
    ['1969-12-29', '1970-W01'],
  ])('puts %s into %s', (date, week) => expect(isoWeek(dayOfDate(date))).toBe(week));

  it('begins on Mondays', () => {
    expect(weekday(dayOfDate('2025-11-10'))).toBe(1);
    expect(weekday(dayOfDate('1899-12-31'))).toBe(7);
    for (let day = -40_000; day < 40_000; day += 1) {
      const changes = isoWeek(day) !== isoWeek(day - 1);
      if (changes !== (weekday(day) === 1)) expect.fail(dateOfDay(day));
    }
  });
});

describe('resolveCalendar', () => {
  it('counts months and days from the start', () => {
    expect(resolveCalendar({ start: '2023-12-01', months: 4 })).toEqual({
      startDay: 19_692,
      days: 122,
      months: ['2023-12', '2024-01', '2024-02', '2024-03'],
      monthStarts: [0, 31, 62, 91, 122],
    });
  });
});
