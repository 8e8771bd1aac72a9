import type { Chunk } from '../engine/chunk.ts';
import { type KeptPanel, wholeWindow } from '../engine/kept.ts';
import { layOut } from '../engine/layout.ts';
import type { Plan } from '../engine/plan.ts';
import { type SimpleMeasure, termsOf } from '../engine/terms.ts';
import type { RowKey, RunSummary, Sampling, SketchedRow } from '../engine/types.ts';
import type { ResolvedScenario } from '../scenario/resolved.ts';
import { RowSketch, type RowSketchData } from '../statistics/row-sketch.ts';
import { replicatesOf } from './spread-draws.ts';
import { sketchesOf } from './summary-rows.ts';

/** What a summary holds. All are additive. */
const SUMMARISED: readonly (readonly [SimpleMeasure, 'travel' | 'made'])[] = [
  ['baseline', 'travel'],
  ['arrivals', 'travel'],
  ['arrivalsLost', 'travel'],
  ['cancellations', 'travel'],
  ['cancellations', 'made'],
  ['revenue', 'travel'],
  ['revenueLost', 'travel'],
  ['revenueLostNet', 'travel'],
];

/** The panels that a summary is made from: each measure by month over all flows, and by flow over all months. */
export function summaryPanels(scenario: ResolvedScenario, plan: Plan): KeptPanel[] {
  return (['month', 'flow'] as const).flatMap((axis) => {
    const layout = layOut(scenario, plan, [axis], wholeWindow(scenario));
    return SUMMARISED.map(([measure, dated]) => ({
      key: `${measure}/${dated}/${axis}`,
      spec: { layout, terms: termsOf(measure, dated), stock: false, cumulative: false },
    }));
  });
}

/** The sketches of a summary as plain data, in the order of its rows. */
export type SummaryData = readonly RowSketchData[];

/** A summary in the making. Chunks may come in any order and cut, and summaries may be merged in any: same bits. */
export interface GrowingSummary extends RunSummary {
  readonly add: (chunk: Chunk) => void;
  readonly merge: (sketches: SummaryData) => void;
  readonly toData: () => SummaryData;
}

/** @param first draw 0 of the run: its values are what others are summed as differences from */
export function createSummary(
  { calendar }: ResolvedScenario,
  kept: readonly KeptPanel[],
  sampling: Sampling,
  first: Chunk,
): GrowingSummary {
  const replicated = sampling.kind !== 'random' && sampling.kind !== 'median';
  const tables = new Map<string, SketchedRow[]>();
  const sketches: RowSketch[] = [];
  for (const { name, key, values } of deriveRows(first, kept, calendar.months)) {
    const sketch = new RowSketch(values[0]!, replicated);
    sketches.push(sketch);
    tables.set(name, [...(tables.get(name) ?? []), { key, sketch }]);
  }
  return {
    answer: (request, where) => sketchesOf(request, where, (panel, axis) => tables.get(`${panel}/${axis}`)),
    toData: () => sketches.map((sketch) => sketch.toData()),
    add(chunk) {
      const replicates = replicatesOfChunk(sampling, chunk);
      let row = 0;
      for (const { values } of deriveRows(chunk, kept, calendar.months)) {
        const sketch = sketches[row]!;
        for (let i = 0; i < values.length; i++) sketch.add(values[i]!, replicates[i]!);
        row += 1;
      }
    },
    merge(others) {
      sketches.forEach((sketch, row) => {
        sketch.merge(others[row]!);
      });
    },
  };
}

interface DerivedRow {
  readonly name: string;
  readonly key: RowKey;
  readonly values: Float64Array;
}

/**
 * The rows of a summary in the draws of a chunk, always in one order. Sums over months are formed in the order in which
 * projections form them, so that they are the same numbers.
 */
function* deriveRows(
  { from, to, panels }: Chunk,
  kept: readonly KeptPanel[],
  months: readonly string[],
): Generator<DerivedRow, void, undefined> {
  const draws = to - from;
  for (const [p, { key: name, spec }] of kept.entries()) {
    const panel = panels[p]!;
    const cut = name.lastIndexOf('/');
    const [measure, axis] = [name.slice(0, cut), name.slice(cut + 1)];
    const toDate = new Float64Array(draws);
    let year = new Float64Array(draws);
    for (const [r, key] of spec.layout.rows.entries()) {
      const values = panel.subarray(r * draws, (r + 1) * draws);
      yield { name: `${measure}/${axis}`, key, values };
      if (axis !== 'month') continue;
      for (let i = 0; i < draws; i++) {
        toDate[i] = toDate[i]! + values[i]!;
        year[i] = year[i]! + values[i]!;
      }
      yield { name: `${measure}/to-date`, key, values: toDate };
      const name4 = months[r]!.slice(0, 4);
      if (months[r + 1]?.startsWith(name4)) continue;
      yield { name: `${measure}/year`, key: { year: name4 }, values: year };
      year = new Float64Array(draws);
    }
  }
}

function replicatesOfChunk(sampling: Sampling, { from, to }: Chunk): Uint8Array {
  const named = Int32Array.from({ length: to - from }, (_, i) => from + i);
  const { kind } = sampling;
  return kind === 'random' || kind === 'median'
    ? new Uint8Array(to - from)
    : replicatesOf(kind, to - from, named);
}
