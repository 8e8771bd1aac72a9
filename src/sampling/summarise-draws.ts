import type { Chunk } from '../engine/chunk.ts';
import type { PreparedRun } from './prepare-run.ts';
import { createSummary, type SummaryData } from './summary.ts';

/** Draws that are carried at a time where none of them is kept, so that little is held. */
const AT_A_TIME = 1024;

/** The summary of draws [from, to) as plain data: it crosses to another thread, where it is merged with others. */
export interface DrawSummary {
  readonly from: number;
  readonly to: number;
  readonly sketches: SummaryData;
}

/** Carries draws [from, to) of a run, a few at a time. */
export function carryForSummary(
  { carry }: PreparedRun,
  from: number,
  to: number,
  add: (chunk: Chunk) => void,
): void {
  for (let start = from; start < to; start += AT_A_TIME) add(carry(start, Math.min(to, start + AT_A_TIME)));
}

/** Gets ready to summarise ranges of draws, each by itself. */
export function prepareSummaries(prepared: PreparedRun): (from: number, to: number) => DrawSummary {
  const { head, kept, carry } = prepared;
  const first = carry(0, 1);
  return (from, to) => {
    const summary = createSummary(head.scenario, kept, head.sampling, first);
    carryForSummary(prepared, from, to, summary.add);
    return { from, to, sketches: summary.toData() };
  };
}
