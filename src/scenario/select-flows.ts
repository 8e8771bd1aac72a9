import type { Flow, Selector } from './types.ts';

/** The fields that a selector reads, with the defaults filled in. */
export interface FlowTraits {
  readonly flow: string;
  readonly origin: string;
  readonly destination: string;
  readonly segment: string;
  readonly sector: string;
}

export const selectorFields: readonly (keyof Selector)[] = [
  'origin',
  'destination',
  'segment',
  'sector',
  'flow',
];

export function traitsOf(flow: Flow): FlowTraits {
  const { id, origin, destination, segment = 'all', sector = 'tourism' } = flow;
  return { flow: id, origin, destination, segment, sector };
}

/** One value or several, as several. */
export function valuesOf(wanted: string | readonly string[]): readonly string[] {
  return typeof wanted === 'string' ? [wanted] : wanted;
}

/** Whether a flow is among those that a selector names; set up once, asked for many flows. */
export function selection(selector: Selector): (traits: FlowTraits) => boolean {
  const wanted = selectorFields.flatMap((field) => {
    const values = selector[field];
    return values === undefined ? [] : [{ field, values: new Set(valuesOf(values)) }];
  });
  return (traits) => wanted.every(({ field, values }) => values.has(traits[field]));
}
