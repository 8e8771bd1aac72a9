import { isoWeek } from '../scenario/calendar.ts';
import type { ResolvedCalendar } from '../scenario/resolved.ts';

/**
 * The pieces of the horizon over which a kernel sums: months, or months cut at the ends of ISO weeks. A cell lies
 * within one month.
 */
export interface Cells {
  /** First day of each cell, and the end of the last. */
  readonly starts: Int32Array;
  readonly month: Int32Array;
  /** ISO week of each cell, such as `2025-W46`; empty where cells are months. */
  readonly weeks: readonly string[];
}

export function monthCells(monthStarts: Int32Array): Cells {
  return {
    starts: monthStarts,
    month: Int32Array.from({ length: monthStarts.length - 1 }, (_, m) => m),
    weeks: [],
  };
}

/** Every day for itself. */
export function dayCells(monthStarts: Int32Array): Cells {
  const months = monthStarts.length - 1;
  const days = monthStarts[months]!;
  const month = new Int32Array(days);
  for (let m = 0; m < months; m++) month.fill(m, monthStarts[m]!, monthStarts[m + 1]!);
  return { starts: Int32Array.from({ length: days + 1 }, (_, d) => d), month, weeks: [] };
}

export function weekCells(calendar: ResolvedCalendar): Cells {
  const starts: number[] = [];
  const month: number[] = [];
  const weeks: string[] = [];
  calendar.months.forEach((_, m) => {
    for (let d = calendar.monthStarts[m]!; d < calendar.monthStarts[m + 1]!; d++) {
      const week = isoWeek(calendar.startDay + d);
      if (d !== calendar.monthStarts[m] && week === weeks[weeks.length - 1]) continue;
      starts.push(d);
      month.push(m);
      weeks.push(week);
    }
  });
  return { starts: Int32Array.from([...starts, calendar.days]), month: Int32Array.from(month), weeks };
}

/** Cells cut where a flow's baseline changes within them, so that each lies within one stretch. */
export interface FineCells {
  readonly starts: Int32Array;
  /** Stretch of each. */
  readonly stretch: Int32Array;
  /** The cell that each is part of. */
  readonly cell: Int32Array;
}

/**
 * @param stretchStarts first day of each stretch, and the end of the last; the ends of months are among them
 * @param day one more day at which to cut; -1 for none
 */
export function cutCells({ starts }: Cells, stretchStarts: Int32Array, day = -1): FineCells {
  const fine: number[] = [];
  const stretch: number[] = [];
  const cell: number[] = [];
  let s = 0;
  for (let c = 0; c + 1 < starts.length; c++) {
    for (let d = starts[c]!, end = d; d < starts[c + 1]!; d = end) {
      while (stretchStarts[s + 1]! <= d) s += 1;
      fine.push(d);
      stretch.push(s);
      cell.push(c);
      end = Math.min(starts[c + 1]!, stretchStarts[s + 1]!);
      if (d < day && day < end) end = day;
    }
  }
  return {
    starts: Int32Array.from([...fine, starts[starts.length - 1]!]),
    stretch: Int32Array.from(stretch),
    cell: Int32Array.from(cell),
  };
}
