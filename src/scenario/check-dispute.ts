import { lawOf } from '../distributions/families.ts';
import { checkDate, checkEffects, checkOnset, type Surroundings } from './check-advisory.ts';
import { checkInput } from './check-quantity.ts';
import { disputeInputs } from './dispute-inputs.ts';
import type { Input } from './inputs.ts';
import type { IssueList } from './issue-list.ts';
import { renderValue } from './render-value.ts';
import type { Dispute, DisputeEvent, DisputeStage } from './types.ts';

/** What must hold of a well-shaped dispute beyond its shape. Returns its inputs. */
export function checkDispute(
  dispute: Dispute,
  path: string,
  { horizon, flows }: Surroundings,
  found: IssueList,
): readonly Input[] {
  const { start, stages, events = [] } = dispute;
  checkIds(stages, `${path}.stages`, found);
  checkIds(events, `${path}.events`, found);
  const known = new Set(stages.map(({ id }) => id));
  const knows = (stage: string, place: string): boolean => {
    if (known.has(stage)) return true;
    const message = `no stage has the id ${renderValue(stage)}${found.suggest(stage, known)}`;
    found.report('unknown-name', place, message, { received: renderValue(stage) });
    return false;
  };
  checkOnset(start.date, 0, `${path}.start.date`, horizon, found);
  knows(start.stage, `${path}.start.stage`);

  const inputs = disputeInputs(dispute, path);
  const sound = new Map<string, boolean>();
  for (const input of inputs) {
    const place = input.named.path;
    if (!sound.has(place)) sound.set(place, checkInput(input, found));
  }
  stages.forEach((stage, index) => {
    const place = `${path}.stages[${index}]`;
    checkOnward(stage, place, found);
    checkWays(stage, `${place}.next`, found);
    stage.next?.forEach(({ to }, way) => {
      knows(to, `${place}.next[${way}].to`);
    });
    checkEffects(stage.effects ?? [], 'stage', place, flows, found);
    if (sound.get(`${place}.sojourn`) === true) checkHasHazard(stage, events, `${place}.sojourn`, found);
  });
  events.forEach((event, index) => {
    const place = `${path}.events[${index}]`;
    checkDate(event.date, `${place}.date`, found);
    checkPairs(event, `${place}.hazards`, found);
    event.hazards?.forEach(({ from, to }, hazard) => {
      const at = `${place}.hazards[${hazard}]`;
      const soundFrom = from === undefined || knows(from, `${at}.from`);
      const soundTo = to === undefined || knows(to, `${at}.to`);
      if (soundFrom && soundTo && !stages.some((stage) => matches(stage, from, to))) {
        found.warn('no-effect', at, 'matches no transition');
      }
    });
    checkMove(event, place, knows, found);
  });
  if (found.issues.length === 0) warnOfUnreached(dispute, path, found);
  return inputs;
}

/** Whether a factor on `from`, `to` acts on a transition of the stage. */
function matches({ id, next = [] }: DisputeStage, from?: string, to?: string): boolean {
  return (from === undefined || from === id) && next.some((way) => to === undefined || way.to === to);
}

function checkIds(list: readonly { readonly id: string }[], path: string, found: IssueList): void {
  checkOnce(
    list.map(({ id }) => id),
    (index) => `${path}[${index}].id`,
    (id, first) => `${renderValue(id)} is the id of [${first}] already`,
    found,
  );
}

function checkWays({ next = [] }: DisputeStage, path: string, found: IssueList): void {
  checkOnce(
    next.map(({ to }) => to),
    (index) => `${path}[${index}].to`,
    (to, first) => `[${first}] leads to ${renderValue(to)} already`,
    found,
  );
}

function checkPairs({ hazards = [] }: DisputeEvent, path: string, found: IssueList): void {
  checkOnce(
    hazards.map(({ from = '*', to = '*' }) => `${from}/${to}`),
    (index) => `${path}[${index}]`,
    (_, first) => `[${first}] has a factor on these transitions already`,
    found,
  );
}

function checkOnce(
  names: readonly string[],
  place: (index: number) => string,
  message: (name: string, first: number) => string,
  found: IssueList,
): void {
  const places = new Map<string, number>();
  names.forEach((name, index) => {
    const first = places.get(name);
    if (first === undefined) places.set(name, index);
    else found.report('duplicate', place(index), message(name, first));
  });
}

function checkOnward({ id, sojourn, next }: DisputeStage, path: string, found: IssueList): void {
  if (sojourn !== undefined && next === undefined) {
    found.report('conflict', `${path}.sojourn`, 'goes with `next`: a stage that ends must lead somewhere');
  }
  if (next === undefined) return;
  if (sojourn === undefined) {
    found.report(
      'conflict',
      `${path}.next`,
      'goes with `sojourn`: a stage that lasts for ever leads nowhere',
    );
  }
  next.forEach(({ to }, way) => {
    if (to === id) found.report('conflict', `${path}.next[${way}].to`, 'a stage cannot follow itself');
  });
  if (next.every(({ weight }) => weight === 0)) {
    found.report('sum', `${path}.next`, 'all weights are 0; one at least must be above');
  }
}

/** Values with a probability of their own have no hazard that a factor could act on; a single number is a timetable. */
function checkHasHazard(
  stage: DisputeStage,
  events: readonly DisputeEvent[],
  path: string,
  found: IssueList,
): void {
  const { sojourn } = stage;
  if (sojourn === undefined || typeof sojourn === 'number' || sojourn.kind === 'constant') return;
  const acting = events.find(({ hazards = [] }) => hazards.some(({ from, to }) => matches(stage, from, to)));
  if (acting === undefined || lawOf(sojourn).atoms().length === 0) return;
  found.report(
    'conflict',
    path,
    `event ${renderValue(acting.id)} has a factor on the hazard, which single values (of a ${sojourn.kind}) do not have; write a continuous distribution`,
  );
}

function checkMove(
  { duration, hazards = [], moves }: DisputeEvent,
  path: string,
  knows: (stage: string, place: string) => boolean,
  found: IssueList,
): void {
  if (moves !== undefined) {
    knows(moves.to, `${path}.moves.to`);
    if (moves.from !== undefined) knows(moves.from, `${path}.moves.from`);
    if (moves.from === moves.to) found.report('conflict', `${path}.moves`, 'moves from a stage to itself');
  } else if (hazards.length === 0) {
    found.warn('no-effect', path, 'an event without hazards and moves');
  }
  if (duration !== undefined && hazards.length === 0) {
    found.warn('no-effect', `${path}.duration`, 'of an event without hazards: a move is made once');
  }
}

function warnOfUnreached({ start, stages, events = [] }: Dispute, path: string, found: IssueList): void {
  const reached = new Set([start.stage, ...events.flatMap(({ moves }) => (moves ? [moves.to] : []))]);
  // A set that grows while it is gone through is gone through to its last entry.
  for (const id of reached) {
    for (const { to } of stages.find((stage) => stage.id === id)?.next ?? []) reached.add(to);
  }
  stages.forEach(({ id }, index) => {
    if (!reached.has(id)) found.warn('no-effect', `${path}.stages[${index}]`, 'no transition leads here');
  });
}
