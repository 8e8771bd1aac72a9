import { ScenarioError } from '../errors.ts';
import { type Design, designs } from '../random/design.ts';
import { canonicalSeed, type Key, keyFromSeed, type Seed } from '../random/key.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import { fingerprint } from '../scenario/fingerprint.ts';
import { expectName } from '../scenario/misuse.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/types.ts';
import { version } from '../version.ts';
import { type Chunk, runChunk } from './chunk.ts';
import { medianInputs, sampleInputs } from './inputs.ts';
import { planDimensions } from './joint-dimensions.ts';
import { type KeptPanel, keptPanels } from './kept.ts';
import type { PanelSpec } from './panel-spec.ts';
import { planRun } from './plan.ts';
import { summaryPanels } from './summary.ts';
import type { Run, Sampling } from './types.ts';

/** What a run keeps: the draws of the principal measures, or sketches of them, whose size does not grow with draws. */
export type Keep = 'draws' | 'summary';

/** A run of so many draws. */
export interface RunOptions {
  readonly scenario: Scenario;
  /** Required: the same seed gives the same worlds, to the bit. A number stands for its decimal text. */
  readonly seed: Seed;
  /** How many worlds to draw, 1 to 100 million; default 10,000. */
  readonly draws?: number;
  /** How they are spread over what is uncertain; default `'random'`: independent of each other. */
  readonly design?: Design;
  /**
   * `'draws'` by default. `'summary'` keeps sums and histograms alone, in memory that does not grow with draws: of months,
   * years and flows of the principal measures, of which projections, probabilities and tails can then be asked.
   */
  readonly keep?: Keep;
}

/** Names of the options of a run. */
export const runOptionNames: readonly (keyof RunOptions)[] = ['scenario', 'seed', 'draws', 'design', 'keep'];

/** The most draws of a run. */
export const MOST_DRAWS = 100_000_000;

/** A run that is checked, planned and ready to be carried, in whatever pieces. Equal options make equal ones, anywhere. */
export interface PreparedRun {
  /** All of the run but what it holds of its draws. */
  readonly head: Omit<Run, 'panels' | 'summary'>;
  /** The scenario as written, checked and copied: plain data. */
  readonly written: Scenario;
  readonly keep: Keep;
  /** The panels that its chunks hold: those that are kept, or summarised. */
  readonly kept: readonly KeptPanel[];
  /** Carries draws [from, to). */
  readonly carry: (from: number, to: number) => Chunk;
}

/**
 * Everything that `simulate` does before the first draw.
 *
 * @throws ScenarioError, TypeError, RangeError as `simulate`
 */
export function prepareRun(options: RunOptions): PreparedRun {
  const { scenario, seed, draws = 10_000 } = options;
  if (typeof draws === 'object') {
    throw new TypeError(
      'draws: expected a number, since a plan must know it, received a precision; drawsNeeded says how many it takes',
    );
  }
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) {
    throw new RangeError(`draws: expected a whole number from 1 to ${MOST_DRAWS}, received ${String(draws)}`);
  }
  const design = expectName('design', 'one of the designs', options.design ?? 'random', designs);
  const keep = expectName('keep', "'draws' or 'summary'", options.keep ?? 'draws', [
    'draws',
    'summary',
  ] as const);
  const sampling = { kind: design, seed: canonicalSeed(seed), draws };
  return prepare(scenario, sampling, { ...keyFromSeed(seed), design }, keep);
}

/** As `prepareRun`, for the median case. */
export function prepareMedian(scenario: Scenario): PreparedRun {
  return prepare(scenario, { kind: 'median', draws: 1 }, { lo: 0, hi: 0 }, 'draws');
}

function prepare(scenario: Scenario, sampling: Sampling, key: Key, keep: Keep): PreparedRun {
  const checked = checkScenario(scenario);
  if (!checked.ok) throw new ScenarioError(checked.issues);
  const resolved = resolveScenario(checked.scenario);
  const plan = planDimensions(planRun(resolved, key), resolved);
  const kept = keep === 'draws' ? keptPanels(resolved, plan) : summaryPanels(resolved, plan);
  const specs = kept.map(({ spec }) => spec);
  if (keep === 'draws') refuseOversize(specs, sampling.draws);
  const sampler =
    sampling.kind === 'median' ? medianInputs(plan.inputs) : sampleInputs(plan.inputs, plan.key);
  return {
    head: {
      scenario: resolved,
      plan,
      sampling,
      draws: sampling.draws,
      version,
      fingerprint: fingerprint(checked.scenario),
      warnings: [...checked.warnings, ...plan.warnings],
    },
    written: checked.scenario,
    keep,
    kept,
    carry: (from, to) => runChunk(plan, specs, from, to, sampler),
  };
}

/** Bytes that a run may keep. */
const MOST_BYTES = 4_294_967_296;

function refuseOversize(specs: readonly PanelSpec[], draws: number): void {
  const bytes = 8 * specs.reduce((rows, { layout }) => rows + layout.rows.length, 0);
  if (draws * bytes <= MOST_BYTES) return;
  throw new RangeError(
    `draws: expected ${Math.floor(MOST_BYTES / bytes)} or fewer for this scenario, received ${draws}; ` +
      `a run keeps ${bytes} bytes a draw and may keep 4 GiB; with keep: 'summary' it keeps no draws`,
  );
}
