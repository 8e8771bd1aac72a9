import type { Distribution, Quantity } from '../distributions/types.ts';
import { type Domain, domains } from './domains.ts';
import {
  atLeast,
  atMost,
  dictionary,
  type Entries,
  either,
  from,
  type Held,
  hinted,
  kinds,
  later,
  listOf,
  literal,
  longest,
  matches,
  notEmpty,
  nothing,
  number as numberOf,
  optional,
  type Shape,
  strict,
  text as textOf,
  upTo,
  whole,
} from './shape.ts';
import type { Flow } from './types.ts';

/* Quantities and the small parts that schemas of flows, advisories and disputes are made of. */

export const MOST_ENTRIES = 1000;

export const text: Shape<string> = textOf('a string');
export const number: Shape<number> = numberOf();
export const id: Shape<string> = textOf(
  'a string',
  matches(/^[A-Za-z0-9._-]+$/, 'an id has letters, digits, ".", "_" and "-" only'),
  longest(100, 'an id has at most 100 characters'),
);
export const name: Shape<string> = textOf('a string', notEmpty, longest(200, 'has more than 200 characters'));
export const wholeNumber = (low: number, high: number, message: string): Shape<number> =>
  numberOf(whole(message), from(low, message), upTo(high, message));

export function list<Item extends Shape>(
  item: Item,
  most: number,
  least: number = 0,
): Shape<readonly Held<Item>[]> {
  return listOf(
    item,
    atLeast(least, 'must not be empty'),
    atMost(most, (entries) => `has ${entries} entries; at most ${most} are allowed`),
  );
}

const annotations = {
  sharedAs: optional(name),
  factors: optional(dictionary(number, atMost(64, 'has more than 64 factors'))),
  source: optional(text),
};
const ofKind = <const Kind extends string, E extends Entries>(kind: Kind, entries: E) =>
  strict({ kind: literal(kind), ...entries, ...annotations });
const meanAndSd = { mean: number, sd: number };
const sample = list(number, 10_000, 1);
const within: Shape<Distribution> = later(() => distribution);

export const distribution: Shape<Distribution> = kinds([
  ofKind('constant', { value: number }),
  ofKind('uniform', { low: number, high: number }),
  ofKind('triangular', { low: number, mode: number, high: number }),
  ofKind('pert', { low: number, mode: number, high: number }),
  ofKind('normal', meanAndSd),
  ofKind('lognormal', meanAndSd),
  ofKind('gamma', meanAndSd),
  ofKind('beta', { ...meanAndSd, low: optional(number), high: optional(number) }),
  ofKind('weibull', meanAndSd),
  ofKind('student-t', { ...meanAndSd, df: number }),
  ofKind('discrete', { values: sample, weights: optional(sample) }),
  ofKind('empirical', { values: sample }),
  ofKind('truncated', { of: within, low: optional(number), high: optional(number) }),
  ofKind('mixture', { of: list(strict({ weight: number, distribution: within }), 64, 1) }),
]);

const noQuantity = nothing('a number or a distribution');

/** A number or a distribution: the one that is there is looked at. */
export function numberOrDistribution(known: Shape<number>): Shape<Quantity> {
  return either([known, distribution], (value) => {
    if (typeof value === 'number') return known;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? distribution : noQuantity;
  });
}

/** One whose domain is told to JSON Schema, and asked by the check. */
export function quantity(domain: Domain): Shape<Quantity> {
  return numberOrDistribution(hinted(number, bounds(domain)));
}

/** A domain in the words of JSON Schema. */
function bounds({ low, high, lowOpen, highOpen, largest }: Domain): Record<string, number> {
  return {
    [lowOpen ? 'exclusiveMinimum' : 'minimum']: low,
    [highOpen ? 'exclusiveMaximum' : 'maximum']: Math.min(high, largest),
  };
}

export const share: Shape<Quantity> = quantity(domains.share);
export const days: Shape<Quantity> = quantity(domains.days);
export const amount: Shape<Quantity> = quantity(domains.amount);

/** An object with none but these keys is a distribution that lacks its kind, and no list of categories. */
const PARAMETERS: readonly string[] = [
  ...['value', 'low', 'mode', 'high', 'mean', 'sd', 'df', 'values', 'weights', 'of'],
  ...['sharedAs', 'factors', 'source'],
];

const byCategory = hinted(
  dictionary(
    amount,
    atLeast(1, 'has no categories'),
    atMost(MOST_ENTRIES, `has more than ${MOST_ENTRIES} categories`),
  ),
  { not: { minProperties: 1, propertyNames: { enum: PARAMETERS } } },
);

/** One amount, or one for each category. */
export const amounts: Shape<Flow['spend']> = either([amount, byCategory], (value) =>
  isByCategory(value) ? byCategory : amount,
);

function isByCategory(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  const lacksKind = keys.length > 0 && keys.every((key) => PARAMETERS.includes(key));
  return !lacksKind && typeof Reflect.get(value, 'kind') !== 'string';
}

/** A civil day; whether it is one of the calendar is asked by the check. */
export const date: Shape<string> = hinted(text, {
  pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
});
