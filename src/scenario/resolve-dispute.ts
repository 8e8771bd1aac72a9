import { dayOfDate } from './calendar.ts';
import { disputeInputs, hazardName, isUnsure } from './dispute-inputs.ts';
import type { Input } from './inputs.ts';
import { finder, resolveEffects } from './resolve-effects.ts';
import type { NamedQuantity, ResolvedDispute, ResolvedEvent, ResolvedStage } from './resolved.ts';
import type { FlowTraits } from './select-flows.ts';
import type { Dispute, DisputeEvent, DisputeStage } from './types.ts';

/** Fills in every default of a checked dispute. Stages and events keep their order. */
export function resolveDispute(
  dispute: Dispute,
  flows: readonly FlowTraits[],
  startDay: number,
): ResolvedDispute {
  const inputs = disputeInputs(dispute, 'dispute');
  return {
    startDay: dayOfDate(dispute.start.date) - startDay,
    first: dispute.start.stage,
    stages: dispute.stages.map((stage) => resolveStage(stage, inputs, flows)),
    events: (dispute.events ?? []).map((event) => resolveEvent(event, inputs, startDay)),
  };
}

function resolveStage(
  stage: DisputeStage,
  inputs: readonly Input[],
  flows: readonly FlowTraits[],
): ResolvedStage {
  const { id, title = '', effects = [], next = [] } = stage;
  const find = finder('dispute', inputs);
  const visits = (prefix: string): NamedQuantity[] =>
    inputs.map(({ named }) => named).filter(({ name }) => name.startsWith(`dispute/${prefix}/${id}/`));
  return {
    id,
    title,
    effects: resolveEffects(effects, finder(`dispute/stage/${id}`, inputs), flows),
    sojourns: visits('sojourn'),
    choices: visits('next'),
    next: next.map(({ to }) => ({ to, weight: find(`weight/${id}/${to}`) })),
  };
}

function resolveEvent(event: DisputeEvent, inputs: readonly Input[], startDay: number): ResolvedEvent {
  const { id, title = '', date, probability = 1, duration, hazards = [], moves } = event;
  const find = finder(`dispute/event/${id}`, inputs);
  return {
    id,
    title,
    day: dayOfDate(date) - startDay,
    delay: find('delay'),
    probability: find('probability'),
    happening: isUnsure(probability) ? find('happening') : null,
    duration: duration === undefined ? null : find('duration'),
    hazards: hazards.map(({ from, to }) => ({
      from: from ?? null,
      to: to ?? null,
      factor: find(hazardName(from, to)),
    })),
    moves: moves === undefined ? null : { from: moves.from ?? null, to: moves.to },
  };
}
