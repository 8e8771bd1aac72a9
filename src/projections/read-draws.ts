import type { DrawnRow } from '../engine/types.ts';
import { expectOptions } from '../scenario/misuse.ts';
import { answerRows } from './answer.ts';
import { optionNames } from './project.ts';
import { resolveQuestion } from './question.ts';
import type { ProjectOptions } from './types.ts';

/**
 * The draws behind a projection, row by row: for a histogram, a file, or a figure of one's own. Rows come in the order
 * of those of {@link project}; `values` holds one value a draw, in draw order and in the unit of the measure, and is
 * the caller's to keep.
 *
 * Rows are made as they are asked for, so that a million draws of many rows need not be in memory at once.
 *
 * @throws TypeError, RangeError as {@link project} does, when the first row is asked for.
 *
 * @example
 * ```ts
 * import { readDraws, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 500 });
 * const rows = [...readDraws({ run, measure: 'arrivalsLost', by: 'origin' })];
 * console.log(rows.map(({ key, values }) => `${key.origin} ${values.length}`).join(', '));
 * // => CHN 500, HKG 500
 * ```
 */
export function* readDraws(options: Omit<ProjectOptions, 'levels'>): Generator<DrawnRow, void, undefined> {
  expectOptions(
    'readDraws',
    options,
    optionNames.filter((name) => name !== 'levels'),
  );
  for (const { key, values } of answerRows(resolveQuestion(options))) yield { key, values: values.slice() };
}
