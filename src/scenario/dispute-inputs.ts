import type { Quantity } from '../distributions/types.ts';
import { domains } from './domains.ts';
import { collector, effectsInputs, type Input } from './inputs.ts';
import type { Dispute, DisputeEvent, DisputeStage } from './types.ts';

/**
 * Visits of one stage whose randomness is drawn each for itself; the ninth visit takes that of the first again. Every
 * visit has its distribution all the same; only visits so far apart depend on each other.
 */
export const DRAWN_VISITS = 8;

const uniform: Quantity = { kind: 'uniform', low: 0, high: 1 };

/** Inputs of a dispute: `dispute/...`. */
export function disputeInputs(dispute: Dispute, path: string): Input[] {
  const again = stagesEnteredAgain(dispute);
  return [
    ...dispute.stages.flatMap((stage, index) =>
      stageInputs(stage, `${path}.stages[${index}]`, again.has(stage.id) ? DRAWN_VISITS : 1),
    ),
    ...(dispute.events ?? []).flatMap((event, index) => eventInputs(event, `${path}.events[${index}]`)),
  ];
}

function stageInputs(stage: DisputeStage, path: string, visits: number): Input[] {
  const { id, effects = [], sojourn, next = [] } = stage;
  const list = effectsInputs(effects, `dispute/stage/${id}`, path);
  const add = collector('dispute', path, list);
  for (let visit = 1; visit <= visits; visit++) {
    if (sojourn !== undefined) add(`sojourn/${id}/${visit}`, '.sojourn', sojourn, 'days', domains.days);
    if (next.length > 1) add(`next/${id}/${visit}`, '.next', uniform, 'uniform', domains.share);
  }
  next.forEach(({ to, weight }, index) => {
    add(`weight/${id}/${to}`, `.next[${index}].weight`, weight, 'weight', domains.weight);
  });
  return list;
}

function eventInputs(event: DisputeEvent, path: string): Input[] {
  const { id, delay = 0, probability = 1, duration, hazards = [] } = event;
  const list: Input[] = [];
  const add = collector(`dispute/event/${id}`, path, list);
  add('delay', '.delay', delay, 'days', domains.delay);
  add('probability', '.probability', probability, 'share', domains.share);
  if (isUnsure(probability)) add('happening', '', uniform, 'uniform', domains.share);
  if (duration !== undefined) add('duration', '.duration', duration, 'days', domains.days);
  hazards.forEach(({ from, to, factor }, index) => {
    add(hazardName(from, to), `.hazards[${index}].factor`, factor, 'factor', domains.factor);
  });
  return list;
}

/** Whether it takes a draw to know if an event happens. */
export function isUnsure(probability: Quantity): boolean {
  return probability !== 0 && probability !== 1;
}

/** `factor/<from>/<to>`, where `*` is any stage. */
export function hazardName(from = '*', to = '*'): string {
  return `factor/${from}/${to}`;
}

/** Stages that lie on a circle of transitions and moves: all others are visited once at most. */
function stagesEnteredAgain({ stages, events = [] }: Dispute): ReadonlySet<string> {
  const onward = new Map(stages.map(({ id, next = [] }) => [id, new Set(next.map(({ to }) => to))]));
  for (const { moves } of events) {
    if (moves === undefined) continue;
    for (const [id, ways] of onward) {
      if ((moves.from === undefined || moves.from === id) && moves.to !== id) ways.add(moves.to);
    }
  }
  const returns = (start: string): boolean => {
    const seen = new Set<string>();
    const ahead = [start];
    for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
      for (const to of onward.get(id) ?? []) {
        if (to === start) return true;
        if (!seen.has(to)) ahead.push(to);
        seen.add(to);
      }
    }
    return false;
  };
  return new Set(stages.map(({ id }) => id).filter(returns));
}
