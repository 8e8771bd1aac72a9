import * as v from 'valibot';
import type { Distribution, Quantity } from '../distributions/types.ts';
import { type Domain, domains } from './domains.ts';
import { dictionary, either, finiteNumber, kinds, strict } from './schema-parts.ts';
import type { Advisory, Correlation, Flow, LeadTime, Scenario, Selector } from './types.ts';

/*
 * The shape of a scenario. What a shape cannot say (sums, lengths that depend on each other, names that must exist,
 * parameters, supports) is asked by the check; some of it is told to JSON Schema as metadata, which has no effect here.
 */

const options = v.exactOptional;
const MOST_ENTRIES = 1000;

const text = v.string('a string');
const number = finiteNumber;
const id = v.pipe(
  text,
  v.regex(/^[A-Za-z0-9._-]+$/, 'an id has letters, digits, ".", "_" and "-" only'),
  v.maxLength(100, 'an id has at most 100 characters'),
);
const name = v.pipe(text, v.nonEmpty('must not be empty'), v.maxLength(200, 'has more than 200 characters'));
const wholeNumber = (low: number, high: number, message: string) =>
  v.pipe(number, v.integer(message), v.minValue(low, message), v.maxValue(high, message));

function list<Item extends v.GenericSchema>(item: Item, most: number, least: number = 0) {
  return v.pipe(
    v.array(item, 'an array'),
    v.minLength(least, 'must not be empty'),
    v.maxLength(most, ({ received }) => `has ${received} entries; at most ${most} are allowed`),
  );
}

const annotations = {
  sharedAs: options(name),
  factors: options(v.pipe(dictionary(number), v.maxEntries(64, 'has more than 64 factors'))),
  source: options(text),
};
const ofKind = <const Kind extends string, Entries extends v.ObjectEntries>(kind: Kind, entries: Entries) =>
  strict({ kind: v.literal(kind), ...entries, ...annotations });
const meanAndSd = { mean: number, sd: number };
const sample = list(number, 10_000, 1);
const within: v.GenericSchema<Distribution> = v.lazy(() => distribution);

export const distribution: v.GenericSchema<Distribution> = v.pipe(
  kinds([
    ofKind('constant', { value: number }),
    ofKind('uniform', { low: number, high: number }),
    ofKind('triangular', { low: number, mode: number, high: number }),
    ofKind('pert', { low: number, mode: number, high: number }),
    ofKind('normal', meanAndSd),
    ofKind('lognormal', meanAndSd),
    ofKind('gamma', meanAndSd),
    ofKind('beta', { ...meanAndSd, low: options(number), high: options(number) }),
    ofKind('weibull', meanAndSd),
    ofKind('student-t', { ...meanAndSd, df: number }),
    ofKind('discrete', { values: sample, weights: options(sample) }),
    ofKind('empirical', { values: sample }),
    ofKind('truncated', { of: within, low: options(number), high: options(number) }),
    ofKind('mixture', { of: list(strict({ weight: number, distribution: within }), 64, 1) }),
  ]),
  v.description('What is uncertain; mean and sd are those of the quantity itself'),
);

const noQuantity = v.never('a number or a distribution');

/** A number or a distribution; the domain is told to JSON Schema and asked by the check. */
function quantity(domain: Domain, description: string): v.GenericSchema<Quantity> {
  const known = v.pipe(number, v.metadata(bounds(domain)));
  const choose = (value: unknown): v.GenericSchema => {
    if (typeof value === 'number') return known;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? distribution : noQuantity;
  };
  return v.pipe(either([known, distribution], choose), v.description(description));
}

/** A domain in the words of JSON Schema. */
function bounds({ low, high, lowOpen, highOpen, largest }: Domain): Record<string, number> {
  return {
    [lowOpen ? 'exclusiveMinimum' : 'minimum']: low,
    [highOpen ? 'exclusiveMaximum' : 'maximum']: Math.min(high, largest),
  };
}

const share = (of: string) => quantity(domains.share, `Share ${of}, 0 to 1`);
const days = (of: string) => quantity(domains.days, `${of}, in days`);
const amount = (of: string) => quantity(domains.amount, `${of}, in major units of the currency`);

