import { chinaJapan2025 } from '../../src/data/index.ts';
import { prepareQuantile } from '../../src/distributions/quantile.ts';
import type { Distribution } from '../../src/distributions/types.ts';
import { exp } from '../../src/elementary/exp.ts';
import { exp2 } from '../../src/elementary/exp2.ts';
import { expm1 } from '../../src/elementary/expm1.ts';
import { log } from '../../src/elementary/log.ts';
import { logGamma } from '../../src/elementary/log-gamma.ts';
import { log1p } from '../../src/elementary/log1p.ts';
import { pow } from '../../src/elementary/pow.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Measure } from '../../src/engine/types.ts';
import { listMeasures } from '../../src/projections/list-measures.ts';
import { project } from '../../src/projections/project.ts';
import { keyFromSeed } from '../../src/random/key.ts';
import { streamOf } from '../../src/random/stream.ts';
import { fillUniforms } from '../../src/random/uniform.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { Digest } from './digest.ts';
import { richScenario } from './rich-scenario.ts';

/** Arguments of both signs over many magnitudes, made by exact arithmetic alone. */
function* grid(): Generator<number> {
  for (let scale = 1 / 1_099_511_627_776; scale < 600; scale *= 2) {
    for (let i = 1; i <= 40; i += 1) {
      yield scale * (1 + i / 41);
      yield -scale * (1 + i / 41);
    }
  }
}

const probabilities: readonly number[] = [
  1e-12,
  1e-6,
  ...Array.from({ length: 199 }, (_, i) => (i + 1) / 200),
  1 - 1e-6,
];

const distributions: readonly Distribution[] = [
  { kind: 'constant', value: 0.1 },
  { kind: 'uniform', low: -0.1, high: 0.7 },
  { kind: 'triangular', low: 1, mode: 1.3, high: 7 },
  { kind: 'pert', low: 3, mode: 5, high: 9 },
  { kind: 'normal', mean: 0.1, sd: 1.7 },
  { kind: 'lognormal', mean: 120, sd: 60 },
  { kind: 'gamma', mean: 0.3, sd: 0.6 },
  { kind: 'gamma', mean: 250_000, sd: 40_000 },
  { kind: 'beta', mean: 0.57, sd: 0.13 },
  { kind: 'beta', mean: 0.02, sd: 0.04 },
  { kind: 'beta', mean: 4, sd: 0.3, low: 3, high: 6 },
  { kind: 'weibull', mean: 120, sd: 30 },
  { kind: 'student-t', mean: 0.03, sd: 0.02, df: 5 },
  { kind: 'discrete', values: [1, 2, 5], weights: [0.1, 0.2, 0.3] },
  { kind: 'empirical', values: [0.1, 0.7, 0.2, 1.9] },
  { kind: 'truncated', of: { kind: 'gamma', mean: 10, sd: 5 }, low: 3, high: 21 },
  {
    kind: 'mixture',
    of: [
      { weight: 0.3, distribution: { kind: 'lognormal', mean: 30, sd: 20 } },
      { weight: 0.7, distribution: { kind: 'normal', mean: 100, sd: 10 } },
    ],
  },
];

function addProjections(digest: Digest, scenario: Scenario, measures: readonly Measure[]): void {
  const run = simulate({ scenario, seed: 'the same bits', draws: 256 });
  for (const measure of measures) {
    for (const by of ['total', 'month', 'flow'] as const) digest.data(project({ run, measure, by }).rows);
  }
  digest.data(project({ run, measure: 'cancellations', by: 'week', dated: 'made' }).rows);
}

const everyMeasure: readonly Measure[] = listMeasures().map(({ name }) => name);

/** What must be the same bits on every engine, by section. */
const battery: Readonly<Record<string, (digest: Digest) => void>> = {
  elementary: (digest) => {
    for (const x of grid()) {
      digest.numbers([
        exp(x),
        exp2(x),
        expm1(x),
        log(Math.abs(x)),
        log1p(Math.abs(x)),
        logGamma(Math.abs(x)),
      ]);
      digest.numbers([pow(Math.abs(x), 0.37), pow(1.0001, x)]);
    }
  },
  uniforms: (digest) => {
    const out = new Float64Array(1000);
    for (const seed of ['beijing-2025-11-18', 'ビザ', 42, 0, -1.5]) {
      fillUniforms(keyFromSeed(seed), streamOf('flow/group/spend'), 1, 1001, out);
      digest.numbers(out);
    }
  },
  quantiles: (digest) => {
    for (const distribution of distributions)
      digest.numbers(probabilities.map(prepareQuantile(distribution)));
  },
  'rich scenario': (digest) => addProjections(digest, richScenario, everyMeasure),
  'China and Japan 2025': (digest) =>
    addProjections(digest, chinaJapan2025(), ['arrivals', 'arrivalsLost', 'revenue', 'revenueLost']),
};

/** The digest of every section on this engine. */
export function runBattery(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(battery).map(([section, add]) => {
      const digest = new Digest();
      add(digest);
      return [section, digest.hex()];
    }),
  );
}

/**
 * The engine's own functions over the same grid. These differ between engines, which is why the library has its own;
 * a comparison that sees no difference here sees none anywhere.
 */
export function runPlantedFault(): string {
  const digest = new Digest();
  for (const x of grid()) {
    const size = Math.abs(x);
    digest.numbers([Math.exp(x), Math.expm1(x), Math.log(size), Math.log1p(size), size ** 0.37, Math.sin(x)]);
  }
  return digest.hex();
}
