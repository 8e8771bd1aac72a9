import { dateOfDay, dayOfDate, readDate } from './calendar.ts';
import { expectName, expectOptions, outOfRange, wrongType } from './misuse.ts';
import { parseScenario } from './parse-scenario.ts';
import type { Dispute, DisputeEvent, Scenario } from './types.ts';

/** What {@link force} is to make happen. */
export type ForceOptions = { readonly scenario: Scenario } & (
  | {
      /** Id of an event. */
      readonly event: string;
      /** False keeps it from happening. Default true. */
      readonly happens?: boolean;
    }
  | {
      /** Id of the stage that the dispute moves to, wherever it is. */
      readonly stage: string;
      /** The day on which it does, `YYYY-MM-DD`; default the start of the dispute. */
      readonly date?: string;
    }
  | {
      /** A transition: from this stage the dispute goes nowhere but ... */
      readonly from: string;
      /** ... to this one, after a stay as long as it would have been. */
      readonly to: string;
    }
);

/**
 * The scenario in which something of its dispute is made to happen, all else left as it is: an event, a stage from a day
 * on, or one way out of a stage.
 *
 * `force` changes the world, `given` (see `project`) picks the worlds in which something happens by itself. They differ
 * wherever what is picked goes with something else: worlds in which easing comes early are worlds of a mild dispute,
 * while a dispute that is made to ease may be as hard as any. All other inputs keep their draws, so runs of both
 * scenarios under one seed can be compared draw by draw.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run.
 * @throws TypeError for an option of the wrong type.
 * @throws RangeError where the scenario has no dispute, or it has no such event, stage or transition.
 *
 * @example
 * ```ts
 * import { compare, simulate } from 'tourism-impact';
 * import { force } from 'tourism-impact/projections';
 * import { dispute2025 } from 'tourism-impact/data';
 *
 * const scenario = dispute2025();
 * const eased = force({ scenario, stage: 'easing', date: '2026-03-01' });
 * const [base, other] = [scenario, eased].map((one) => simulate({ scenario: one, seed: 'a seed', draws: 100 }));
 * const { rows } = compare({ base: base!, other: other!, measure: 'revenueLost' });
 * console.log(rows[0]!.difference.mean < 0);
 * // => true
 * ```
 */
export function force(options: ForceOptions): Scenario {
  expectOptions('force', options, ['scenario', ...optionsOfKind(options)]);
  const scenario = parseScenario(options.scenario);
  const { dispute } = scenario;
  if (dispute === undefined)
    throw new RangeError('scenario: expected one with a dispute, received one without');
  return parseScenario({ ...scenario, dispute: forceDispute(dispute, options) });
}

/** What goes with an event, with a stage, or with a transition: an option of another kind is none. */
function optionsOfKind(options: object): readonly string[] {
  if ('event' in options) return ['event', 'happens'];
  return 'stage' in options ? ['stage', 'date'] : ['from', 'to'];
}

function forceDispute(dispute: Dispute, options: ForceOptions): Dispute {
  const { stages, events = [] } = dispute;
  if ('event' in options) {
    const { event, happens = true } = options;
    expectId('event', 'an event of the dispute', event, events);
    if (typeof happens !== 'boolean') throw wrongType('happens', 'true or false', happens);
    const probability = happens ? 1 : 0;
    return { ...dispute, events: events.map((one) => (one.id === event ? { ...one, probability } : one)) };
  }
  if ('stage' in options) {
    const { stage, date = dispute.start.date } = options;
    expectId('stage', 'a stage of the dispute', stage, stages);
    if (readDate(date) === null) throw outOfRange('date', 'a date YYYY-MM-DD', date);
    return { ...dispute, events: [...events, moveTo(stage, date, events)] };
  }
  const { from, to } = options;
  expectId('from', 'a stage of the dispute', from, stages);
  const ways = stages.find(({ id }) => id === from)!.next ?? [];
  expectId(
    'to',
    `where ${from} leads`,
    to,
    ways.map((way) => ({ id: way.to })),
  );
  const next = [{ to, weight: 1 }];
  return { ...dispute, stages: stages.map((one) => (one.id === from ? { ...one, next } : one)) };
}

/** An event that moves the dispute, under an id that no other has. */
function moveTo(stage: string, date: string, events: readonly DisputeEvent[]): DisputeEvent {
  const id = `forced-${stage}-${dateOfDay(dayOfDate(date))}`;
  if (events.some((event) => event.id === id)) {
    throw new RangeError(`stage: expected one that is not forced on ${date} already, received ${stage}`);
  }
  return { id, date, moves: { to: stage } };
}

function expectId(
  option: string,
  expected: string,
  id: string,
  list: readonly { readonly id: string }[],
): void {
  expectName(
    option,
    expected,
    id,
    list.map((one) => one.id),
  );
}
