import { assemble, type Chunk, gatherChunks, refuseGaps } from '../engine/chunk.ts';
import type { Run } from '../engine/types.ts';
import type { PreparedRun } from './prepare-run.ts';
import { createSummary } from './summary.ts';

/** Collects the chunks of a run, range by range. */
export interface RunCollector {
  /** Begins draws [from, to), which follow those collected before; returns what takes their chunks, in any order. */
  readonly open: (from: number, to: number) => (chunk: Chunk) => void;
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
  let draws = 0;
  return {
    open(from, to) {
      draws = to;
      return (chunk) => {
        if (chunk.from < from || chunk.to > to)
          throw new RangeError('chunks must lie in the range they are of');
        covered.push({ from: chunk.from, to: chunk.to });
        summary.add(chunk);
      };
    },
    take() {
      refuseGaps(covered, 0, draws);
      covered = [{ from: 0, to: draws }];
      return { ...ofDraws(head, draws), panels: new Map(), summary };
    },
  };
}

/** The head of the same run with so many draws: it is that of a run that was asked for so many from the start. */
function ofDraws(head: PreparedRun['head'], draws: number): PreparedRun['head'] {
  if (head.sampling.kind === 'median') return head;
  return { ...head, draws, sampling: { ...head.sampling, draws } };
}
