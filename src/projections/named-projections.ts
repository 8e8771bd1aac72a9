import { measures } from '../engine/measures.ts';
import type { Measure } from '../engine/types.ts';
import { expectName, expectOptions } from '../scenario/misuse.ts';
import { optionNames, projectAs } from './project.ts';
import type { Projection, ProjectOptions } from './types.ts';

type MeasureIn<Unit> = {
  readonly [M in Measure]: (typeof measures)[M]['unit'] extends Unit ? M : never;
}[Measure];

/** Measures counted in arrivals: `baseline`, `arrivals`, `arrivalsLost`, `travelled`, `notBooked`, `blocked`, `returned`, `waiting`. */
export type ArrivalsMeasure = MeasureIn<'arrivals'>;

/** Measures of money: `revenue`, `revenueBaseline`, `revenueLost`, `revenueSubstituted`, `revenueReturned`, `revenueLostNet`, `refunds`. */
export type RevenueMeasure = MeasureIn<'money'>;

/** Measures of cancellations: `cancellations`, `cancellationsLater`, `cancellationsGross`. */
export type CancellationsMeasure = Exclude<MeasureIn<'bookings'>, 'bookingsOnHand'>;

/** Options of {@link project} of which `measure` may be left out. */
export type ProjectMeasureOptions<M extends Measure> = Omit<ProjectOptions, 'measure'> & {
  readonly measure?: M;
};

const names = Object.keys(measures) as Measure[];
const arrivalsMeasures: readonly Measure[] = names.filter((name) => measures[name].unit === 'arrivals');
const revenueMeasures: readonly Measure[] = names.filter((name) => measures[name].unit === 'money');
const cancellationsMeasures: readonly Measure[] = [
  'cancellations',
  'cancellationsLater',
  'cancellationsGross',
];

/**
 * {@link project} for arrivals: `measure` is `'arrivals'` (travelled and returned) unless another that counts arrivals
 * is asked for (see {@link ArrivalsMeasure}). Same options, same errors.
 *
 * @example
 * ```ts
 * import { projectArrivals, simulate, toRows } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * console.table(toRows(projectArrivals({ run, by: ['month', 'origin'] })));
 * ```
 */
export function projectArrivals(options: ProjectMeasureOptions<ArrivalsMeasure>): Projection {
  return projectOneOf('projectArrivals', 'arrivals', arrivalsMeasures, options);
}

/**
 * {@link project} for cancellations beyond the ordinary: `measure` is `'cancellations'` unless
 * {@link CancellationsMeasure another of them} is asked for. They are dated by the day they are made, so a week's row
 * says how many bookings were cancelled in that week; `dated: 'travel'` dates them by the day of the trip that did not
 * take place, as arrivals are. Same options, same errors.
 *
 * @example
 * ```ts
 * import { projectCancellations, simulate, toRows } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * console.table(toRows(projectCancellations({ run, by: 'week', months: { from: '2025-11', count: 2 } })));
 * ```
 */
export function projectCancellations(options: ProjectMeasureOptions<CancellationsMeasure>): Projection {
  return projectOneOf('projectCancellations', 'cancellations', cancellationsMeasures, options);
}

/**
 * {@link project} for money: `measure` is `'revenue'` (what arrivals spend) unless {@link RevenueMeasure another of
 * money} is asked for: `'revenueLost'` is the gross loss, `'revenueLostNet'` the loss less substitutes and returns.
 * Same options, same errors.
 *
 * @example
 * ```ts
 * import { projectRevenue, simulate, toRows } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * console.table(toRows(projectRevenue({ run, measure: 'revenueLost', by: 'month', cumulative: true })));
 * ```
 */
export function projectRevenue(options: ProjectMeasureOptions<RevenueMeasure>): Projection {
  return projectOneOf('projectRevenue', 'revenue', revenueMeasures, options);
}

function projectOneOf(
  caller: string,
  usual: Measure,
  allowed: readonly Measure[],
  options: ProjectMeasureOptions<Measure>,
): Projection {
  expectOptions(caller, options, optionNames);
  const measure =
    options.measure === undefined
      ? usual
      : expectName('measure', `a measure for ${caller}`, options.measure, allowed);
  return projectAs({ ...options, measure });
}
