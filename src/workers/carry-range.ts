import type { Chunk } from '../engine/chunk.ts';
import type { PreparedRun, RunOptions } from '../sampling/prepare-run.ts';
import type { DrawSummary } from '../sampling/summarise-draws.ts';
import { workInCrew } from './crew.ts';
import { cutDraws, type DrawRange, pieceSize } from './draw-ranges.ts';
import type { Host, StopSignal } from './host.ts';

export interface RangeWork {
  readonly prepared: PreparedRun;
  /** What it was prepared from, as plain data. */
  readonly options: RunOptions;
  readonly range: DrawRange;
  /** 0: this thread does the work, in slices. */
  readonly workers: number;
  readonly host: Host;
  readonly signal?: StopSignal | undefined;
  /** Takes each chunk as it comes, in whatever order. */
  readonly add: (chunk: Chunk) => void;
  /**
   * Takes summaries in place of chunks. Where it is given, each worker summarises what it carries: that is a good part of
   * the work, and one thread that did it for all would keep them waiting.
   */
  readonly addSummary?: ((part: DrawSummary) => void) | null;
  /** Told how many draws are done, and how many workers are at work; 0 where this thread does it itself. */
  readonly count: (done: number, workers: number) => void;
}

/** Pieces for each worker, so that the last to finish keeps the others waiting for a small part of the run. */
const PIECES = 8;
/** Draws in a piece, at least and at most: smaller ones cost more to start than they gain, larger ones gain nothing. */
const SIZES = { least: 256, most: 4096 } as const;
/** The same where a piece is summarised: its summary is nearly as large for few draws, and has to be merged. */
const SUMMARISED_SIZES = { least: 2048, most: 32_768 } as const;
/** Draws that this thread carries before it lets others have a turn: a few milliseconds. */
const SLICE = 64;

/** Carries a range of draws in workers, or in this thread where there are none: the same bits either way. */
export async function carryRange(work: RangeWork): Promise<void> {
  const { prepared, options, range, workers, host, signal, add, addSummary = null, count } = work;
  refuseAborted(signal);
  const draws = range.to - range.from;
  const keep = (chunk: Chunk, crew: number): void => {
    add(chunk);
    count(chunk.to - chunk.from, crew);
  };
  const { least, most } = addSummary === null ? SIZES : SUMMARISED_SIZES;
  const ranges = cutDraws(range, pieceSize(draws, PIECES * workers, least, most));
  const left =
    workers === 0
      ? ranges
      : await workInCrew({
          ranges,
          options,
          workers: Math.min(workers, ranges.length),
          start: host.start,
          signal,
          order: addSummary === null ? 'carry' : 'summarise',
          onDone: (done, crew) => {
            if (done.kind === 'chunk') return keep(done.chunk, crew);
            addSummary?.(done.part);
            count(done.part.to - done.part.from, crew);
          },
        });
  for (const slice of left.flatMap((one) => cutDraws(one, SLICE))) {
    keep(prepared.carry(slice.from, slice.to), 0);
    await host.turn();
    refuseAborted(signal);
  }
}

/** @throws the reason of the signal, once it is aborted */
export function refuseAborted(signal: StopSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}
