import type { Distribution, Scenario } from 'tourism-impact';
import { internals } from './bundle.ts';
import { measure, type Spread, scale } from './timing.ts';

const {
  createFlowKernel,
  fillUniforms,
  keyFromSeed,
  monthCells,
  parseScenario,
  planRun,
  prepareQuantile,
  resolveScenario,
  sampleInputs,
  streamOf,
} = internals;

const key = keyFromSeed('bench');
/** Draws that a block holds, as in a run. */
const BLOCK = 256;

export interface KernelCost {
  readonly flow: string;
  /** Seconds of one draw. */
  readonly draw: Spread;
}

/** What the kernel takes for one draw of each flow, its inputs drawn beforehand. */
export function measureKernels(scenario: Scenario): KernelCost[] {
  const plan = planRun(resolveScenario(parseScenario(scenario)), key);
  const values = new Float64Array(plan.inputs.length * BLOCK);
  sampleInputs(plan.inputs, key)(0, BLOCK, values, BLOCK);
  const cells = monthCells(plan.monthStarts);
  return plan.flows.map((flow) => {
    const kernel = createFlowKernel(plan, flow, cells);
    const block = measure(() => {
      for (let draw = 0; draw < BLOCK; draw++) kernel.run(values, BLOCK, draw);
      return kernel.counts[0]!;
    });
    return { flow: flow.id, draw: scale(block, 1 / BLOCK) };
  });
}

const COUNT = 8192;

/** Seconds of one random word of 32 bits: a uniform takes two. */
export function measureUniforms(): Spread {
  const stream = streamOf('bench');
  const out = new Float64Array(COUNT);
  let from = 0;
  return scale(
    measure(() => {
      fillUniforms(key, stream, from, from + COUNT, out);
      from += COUNT;
      return out[0]!;
    }),
    1 / (2 * COUNT),
  );
}

const families: readonly Distribution[] = [
  { kind: 'uniform', low: 1, high: 7 },
  { kind: 'triangular', low: 0, mode: 2, high: 5 },
  { kind: 'pert', low: 0, mode: 2, high: 5 },
  { kind: 'normal', mean: 1, sd: 0.1 },
  { kind: 'lognormal', mean: 300, sd: 180 },
  { kind: 'gamma', mean: 60, sd: 26 },
  { kind: 'beta', mean: 0.42, sd: 0.17 },
  { kind: 'weibull', mean: 60, sd: 30 },
  { kind: 'student-t', mean: 0, sd: 1, df: 5 },
  { kind: 'discrete', values: [1, 2, 3, 4] },
  { kind: 'empirical', values: Array.from({ length: 50 }, (_, i) => i * i) },
  { kind: 'truncated', of: { kind: 'normal', mean: 0, sd: 1 }, low: -1 },
  {
    kind: 'mixture',
    of: [
      { weight: 0.93, distribution: { kind: 'lognormal', mean: 240, sd: 270 } },
      { weight: 0.07, distribution: { kind: 'uniform', low: 730, high: 1095 } },
    ],
  },
];

export interface QuantileCost {
  readonly kind: string;
  /** Seconds of one call. */
  readonly call: Spread;
}

/** The inverse distribution function of each family, at random points. */
export function measureQuantiles(): QuantileCost[] {
  const points = new Float64Array(COUNT);
  fillUniforms(key, streamOf('bench/quantiles'), 0, COUNT, points);
  const prepared = families.map((family) => ({ kind: family.kind, quantile: prepareQuantile(family) }));
  const sum = (quantile: (p: number) => number): number => {
    let total = 0;
    for (let i = 0; i < COUNT; i++) total += quantile(points[i]!);
    return total;
  };
  // All families are called before any is timed, or the first would be timed as if it were the only one.
  for (const { quantile } of prepared) sum(quantile);
  return prepared.map(({ kind, quantile }) => ({
    kind,
    call: scale(
      measure(() => sum(quantile)),
      1 / COUNT,
    ),
  }));
}
