// What must not compile, and why. Each line below `@ts-expect-error` fails with the code named there, and with no
// other: types.test.ts takes the expectations away and compares. Complete inputs come first, to show what compiles.
import type { Distribution, Quantity } from '../../src/distributions/types.ts';
import type {
  Advisory,
  Baseline,
  DisputeEvent,
  DisputeStage,
  Effect,
  Flow,
  LeadTime,
  Scenario,
  Selector,
} from '../../src/scenario/types.ts';

const effect: Effect = {
  id: 'leisure',
  on: { origin: 'CHN', segment: ['group', 'individual'] },
  suppression: { kind: 'beta', mean: 0.6, sd: 0.1, source: 'an assumption' },
  cancellation: 0.4,
  halfLives: { awareness: 3, cancelling: 5, recovery: { kind: 'lognormal', mean: 60, sd: 30 } },
};
const advisory: Advisory = {
  id: 'advice',
  onset: { date: '2025-11-14' },
  duration: { kind: 'lognormal', mean: 120, sd: 60 },
  effects: [effect],
};
const flow: Flow = {
  id: 'group',
  origin: 'CHN',
  destination: 'JPN',
  baseline: { kind: 'monthly', arrivals: [100_000, { kind: 'normal', mean: 110_000, sd: 5_000 }] },
  leadTime: { kind: 'quantiles', median: 30, p90: 90 },
  spend: { lodging: 80_000, shopping: { kind: 'gamma', mean: 90_000, sd: 20_000 } },
};
export const scenario: Scenario = {
  prices: { currency: 'JPY', year: 2024 },
  calendar: { start: '2025-11-01', months: 2 },
  flows: [flow],
  advisories: [advisory],
};

// @ts-expect-error TS2741: an effect without half-lives has no dynamics
export const withoutHalfLives: Effect = { id: 'x', on: {}, suppression: 0.5, cancellation: 0.5 };

// @ts-expect-error TS2741: cancelling and recovery are named too: no half-life is guessed
export const withoutRecovery: Effect['halfLives'] = { awareness: 3, cancelling: 5 };

// @ts-expect-error TS2561: a misspelt key is not ignored
export const misspelt: Selector = { orgin: 'CHN' };

// @ts-expect-error TS2322: a share is a quantity, not its text
export const share: Quantity = '35%';

// @ts-expect-error TS2322: kinds of distributions are a closed list
export const unknownKind: Distribution = { kind: 'cauchy', mean: 0, sd: 1 };

// @ts-expect-error TS2353: parameters are the analyst's (mean and sd), not the textbook's
export const textbook: Distribution = { kind: 'beta', alpha: 2, beta: 3 };

// @ts-expect-error TS2322: a mean without a spread is a number, not a distribution
export const withoutSpread: Distribution = { kind: 'normal', mean: 0 };

// @ts-expect-error TS2353: a mixture of lags has components, a fit has quantiles; one input is not both
export const both: LeadTime = { kind: 'quantiles', median: 30, p90: 90, components: [] };

// @ts-expect-error TS2322: a baseline says which kind it is
export const withoutKind: Baseline = { arrivals: [1, 2, 3] };

// @ts-expect-error TS2741: every scenario says in which prices it counts
export const withoutPrices: Scenario = { calendar: scenario.calendar, flows: [], advisories: [] };

// @ts-expect-error TS2375: optional means absent, not undefined
export const undefinedTrack: Advisory = { ...advisory, track: undefined };

// @ts-expect-error TS2540: inputs are read-only
scenario.calendar.months = 3;

// @ts-expect-error TS2339: flows cannot be pushed into a scenario
scenario.flows.push(flow);

export const disputed: Scenario = {
  ...scenario,
  dispute: {
    start: { date: '2025-11-14', stage: 'words' },
    stages: [{ id: 'words', sojourn: 30, next: [{ to: 'over', weight: 1 }] }, { id: 'over' }],
    events: [{ id: 'talks', date: '2025-11-18', hazards: [{ to: 'over', factor: 2 }] }],
  },
};

// @ts-expect-error TS2322: a way on has a weight, it is no bare name
export const bareWay: DisputeStage = { id: 'words', sojourn: 30, next: ['over'] };

// @ts-expect-error TS2741: an event has a date, even if it may be delayed
export const undated: DisputeEvent = { id: 'talks', probability: 0.5 };
