/**
 * What can be projected. Counts are arrivals (persons); money is in the scenario's currency and price year.
 *
 * `additive` measures sum over months, flows, regions and categories; a `stock` is read at the end of the period;
 * a `ratio` is formed in each draw from sums.
 */
export interface MeasureDefinition {
  readonly label: string;
  readonly unit: 'arrivals' | 'bookings' | 'money' | 'nights' | 'share';
  readonly kind: 'additive' | 'stock' | 'ratio';
  readonly description: string;
}

export const measures = {
  baseline: {
    label: 'Baseline arrivals',
    unit: 'arrivals',
    kind: 'additive',
    description: 'What would have come without the advisory.',
  },
  arrivals: {
    label: 'Arrivals',
    unit: 'arrivals',
    kind: 'additive',
    description: 'Travelled and returned.',
  },
  arrivalsLost: {
    label: 'Arrivals lost',
    unit: 'arrivals',
    kind: 'additive',
    description: 'Cancelled, not booked and blocked, before returns of postponed travel.',
  },
  travelled: {
    label: 'Travelled as planned',
    unit: 'arrivals',
    kind: 'additive',
    description: 'Arrivals without the returns of postponed travel.',
  },
  cancellations: {
    label: 'Cancellations',
    unit: 'bookings',
    kind: 'additive',
    description:
      'Excess cancellations: by the day of travel, or by the day made for departures within the horizon (made before day 0 left out).',
  },
  cancellationsLater: {
    label: 'Cancellations of departures after the horizon',
    unit: 'bookings',
    kind: 'additive',
    description: 'Made within the horizon for departures after it; by the day made only.',
  },
  cancellationsGross: {
    label: 'Cancellations, gross',
    unit: 'bookings',
    kind: 'additive',
    description: 'Excess cancellations / (1 - ordinary rate): on the footing of gross bookings.',
  },
  notBooked: {
    label: 'Not booked',
    unit: 'arrivals',
    kind: 'additive',
    description: 'Trips that would have been booked and were not.',
  },
  blocked: {
    label: 'Blocked',
    unit: 'arrivals',
    kind: 'additive',
    description: 'Bookings without a seat.',
  },
  returned: {
    label: 'Returned',
    unit: 'arrivals',
    kind: 'additive',
    description: 'Postponed travel that took place.',
  },
  waiting: {
    label: 'Waiting',
    unit: 'arrivals',
    kind: 'stock',
    description: 'Postponed travel still to come, at the end of the period.',
  },
  bookingsOnHand: {
    label: 'Bookings on hand',
    unit: 'bookings',
    kind: 'stock',
    description: 'Outstanding at the end of the period, for all later departures.',
  },
  revenue: {
    label: 'Revenue',
    unit: 'money',
    kind: 'additive',
    description: 'Arrivals x spend.',
  },
  revenueBaseline: {
    label: 'Baseline revenue',
    unit: 'money',
    kind: 'additive',
    description: 'Baseline x spend.',
  },
  revenueLost: {
    label: 'Revenue lost, gross',
    unit: 'money',
    kind: 'additive',
    description: 'Arrivals lost x spend.',
  },
  revenueSubstituted: {
    label: 'Revenue from substitutes',
    unit: 'money',
    kind: 'additive',
    description: 'Share of the arrivals lost that others replace, at their spend.',
  },
  revenueReturned: {
    label: 'Revenue of returns',
    unit: 'money',
    kind: 'additive',
    description: 'Returned x spend, when they come.',
  },
  revenueLostNet: {
    label: 'Revenue lost, net',
    unit: 'money',
    kind: 'additive',
    description: 'Gross loss less substitutes and returns.',
  },
  refunds: {
    label: 'Refund exposure',
    unit: 'money',
    kind: 'additive',
    description:
      '(Cancelled by the day made + blocked by the day of travel) x prepaid share x price, for departures of the horizon; only flows with `refunds`; not split by category.',
  },
  guestNights: {
    label: 'Guest nights',
    unit: 'nights',
    kind: 'additive',
    description: 'Arrivals x nights per arrival; only flows with `nights`.',
  },
  guestNightsLost: {
    label: 'Guest nights lost',
    unit: 'nights',
    kind: 'additive',
    description: 'Arrivals lost x nights per arrival; only flows with `nights`.',
  },
  changeOnBaseline: {
    label: 'Change on the baseline',
    unit: 'share',
    kind: 'ratio',
    description: 'Arrivals / baseline - 1.',
  },
  changeOnLastYear: {
    label: 'Change on last year',
    unit: 'share',
    kind: 'ratio',
    description:
      'Arrivals / arrivals of the same months a year before the horizon - 1; only flows with `lastYear`.',
  },
  revenueLostShare: {
    label: 'Share of baseline revenue lost',
    unit: 'share',
    kind: 'ratio',
    description: 'Revenue lost, gross / baseline revenue.',
  },
  revenueLostOfGdp: {
    label: 'Revenue lost as a share of GDP',
    unit: 'share',
    kind: 'ratio',
    description: 'Revenue lost, gross / GDP of the months in question (a twelfth of a year each).',
  },
} as const;

measures satisfies Readonly<Record<string, MeasureDefinition>>;

/** Name of a measure. */
export type Measure = keyof typeof measures;
