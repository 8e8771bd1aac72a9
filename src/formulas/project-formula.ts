import { drawsOf, replicatesOf } from '../projections/answer.ts';
import { resolveLevels } from '../projections/levels.ts';
import { usualLevels } from '../projections/project.ts';
import { tableMeta } from '../projections/provenance.ts';
import { summariseCertain, summariseRow } from '../projections/summarise-row.ts';
import { expectOptions, outOfRange, wrongType } from '../scenario/misuse.ts';
import { formulaRows, readingOptionNames, resolveFormula } from './read-formula.ts';
import type { FormulaOptions, FormulaProjection } from './types.ts';

/**
 * A measure of one's own, written as text: `project` for a formula over the measures of a run.
 *
 * In each draw every measure is summed over the row (its months, flows, regions) and the formula is formed from those
 * sums, as built-in ratios are; then the draws are summed up. So `'revenueLost / arrivalsLost'` of a year is the year's
 * loss over the year's arrivals, not a mean of months. See {@link checkFormula} for what a formula may hold.
 *
 * A quotient by zero is not a number, nor is anything made of it, comparisons included. Rows that are not finite in some
 * draw are left out, as those of ratios are, unless the formula says what holds there:
 * `'if(arrivalsLost > 0, revenueLost / arrivalsLost, 0)'`. So are rows where a ratio that the formula reads has none.
 *
 * @throws TypeError for an option of the wrong type.
 * @throws RangeError for a text that is no formula, saying what is wrong, where, and what was probably meant; and for an
 * option that cannot be, as `project` does.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { projectFormula } from 'tourism-impact/formulas';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 200 });
 * const { rows, unit } = projectFormula({
 *   run,
 *   formula: 'revenueLost / arrivalsLost',
 *   by: 'origin',
 *   unit: 'JPY per arrival lost',
 * });
 * console.log(rows.map(({ origin }) => origin).join(' '), 'in', unit);
 * // => CHN HKG in JPY per arrival lost
 * ```
 */
export function projectFormula(options: FormulaOptions): FormulaProjection {
  expectOptions('projectFormula', options, [...readingOptionNames, 'levels', 'label', 'unit']);
  const { levels: askedLevels, label, unit, ...reading } = options;
  const question = resolveFormula(reading);
  const [first] = question.questions;
  const { run, by, months, cumulative, where, condition } = first;
  const certain = run.sampling.kind === 'median';
  const asked = resolveLevels(askedLevels, usualLevels);
  const levels = certain ? [] : asked;
  const replicates = replicatesOf(first);
  const text = options.formula.trim();
  return {
    kind: 'formula',
    measure: text,
    measures: question.measures,
    label: expectText('label', label) ?? text,
    unit: expectText('unit', unit) ?? 'formula',
    axes: by.filter((axis) => axis !== 'total'),
    levels,
    cumulative,
    months,
    dated: question.dated,
    where,
    given: condition?.given ?? [],
    draws: drawsOf(first),
    rows: Array.from(formulaRows(question), ({ key, values }) => ({
      ...key,
      ...(certain ? summariseCertain(values[0]!) : summariseRow(values, levels, replicates)),
    })),
    meta: tableMeta(run),
  };
}

function expectText(option: string, text: unknown): string | undefined {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw wrongType(option, 'a text', text);
  if (text.trim() === '') throw outOfRange(option, 'a text that says something', text);
  return text;
}
