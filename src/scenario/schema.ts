import type { Quantity } from '../distributions/types.ts';
import { domains } from './domains.ts';
import { dispute } from './schema-dispute.ts';
import { economy } from './schema-economy.ts';
import { effects } from './schema-effects.ts';
import {
  amount,
  amounts,
  date,
  days,
  id,
  list,
  MOST_ENTRIES,
  name,
  number,
  quantity,
  share,
  text,
  wholeNumber,
} from './schema-quantities.ts';
import {
  anything,
  atLeast,
  atMost,
  dictionary,
  either,
  exactly,
  hinted,
  kinds,
  listOf,
  literal,
  nullable,
  optional,
  type Shape,
  strict,
} from './shape.ts';
import type { Advisory, Correlation, Flow, LeadTime, Scenario } from './types.ts';

/*
 * The shape of a scenario. What a shape cannot say (sums, lengths that depend on each other, names that must exist,
 * parameters, supports) is asked by the check; some of it is told to JSON Schema as hints, which have no effect here.
 */

const source = { source: optional(text) };
const factor = quantity(domains.factor);

const dated = list(strict({ date: date, arrivals: quantity(domains.arrivals) }), MOST_ENTRIES);

const baseline: Shape<Flow['baseline']> = kinds([
  strict({
    kind: literal('monthly'),
    arrivals: list(quantity(domains.arrivals), 600),
    noise: optional(factor),
    level: optional(factor),
    ...source,
  }),
  strict({
    kind: literal('annual'),
    total: quantity(domains.arrivals),
    seasons: optional(
      listOf(hinted(number, { minimum: 0 }), exactly(12, 'needs twelve weights, January to December')),
    ),
    growth: optional(quantity(domains.growth)),
    noise: optional(factor),
    ...source,
  }),
  strict({
    kind: literal('fitted'),
    start: text,
    logMedian: list(number, 600, 1),
    components: list(
      strict({
        name: text,
        from: wholeNumber(0, 600, 'a month counted from 0'),
        loadings: list(number, 600),
      }),
      MOST_ENTRIES,
    ),
    share: optional(share),
    sharedAs: optional(name),
    ...source,
  }),
  strict({
    kind: literal('dated'),
    events: dated,
    noise: optional(factor),
    level: optional(factor),
    ...source,
  }),
]);

const leadTime: Shape<LeadTime> = kinds([
  strict({
    kind: literal('mixture'),
    components: list(strict({ weight: number, mean: days }), 64, 1),
    ...source,
  }),
  strict({
    kind: literal('quantiles'),
    median: hinted(number, { minimum: 0 }),
    p90: hinted(number, { minimum: 0 }),
    ...source,
  }),
]);

const substitute = strict({
  share: share,
  spend: optional(amounts),
});
const parts = strict({
  parts: dictionary(
    substitute,
    atLeast(1, 'has no parts'),
    atMost(MOST_ENTRIES, `has more than ${MOST_ENTRIES} parts`),
  ),
});
const hasParts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'parts');

/** Years after the first. */
const MOST_YEARS = 20;

export const flow: Shape<Flow> = strict({
  id,
  origin: name,
  destination: name,
  segment: optional(name),
  sector: optional(name),
  baseline,
  lastYear: optional(list(nullable(hinted(number, { minimum: 0, maximum: domains.arrivals.largest })), 600)),
  leadTime,
  spend: amounts,
  stay: optional(strict({ retention: list(share, MOST_YEARS, 1) })),
  nights: optional(quantity(domains.nights)),
  regions: optional(
    dictionary(
      share,
      atLeast(1, 'has no regions'),
      atMost(MOST_ENTRIES, `has more than ${MOST_ENTRIES} regions`),
    ),
  ),
  ordinaryCancellation: optional(quantity(domains.shareBelowOne)),
  refunds: optional(
    strict({
      prepaidShare: share,
      price: optional(amount),
    }),
  ),
  capacity: optional(strict({ loadFactor: quantity(domains.shareAboveZero) })),
  postponement: optional(
    strict({
      share: share,
      halfLives: strict({ return: days, lapse: optional(days) }),
    }),
  ),
  substitution: optional(either([substitute, parts], (value) => (hasParts(value) ? parts : substitute))),
});

export const advisory: Shape<Advisory> = strict({
  id,
  title: optional(text),
  track: optional(name),
  onset: strict({
    date: date,
    delay: optional(quantity(domains.delay)),
  }),
  duration: days,
  effects,
});

/** Members of one matrix: the engine factorises it. */
const MOST_CORRELATED = 200;

export const correlation: Shape<Correlation> = strict({
  among: list(text, MOST_CORRELATED, 1),
  matrix: list(list(hinted(number, { minimum: -1, maximum: 1 }), MOST_CORRELATED), MOST_CORRELATED),
});

export const prices: Shape<Scenario['prices']> = strict({
  currency: hinted(text, { pattern: '^[A-Z]{3}$' }),
  year: wholeNumber(1900, 2200, 'must be a year from 1900 to 2200'),
});

export const calendar: Shape<Scenario['calendar']> = strict({
  start: hinted(text, {
    pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$',
  }),
  months: wholeNumber(1, 600, 'must be a whole number of months from 1 to 600'),
});

export const gdp: Shape<Quantity> = quantity(domains.gdp);

/** The keys of a scenario, with lists whose entries are looked at one by one. */
export const outline: Shape = strict({
  $schema: optional(anything),
  title: optional(anything),
  prices: anything,
  calendar: anything,
  flows: list(anything, MOST_ENTRIES, 1),
  advisories: list(anything, MOST_ENTRIES),
  dispute: optional(anything),
  correlations: optional(list(anything, MOST_ENTRIES)),
  gdp: optional(anything),
  economy: optional(anything),
});

export const title: Shape<string> = text;

export const schemaAddress: Shape<string> = text;

export const scenario: Shape<Scenario> = strict({
  $schema: optional(schemaAddress),
  title: optional(title),
  prices,
  calendar,
  flows: list(flow, MOST_ENTRIES, 1),
  advisories: list(advisory, MOST_ENTRIES),
  dispute: optional(dispute),
  correlations: optional(list(correlation, MOST_ENTRIES)),
  gdp: optional(gdp),
  economy: optional(economy),
});

export { distribution } from './schema-quantities.ts';
