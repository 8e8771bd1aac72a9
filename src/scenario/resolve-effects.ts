import type { Input } from './inputs.ts';
import type { NamedQuantity, ResolvedEffect } from './resolved.ts';
import { type FlowTraits, selection } from './select-flows.ts';
import type { Effect } from './types.ts';

/** Looks an input up by what its name says after a prefix. */
export type Find = (name: string) => NamedQuantity;

export function finder(prefix: string, inputs: readonly Input[]): Find {
  const byName = new Map(inputs.map(({ named }) => [named.name, named]));
  return (name) => byName.get(`${prefix}/${name}`)!;
}

/** The effects of an advisory or of a stage, with the flows they apply to. */
export function resolveEffects(
  effects: readonly Effect[],
  find: Find,
  flows: readonly FlowTraits[],
): readonly ResolvedEffect[] {
  return effects.map((effect) => {
    const part = (name: string) => find(`effect/${effect.id}/${name}`);
    return {
      id: effect.id,
      flows: flows.filter(selection(effect.on)).map(({ flow }) => flow),
      suppression: part('suppression'),
      cancellation: part('cancellation'),
      awareness: part('awareness'),
      cancelling: part('cancelling'),
      recovery: part('recovery'),
      seatCut: part('seat-cut'),
    };
  });
}
