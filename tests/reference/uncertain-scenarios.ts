import type { Quantity } from '../../src/distributions/types.ts';
import type { Flow, Scenario } from '../../src/scenario/types.ts';

/**
 * The same scenario with most of its inputs uncertain around the numbers it had: shares on part of [0, 1], amounts
 * and days on the positive side. Means of lags only where no weight is negative.
 */
export function withUncertainty(scenario: Scenario): Scenario {
  return {
    ...scenario,
    flows: scenario.flows.map(uncertainFlow),
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

function uncertainFlow(flow: Flow): Flow {
  const { baseline, leadTime } = flow;
  const factor: Quantity = { kind: 'lognormal', mean: 1, sd: 0.2 };
  return {
    ...flow,
    baseline: {
      ...baseline,
      noise: factor,
      ...(baseline.kind === 'annual'
        ? { total: positive(baseline.total, 0.1), growth: { kind: 'uniform', low: -0.1, high: 0.3 } }
        : { level: factor }),
    },
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
    ...(flow.substitution === undefined
      ? {}
      : { substitution: { ...flow.substitution, share: shareAround(flow.substitution.share) } }),
    ...(flow.refunds === undefined
      ? {}
      : { refunds: { ...flow.refunds, prepaidShare: shareAround(flow.refunds.prepaidShare) } }),
    ...(flow.capacity === undefined
      ? {}
      : { capacity: { loadFactor: { kind: 'uniform', low: 0.5, high: 1 } } }),
  };
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
