import * as v from 'valibot';
import { either, strict } from './schema-parts.ts';
import { days, id, list, MOST_ENTRIES, name, options, share } from './schema-quantities.ts';
import type { Effect, Selector } from './types.ts';

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

/** What an advisory, or a stage of a dispute, does to flows. */
export const effects: v.GenericSchema<readonly Effect[]> = list(
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
);
