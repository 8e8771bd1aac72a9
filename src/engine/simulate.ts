import { ScenarioError } from '../errors.ts';
import { type Design, designs } from '../random/design.ts';
import { canonicalSeed, type Key, keyFromSeed, type Seed } from '../random/key.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import { fingerprint } from '../scenario/fingerprint.ts';
import { expectName, expectOptions } from '../scenario/misuse.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { Scenario } from '../scenario/types.ts';
import { version } from '../version.ts';
import { type Chunk, runChunk } from './chunk.ts';
import { medianInputs, sampleInputs } from './inputs.ts';
import { planDimensions } from './joint-dimensions.ts';
import { type KeptPanel, keptPanels } from './kept.ts';
import type { PanelSpec } from './panel-spec.ts';
import { planRun } from './plan.ts';
import type { Run, Sampling } from './types.ts';

/** Options of `simulate`. */
export interface SimulateOptions {
  readonly scenario: Scenario;
  /** Required: the same seed gives the same worlds, to the bit. A number stands for its decimal text. */
  readonly seed: Seed;
  /** How many worlds to draw, 1 to 100 million; default 10,000. */
  readonly draws?: number;
  /** How they are spread over what is uncertain; default `'random'`: independent of each other. */
  readonly design?: Design;
}

/** Names of the options of `simulate`. */
export const simulateOptionNames: readonly (keyof SimulateOptions)[] = [
  'scenario',
  'seed',
  'draws',
  'design',
];

const MOST_DRAWS = 100_000_000;

/**
 * Carries a scenario through `draws` sampled worlds, in this thread.
 *
 * One draw is one value of every uncertain input, carried through all flows and days by the equations of the model.
 * The outcome holds months and flows of the principal measures; `project` and its kin read it, and compute again what
 * it does not hold.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where an option is not what it should be, or not known
 *
 * @example
 * ```ts
 * import { probability, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'beijing-2025-11-18', draws: 1_000 });
 * console.log(run.draws, run.scenario.flows.map((flow) => flow.id).join(' '));
 * ```
 */
export function simulate(options: SimulateOptions): Run {
  expectOptions('simulate', options, simulateOptionNames);
  return carryWhole(prepareRun(options));
}

/**
 * The scenario with every input at its median, as a run of one draw: the path beside which the cloud of draws lies. It
 * is a scenario of its own; its outcome is not the median outcome.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 */
export function medianCase(options: { readonly scenario: Scenario }): Run {
  expectOptions('medianCase', options, ['scenario']);
  return carryWhole(prepare(options.scenario, { kind: 'median', draws: 1 }, { lo: 0, hi: 0 }));
}

/** A run that is checked, planned and ready to be carried, in whatever pieces. Equal options make equal ones, anywhere. */
export interface PreparedRun {
  /** All of the run but its panels. */
  readonly head: Omit<Run, 'panels'>;
  /** The scenario as written, checked and copied: plain data. */
  readonly written: Scenario;
  readonly kept: readonly KeptPanel[];
  /** Carries draws [from, to). */
  readonly carry: (from: number, to: number) => Chunk;
}

/**
 * Everything that `simulate` does before the first draw.
 *
 * @throws ScenarioError, TypeError, RangeError as `simulate`
 */
export function prepareRun({
  scenario,
  seed,
  draws = 10_000,
  design = 'random',
}: SimulateOptions): PreparedRun {
  if (!Number.isInteger(draws) || draws < 1 || draws > MOST_DRAWS) {
    throw new RangeError(`draws: expected a whole number from 1 to ${MOST_DRAWS}, received ${String(draws)}`);
  }
  const kind = expectName('design', 'one of the designs', design, designs);
  return prepare(
    scenario,
    { kind, seed: canonicalSeed(seed), draws },
    { ...keyFromSeed(seed), design: kind },
  );
}

function prepare(scenario: Scenario, sampling: Sampling, key: Key): PreparedRun {
  const checked = checkScenario(scenario);
  if (!checked.ok) throw new ScenarioError(checked.issues);
  const resolved = resolveScenario(checked.scenario);
  const plan = planDimensions(planRun(resolved, key), resolved);
  const kept = keptPanels(resolved, plan);
  const specs = kept.map(({ spec }) => spec);
  refuseOversize(specs, sampling.draws);
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
      `a run keeps ${bytes} bytes a draw and may keep 4 GiB`,
  );
}

/** The run whose draws were all carried, as one chunk. */
export function finishRun({ head, kept }: PreparedRun, { panels }: Chunk): Run {
  return { ...head, panels: new Map(kept.map(({ key }, p) => [key, panels[p]!])) };
}

function carryWhole(prepared: PreparedRun): Run {
  return finishRun(prepared, prepared.carry(0, prepared.head.draws));
}
