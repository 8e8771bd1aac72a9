/**
 * Which countermeasure is worth its cost? Four of them as changes of one scenario, under one seed.
 *
 * What they cost and what they achieve are assumptions, written down where they can be seen; the answer is only as good
 * as they are. A yen of revenue is worth 0.83 yen of value added here (METI: first round of inbound spending in 2019).
 */
import type { Flow, Quantity, Scenario } from 'tourism-impact';
import { dispute2025, offsets } from 'tourism-impact/data';
import { compareAll, countermeasure, projectOffsets } from 'tourism-impact/projections';
import { billions, heading, percent, table } from './support/print.ts';
import { simulateShown } from './support/progress.ts';

const dispute = dispute2025();
const base: Scenario = {
  ...dispute,
  flows: dispute.flows.map((flow) => ({ ...flow, substitution: { parts: offsets() } })),
};
const guess = (mean: number, sd: number): Quantity => ({ kind: 'lognormal', mean, sd, source: 'Assumption' });

/** The scenario with every flow, or those from one place, changed. */
function withFlows(scenario: Scenario, change: (flow: Flow) => Partial<Flow>, origin?: string): Scenario {
  return {
    ...scenario,
    flows: scenario.flows.map((flow) =>
      origin === undefined || flow.origin === origin ? { ...flow, ...change(flow) } : flow,
    ),
  };
}
/** One share of the substitution raised by so much on average. */
function withShare(
  scenario: Scenario,
  part: 'other-markets' | 'residents',
  mean: number,
  sd: number,
): Scenario {
  const parts = { ...offsets() };
  const share: Quantity = { kind: 'beta', mean, sd, source: 'Assumption' };
  return withFlows(scenario, () => ({
    substitution: { parts: { ...parts, [part]: { ...parts[part], share } } },
  }));
}

const options = [
  countermeasure({
    id: 'promotion',
    title: 'Promotion in other markets',
    cost: guess(6e9, 1.5e9),
    change: (scenario) => withShare(scenario, 'other-markets', 0.045, 0.035),
  }),
  countermeasure({
    id: 'travel-subsidy',
    title: 'Subsidy for trips of residents',
    cost: guess(60e9, 10e9),
    change: (scenario) => withShare(scenario, 'residents', 0.12, 0.06),
  }),
  countermeasure({
    id: 'fee-waiver',
    title: 'Rebooking without fees, paid for by the state',
    cost: guess(12e9, 4e9),
    change: (scenario) =>
      withFlows(scenario, () => ({
        postponement: {
          share: { kind: 'beta', mean: 0.06, sd: 0.04, source: 'Assumption' },
          halfLives: { return: guess(60, 30), lapse: guess(180, 60) },
        },
      })),
  }),
  countermeasure({
    id: 'hong-kong-fares',
    title: 'Charter flights and fares for Hong Kong',
    cost: guess(4e9, 1e9),
    change: (scenario) =>
      withFlows(
        scenario,
        ({ substitution }) => {
          const parts = {
            ...offsets(),
            ...(substitution !== undefined && 'parts' in substitution ? substitution.parts : {}),
          };
          const share: Quantity = { kind: 'beta', mean: 0.15, sd: 0.08, source: 'Assumption' };
          return { substitution: { parts: { ...parts, 'hong-kong-fares': { share } } } };
        },
        'HKG',
      ),
  }),
];

const seed = 'beijing-2025-11-18';
const months = { from: '2025-11', count: 12 };
const draws = 2_000;

heading('From gross to net without any of them, billion yen, November 2025 to October 2026');
const run = await simulateShown({ scenario: base, seed, draws });
table(projectOffsets({ run, months, levels: [0.8] }).rows, [
  { title: 'part', align: 'left', cell: ({ part }) => part },
  { title: 'mean', cell: ({ mean }) => billions(mean) },
  { title: '80% from', cell: ({ intervals }) => billions(intervals[0]!.lower) },
  { title: 'to', cell: ({ intervals }) => billions(intervals[0]!.upper) },
]);

const worth: Quantity = {
  kind: 'beta',
  mean: 0.83,
  sd: 0.04,
  source:
    'METI 2020-08-04: value added 4.0 of 4.8 trillion yen of inbound spending in 2019; sd an assumption',
};
const ranking = compareAll({ base, options, seed, draws, months, worth, levels: [0.8] });
heading('Countermeasures, billion yen');
table(ranking.rows, [
  { title: 'measure', align: 'left', cell: ({ option }) => option },
  { title: 'loss avoided', cell: ({ avoided }) => billions(avoided.mean) },
  { title: 'cost', cell: ({ cost }) => billions(cost.mean) },
  { title: 'avoided per yen', cell: ({ avoidedPerCost }) => avoidedPerCost.value.toFixed(2) },
  { title: '±', cell: ({ avoidedPerCost }) => avoidedPerCost.standardError.toFixed(2) },
  { title: 'net', cell: ({ net }) => billions(net.mean) },
  { title: 'pays in', cell: ({ probabilityPays }) => percent(probabilityPays.value) },
  { title: 'best in', cell: ({ probabilityBest }) => percent(probabilityBest.value) },
  { title: 'rank', cell: ({ meanRank }) => meanRank.toFixed(1) },
]);

export const results: object = { ranking };
