import * as v from 'valibot';
import type { Distribution, Quantity } from '../distributions/types.ts';
import { type Domain, domains } from './domains.ts';
import { dictionary, either, finiteNumber, kinds, strict } from './schema-parts.ts';
import type { Flow } from './types.ts';

/* Quantities and the small parts that schemas of flows, advisories and disputes are made of. */

export const options: typeof v.exactOptional = v.exactOptional;
export const MOST_ENTRIES = 1000;

export const text: v.GenericSchema<string> = v.string('a string');
export const number: v.GenericSchema<number> = finiteNumber;
export const id: v.GenericSchema<string> = v.pipe(
  text,
  v.regex(/^[A-Za-z0-9._-]+$/, 'an id has letters, digits, ".", "_" and "-" only'),
  v.maxLength(100, 'an id has at most 100 characters'),
);
export const name: v.GenericSchema<string> = v.pipe(
  text,
  v.nonEmpty('must not be empty'),
  v.maxLength(200, 'has more than 200 characters'),
);
export const wholeNumber = (low: number, high: number, message: string): v.GenericSchema<number> =>
  v.pipe(number, v.integer(message), v.minValue(low, message), v.maxValue(high, message));

export function list<Item extends v.GenericSchema>(
  item: Item,
  most: number,
  least: number = 0,
): v.GenericSchema<v.InferInput<Item>[], v.InferOutput<Item>[]> {
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
export function quantity(domain: Domain, description: string): v.GenericSchema<Quantity> {
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

export const share = (of: string): v.GenericSchema<Quantity> =>
  quantity(domains.share, `Share ${of}, 0 to 1`);
export const days = (of: string): v.GenericSchema<Quantity> => quantity(domains.days, `${of}, in days`);
export const amount = (of: string): v.GenericSchema<Quantity> =>
  quantity(domains.amount, `${of}, in major units of the currency`);

/** An object with none but these keys is a distribution that lacks its kind, and no list of categories. */
const PARAMETERS: readonly string[] = [
  ...['value', 'low', 'mode', 'high', 'mean', 'sd', 'df', 'values', 'weights', 'of'],
  ...['sharedAs', 'factors', 'source'],
];

/** One quantity, or one for each category. */
export function amounts(of: string): v.GenericSchema<Flow['spend']> {
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

/** A civil day; whether it is one of the calendar is asked by the check. */
export const date = (description: string): v.GenericSchema<string> =>
  v.pipe(text, v.metadata({ pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', description }));
