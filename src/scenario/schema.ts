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
const factor = quantity(domains.factor, 'A factor, mean 1 by habit');

const dated = list(
  strict({ date: date('YYYY-MM-DD'), arrivals: quantity(domains.arrivals, 'Arrivals of the day') }),
  MOST_ENTRIES,
);

const baseline: Shape<Flow['baseline']> = kinds([
  strict({
    kind: literal('monthly'),
    arrivals: list(quantity(domains.arrivals, 'Arrivals of a month'), 600),
    noise: optional(factor),
    level: optional(factor),
    ...source,
  }),
  strict({
    kind: literal('annual'),
    total: quantity(domains.arrivals, 'Arrivals of a year'),
    seasons: optional(
      listOf(hinted(number, { minimum: 0 }), exactly(12, 'needs twelve weights, January to December')),
    ),
    growth: optional(quantity(domains.growth, 'Growth a year, as a share')),
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
    share: optional(share('of the market of the forecast')),
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
    components: list(strict({ weight: number, mean: days('Mean lag') }), 64, 1),
    ...source,
  }),
  strict({
    kind: literal('quantiles'),
    median: hinted(number, { minimum: 0, description: 'Days' }),
    p90: hinted(number, { minimum: 0, description: 'Days' }),
    ...source,
  }),
]);

const substitute = strict({
  share: share('of the lost arrivals'),
  spend: optional(amounts('Spend per replacing arrival')),
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
  spend: amounts('Spend per arrival'),
  stay: optional(strict({ retention: list(share('who stay for another year'), MOST_YEARS, 1) })),
  nights: optional(quantity(domains.nights, 'Nights per arrival')),
  regions: optional(
    dictionary(
      share('of the spend'),
      atLeast(1, 'has no regions'),
      atMost(MOST_ENTRIES, `has more than ${MOST_ENTRIES} regions`),
    ),
  ),
  ordinaryCancellation: optional(
    quantity(domains.shareBelowOne, 'Share of bookings cancelled in ordinary times, 0 to below 1'),
  ),
  refunds: optional(
    strict({
      prepaidShare: share('of the price paid before travel'),
      price: optional(amount('Price of the trip')),
    }),
  ),
  capacity: optional(
    strict({ loadFactor: quantity(domains.shareAboveZero, 'Share of the seats taken, above 0 to 1') }),
  ),
  postponement: optional(
    strict({
      share: share('of the lost arrivals'),
      halfLives: strict({ return: days('Half-life of return'), lapse: optional(days('Half-life of lapse')) }),
    }),
  ),
  substitution: optional(either([substitute, parts], (value) => (hasParts(value) ? parts : substitute))),
});

export const advisory: Shape<Advisory> = strict({
  id,
  title: optional(text),
  track: optional(name),
  onset: strict({
    date: date('YYYY-MM-DD'),
    delay: optional(quantity(domains.delay, 'Days after the date')),
  }),
  duration: days('Time in force'),
  effects,
});

/** Members of one matrix: the engine factorises it. */
const MOST_CORRELATED = 200;

export const correlation: Shape<Correlation> = strict({
  among: list(text, MOST_CORRELATED, 1),
  matrix: list(list(hinted(number, { minimum: -1, maximum: 1 }), MOST_CORRELATED), MOST_CORRELATED),
});

export const prices: Shape<Scenario['prices']> = strict({
  currency: hinted(text, { pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  year: wholeNumber(1900, 2200, 'must be a year from 1900 to 2200'),
});

export const calendar: Shape<Scenario['calendar']> = strict({
  start: hinted(text, {
    pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$',
    description: 'First day of the horizon, YYYY-MM-01',
  }),
  months: wholeNumber(1, 600, 'must be a whole number of months from 1 to 600'),
});

export const gdp: Shape<Quantity> = quantity(
  domains.gdp,
  'Gross domestic product a year, in major units of the currency',
);

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
