import * as v from 'valibot';
import type { Quantity } from '../distributions/types.ts';
import type { Economy } from './economy.ts';
import { dictionary, either, kinds, strict } from './schema-parts.ts';
import { distribution, list, number, options, text } from './schema-quantities.ts';

/* The shape of an economy; sums, sizes that depend on each other and domains are asked by the check. */

const MOST_SECTORS = 1000;

const noQuantity = v.never('a number or a distribution');
const quantity: v.GenericSchema<Quantity> = either([number, distribution], (value) => {
  if (typeof value === 'number') return number;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? distribution : noQuantity;
});

const bySector = list(number, MOST_SECTORS);
const name = v.pipe(
  text,
  v.regex(/^[^/]+$/, 'a name must not be empty and must not contain "/"'),
  v.maxLength(200, 'has more than 200 characters'),
);
const year = v.pipe(number, v.integer('must be a whole number'));
const currency = v.pipe(
  text,
  v.regex(/^[A-Z]{3}$/, 'must be a currency code of three letters A to Z (ISO 4217)'),
);
const prices = strict({ currency, year });

const table = strict({
  title: options(text),
  source: options(text),
  prices,
  unit: options(number),
  sectors: list(name, MOST_SECTORS, 1),
  labels: options(dictionary(text)),
  transactions: list(bySector, MOST_SECTORS),
  output: bySector,
  valueAdded: options(dictionary(bySector)),
  income: options(list(text, 100)),
  tax: options(list(text, 100)),
  households: options(
    strict({ consumption: bySector, ownServices: options(number), income: options(number) }),
  ),
  imports: options(
    kinds([
      strict({
        kind: v.literal('competitive'),
        amounts: bySector,
        exports: bySector,
        taxes: options(bySector),
      }),
      strict({ kind: v.literal('separate'), inputs: options(bySector), spending: options(bySector) }),
    ]),
  ),
  finalDemand: options(dictionary(bySector)),
  jobs: options(dictionary(bySector)),
});

const profile = strict({
  products: dictionary(quantity),
  margins: options(dictionary(quantity)),
  source: options(text),
});

const basis = {
  title: options(text),
  priceLevels: options(list(strict({ year, level: quantity }), 200)),
  exchange: options(list(strict({ currency, year, rate: quantity }), 1000)),
};
const closure = options(v.picklist(['none', 'one-round', 'full'], '"none", "one-round" or "full"'));
const factors = {
  consumptionShare: options(quantity),
  inputs: options(quantity),
  imports: options(quantity),
  jobsPerOutput: options(quantity),
};

const layers = strict({
  direct: options(quantity),
  indirect: options(quantity),
  'first-round': options(quantity),
  induced: options(quantity),
});
const isLayered = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('kind' in value);
const multiplier = either([quantity, layers], (value) => (isLayered(value) ? layers : quantity));

export const economy: v.GenericSchema<Economy> = kinds([
  strict({
    kind: v.literal('input-output'),
    ...basis,
    closure,
    table,
    spending: options(dictionary(profile)),
    ...factors,
  }),
  strict({
    kind: v.literal('published'),
    ...basis,
    source: options(text),
    prices,
    jobsUnit: options(number),
    multipliers: dictionary(
      strict({
        output: options(multiplier),
        valueAdded: options(multiplier),
        income: options(multiplier),
        tax: options(multiplier),
        imports: options(multiplier),
        jobs: options(multiplier),
      }),
    ),
  }),
  strict({
    kind: v.literal('japan-2015'),
    priceLevels: basis.priceLevels,
    exchange: basis.exchange,
    closure,
    spending: options(dictionary(profile)),
    ...factors,
  }),
]);
