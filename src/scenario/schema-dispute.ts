import { domains } from './domains.ts';
import { effects } from './schema-effects.ts';
import { date, days, id, list, quantity, share, text } from './schema-quantities.ts';
import { optional, type Shape, strict } from './shape.ts';
import type { Dispute } from './types.ts';

const MOST_STAGES = 50;
const MOST_EVENTS = 200;

const stage = strict({
  id,
  title: optional(text),
  effects: optional(effects),
  sojourn: optional(days),
  next: optional(list(strict({ to: id, weight: quantity(domains.weight) }), MOST_STAGES, 1)),
});

const event = strict({
  id,
  title: optional(text),
  date: date,
  delay: optional(quantity(domains.delay)),
  probability: optional(share),
  duration: optional(days),
  hazards: optional(
    list(
      strict({
        from: optional(id),
        to: optional(id),
        factor: quantity(domains.factor),
      }),
      MOST_EVENTS,
    ),
  ),
  moves: optional(strict({ from: optional(id), to: id })),
});

export const dispute: Shape<Dispute> = strict({
  start: strict({ date: date, stage: id }),
  stages: list(stage, MOST_STAGES, 1),
  events: optional(list(event, MOST_EVENTS)),
});
