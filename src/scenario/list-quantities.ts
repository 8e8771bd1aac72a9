import type {
  NamedQuantity,
  ResolvedAdvisory,
  ResolvedDispute,
  ResolvedEffect,
  ResolvedFlow,
  ResolvedScenario,
} from './resolved.ts';

/**
 * Every quantity of a resolved scenario, defaults among them, each name once: flow by flow, advisory by advisory, the
 * dispute stage by stage and event by event, in the order written.
 */
export function listQuantities(resolved: ResolvedScenario): readonly NamedQuantity[] {
  const all = [
    ...resolved.flows.flatMap(flowQuantities),
    ...resolved.advisories.flatMap(advisoryQuantities),
    ...(resolved.dispute === null ? [] : disputeQuantities(resolved.dispute)),
    resolved.gdp,
  ];
  const byName = new Map<string, NamedQuantity>();
  for (const quantity of all) if (quantity !== null) byName.set(quantity.name, quantity);
  return [...byName.values()];
}

function flowQuantities(flow: ResolvedFlow): (NamedQuantity | null)[] {
  return [
    ...flow.baseline.flatMap(({ factors, growth, scores }) => [
      ...factors,
      growth,
      ...scores.map(({ score }) => score),
    ]),
    ...flow.leadTime.map(({ mean }) => mean),
    ...flow.spend.map(({ amount }) => amount),
    ...flow.retention,
    flow.nights,
    ...flow.regions.map(({ share }) => share),
    flow.ordinaryCancellation,
    ...(flow.refunds === null ? [] : [flow.refunds.prepaidShare, flow.refunds.price]),
    flow.loadFactor,
    ...(flow.postponement === null
      ? []
      : [flow.postponement.share, flow.postponement.returnHalfLife, flow.postponement.lapseHalfLife]),
    ...flow.substitution.flatMap(({ share, spend }) => [share, ...(spend ?? []).map(({ amount }) => amount)]),
  ];
}

function advisoryQuantities(advisory: ResolvedAdvisory): NamedQuantity[] {
  return [advisory.delay, advisory.duration, ...advisory.effects.flatMap(effectQuantities)];
}

function effectQuantities(effect: ResolvedEffect): NamedQuantity[] {
  return [
    effect.suppression,
    effect.cancellation,
    effect.awareness,
    effect.cancelling,
    effect.recovery,
    effect.seatCut,
  ];
}

function disputeQuantities({ stages, events }: ResolvedDispute): (NamedQuantity | null)[] {
  return [
    ...stages.flatMap((stage) => [
      ...stage.sojourns,
      ...stage.choices,
      ...stage.next.map(({ weight }) => weight),
      ...stage.effects.flatMap(effectQuantities),
    ]),
    ...events.flatMap((event) => [
      event.delay,
      event.probability,
      event.happening,
      event.duration,
      ...event.hazards.map(({ factor }) => factor),
    ]),
  ];
}
