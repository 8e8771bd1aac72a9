import { holidayRows } from './holidays.generated.ts';
import { known } from './misuse.ts';

export interface Holiday {
  /** `spring_festival`, `qingming`, `labour_day`, `dragon_boat`, `mid_autumn`, `national_day`. */
  readonly kind: string;
  readonly date: string;
  /** The official break, both days included; null where none was announced apart. */
  readonly breakStart: string | null;
  readonly breakEnd: string | null;
  readonly source: string;
}

/**
 * Public holidays of mainland China, 2010 to 2027.
 *
 * @throws RangeError for a kind that is not known, naming the nearest one
 */
export function holidays(
  options: { readonly year?: number; readonly kind?: string } = {},
): readonly Holiday[] {
  const { year, kind } = options;
  if (kind !== undefined) known('kind', kind, [...new Set(holidayRows.map((row) => row[0]))]);
  return holidayRows
    .filter(([holiday, date]) => {
      return (kind ?? holiday) === holiday && (year === undefined || date.startsWith(`${year}-`));
    })
    .map(([holiday, date, breakStart, breakEnd]) => ({
      kind: holiday,
      date,
      breakStart,
      breakEnd,
      source: 'State Council of China, by way of chinese-days and tyme4ts',
    }));
}
