import type { NamedQuantity, ResolvedAdvisory, ResolvedFlow, ResolvedScenario } from './resolved.ts';

/**
 * Every quantity of a resolved scenario, defaults among them, each name once: flow by flow, advisory by advisory, in
 * the order written.
 */
export function listQuantities(resolved: ResolvedScenario): readonly NamedQuantity[] {
  const all = [
    ...resolved.flows.flatMap(flowQuantities),
    ...resolved.advisories.flatMap(advisoryQuantities),
    resolved.gdp,
  ];
  const byName = new Map<string, NamedQuantity>();
  for (const quantity of all) if (quantity !== null) byName.set(quantity.name, quantity);
  return [...byName.values()];
}

function flowQuantities(flow: ResolvedFlow): (NamedQuantity | null)[] {
  return [
    ...flow.baseline.flatMap((month) => [...month.factors, month.growth]),
    ...flow.leadTime.map(({ mean }) => mean),
    ...flow.spend.map(({ amount }) => amount),
    flow.nights,
    ...flow.regions.map(({ share }) => share),
    flow.ordinaryCancellation,
    ...(flow.refunds === null ? [] : [flow.refunds.prepaidShare, flow.refunds.price]),
    flow.loadFactor,
    ...(flow.postponement === null
      ? []
      : [flow.postponement.share, flow.postponement.returnHalfLife, flow.postponement.lapseHalfLife]),
    ...(flow.substitution === null
      ? []
      : [flow.substitution.share, ...(flow.substitution.spend ?? []).map(({ amount }) => amount)]),
  ];
}

function advisoryQuantities(advisory: ResolvedAdvisory): NamedQuantity[] {
  return [
    advisory.delay,
    advisory.duration,
    ...advisory.effects.flatMap((effect) => [
      effect.suppression,
      effect.cancellation,
      effect.awareness,
      effect.cancelling,
      effect.recovery,
      effect.seatCut,
    ]),
  ];
}