/** An object with none but these keys is a distribution that lacks its kind, and no list of categories. */
const PARAMETERS: readonly string[] = [
  ...['value', 'low', 'mode', 'high', 'mean', 'sd', 'df', 'values', 'weights', 'of'],
  ...['sharedAs', 'factors', 'source'],
];

/** One quantity, or one for each category. */
function amounts(of: string): v.GenericSchema<Flow['spend']> {
  const one = amount(of);
  const many = v.pipe(
    dictionary(one),
    v.minEntries(1, 'has no categories'),
    v.maxEntries(MOST_ENTRIES, `has more than ${MOST_ENTRIES} categories`),
    v.metadata({ not: { minProperties: 1, propertyNames: { enum: PARAMETERS } } }),
  );
  return either([one, many], (value) => (isByCategory(value) ? many : one));
}

function isByCategory(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  const lacksKind = keys.length > 0 && keys.every((key) => PARAMETERS.includes(key));
  return !lacksKind && typeof Reflect.get(value, 'kind') !== 'string';
}

const source = { source: options(text) };
const factor = quantity(domains.factor, 'A factor, mean 1 by habit');
const dateOf = (pattern: string, description: string) => v.pipe(text, v.metadata({ pattern, description }));

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
  substitution: options(
    strict({ share: share('of the lost arrivals'), spend: options(amounts('Spend per replacing arrival')) }),
  ),
});

const selected = list(name, MOST_ENTRIES, 1);
const oneOrSeveral = either([name, selected], (value) => (Array.isArray(value) ? selected : nameOrNames));
const nameOrNames = v.pipe(v.string('a string or an array of strings'), v.nonEmpty('must not be empty'));
const selector: v.GenericSchema<Selector> = strict({
  origin: options(oneOrSeveral),
  destination: options(oneOrSeveral),
  segment: options(oneOrSeveral),
  sector: options(oneOrSeveral),
  flow: options(oneOrSeveral),
});

export const advisory: v.GenericSchema<Advisory> = strict({
  id,
  title: options(text),
  track: options(name),
  onset: strict({
    date: dateOf('^[12]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', 'YYYY-MM-DD'),
    delay: options(quantity(domains.delay, 'Days after the date')),
  }),
  duration: days('Time in force'),
  effects: list(
    strict({
      id,
      on: selector,
      suppression: share('of would-be bookers who do not book'),
      cancellation: share('of the bookings outstanding that will be cancelled'),
      halfLives: strict({
        awareness: days('Half-life of awareness'),
        cancelling: days('Half-life of cancelling'),
        recovery: days('Half-life of recovery'),
      }),
      seatCut: options(share('of the seats taken away')),
    }),
    MOST_ENTRIES,
  ),
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
  start: dateOf('^[12]\\d{3}-(0[1-9]|1[0-2])-01$', 'First day of the horizon, YYYY-MM-01'),
  months: wholeNumber(1, 600, 'must be a whole number of months from 1 to 600'),
});

export const gdp: v.GenericSchema<Quantity> = quantity(
  domains.gdp,
  'Gross domestic product a year, in major units of the currency',
);

/** The keys of a scenario, with lists whose entries are looked at one by one. */
export const outline: v.GenericSchema = strict({
  title: options(v.unknown()),
  prices: v.unknown(),
  calendar: v.unknown(),
  flows: list(v.unknown(), MOST_ENTRIES, 1),
  advisories: list(v.unknown(), MOST_ENTRIES),
  correlations: options(list(v.unknown(), MOST_ENTRIES)),
  gdp: options(v.unknown()),
});

export const title: v.GenericSchema<string> = text;

export const scenario: v.GenericSchema<Scenario> = strict({
  title: options(title),
  prices,
  calendar,
  flows: list(flow, MOST_ENTRIES, 1),
  advisories: list(advisory, MOST_ENTRIES),
  correlations: options(list(correlation, MOST_ENTRIES)),
  gdp: options(gdp),
});
