import type { RowKey } from '../engine/types.ts';
import { outOfRange } from '../scenario/misuse.ts';
import type { RowSketch } from '../statistics/row-sketch.ts';
import type { Question } from './question.ts';
import type { RowSummary } from './types.ts';

/** The rows that a question asks for of a run that keeps a summary; null where the run keeps its draws. */
export function sketchedRows(
  question: Question,
): readonly { readonly key: RowKey; readonly sketch: RowSketch }[] | null {
  const { run, where, condition } = question;
  if (run.summary === null) return null;
  if (condition !== null) {
    throw outOfRange(
      'given',
      'nothing for a run that keeps a summary: which draws it holds in is not kept',
      condition.given,
    );
  }
  return run.summary.answer(question, where ?? {});
}

/** The sketch of a question that has one row; null where the run keeps its draws. */
export function sketchedTotal(question: Question): RowSketch | null {
  const [row] = sketchedRows(question) ?? [];
  return row?.sketch ?? null;
}

/** What a row comes to whose draws were not kept. */
export function summariseSketch(sketch: RowSketch, levels: readonly number[]): RowSummary {
  return {
    mean: sketch.mean(),
    standardError: sketch.errorOfMean(),
    median: sketch.quantile(0.5),
    medianStandardError: sketch.errorOfQuantile(0.5),
    intervals: levels.map((level) => {
      const tail = (1 - level) / 2;
      return {
        level,
        lower: sketch.quantile(tail),
        upper: sketch.quantile(1 - tail),
        lowerStandardError: sketch.errorOfQuantile(tail),
        upperStandardError: sketch.errorOfQuantile(1 - tail),
      };
    }),
  };
}
