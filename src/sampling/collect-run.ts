import { assemble, type Chunk, gatherChunks, refuseGaps } from '../engine/chunk.ts';
import type { Run } from '../engine/types.ts';
import type { PreparedRun } from './prepare-run.ts';
import type { DrawSummary } from './summarise-draws.ts';
import { createSummary } from './summary.ts';

/** Collects the chunks of a run, range by range. */
export interface RunCollector {
  /** Begins draws [from, to), which follow those collected before; returns what takes their chunks, in any order. */
  readonly open: (from: number, to: number) => (chunk: Chunk) => void;
  /** Takes what others made of draws of the range, in place of their chunk; null where a run keeps its draws. */
  readonly addSummary: ((part: DrawSummary) => void) | null;
  /**
   * The run of all draws so far. It may grow no further where it is to be kept: a summary goes on counting.
   *
   * @throws RangeError where the chunks do not cover the draws once each
   */
  readonly take: () => Run;
}

export function collectRun(prepared: PreparedRun): RunCollector {
  return prepared.keep === 'draws' ? collectDraws(prepared) : collectSummary(prepared);
}

/** The run whose draws were all carried, as one chunk. */
export function finishRun(prepared: PreparedRun, chunk: Chunk): Run {
  const collector = collectRun(prepared);
  collector.open(chunk.from, chunk.to)(chunk);
  return collector.take();
}

function collectDraws({ head, kept }: PreparedRun): RunCollector {
  let done: Chunk[] = [];
  let finish = (): void => {};
  return {
    open(from, to) {
      const gathering = gatherChunks(from, to);
      finish = () => {
        done.push(gathering.finish());
        finish = () => {};
      };
      return gathering.add;
    },
    addSummary: null,
    take() {
      finish();
      const draws = done[done.length - 1]!.to;
      // Each chunk is forgotten as it is copied, one after the other.
      if (done.length > 1) done = [{ from: 0, to: draws, panels: assemble(done, draws) }];
      const { panels } = done[0]!;
      const named = new Map(kept.map(({ key }, p) => [key, panels[p]!]));
      return { ...ofDraws(head, draws), panels: named, summary: null };
    },
  };
}

function collectSummary({ head, kept, carry }: PreparedRun): RunCollector {
  const summary = createSummary(head.scenario, kept, head.sampling, carry(0, 1));
  let covered: { readonly from: number; readonly to: number }[] = [];
  let range = { from: 0, to: 0 };
  const cover = ({ from, to }: { readonly from: number; readonly to: number }): void => {
    if (from < range.from || to > range.to) throw new RangeError('chunks must lie in the range they are of');
    covered.push({ from, to });
  };
  return {
    open(from, to) {
      range = { from, to };
      return (chunk) => {
        cover(chunk);
        summary.add(chunk);
      };
    },
    addSummary(part) {
      cover(part);
      summary.merge(part.sketches);
    },
    take() {
      refuseGaps(covered, 0, range.to);
      covered = [{ from: 0, to: range.to }];
      return { ...ofDraws(head, range.to), panels: new Map(), summary };
    },
  };
}

/** The head of the same run with so many draws: it is that of a run that was asked for so many from the start. */
function ofDraws(head: PreparedRun['head'], draws: number): PreparedRun['head'] {
  if (head.sampling.kind === 'median') return head;
  return { ...head, draws, sampling: { ...head.sampling, draws } };
}
