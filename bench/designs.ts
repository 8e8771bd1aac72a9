/*
 * How precise the sampling designs are, by replication: each is run under many seeds, and the variance of its estimates
 * is set against that of random draws. Asks for the loss of `chinaJapan2025()` in twelve months.
 *
 *   npx tsx bench/designs.ts [--seeds 200] [--draws 4096] [--large 0]
 *
 * With --large, so many runs of 60,000 random draws are made as well, to measure what they give rather than to divide.
 */
import { parseArgs } from 'node:util';
import { chinaJapan2025 } from '../src/data/index.ts';
import { probability, project, tails } from '../src/index.ts';
import { type Design, designs } from '../src/random/design.ts';
import { simulate } from '../src/sampling/index.ts';
import { variance } from '../src/statistics/moments.ts';

const { values: asked } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    draws: { type: 'string', default: '4096' },
    large: { type: 'string', default: '0' },
  },
});
const [seeds, draws, large] = [asked.seeds, asked.draws, asked.large].map(Number) as [number, number, number];

const scenario = chinaJapan2025();
const months = { from: '2025-11', count: 12 } as const;
const measure = 'revenueLost';

/** Figures with the standard error that the run reports. */
function figuresOf(seed: string, design: Design, count: number): Record<string, readonly [number, number]> {
  const run = simulate({ scenario, seed, draws: count, design });
  const [row] = project({ run, measure, months, levels: [0.9] }).rows;
  const [tail] = tails({ run, measure, months, levels: [0.95] }).rows;
  const chance = probability({ run, measure, months, above: 1.79e12 });
  const [interval] = row!.intervals;
  return {
    mean: [row!.mean, row!.standardError],
    median: [row!.median, row!.medianStandardError],
    '5%': [interval!.lower, interval!.lowerStandardError],
    '95%': [interval!.upper, interval!.upperStandardError],
    'shortfall 95%': [tail!.expectedShortfall, tail!.expectedShortfallStandardError],
    'P(> 1.79e12)': [chance.value, chance.standardError],
  };
}

/** Variance of each figure over the seeds, and the mean square of its reported error against that. */
function replicate(design: Design, runs: number, count: number) {
  const made = Array.from({ length: runs }, (_, seed) => figuresOf(`replication ${seed}`, design, count));
  return Object.fromEntries(
    Object.keys(made[0]!).map((name) => {
      const spread = variance(Float64Array.from(made, (figures) => figures[name]![0]));
      const reported = made.reduce((sum, figures) => sum + figures[name]![1] * figures[name]![1], 0) / runs;
      return [name, { spread, calibration: reported / spread }];
    }),
  );
}

const started = performance.now();
const random = replicate('random', seeds, draws);
const names = Object.keys(random);
const line = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
console.log(`${seeds} seeds, ${draws} draws: variance of random draws / variance of the design`);
line(['design', ...names]);
line(['---', ...names.map(() => '---:')]);
const calibrations: string[][] = [['random', ...names.map((name) => random[name]!.calibration.toFixed(2))]];
for (const design of designs.filter((one) => one !== 'random')) {
  const spreads = replicate(design, seeds, draws);
  line([design, ...names.map((name) => `${(random[name]!.spread / spreads[name]!.spread).toFixed(1)}`)]);
  calibrations.push([design, ...names.map((name) => spreads[name]!.calibration.toFixed(2))]);
  if (design !== 'sobol' || large === 0) continue;
  const many = replicate('random', large, 60_000);
  line([
    `${draws} of sobol against 60,000 random`,
    ...names.map((name) => (many[name]!.spread / spreads[name]!.spread).toFixed(2)),
  ]);
}
console.log('\nmean square of the reported standard errors / variance of the estimates');
for (const cells of calibrations) line(cells);
console.log(
  `\nvariances of ${seeds} seeds are known to ${Math.round(100 * Math.sqrt(2 / (seeds - 1)))}% (one standard error); ` +
    `${Math.round((performance.now() - started) / 1000)} s`,
);
