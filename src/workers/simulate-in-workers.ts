import type { Run } from '../engine/types.ts';
import { collectRun } from '../sampling/collect-run.ts';
import { carryToPrecision, isGoal, type PrecisionGoal, prepareGoal } from '../sampling/precision.ts';
import { prepareRun, type RunOptions } from '../sampling/prepare-run.ts';
import { type SimulateOptions, simulateOptionNames } from '../sampling/simulate.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { carryRange } from './carry-range.ts';
import type { Host, StopSignal } from './host.ts';
import { countProgress, type Progress } from './progress.ts';

/** Options of `simulateParallel`: those of `simulate`, and how to go about it. None of the latter moves a bit. */
export interface SimulateParallelOptions extends SimulateOptions {
  /** How many workers, 0 to 64; default as many as the machine has processors to give. 0: this thread, in slices. */
  readonly workers?: number;
  /** An `AbortSignal`. */
  readonly signal?: StopSignal;
  /** Called in this thread, up to 20 times a second and at the end. What it throws ends the run. */
  readonly onProgress?: (progress: Progress) => void;
  /** Where the worker file is, for programs that a bundler has moved: a `URL`, or its text. */
  readonly workerUrl?: string | { readonly href: string };
}

const optionNames: readonly (keyof SimulateParallelOptions)[] = [
  ...simulateOptionNames,
  'workers',
  'signal',
  'onProgress',
  'workerUrl',
];

const MOST_WORKERS = 64;

/** What every `simulateParallel` does, given its host. */
export async function simulateInWorkers(
  given: SimulateParallelOptions,
  host: Host & { readonly processors: number },
): Promise<Run> {
  expectOptions('simulateParallel', given, optionNames);
  const { workers, signal, onProgress, workerUrl: _, ...options } = given;
  const crew = workers ?? Math.min(host.processors, MOST_WORKERS);
  if (!Number.isInteger(crew) || crew < 0 || crew > MOST_WORKERS) {
    throw new RangeError(
      `workers: expected a whole number from 0 to ${MOST_WORKERS}, received ${String(crew)}`,
    );
  }
  const { draws, ...rest } = options;
  if (isGoal(draws)) return carryToGoal(rest, draws, { workers: crew, host, signal, onProgress });
  const prepared = prepareRun({ ...rest, ...(draws === undefined ? {} : { draws }) });
  const range = { from: 0, to: prepared.head.draws };
  const collector = collectRun(prepared);
  await carryRange({
    prepared,
    options: { ...rest, draws: range.to, scenario: prepared.written },
    range,
    workers: crew,
    host,
    signal,
    add: collector.open(range.from, range.to),
    addSummary: collector.addSummary,
    count: countProgress(range.to, host.now, onProgress),
  });
  return collector.take();
}

interface Work {
  readonly workers: number;
  readonly host: Host;
  readonly signal: StopSignal | undefined;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** Round by round. How far it is, is told as the share of the most draws there may be, until the goal is reached. */
async function carryToGoal(
  options: Omit<RunOptions, 'draws'>,
  asked: PrecisionGoal,
  { workers, host, signal, onProgress }: Work,
): Promise<Run> {
  const { prepared, goal } = prepareGoal(options, asked);
  let last: Progress | undefined;
  const count = countProgress(goal.most, host.now, (progress) => {
    last = progress;
    onProgress?.(progress);
  });
  const rounds = carryToPrecision(prepared, goal);
  let round = rounds.next();
  while (round.done !== true) {
    const { from, to, add, addSummary } = round.value;
    await carryRange({
      prepared,
      options: { ...options, draws: goal.most, scenario: prepared.written },
      range: { from, to },
      workers,
      host,
      signal,
      add,
      addSummary,
      count,
    });
    round = rounds.next();
  }
  const run = round.value;
  if (last !== undefined && last.fraction < 1) {
    onProgress?.({ ...last, fraction: 1, drawsDone: run.draws, draws: run.draws, secondsLeft: 0 });
  }
  return run;
}
