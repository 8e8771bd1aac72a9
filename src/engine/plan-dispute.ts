import type { Distribution, Quantity } from '../distributions/types.ts';
import { byCodeUnit, sortById } from '../scenario/order.ts';
import type { NamedQuantity, ResolvedDispute } from '../scenario/resolved.ts';

/** A dispute as numbers: stages and events stand in order of id, and are referred to by their place; -1 is any or none. */
export interface PlannedDispute {
  readonly startDay: number;
  readonly first: number;
  readonly stages: readonly PlannedStage[];
  readonly events: readonly PlannedEvent[];
}

export interface PlannedStage {
  readonly id: string;
  /** Null where it is the last. */
  readonly sojourn: Distribution | null;
  /** Slots of the ordinary length of a visit: first visit, second ...; then from the first again. */
  readonly sojourns: readonly number[];
  /** Slots of the uniforms that choose a way, likewise. */
  readonly choices: readonly number[];
  readonly ways: readonly { readonly to: number; readonly weight: number }[];
}

export interface PlannedEvent {
  readonly id: string;
  readonly day: number;
  readonly delay: number;
  readonly probability: number;
  readonly happening: number;
  readonly duration: number;
  readonly hazards: readonly { readonly from: number; readonly to: number; readonly factor: number }[];
  readonly moves: { readonly from: number; readonly to: number } | null;
}

export function planDispute(
  dispute: ResolvedDispute,
  slot: (quantity: NamedQuantity | null) => number,
): PlannedDispute {
  const stages = sortById(dispute.stages);
  const place = (id: string | null): number => stages.findIndex((stage) => stage.id === id);
  return {
    startDay: dispute.startDay,
    first: place(dispute.first),
    stages: stages.map((stage) => ({
      id: stage.id,
      sojourn: stage.sojourns.length === 0 ? null : asDistribution(stage.sojourns[0]!.quantity),
      sojourns: stage.sojourns.map(slot),
      choices: stage.choices.map(slot),
      ways: stage.next
        .map(({ to, weight }) => ({ to: place(to), weight: slot(weight) }))
        .sort((a, b) => a.to - b.to),
    })),
    events: sortById(dispute.events).map((event) => ({
      id: event.id,
      day: event.day,
      delay: slot(event.delay),
      probability: slot(event.probability),
      happening: slot(event.happening),
      duration: slot(event.duration),
      hazards: [...event.hazards]
        .sort((a, b) => byCodeUnit(a.factor.name, b.factor.name))
        .map(({ from, to, factor }) => ({ from: place(from), to: place(to), factor: slot(factor) })),
      moves: event.moves && { from: place(event.moves.from), to: place(event.moves.to) },
    })),
  };
}

function asDistribution(quantity: Quantity): Distribution {
  return typeof quantity === 'number' ? { kind: 'constant', value: quantity } : quantity;
}
