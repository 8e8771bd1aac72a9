import type * as v from 'valibot';
import { domains } from './domains.ts';
import { effects } from './schema-effects.ts';
import { strict } from './schema-parts.ts';
import { date, days, id, list, options, quantity, share, text } from './schema-quantities.ts';
import type { Dispute } from './types.ts';

const MOST_STAGES = 50;
const MOST_EVENTS = 200;

const stage = strict({
  id,
  title: options(text),
  effects: options(effects),
  sojourn: options(days('How long a visit lasts')),
  next: options(
    list(strict({ to: id, weight: quantity(domains.weight, 'Relative weight') }), MOST_STAGES, 1),
  ),
});

const event = strict({
  id,
  title: options(text),
  date: date('YYYY-MM-DD'),
  delay: options(quantity(domains.delay, 'Days after the date')),
  probability: options(share('of the worlds in which it happens')),
  duration: options(days('Time for which the factors hold')),
  hazards: options(
    list(
      strict({
        from: options(id),
        to: options(id),
        factor: quantity(domains.factor, 'Factor on the hazard of the transitions that match'),
      }),
      MOST_EVENTS,
    ),
  ),
  moves: options(strict({ from: options(id), to: id })),
});

export const dispute: v.GenericSchema<Dispute> = strict({
  start: strict({ date: date('YYYY-MM-DD'), stage: id }),
  stages: list(stage, MOST_STAGES, 1),
  events: options(list(event, MOST_EVENTS)),
});
