import { ScenarioError } from '../errors.ts';
import { canonicalSeed, type Key, keyFromSeed, type Seed } from '../random/key.ts';
import { checkScenario } from '../scenario/check-scenario.ts';
import { fingerprint } from '../scenario/fingerprint.ts';
import { resolveScenario } from '../scenario/resolve.ts';
import type { ResolvedScenario } from '../scenario/resolved.ts';
import type { Scenario } from '../scenario/types.ts';
import { version } from '../version.ts';
import { type Chunk, runChunk } from './chunk.ts';
import { type KeptPanel, keptPanels } from './kept.ts';
import type { PanelSpec } from './panel-spec.ts';
import { type Plan, planRun } from './plan.ts';
import { medianInputs, sampleInputs } from './sample-inputs.ts';
import type { Run, Sampling } from './types.ts';

/** The most draws of a run. */
export const MOST_DRAWS = 100_000_000;

/** A run that is checked, planned and ready to be carried, in whatever pieces. Equal options make equal ones, anywhere. */
export interface PreparedRun {
  /** All of the run but what it holds of its draws. */
  readonly head: Omit<Run, 'panels' | 'summary'>;
  /** The scenario as written, checked and copied: plain data. */
  readonly written: Scenario;
  /** The panels that its chunks hold: those that are kept, or summarised. */
  readonly kept: readonly KeptPanel[];
  /** Carries draws [from, to). */
  readonly carry: (from: number, to: number) => Chunk;
}

/** @throws RangeError for a number of draws that cannot be */
export function expectDrawCount(draws: number): void {
  if (Number.isInteger(draws) && draws >= 1 && draws <= MOST_DRAWS) return;
  throw new RangeError(`draws: expected a whole number from 1 to ${MOST_DRAWS}, received ${String(draws)}`);
}

/** A run of independent draws, which keeps them. */
export function prepareDraws(scenario: Scenario, seed: Seed, draws: number): PreparedRun {
  expectDrawCount(draws);
  return prepare(scenario, { kind: 'random', seed: canonicalSeed(seed), draws }, keyFromSeed(seed));
}

/** As `prepareDraws`, for the median case. */
export function prepareMedian(scenario: Scenario): PreparedRun {
  return prepare(scenario, { kind: 'median', draws: 1 }, { lo: 0, hi: 0 });
}

/** What is done otherwise with a plan before it is carried out. */
export interface Preparation {
  /** By default it stays as it is. */
  readonly finishPlan?: (plan: Plan, scenario: ResolvedScenario) => Plan;
  /** By default the panels whose draws a run keeps. */
  readonly panels?: (scenario: ResolvedScenario, plan: Plan) => readonly KeptPanel[];
}

/**
 * Everything that is done before the first draw.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws RangeError where the draws would take more room than a run may
 */
export function prepare(
  scenario: Scenario,
  sampling: Sampling,
  key: Key,
  { finishPlan = (plan) => plan, panels }: Preparation = {},
): PreparedRun {
  const checked = checkScenario(scenario);
  if (!checked.ok) throw new ScenarioError(checked.issues);
  const resolved = resolveScenario(checked.scenario);
  const plan = finishPlan(planRun(resolved, key), resolved);
  const kept = (panels ?? keptPanels)(resolved, plan);
  const specs = kept.map(({ spec }) => spec);
  if (panels === undefined) refuseOversize(specs, sampling.draws);
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

/** The run whose draws were all carried, as one chunk. */
export function keepDraws({ head, kept }: PreparedRun, { panels }: Chunk): Run {
  return { ...head, panels: new Map(kept.map(({ key }, p) => [key, panels[p]!])), summary: null };
}

/** Bytes that a run may keep. */
const MOST_BYTES = 4_294_967_296;

function refuseOversize(specs: readonly PanelSpec[], draws: number): void {
  const bytes = 8 * specs.reduce((rows, { layout }) => rows + layout.rows.length, 0);
  if (draws * bytes <= MOST_BYTES) return;
  throw new RangeError(
    `draws: expected ${Math.floor(MOST_BYTES / bytes)} or fewer for this scenario, received ${draws}; ` +
      `a run keeps ${bytes} bytes a draw and may keep 4 GiB; simulate of tourism-impact/sampling keeps no draws with keep: 'summary'`,
  );
}
