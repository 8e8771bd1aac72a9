import { expectDrawCount, type PreparedRun as PlainRun, prepare } from '../engine/prepare-run.ts';
import { type Design, designs } from '../random/design.ts';
import { canonicalSeed, keyFromSeed, type Seed } from '../random/key.ts';
import { expectName } from '../scenario/misuse.ts';
import type { Scenario } from '../scenario/types.ts';
import { planDimensions } from './joint-dimensions.ts';
import { spreadDraws } from './spread-draws.ts';
import { summaryPanels } from './summary.ts';

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

/** A run that is ready to be carried, and what is to be kept of it. */
export interface PreparedRun extends PlainRun {
  readonly keep: Keep;
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
  expectDrawCount(draws);
  const design = expectName('design', 'one of the designs', options.design ?? 'random', designs);
  const keep = expectName('keep', "'draws' or 'summary'", options.keep ?? 'draws', [
    'draws',
    'summary',
  ] as const);
  const sampling = { kind: design, seed: canonicalSeed(seed), draws };
  const prepared = prepare(scenario, sampling, spreadDraws(keyFromSeed(seed), design), {
    ...(design === 'sobol-joint' && { finishPlan: planDimensions }),
    ...(keep === 'summary' && { panels: summaryPanels }),
  });
  return { ...prepared, keep };
}
