import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsets } from '../../../src/data/index.ts';
import { replay } from '../../../src/engine/replay.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { project } from '../../../src/projections/project.ts';
import { projectOffsets } from '../../../src/projections/project-offsets.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import { checkScenario } from '../../../src/scenario/check-scenario.ts';
import type { Scenario } from '../../../src/scenario/types.ts';
import { numericScenario } from '../../reference/numeric-scenarios.ts';
import { withUncertainty } from '../../reference/uncertain-scenarios.ts';
import { richScenario } from '../../support/rich-scenario.ts';

const withParts = (): Scenario => {
  const scenario = richScenario();
  return {
    ...scenario,
    flows: scenario.flows.map((flow, f) => ({
      ...flow,
      substitution: f === 0 ? { share: 0.1, spend: 1000 } : { parts: offsets() },
    })),
  };
};
const run = simulate({ scenario: withParts(), seed: 'offsets', draws: 50 });

test('by hand, from the inputs and losses of every draw', () => {
  const { rows, unit } = projectOffsets({ run });
  expect(unit).toBe('JPY at 2025 prices');
  expect(rows.map(({ part }) => part)).toEqual([
    'gross',
    'lower-rates',
    'other-markets',
    'residents',
    'substitutes',
    'returns',
    'net',
  ]);
  const lost = (draw: number, flow: number): number => {
    const { months } = replay({ run, draw }).flows[flow]!;
    return (['cancelled', 'notBooked', 'blocked'] as const).reduce(
      (sum, name) => sum + months[name].reduce((total, one) => total + one, 0),
      0,
    );
  };
  const expected = Array.from({ length: 50 }, (_, draw) => {
    const { inputs } = replay({ run, draw });
    return run.scenario.flows
      .slice(1)
      .map(({ id }, f) => {
        const name = `flow/${id}/substitution/part/residents`;
        return lost(draw, f + 1) * inputs[`${name}/share`]! * inputs[`${name}/spend`]!;
      })
      .reduce((sum, one) => sum + one, 0);
  });
  const mean = expected.reduce((sum, one) => sum + one, 0) / 50;
  expect(rows[3]!.mean / mean).toBeCloseTo(1, 12);
  const unnamed = Array.from({ length: 50 }, (_, draw) => 0.1 * 1000 * lost(draw, 0));
  expect(rows[4]!.mean / (unnamed.reduce((sum, one) => sum + one, 0) / 50)).toBeCloseTo(1, 12);
});

test('gross = net + offsets, in every draw of every scenario', () => {
  fc.assert(
    fc.property(numericScenario.map(withUncertainty), fc.integer({ min: 0, max: 1000 }), (scenario, seed) => {
      // One draw: its mean is its value.
      const made = simulate({ scenario, seed, draws: 1 });
      const means = projectOffsets({ run: made }).rows.map(({ mean }) => mean);
      const [gross, net] = [means[0]!, means.at(-1)!];
      const offset = means.slice(1, -1).reduce((sum, one) => sum + one, 0);
      expect(Math.abs(gross - offset - net)).toBeLessThanOrEqual(1e-9 * (1 + gross + offset));
      const [substituted] = project({ run: made, measure: 'revenueSubstituted' }).rows;
      const parts = means.slice(1, -2).reduce((sum, one) => sum + one, 0);
      expect(Math.abs(substituted!.mean - parts)).toBeLessThanOrEqual(1e-9 * (1 + parts));
    }),
    { numRuns: 40, seed: 11 },
  );
});

test('one part alone gives the bits that it gives without a name', () => {
  const scenario = richScenario();
  const flowsWith = (named: boolean): Scenario => ({
    ...scenario,
    flows: scenario.flows.map((flow) => ({
      ...flow,
      substitution: named
        ? { parts: { others: { share: 0.2, spend: { x: 7, y: 3 } } } }
        : { share: 0.2, spend: { x: 7, y: 3 } },
    })),
  });
  const [named, unnamed] = [true, false].map((is) =>
    simulate({ scenario: flowsWith(is), seed: 1, draws: 20 }),
  );
  const read = (made: typeof run) =>
    project({ run: made, measure: 'revenueLostNet', by: ['month', 'category'] }).rows;
  expect(read(named!)).toEqual(read(unnamed!));
});

test('is a table', () => {
  expect(Object.keys(toRows(projectOffsets({ run, levels: [] }))[0]!)).toEqual([
    'part',
    'mean',
    'standardError',
    'median',
  ]);
});

test('more than all cannot be replaced', () => {
  const [flow, ...rest] = withParts().flows;
  const parts = { a: { share: 0.7 }, b: { share: { kind: 'beta', mean: 0.5, sd: 0.1 } as const } };
  const checked = checkScenario({ ...withParts(), flows: [{ ...flow!, substitution: { parts } }, ...rest] });
  expect(checked.ok ? [] : checked.issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'flows[0].substitution.parts: shares sum to 1.2 on average; more than 1 cannot be replaced',
  ]);
});
