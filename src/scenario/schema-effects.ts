import { days, id, list, MOST_ENTRIES, name, share } from './schema-quantities.ts';
import { either, notEmpty, optional, type Shape, strict, text } from './shape.ts';
import type { Effect, Selector } from './types.ts';

const selected = list(name, MOST_ENTRIES, 1);
const oneOrSeveral = either([name, selected], (value) => (Array.isArray(value) ? selected : nameOrNames));
const nameOrNames = text('a string or an array of strings', notEmpty);
const selector: Shape<Selector> = strict({
  origin: optional(oneOrSeveral),
  destination: optional(oneOrSeveral),
  segment: optional(oneOrSeveral),
  sector: optional(oneOrSeveral),
  flow: optional(oneOrSeveral),
});

/** What an advisory, or a stage of a dispute, does to flows. */
export const effects: Shape<readonly Effect[]> = list(
  strict({
    id,
    on: selector,
    suppression: share,
    cancellation: share,
    halfLives: strict({
      awareness: days,
      cancelling: days,
      recovery: days,
    }),
    seatCut: optional(share),
  }),
  MOST_ENTRIES,
);
