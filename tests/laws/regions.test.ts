import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../src/distributions/types.ts';
import { replay } from '../../src/engine/replay.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Measure, Run } from '../../src/engine/types.ts';
import type { Flow } from '../../src/scenario/types.ts';
import { rowsOf } from '../reference/engine-rows.ts';
import { numericScenario } from '../reference/numeric-scenarios.ts';
import { withUncertainty } from '../reference/uncertain-scenarios.ts';

const DRAWS = 8;
/** Rounding of a month's sums and of the division of the shares by their sum. */
const ROUNDING = 1e-12;

/** Measures that have regions, and what their rounding is measured by. */
const measures: readonly (readonly [Measure, Measure])[] = [
  ['baseline', 'baseline'],
  ['arrivals', 'baseline'],
  ['arrivalsLost', 'baseline'],
  ['revenue', 'revenueBaseline'],
  ['revenueLost', 'revenueBaseline'],
];

/** Uncertain shares, each for itself, that sum to 1 in the mean and in hardly any draw. */
const uncertainShares: fc.Arbitrary<NonNullable<Flow['regions']>> = fc
  .array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 5 })
  .map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const share = (weight: number, i: number): Quantity => {
      const mean = weight / sum;
      const room = Math.min(mean, 1 - mean);
      return i % 2 === 0
        ? { kind: 'uniform', low: mean - room / 2, high: mean + room / 2 }
        : { kind: 'beta', mean, sd: 0.3 * room };
    };
    return Object.fromEntries(weights.map((weight, i) => [`region-${i}`, share(weight, i)]));
  });

const anyRun: fc.Arbitrary<Run> = fc
  .tuple(numericScenario.map(withUncertainty), uncertainShares, uncertainShares)
  .map(([scenario, ...shares]) => {
    const flows = scenario.flows.map((flow, f) => ({ ...flow, regions: shares[f % shares.length]! }));
    return simulate({ scenario: { ...scenario, flows }, seed: 'regions', draws: DRAWS });
  });

const RUNS = { numRuns: 25, seed: 20251118 };

describe('uncertain shares of regions', () => {
  it('add up to the total in every draw, by flow and month', () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const [measure, unitMeasure] of measures) {
          const totals = rowsOf(run, measure, ['month', 'flow']);
          const units = rowsOf(run, unitMeasure, ['month', 'flow']);
          const sums = new Map([...totals].map(([key]) => [key, new Float64Array(DRAWS)]));
          for (const [key, values] of rowsOf(run, measure, ['month', 'flow', 'region'])) {
            const sum = sums.get(key.slice(0, key.lastIndexOf('|')))!;
            values.forEach((value, draw) => {
              sum[draw]! += value;
            });
          }
          for (const [key, total] of totals) {
            total.forEach((value, draw) => {
              const rounding = ROUNDING * (units.get(key)![draw]! + Math.abs(value));
              expect(Math.abs(sums.get(key)![draw]! - value), `${measure} ${key}`).toBeLessThanOrEqual(
                rounding,
              );
            });
          }
        }
      }),
      RUNS,
    );
  });

  it("give each region its own share of what all of them were drawn, of every month's baseline", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const totals = rowsOf(run, 'baseline', ['month', 'flow']);
        const rows = rowsOf(run, 'baseline', ['month', 'flow', 'region']);
        for (let draw = 0; draw < DRAWS; draw++) {
          const { inputs } = replay({ run, draw });
          for (const [key, values] of rows) {
            const [month, flow, region] = key.split('|');
            const drawn = (name: string): number => inputs[`flow/${flow}/regions/${name}`]!;
            const all = run.scenario.flows
              .find(({ id }) => id === flow)!
              .regions.reduce((sum, one) => sum + drawn(one.region), 0);
            const total = totals.get(`${month}|${flow}`)![draw]!;
            const expected = (total * drawn(region!)) / all;
            expect(Math.abs(values[draw]! - expected), key).toBeLessThanOrEqual(ROUNDING * total);
          }
        }
      }),
      RUNS,
    );
  });
});
