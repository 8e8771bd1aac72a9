import { type Chunk, gatherChunks } from '../engine/chunk.ts';
import type { PreparedRun, SimulateOptions } from '../engine/simulate.ts';
import { workInCrew } from './crew.ts';
import { cutDraws, type DrawRange, pieceSize } from './draw-ranges.ts';
import type { Host, StopSignal } from './host.ts';
import { countProgress, type Progress } from './progress.ts';

export interface RangeWork {
  readonly prepared: PreparedRun;
  /** What it was prepared from, as plain data. */
  readonly options: SimulateOptions;
  readonly range: DrawRange;
  /** 0: this thread does the work, in slices. */
  readonly workers: number;
  readonly host: Host;
  readonly signal?: StopSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Pieces for each worker, so that the last to finish keeps the others waiting for a small part of the run. */
const PIECES = 8;
/** Draws in a piece, at least and at most: smaller ones cost more to start than they gain, larger ones gain nothing. */
const LEAST = 256;
const MOST = 4096;
/** Draws that this thread carries before it lets others have a turn: a few milliseconds. */
const SLICE = 64;

/** Carries a range of draws in workers, or in this thread where there are none: the same bits either way. */
export async function carryRange(work: RangeWork): Promise<Chunk> {
  const { prepared, options, range, workers, host, signal, onProgress } = work;
  refuseAborted(signal);
  const draws = range.to - range.from;
  const gathering = gatherChunks(range.from, range.to);
  const count = countProgress(draws, host.now, onProgress);
  const keep = (chunk: Chunk, crew: number): void => {
    gathering.add(chunk);
    count(chunk.to - chunk.from, crew);
  };
  const ranges = cutDraws(range, pieceSize(draws, PIECES * workers, LEAST, MOST));
  const left =
    workers === 0
      ? ranges
      : await workInCrew({
          ranges,
          options,
          workers: Math.min(workers, ranges.length),
          start: host.start,
          signal,
          onChunk: keep,
        });
  for (const slice of left.flatMap((one) => cutDraws(one, SLICE))) {
    keep(prepared.carry(slice.from, slice.to), 0);
    await host.turn();
    refuseAborted(signal);
  }
  return gathering.finish();
}

function refuseAborted(signal: StopSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}
