import { monthsBetween, readMonth } from '../scenario/calendar.ts';

/** A month's figure; `null` where there is none. */
export interface MonthlyObservation {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Persons; above 0, or `null` for a month without a figure (which is not the same as none came). */
  readonly arrivals: number | null;
}

/** Consecutive months, from the first named to the last; NaN where a month has no figure. */
export interface AlignedSeries {
  readonly start: string;
  readonly values: Float64Array;
  /** Months with a figure. */
  readonly observed: number;
}

/**
 * Puts observations on consecutive months. Gaps become missing months. Figures may come in any order.
 *
 * @param least months with a figure that are needed
 * @throws RangeError with everything that is wrong: no month, a month twice, a figure that is no number, zero or
 * below (the model is of logarithms: a month in which nobody came has to be left out, and said so), too few figures.
 */
export function alignSeries(
  history: readonly MonthlyObservation[],
  least: number,
  option = 'history',
): AlignedSeries {
  const problems: string[] = [];
  const seen = new Map<string, number>();
  history.forEach(({ month, arrivals }, index) => {
    const at = `${option}[${index}]`;
    if (typeof month !== 'string' || readMonth(month) === null) {
      problems.push(`${at}.month: expected a month YYYY-MM, got ${JSON.stringify(month)}`);
      return;
    }
    const earlier = seen.get(month);
    if (earlier !== undefined) {
      problems.push(`${at}.month: ${month} stands at ${option}[${earlier}] already`);
    } else {
      seen.set(month, index);
    }
    if (arrivals !== null && !(Number.isFinite(arrivals) && arrivals > 0)) {
      problems.push(
        `${at}.arrivals: expected a number above 0, or null for a month without a figure, got ${arrivals}`,
      );
    }
  });
  const observed = history.filter(({ arrivals }) => arrivals !== null);
  if (observed.length < least) {
    problems.push(`${option}: expected ${least} months with a figure or more, got ${observed.length}`);
  }
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
  const months = history.map(({ month }) => month).sort();
  const start = months[0]!;
  const values = new Float64Array(monthsBetween(start, months[months.length - 1]!) + 1).fill(Number.NaN);
  for (const { month, arrivals } of observed) values[monthsBetween(start, month)] = arrivals!;
  return { start, values, observed: observed.length };
}
