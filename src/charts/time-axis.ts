import type { Axis } from '../engine/types.ts';
import { dateOfDay, dayOfDate, weekday } from '../scenario/calendar.ts';
import type { Part } from './chart-spec.ts';

/** The axes along which time runs. */
export const timeAxes: readonly Axis[] = ['month', 'week', 'year'];

/** The middle of a month, an ISO week or a year, as `YYYY-MM-DD`: where its figure is drawn. */
export function middleOf(axis: Axis, value: string): string {
  if (axis === 'month') return `${value}-15`;
  if (axis === 'year') return `${value}-07-01`;
  // Thursday of the week; 4 January is always in week 1.
  const [year, week] = value.split('-W');
  const fourth = dayOfDate(`${year!}-01-04`);
  const thursday = fourth - weekday(fourth) + 4;
  return dateOfDay(thursday + 7 * (Number(week) - 1));
}

/** First day of the first period and last day of the last: the span that the periods fill. */
export function spanOf(axis: Axis, values: readonly string[]): readonly [string, string] {
  const first = dayOfDate(middleOf(axis, values[0]!));
  const last = dayOfDate(middleOf(axis, values[values.length - 1]!));
  const half = axis === 'month' ? 14 : axis === 'week' ? 3 : 181;
  return [dateOfDay(first - half), dateOfDay(last + half - 1)];
}

const MILLISECONDS_OF_DAY = 86_400_000;

/** A horizontal encoding of dates, in universal time so that no time zone moves a mark; labels name months. */
export function dateEncoding(
  field: string,
  span: readonly [string, string],
  width: number,
  axis: Axis = 'month',
): Part {
  const days = dayOfDate(span[1]) - dayOfDate(span[0]) + 1;
  const pixels = (width / days) * 30.4;
  const week = (width / days) * 7;
  const scale = { type: 'utc', domain: span, nice: false };
  // Where there is room, weeks are named by their Mondays.
  if (axis === 'week' && week >= 44) {
    const mondays = Array.from({ length: Math.ceil(days / 7) }, (_, w) => dayOfDate(span[0]) + 7 * w);
    return {
      field,
      type: 'temporal',
      scale,
      axis: {
        title: 'Week from Monday',
        grid: false,
        values: mondays.map((day) => day * MILLISECONDS_OF_DAY),
        labelExpr: `[utcFormat(datum.value, '%-d %b'), datum.index === 0 || utcdayofyear(datum.value) <= 7 ? utcFormat(datum.value, '%Y') : '']`,
        labelAlign: 'center',
        labelOffset: week / 2,
        labelFlush: false,
        labelOverlap: false,
      },
    };
  }
  const step = axis === 'year' ? 12 : pixels >= 24 ? 1 : pixels >= 8 ? 3 : 12;
  // The first mark has its year too, unless that of the next would stand in its way.
  const newYear = `utcmonth(datum.value) === 0 || (datum.index === 0 && utcmonth(datum.value) + ${step} < 12)`;
  return {
    field,
    type: 'temporal',
    scale,
    axis: {
      title: null,
      grid: false,
      tickCount: { interval: 'month', step },
      labelExpr: `[utcFormat(datum.value, '%b'), ${newYear} ? utcFormat(datum.value, '%Y') : '']`,
      labelAlign: 'center',
      labelOffset: Math.min(24, pixels / 2),
      labelFlush: false,
      labelOverlap: false,
    },
  };
}
