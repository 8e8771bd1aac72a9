import type { Scenario } from 'tourism-impact';
import { internals } from './bundle.ts';
import { sameWork } from './rivals/same-work.ts';
import { library } from './shipped.ts';
import { measure } from './timing.ts';

export interface Growth {
  readonly series: readonly {
    readonly what: string;
    readonly points: readonly { readonly size: number; readonly seconds: number }[];
    readonly exponent: number;
  }[];
  /** Seconds of one draw of a month in which nothing begins or ends. */
  readonly quiet: { readonly closed: number; readonly byDay: number };
}

const seconds = (scenario: Scenario, draws: number): number =>
  measure(() => library.simulate({ scenario, seed: 1, draws }).draws, 7).median;

/** The same work over another number of months. */
function overMonths(months: number, advisories = 1): Scenario {
  const scenario = sameWork(1);
  const flow = scenario.flows[0]!;
  const [first] = scenario.advisories;
  const arrivals = Array.from({ length: months }, () => 600_000);
  const noise = { kind: 'lognormal', mean: 1, sd: 0.05 } as const;
  return {
    ...scenario,
    calendar: { ...scenario.calendar, months },
    flows: [{ ...flow, baseline: { kind: 'monthly', arrivals, noise } }],
    advisories: Array.from({ length: advisories }, (_, i) => ({ ...first!, id: `${first!.id}-${i}` })),
  };
}

/** What the cost does as a scenario grows in one direction. */
export function measureGrowth(): Growth {
  const series = (
    [
      ['draws', [1000, 4000, 16_000, 64_000], (size) => seconds(sameWork(1), size)],
      ['flows', [1, 4, 8, 16], (size) => seconds(sameWork(size), 4000)],
      ['months', [12, 24, 48, 96], (size) => seconds(overMonths(size), 10_000)],
      ['advisories on a flow', [1, 2, 4, 8], (size) => seconds(overMonths(24, size), 1000)],
    ] as const satisfies readonly (readonly [string, readonly number[], (size: number) => number])[]
  ).map(([what, sizes, cost]) => {
    const points = sizes.map((size) => ({ size, seconds: cost(size) }));
    return { what, points, exponent: slope(points.slice(1)) };
  });
  return { series, quiet: measureQuiet() };
}

/** The slope of log(seconds) on log(size), by least squares. */
function slope(points: readonly { readonly size: number; readonly seconds: number }[]): number {
  const x = points.map(({ size }) => Math.log(size));
  const y = points.map((point) => Math.log(point.seconds));
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const products = x.map((value, i) => (value - mx) * (y[i]! - my));
  return mean(products) / mean(x.map((value) => (value - mx) * (value - mx)));
}

/** What 48 months more cost at the end of the horizon, an advisory of known length behind them. */
function measureQuiet(): Growth['quiet'] {
  const draws = 10_000;
  const over = (months: number): Scenario => {
    const scenario = overMonths(months);
    return { ...scenario, advisories: scenario.advisories.map((one) => ({ ...one, duration: 200 })) };
  };
  const closed = (seconds(over(72), draws) - seconds(over(24), draws)) / 48 / draws;
  const { createFlowKernel, keyFromSeed, monthCells, parseScenario, planRun, resolveScenario, sampleInputs } =
    internals;
  const byDay = [72, 24].map((months) => {
    const plan = planRun(resolveScenario(parseScenario(over(months))), keyFromSeed('bench'));
    const values = new Float64Array(plan.inputs.length * 256);
    sampleInputs(plan.inputs, plan.key)(0, 256, values, 256);
    const kernel = createFlowKernel(plan, plan.flows[0]!, monthCells(plan.monthStarts));
    return (
      measure(() => {
        for (let draw = 0; draw < 256; draw++) kernel.run(values, 256, draw);
        return kernel.counts[0]!;
      }, 7).median / 256
    );
  });
  return { closed, byDay: (byDay[0]! - byDay[1]!) / 48 };
}
