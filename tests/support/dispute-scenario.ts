import type { Dispute, DisputeStage, Effect, Scenario } from '../../src/scenario/types.ts';

/** An exponential stay with this mean, in days. */
export const exponential = (
  mean: number,
): { readonly kind: 'gamma'; readonly mean: number; readonly sd: number } => ({
  kind: 'gamma',
  mean,
  sd: mean,
});

/** One flow from 1 January 2026 and a dispute that begins on day 0; nothing else is uncertain. */
export function disputeScenario(
  stages: readonly DisputeStage[],
  more: Partial<Dispute> & { readonly months?: number } = {},
): Scenario {
  const { months = 12, ...rest } = more;
  return {
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2026-01-01', months },
    flows: [
      {
        id: 'all',
        origin: 'CHN',
        destination: 'JPN',
        baseline: { kind: 'annual', total: 365_000 },
        leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 20 }] },
        spend: 100,
      },
    ],
    advisories: [],
    dispute: { start: { date: '2026-01-01', stage: stages[0]!.id }, stages, ...rest },
  };
}

/** An effect on every flow. */
export const bite: Effect = {
  id: 'all',
  on: {},
  suppression: 0.5,
  cancellation: 0.3,
  halfLives: { awareness: 4, cancelling: 5, recovery: 20 },
};
