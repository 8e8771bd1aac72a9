import { medianCase, simulate } from '../../../src/engine/simulate.ts';
import type { Run } from '../../../src/engine/types.ts';
import type { Effect, Flow, Scenario } from '../../../src/scenario/types.ts';

const leadTime: Flow['leadTime'] = { kind: 'mixture', components: [{ weight: 1, mean: 20 }] };

export const groups: Flow = {
  id: 'groups',
  origin: 'CHN',
  destination: 'JPN',
  segment: 'group',
  baseline: {
    kind: 'monthly',
    arrivals: [1000, 1200, 900],
    noise: { kind: 'lognormal', mean: 1, sd: 0.1, source: 'residuals of a fit' },
  },
  leadTime,
  spend: {
    shopping: { kind: 'gamma', mean: 90_000, sd: 9_000 },
    lodging: { kind: 'gamma', mean: 70_000, sd: 7_000 },
  },
  regions: { Kanto: 0.6, Kansai: 0.4 },
};

export const hongKong: Flow = {
  id: 'hong-kong',
  origin: 'HKG',
  destination: 'JPN',
  segment: 'individual',
  baseline: { kind: 'monthly', arrivals: [500, 600, 700] },
  leadTime,
  spend: { kind: 'lognormal', mean: 180_000, sd: 20_000, source: 'a survey' },
  regions: { Kanto: 0.5, Kansai: 0.5 },
};

const halfLives = { awareness: 3, cancelling: 5, recovery: 60 };

const effects: Readonly<Record<string, Effect>> = {
  CHN: {
    id: 'mainland',
    on: { origin: 'CHN' },
    suppression: { kind: 'beta', mean: 0.5, sd: 0.1 },
    cancellation: { kind: 'beta', mean: 0.4, sd: 0.1 },
    halfLives,
  },
  HKG: {
    id: 'spill',
    on: { origin: 'HKG' },
    suppression: { kind: 'beta', mean: 0.1, sd: 0.05 },
    cancellation: 0.05,
    halfLives,
  },
};

/** Two markets, three months, one advisory of uncertain strength on whichever of the markets are there. */
export function scenarioOf(changes: Partial<Scenario> = {}): Scenario {
  const flows = changes.flows ?? [groups, hongKong];
  const origins = [...new Set(flows.map(({ origin }) => origin))];
  return {
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2025-11-01', months: 3 },
    flows,
    advisories: [
      {
        id: 'notice',
        onset: { date: '2025-11-14' },
        duration: { kind: 'gamma', mean: 60, sd: 20 },
        effects: origins.map((origin) => effects[origin]!),
      },
    ],
    ...changes,
  };
}

export function runOf(scenario: Scenario = scenarioOf(), seed = 'projections', draws = 64): Run {
  return simulate({ scenario, seed, draws });
}

export function medianOf(scenario: Scenario = scenarioOf()): Run {
  return medianCase({ scenario });
}

/** A run whose arrivals by month are written by hand: from November 2025 on, one array of draws a month. */
export function runWithArrivals(...byMonth: readonly (readonly number[])[]): Run {
  const flow: Flow = { ...hongKong, baseline: { kind: 'monthly', arrivals: byMonth.map(() => 1) } };
  const scenario = scenarioOf({
    calendar: { start: '2025-11-01', months: byMonth.length },
    flows: [flow],
    advisories: [],
  });
  const run = runOf(scenario, 'by hand', byMonth[0]!.length);
  const panel = Float64Array.from(byMonth.flat());
  return { ...run, panels: new Map([...run.panels, ['arrivals/travel/month', panel]]) };
}
