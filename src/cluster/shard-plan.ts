import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { canonicalSeed } from '../random/key.ts';
import { type PreparedRun, prepareRun, type RunOptions, runOptionNames } from '../sampling/prepare-run.ts';
import { canonicalJson } from '../scenario/fingerprint.ts';
import { expectOptions } from '../scenario/misuse.ts';
import type { Scenario } from '../scenario/types.ts';
import { version } from '../version.ts';
import { type DrawRange, pieceSize } from '../workers/draw-ranges.ts';

/** How a run is cut into shards: plain data, for a file or a message. */
export interface ShardPlan {
  readonly format: 'tourism-impact/plan';
  /** Version of the package; all steps of a run must be of one. */
  readonly version: string;
  /** 32 hexadecimal digits that stand for the version and the options: what the shards of one run have in common. */
  readonly run: string;
  /** The options of `simulate`, the scenario checked. */
  readonly options: RunOptions & { readonly seed: string; readonly draws: number };
  /** The draws of each shard, in order. */
  readonly shards: readonly DrawRange[];
}

/** Options of `planShards`: those of `simulate`, draws as a number, and the number of shards. */
export interface PlanShardsOptions extends RunOptions {
  /** 1 to 10,000, and no more than there are draws; default one for every 4,096 draws, but 16 to 1,024. */
  readonly shards?: number;
}

/** Names of the options of `planShards`. */
export const planShardsNames: readonly (keyof PlanShardsOptions)[] = [...runOptionNames, 'shards'];

const MOST_SHARDS = 10_000;
/** Shards begin at multiples of this where there are draws enough: designs with blocks of draws work in these. */
const BLOCK = 1024;

/**
 * Cuts a run into shards that can be carried anywhere, in any order.
 *
 * @throws ScenarioError with every issue of a scenario that cannot be run
 * @throws TypeError, RangeError where an option is not what it should be
 */
export function planShards(given: PlanShardsOptions): ShardPlan {
  expectOptions('planShards', given, planShardsNames);
  const { shards: asked, ...options } = given;
  const { written, head } = prepareRun(options);
  const { draws } = head;
  const shards = asked ?? Math.min(draws, 1024, Math.max(16, Math.ceil(draws / 4096)));
  if (!Number.isInteger(shards) || shards < 1 || shards > MOST_SHARDS || shards > draws) {
    throw new RangeError(
      `shards: expected a whole number from 1 to ${Math.min(MOST_SHARDS, draws)}, received ${String(shards)}`,
    );
  }
  const planned = { ...options, scenario: written, seed: canonicalSeed(options.seed), draws };
  return {
    format: 'tourism-impact/plan',
    version,
    run: nameRun(planned),
    options: planned,
    shards: cutEvenly(draws, shards),
  };
}

/** What two computations share exactly if they must give the same bits. */
export function nameRun(options: RunOptions): string {
  return createHash('sha256')
    .update(`${version}\n${canonicalJson(options)}`)
    .digest('hex')
    .slice(0, 32);
}

function cutEvenly(draws: number, shards: number): DrawRange[] {
  const size = pieceSize(draws, shards, 1, BLOCK);
  const blocks = Math.ceil(draws / size);
  const start = (shard: number): number => Math.min(draws, Math.floor((shard * blocks) / shards) * size);
  return Array.from({ length: shards }, (_, shard) => ({ from: start(shard), to: start(shard + 1) }));
}

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
const shape = v.object({
  format: v.literal('tourism-impact/plan'),
  version: v.string(),
  run: v.string(),
  options: v.looseObject({
    scenario: v.custom<Scenario>((value) => typeof value === 'object' && value !== null),
    seed: v.string(),
    draws: wholeNumber,
  }),
  shards: v.array(v.object({ from: wholeNumber, to: wholeNumber })),
});

/** A plan that was read and may be trusted, and the run that is prepared from it. */
export interface OpenedPlan {
  readonly plan: ShardPlan;
  readonly prepared: PreparedRun;
}

/**
 * The plan in a value that came from a file or a message, and its run.
 *
 * @throws Error where it is no plan, is of another version of the package, or was changed after it was made
 * @throws ScenarioError with every issue of its scenario
 */
export function openPlan(value: unknown): OpenedPlan {
  const parsed = v.safeParse(shape, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`this is no plan of tourism-impact: ${v.getDotPath(issue) ?? 'it'}: ${issue.message}`);
  }
  const plan: ShardPlan = parsed.output;
  refuseOtherVersion('the plan', plan.version);
  const prepared = prepareRun(plan.options);
  if (nameRun({ ...plan.options, scenario: prepared.written }) !== plan.run) {
    throw new Error('the plan was changed after it was made: make a new one');
  }
  return { plan, prepared };
}

/** @throws Error: numbers may move from one version to the next, so the steps of a run must share one. */
export function refuseOtherVersion(what: string, made: string): void {
  if (made === version) return;
  throw new Error(
    `${what} is of tourism-impact ${made}, this is ${version}: take one version for all steps of a run`,
  );
}
