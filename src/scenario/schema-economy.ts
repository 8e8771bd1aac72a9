import type { Economy } from './economy.ts';
import { list, number, numberOrDistribution, text } from './schema-quantities.ts';
import {
  dictionary,
  either,
  kinds,
  literal,
  longest,
  matches,
  number as numberOf,
  oneOf,
  optional,
  type Shape,
  strict,
  text as textOf,
  whole,
} from './shape.ts';

/* The shape of an economy; sums, sizes that depend on each other and domains are asked by the check. */

const MOST_SECTORS = 1000;

const quantity = numberOrDistribution(number);

const bySector = list(number, MOST_SECTORS);
const name = textOf(
  'a string',
  matches(/^[^/]+$/, 'a name must not be empty and must not contain "/"'),
  longest(200, 'has more than 200 characters'),
);
const year = numberOf(whole('must be a whole number'));
const currency = textOf(
  'a string',
  matches(/^[A-Z]{3}$/, 'must be a currency code of three letters A to Z (ISO 4217)'),
);
const prices = strict({ currency, year });

const table = strict({
  title: optional(text),
  source: optional(text),
  prices,
  unit: optional(number),
  sectors: list(name, MOST_SECTORS, 1),
  labels: optional(dictionary(text)),
  transactions: list(bySector, MOST_SECTORS),
  output: bySector,
  valueAdded: optional(dictionary(bySector)),
  income: optional(list(text, 100)),
  tax: optional(list(text, 100)),
  households: optional(
    strict({ consumption: bySector, ownServices: optional(number), income: optional(number) }),
  ),
  imports: optional(
    kinds([
      strict({
        kind: literal('competitive'),
        amounts: bySector,
        exports: bySector,
        taxes: optional(bySector),
      }),
      strict({ kind: literal('separate'), inputs: optional(bySector), spending: optional(bySector) }),
    ]),
  ),
  finalDemand: optional(dictionary(bySector)),
  jobs: optional(dictionary(bySector)),
});

const profile = strict({
  products: dictionary(quantity),
  margins: optional(dictionary(quantity)),
  source: optional(text),
});

const basis = {
  title: optional(text),
  priceLevels: optional(list(strict({ year, level: quantity }), 200)),
  exchange: optional(list(strict({ currency, year, rate: quantity }), 1000)),
};
const closure = optional(oneOf(['none', 'one-round', 'full'], '"none", "one-round" or "full"'));
const factors = {
  consumptionShare: optional(quantity),
  inputs: optional(quantity),
  imports: optional(quantity),
  jobsPerOutput: optional(quantity),
};

const layers = strict({
  direct: optional(quantity),
  indirect: optional(quantity),
  'first-round': optional(quantity),
  induced: optional(quantity),
});
const isLayered = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('kind' in value);
const multiplier = either([quantity, layers], (value) => (isLayered(value) ? layers : quantity));

export const economy: Shape<Economy> = kinds([
  strict({
    kind: literal('input-output'),
    ...basis,
    closure,
    table,
    spending: optional(dictionary(profile)),
    ...factors,
  }),
  strict({
    kind: literal('published'),
    ...basis,
    source: optional(text),
    prices,
    jobsUnit: optional(number),
    multipliers: dictionary(
      strict({
        output: optional(multiplier),
        valueAdded: optional(multiplier),
        income: optional(multiplier),
        tax: optional(multiplier),
        imports: optional(multiplier),
        jobs: optional(multiplier),
      }),
    ),
  }),
  strict({
    kind: literal('japan-2015'),
    priceLevels: basis.priceLevels,
    exchange: basis.exchange,
    closure,
    spending: optional(dictionary(profile)),
    ...factors,
  }),
]);
