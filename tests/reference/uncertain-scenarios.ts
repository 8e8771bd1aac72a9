import type { Quantity } from '../../src/distributions/types.ts';
import type { Dispute, Flow, Scenario, Substitute } from '../../src/scenario/types.ts';

/**
 * The same scenario with most of its inputs uncertain around the numbers it had: shares on part of [0, 1], amounts
 * and days on the positive side. Means of lags only where no weight is negative.
 */
export function withUncertainty(scenario: Scenario): Scenario {
  return {
    ...scenario,
    flows: scenario.flows.map(uncertainFlow),
    ...(scenario.dispute === undefined ? {} : { dispute: uncertainDispute(scenario.dispute) }),
    advisories: scenario.advisories.map((advisory) => ({
      ...advisory,
      onset: { date: advisory.onset.date, delay: { kind: 'uniform', low: 0, high: 20 } },
      duration: positive(advisory.duration, 0.4),
      effects: advisory.effects.map((effect) => ({
        ...effect,
        suppression: shareAround(effect.suppression),
        cancellation: shareAround(effect.cancellation),
        halfLives: {
          awareness: positive(effect.halfLives.awareness, 0.6),
          cancelling: positive(effect.halfLives.cancelling, 0.3),
          recovery: { kind: 'triangular', low: 0, mode: 5, high: 40 },
        },
        ...(effect.seatCut === undefined ? {} : { seatCut: shareAround(effect.seatCut) }),
      })),
    })),
  };
}

/** Stays of any length, any way on, and an event that may hasten or move it. */
function uncertainDispute(dispute: Dispute): Dispute {
  const ids = dispute.stages.map(({ id }) => id);
  return {
    ...dispute,
    stages: dispute.stages.map((stage) => {
      if (stage.sojourn === undefined) return stage;
      const others = ids.filter((id) => id !== stage.id);
      return {
        ...stage,
        sojourn: positive(stage.sojourn, 0.8),
        next: others.map((to) => ({ to, weight: { kind: 'uniform', low: 0, high: 2 } as const })),
      };
    }),
    events: [
      {
        id: 'talks',
        date: dispute.start.date,
        delay: { kind: 'uniform', low: 0, high: 60 },
        probability: 0.5,
        duration: 30,
        hazards: [{ to: ids.at(-1)!, factor: { kind: 'lognormal', mean: 3, sd: 2 } }],
      },
      { id: 'turn', date: dispute.start.date, delay: 40, probability: 0.3, moves: { to: ids[1]! } },
    ],
  };
}

function uncertainBaseline(baseline: Flow['baseline'], factor: Quantity): Flow['baseline'] {
  if (baseline.kind === 'fitted') return baseline;
  if (baseline.kind !== 'annual') return { ...baseline, noise: factor, level: factor };
  const growth: Quantity = { kind: 'uniform', low: -0.1, high: 0.3 };
  return { ...baseline, noise: factor, total: positive(baseline.total, 0.1), growth };
}

function uncertainFlow(flow: Flow): Flow {
  const { baseline, leadTime } = flow;
  const factor: Quantity = { kind: 'lognormal', mean: 1, sd: 0.2 };
  return {
    ...flow,
    baseline: uncertainBaseline(baseline, factor),
    leadTime:
      leadTime.kind === 'mixture' && leadTime.components.every(({ weight }) => weight >= 0)
        ? {
            ...leadTime,
            components: leadTime.components.map((one) => ({ ...one, mean: positive(one.mean, 0.3) })),
          }
        : leadTime,
    spend: uncertainSpend(flow.spend),
    ...(flow.postponement === undefined
      ? {}
      : {
          postponement: {
            share: shareAround(flow.postponement.share),
            halfLives: Object.fromEntries(
              Object.entries(flow.postponement.halfLives).map(([name, days]) => [name, positive(days, 0.5)]),
            ) as { return: Quantity; lapse?: Quantity },
          },
        }),
    ...(flow.substitution === undefined ? {} : { substitution: uncertainSubstitution(flow.substitution) }),
    ...(flow.refunds === undefined
      ? {}
      : { refunds: { ...flow.refunds, prepaidShare: shareAround(flow.refunds.prepaidShare) } }),
    ...(flow.capacity === undefined
      ? {}
      : { capacity: { loadFactor: { kind: 'uniform', low: 0.5, high: 1 } } }),
  };
}

function uncertainSubstitution(
  substitution: NonNullable<Flow['substitution']>,
): NonNullable<Flow['substitution']> {
  if (!('parts' in substitution)) return { ...substitution, share: shareAround(substitution.share) };
  const parts = Object.entries(substitution.parts).map(([name, part]): [string, Substitute] => {
    const high = typeof part.share === 'number' ? part.share : 1;
    return [name, { ...part, share: { kind: 'uniform', low: 0, high: high + 1e-9 } }];
  });
  return { parts: Object.fromEntries(parts) };
}

/** Uniform over the half of [0, 1] that is scaled around the number: from half of it to half of what it lacks. */
export function shareAround(share: Quantity): Quantity {
  if (typeof share !== 'number') return share;
  return { kind: 'uniform', low: share / 2, high: share / 2 + 0.5 };
}

function uncertainSpend(spend: Flow['spend']): Flow['spend'] {
  if (typeof spend === 'number') return spread(spend);
  return Object.fromEntries(
    Object.entries(spend as Readonly<Record<string, Quantity>>).map(([name, amount]) => [
      name,
      spread(amount),
    ]),
  );
}

/** Uniform within a fifth: doubling the number doubles every draw exactly. */
function spread(amount: Quantity): Quantity {
  return typeof amount === 'number' ? { kind: 'uniform', low: amount * 0.8, high: amount * 1.2 } : amount;
}

/** Gamma around a number, with this coefficient of variation. */
function positive(quantity: Quantity, variation: number): Quantity {
  if (typeof quantity !== 'number') return quantity;
  const mean = quantity + 0.5;
  return { kind: 'gamma', mean, sd: variation * mean };
}
