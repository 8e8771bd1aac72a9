import * as v from 'valibot';
import type { Quantity } from '../distributions/types.ts';
import { domains } from './domains.ts';
import { dispute } from './schema-dispute.ts';
import { economy } from './schema-economy.ts';
import { effects } from './schema-effects.ts';
import { dictionary, either, kinds, strict } from './schema-parts.ts';
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
  options,
  quantity,
  share,
  text,
  wholeNumber,
} from './schema-quantities.ts';
import type { Advisory, Correlation, Flow, LeadTime, Scenario } from './types.ts';

/*
 * The shape of a scenario. What a shape cannot say (sums, lengths that depend on each other, names that must exist,
 * parameters, supports) is asked by the check; some of it is told to JSON Schema as metadata, which has no effect here.
 */

const source = { source: options(text) };
const factor = quantity(domains.factor, 'A factor, mean 1 by habit');

const dated = list(
  strict({ date: date('YYYY-MM-DD'), arrivals: quantity(domains.arrivals, 'Arrivals of the day') }),
  MOST_ENTRIES,
);

const baseline: v.GenericSchema<Flow['baseline']> = kinds([
  strict({
    kind: v.literal('monthly'),
    arrivals: list(quantity(domains.arrivals, 'Arrivals of a month'), 600),
    noise: options(factor),
    level: options(factor),
    ...source,
  }),
  strict({
    kind: v.literal('annual'),
    total: quantity(domains.arrivals, 'Arrivals of a year'),
    seasons: options(
      v.pipe(
        v.array(v.pipe(number, v.metadata({ minimum: 0 })), 'an array'),
        v.length(12, 'needs twelve weights, January to December'),
      ),
    ),
    growth: options(quantity(domains.growth, 'Growth a year, as a share')),
    noise: options(factor),
    ...source,
  }),
  strict({
    kind: v.literal('fitted'),
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
    share: options(share('of the market of the forecast')),
    sharedAs: options(name),
    ...source,
  }),
  strict({
    kind: v.literal('dated'),
    events: dated,
    noise: options(factor),
    level: options(factor),
    ...source,
  }),
]);

const leadTime: v.GenericSchema<LeadTime> = kinds([
  strict({
    kind: v.literal('mixture'),
    components: list(strict({ weight: number, mean: days('Mean lag') }), 64, 1),
    ...source,
  }),
  strict({
    kind: v.literal('quantiles'),
    median: v.pipe(number, v.metadata({ minimum: 0, description: 'Days' })),
    p90: v.pipe(number, v.metadata({ minimum: 0, description: 'Days' })),
    ...source,
  }),
]);

const substitute = strict({
  share: share('of the lost arrivals'),
  spend: options(amounts('Spend per replacing arrival')),
});
const parts = strict({
  parts: v.pipe(
    dictionary(substitute),
    v.minEntries(1, 'has no parts'),
    v.maxEntries(MOST_ENTRIES, `has more than ${MOST_ENTRIES} parts`),
  ),
});
const hasParts = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'parts');

/** Years after the first. */
const MOST_YEARS = 20;

export const flow: v.GenericSchema<Flow> = strict({
  id,
  origin: name,
  destination: name,
  segment: options(name),
  sector: options(name),
  baseline,
  lastYear: options(
    list(v.nullable(v.pipe(number, v.metadata({ minimum: 0, maximum: domains.arrivals.largest }))), 600),
  ),
  leadTime,
  spend: amounts('Spend per arrival'),
  stay: options(strict({ retention: list(share('who stay for another year'), MOST_YEARS, 1) })),
  nights: options(quantity(domains.nights, 'Nights per arrival')),
  regions: options(
    v.pipe(
      dictionary(share('of the spend')),
      v.minEntries(1, 'has no regions'),
      v.maxEntries(MOST_ENTRIES, `has more than ${MOST_ENTRIES} regions`),
    ),
  ),
  ordinaryCancellation: options(
    quantity(domains.shareBelowOne, 'Share of bookings cancelled in ordinary times, 0 to below 1'),
  ),
  refunds: options(
    strict({
      prepaidShare: share('of the price paid before travel'),
      price: options(amount('Price of the trip')),
    }),
  ),
  capacity: options(
    strict({ loadFactor: quantity(domains.shareAboveZero, 'Share of the seats taken, above 0 to 1') }),
  ),
  postponement: options(
    strict({
      share: share('of the lost arrivals'),
      halfLives: strict({ return: days('Half-life of return'), lapse: options(days('Half-life of lapse')) }),
    }),
  ),
  substitution: options(either([substitute, parts], (value) => (hasParts(value) ? parts : substitute))),
});

export const advisory: v.GenericSchema<Advisory> = strict({
  id,
  title: options(text),
  track: options(name),
  onset: strict({
    date: date('YYYY-MM-DD'),
    delay: options(quantity(domains.delay, 'Days after the date')),
  }),
  duration: days('Time in force'),
  effects,
});

/** Members of one matrix: the engine factorises it. */
const MOST_CORRELATED = 200;

export const correlation: v.GenericSchema<Correlation> = strict({
  among: list(text, MOST_CORRELATED, 1),
  matrix: list(
    list(v.pipe(number, v.metadata({ minimum: -1, maximum: 1 })), MOST_CORRELATED),
    MOST_CORRELATED,
  ),
});

export const prices: v.GenericSchema<Scenario['prices']> = strict({
  currency: v.pipe(text, v.metadata({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' })),
  year: wholeNumber(1900, 2200, 'must be a year from 1900 to 2200'),
});

export const calendar: v.GenericSchema<Scenario['calendar']> = strict({
  start: v.pipe(
    text,
    v.metadata({
      pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$',
      description: 'First day of the horizon, YYYY-MM-01',
    }),
  ),
  months: wholeNumber(1, 600, 'must be a whole number of months from 1 to 600'),
});

export const gdp: v.GenericSchema<Quantity> = quantity(
  domains.gdp,
  'Gross domestic product a year, in major units of the currency',
);

/** The keys of a scenario, with lists whose entries are looked at one by one. */
export const outline: v.GenericSchema = strict({
  $schema: options(v.unknown()),
  title: options(v.unknown()),
  prices: v.unknown(),
  calendar: v.unknown(),
  flows: list(v.unknown(), MOST_ENTRIES, 1),
  advisories: list(v.unknown(), MOST_ENTRIES),
  dispute: options(v.unknown()),
  correlations: options(list(v.unknown(), MOST_ENTRIES)),
  gdp: options(v.unknown()),
  economy: options(v.unknown()),
});

export const title: v.GenericSchema<string> = text;

export const schemaAddress: v.GenericSchema<string> = text;

export const scenario: v.GenericSchema<Scenario> = strict({
  $schema: options(schemaAddress),
  title: options(title),
  prices,
  calendar,
  flows: list(flow, MOST_ENTRIES, 1),
  advisories: list(advisory, MOST_ENTRIES),
  dispute: options(dispute),
  correlations: options(list(correlation, MOST_ENTRIES)),
  gdp: options(gdp),
  economy: options(economy),
});

export { distribution } from './schema-quantities.ts';
