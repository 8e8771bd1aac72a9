import { describe, expect, it } from 'vitest';
import { replay } from '../../../src/engine/replay.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { checkScenario } from '../../../src/scenario/check-scenario.ts';
import type { FittedBaseline, Scenario } from '../../../src/scenario/types.ts';

const forecast: FittedBaseline = {
  kind: 'fitted',
  start: '2025-12',
  logMedian: [9, 9.5, 10, 10.5],
  components: [
    { name: 'level', from: 0, loadings: [0.1, 0.1, 0.1, 0.1] },
    { name: 'path/2026-02', from: 2, loadings: [0.05, 0.07] },
  ],
  sharedAs: 'market',
};

function scenarioOf(baseline: FittedBaseline, other: FittedBaseline = baseline): Scenario {
  const flow = { origin: 'CHN', destination: 'JPN', spend: 1 } as const;
  const leadTime = { kind: 'mixture', components: [{ weight: 1, mean: 10 }] } as const;
  return {
    prices: { currency: 'JPY', year: 2025 },
    calendar: { start: '2026-01-01', months: 3 },
    flows: [
      { ...flow, id: 'a', leadTime, baseline },
      { ...flow, id: 'b', leadTime, baseline: other },
    ],
    advisories: [],
  };
}

describe('a fitted baseline', () => {
  it('is the median times the errors of its components, month by month', () => {
    const run = simulate({ scenario: scenarioOf(forecast), seed: 'fitted', draws: 3 });
    for (const draw of [0, 1, 2]) {
      const { inputs, flows } = replay({ run, draw });
      const level = inputs['flow/a/baseline/component/level']!;
      const path = inputs['flow/a/baseline/component/path/2026-02']!;
      const expected = [
        Math.exp(9.5 + 0.1 * level),
        Math.exp(10 + 0.1 * level + 0.05 * path),
        Math.exp(10.5 + 0.1 * level + 0.07 * path),
      ];
      expected.forEach((arrivals, m) => {
        expect(flows[0]!.months.baseline[m]! / arrivals).toBeCloseTo(1, 12);
      });
    }
  });

  it('errs together in flows that share it, and apart in flows that do not', () => {
    const { sharedAs: _, ...alone } = forecast;
    const parts = { ...forecast, share: 0.25 };
    const run = simulate({ scenario: scenarioOf(forecast, parts), seed: 'fitted', draws: 2 });
    const [whole, part] = replay({ run, draw: 1 }).flows;
    expect(part!.months.baseline[2]! / whole!.months.baseline[2]!).toBeCloseTo(0.25, 12);
    const apart = simulate({ scenario: scenarioOf(alone), seed: 'fitted', draws: 2 });
    const [one, other] = replay({ run: apart, draw: 1 }).flows;
    expect(one!.months.baseline[2]).not.toBe(other!.months.baseline[2]);
  });

  it.each([
    [{ ...forecast, start: '2026-02' }, 'flows[0].baseline.logMedian', 'has 4 months from 2026-02'],
    [{ ...forecast, start: 'soon' }, 'flows[0].baseline.start', 'is no month'],
    [{ ...forecast, logMedian: [9, 9, 9, 900] }, 'flows[0].baseline.logMedian[3]', 'at most exp(100)'],
    [
      { ...forecast, components: [{ name: 'level', from: 2, loadings: [1, 1, 1] }] },
      'flows[0].baseline.components[0].loadings',
      'reaches month 5',
    ],
    [
      { ...forecast, components: [forecast.components[0]!, forecast.components[0]!] },
      'flows[0].baseline.components[1].name',
      'already',
    ],
    [
      { ...forecast, components: [{ name: 'a b', from: 0, loadings: [1] }] },
      'flows[0].baseline.components[0].name',
      'is no name',
    ],
  ])('is refused where it cannot be: %#', (baseline, path, message) => {
    const result = checkScenario(scenarioOf(baseline, forecast));
    const issues = result.ok ? [] : result.issues;
    expect(issues.find((issue) => issue.path === path)?.message).toContain(message);
  });
});
