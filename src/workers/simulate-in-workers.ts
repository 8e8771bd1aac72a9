import { finishRun, prepareRun, type SimulateOptions, simulateOptionNames } from '../engine/simulate.ts';
import type { Run } from '../engine/types.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { carryRange } from './carry-range.ts';
import type { Host, StopSignal } from './host.ts';
import type { Progress } from './progress.ts';

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
  const prepared = prepareRun(options);
  const chunk = await carryRange({
    prepared,
    options: { ...options, scenario: prepared.written },
    range: { from: 0, to: prepared.head.draws },
    workers: crew,
    host,
    signal,
    onProgress,
  });
  return finishRun(prepared, chunk);
}
