import type { IsoDate } from '../scenario/types.ts';
import type { Part } from './chart-spec.ts';
import { palette } from './palette.ts';

/** A day to be marked on a chart. */
export interface MarkedDay {
  readonly date: IsoDate;
  readonly label: string;
}

/** A thin line from top to bottom for each day, its label at the top, one below the other. */
export function markedDays(days: readonly MarkedDay[], field: string): readonly Part[] {
  if (days.length === 0) return [];
  const x = { field, type: 'temporal', scale: { type: 'utc' } };
  const values = days.map(({ date, label }) => ({ [field]: date, label }));
  return [
    {
      data: { values },
      mark: { type: 'rule', color: palette.accent, strokeWidth: 1.2 },
      encoding: { x },
    },
    ...values.flatMap((value, index): readonly Part[] =>
      rimmedText({
        data: { values: [value] },
        mark: { align: 'left', baseline: 'bottom', dx: 4 },
        encoding: { x, y: { value: 12 + 14 * index }, text: { field: 'label' } },
      }),
    ),
  ];
}

/** Text in the accent's colour with a white rim, so that it can be read before bands and bars. */
export function rimmedText({
  data,
  mark,
  encoding,
}: Readonly<Record<'data' | 'mark' | 'encoding', Part>>): readonly Part[] {
  const written = { type: 'text', fontSize: 11, lineHeight: 14, color: palette.accent, ...mark };
  return [
    { data, mark: { ...written, stroke: '#ffffff', strokeWidth: 4 }, encoding },
    { data, mark: written, encoding },
  ];
}
