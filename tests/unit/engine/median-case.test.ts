import { expect, it } from 'vitest';
import { quantile } from '../../../src/distributions/quantile.ts';
import type { Distribution } from '../../../src/distributions/types.ts';
import { replay } from '../../../src/engine/replay.ts';
import { medianCase } from '../../../src/engine/simulate.ts';
import { project } from '../../../src/projections/project.ts';
import { listQuantities } from '../../../src/scenario/list-quantities.ts';
import { richScenario } from '../../support/rich-scenario.ts';
import { smallScenario } from '../../support/small-scenario.ts';

it('every input of the median case is the median of its distribution, or its number', () => {
  const run = medianCase({ scenario: richScenario() });
  const { inputs } = replay({ run, draw: 0 });
  const quantities = listQuantities(run.scenario);
  const expected = quantities.map(({ name, quantity }) => [
    name,
    typeof quantity === 'number' ? quantity : quantile(quantity, 0.5),
  ]);
  expect(inputs).toEqual(Object.fromEntries(expected));
  expect(
    new Set(quantities.flatMap(({ quantity }) => (typeof quantity === 'number' ? [] : quantity.kind))).size,
  ).toBeGreaterThan(10);
});

it('its tables are those of the medians, kept or computed again', () => {
  // Medians known without the library: the middle of what is symmetric or listed, and mean / √(1 + cv²) of a lognormal.
  const factor: Distribution = { kind: 'lognormal', mean: 1, sd: 0.75 };
  const [flow] = smallScenario.flows;
  const run = medianCase({
    scenario: {
      ...smallScenario,
      advisories: [],
      flows: [
        {
          ...flow!,
          baseline: {
            kind: 'monthly',
            arrivals: [
              { kind: 'uniform', low: 900, high: 1300 },
              { kind: 'triangular', low: 0, mode: 1000, high: 2000 },
              { kind: 'empirical', values: [10, 800, 9000] },
            ],
            level: factor,
          },
          spend: {
            shopping: { kind: 'pert', low: 30, mode: 50, high: 70 },
            food: { ...factor, mean: 20, sd: 15 },
          },
        },
      ],
    },
  });
  const of = (measure: 'baseline' | 'revenue', by: 'month' | 'category'): number[] =>
    project({ run, measure, by }).rows.map(({ median }) => median);
  // √(1 + 0.75²) = 1.25
  [880, 800, 640].forEach((arrivals, m) => {
    expect(of('baseline', 'month')[m]).toBeCloseTo(arrivals, 9);
  });
  const [food, shopping] = of('revenue', 'category');
  expect(food).toBeCloseTo(2320 * 16, 7);
  expect(shopping).toBeCloseTo(2320 * 50, 7);
});
