import type { Counted } from './kernel.ts';
import type { Measure } from './measures.ts';

/** What a count is multiplied with, per flow and draw. */
export type Rate =
  | 'one'
  /** Spend per arrival, by category. */
  | 'spend'
  /** Share replaced x spend of those who replace, by category. */
  | 'substitution'
  | 'nights'
  /** Prepaid share x price of the trip. */
  | 'refund'
  /** 1 / (1 - ordinary cancellation rate). */
  | 'gross';

/** A sum of counts times a rate. */
export interface Term {
  readonly counts: readonly Counted[];
  readonly rate: Rate;
  readonly sign: 1 | -1;
}

const LOST: readonly Counted[] = ['cancelled', 'notBooked', 'blocked'];
const ARRIVALS: readonly Counted[] = ['travelled', 'returned'];

const plus = (counts: readonly Counted[], rate: Rate = 'one'): Term => ({ counts, rate, sign: 1 });
const minus = (counts: readonly Counted[], rate: Rate): Term => ({ counts, rate, sign: -1 });

type SimpleMeasure = Exclude<
  Measure,
  'changeOnBaseline' | 'changeOnLastYear' | 'revenueLostShare' | 'revenueLostOfGdp'
>;

const TERMS: Readonly<
  Record<Exclude<SimpleMeasure, 'cancellations' | 'cancellationsGross'>, readonly Term[]>
> = {
  baseline: [plus(['baseline'])],
  arrivals: [plus(ARRIVALS)],
  arrivalsLost: [plus(LOST)],
  travelled: [plus(['travelled'])],
  cancellationsLater: [plus(['madeLater'])],
  notBooked: [plus(['notBooked'])],
  blocked: [plus(['blocked'])],
  returned: [plus(['returned'])],
  waiting: [plus(['waiting'])],
  bookingsOnHand: [plus(['onHand'])],
  revenue: [plus(ARRIVALS, 'spend')],
  revenueBaseline: [plus(['baseline'], 'spend')],
  revenueLost: [plus(LOST, 'spend')],
  revenueSubstituted: [plus(LOST, 'substitution')],
  revenueReturned: [plus(['returned'], 'spend')],
  revenueLostNet: [plus(LOST, 'spend'), minus(LOST, 'substitution'), minus(['returned'], 'spend')],
  refunds: [plus(['made', 'blocked'], 'refund')],
  guestNights: [plus(ARRIVALS, 'nights')],
  guestNightsLost: [plus(LOST, 'nights')],
};

/** A measure that is a sum of terms; cancellations are dated by the day of travel or by the day they are made. */
export function termsOf(measure: SimpleMeasure, dated: 'travel' | 'made'): readonly Term[] {
  const cancelled: readonly Counted[] = dated === 'made' ? ['made'] : ['cancelled'];
  if (measure === 'cancellations') return [plus(cancelled)];
  if (measure === 'cancellationsGross') return [plus(cancelled, 'gross')];
  return TERMS[measure];
}

export type { SimpleMeasure };

/** A ratio of two sums, less `minus`, formed in each draw. */
export interface Ratio {
  readonly of: SimpleMeasure;
  readonly over: SimpleMeasure | 'lastYear' | 'gdp';
  readonly minus: 0 | 1;
}

const RATIOS: Readonly<Record<Exclude<Measure, SimpleMeasure>, Ratio>> = {
  changeOnBaseline: { of: 'arrivals', over: 'baseline', minus: 1 },
  changeOnLastYear: { of: 'arrivals', over: 'lastYear', minus: 1 },
  revenueLostShare: { of: 'revenueLost', over: 'revenueBaseline', minus: 0 },
  revenueLostOfGdp: { of: 'revenueLost', over: 'gdp', minus: 0 },
};

export function ratioOf(measure: Measure): Ratio | null {
  return measure in RATIOS ? RATIOS[measure as keyof typeof RATIOS] : null;
}
