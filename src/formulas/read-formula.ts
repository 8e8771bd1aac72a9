import { measures as definitions, type MeasureDefinition } from '../engine/measures.ts';
import type { DrawnRow, Measure } from '../engine/types.ts';
import { answerKeys, answerRows, drawsOf } from '../projections/answer.ts';
import { type Question, resolveQuestion } from '../projections/question.ts';
import type { Dating } from '../projections/types.ts';
import { expectName, expectOptions, outOfRange } from '../scenario/misuse.ts';
import { evaluate, type Term } from './evaluate.ts';
import { expectFormula } from './parse-formula.ts';
import type { FormulaOptions } from './types.ts';

/** A question about a formula, with every default filled in. */
export interface FormulaQuestion {
  readonly tree: Term;
  readonly measures: readonly Measure[];
  readonly dated: Dating;
  /** One for each measure; all ask for the same rows. */
  readonly questions: readonly [Question, ...Question[]];
}

/** What is asked of the draws of a formula. */
export type ReadFormulaOptions = Omit<FormulaOptions, 'levels' | 'label' | 'unit'>;

/** Names of the options of {@link readFormula}. */
export const readingOptionNames: readonly (keyof ReadFormulaOptions)[] = [
  'run',
  'formula',
  'by',
  'months',
  'where',
  'dated',
  'cumulative',
  'given',
];

/**
 * The draws of a formula, row by row, in the order of those of {@link projectFormula}; `values` holds one value a draw,
 * in draw order, and is the caller's to keep.
 *
 * @throws TypeError, RangeError as {@link projectFormula} does: those about the text at once, those about the rows when
 * the first is asked for.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { readFormula } from 'tourism-impact/formulas';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 500 });
 * const formula = 'arrivals < 0.7 * baseline';
 * const [china] = readFormula({ run, formula, by: 'origin' });
 * console.log(china!.key.origin, china!.values.length);
 * // => CHN 500
 * ```
 */
export function readFormula(options: ReadFormulaOptions): Generator<DrawnRow, void, undefined> {
  expectOptions('readFormula', options, readingOptionNames);
  return formulaRows(resolveFormula(options));
}

/** Checks the options and fills in their defaults. */
export function resolveFormula(options: ReadFormulaOptions): FormulaQuestion {
  const { formula, dated: asked, run, ...rest } = options;
  const { tree, measures } = expectFormula(formula);
  const first = resolveQuestion({ run, ...rest, measure: measures[0] });
  const byDayMade = measures.filter((measure) => resolveQuestion({ run, measure }).dated === 'made');
  const dated = resolveDating(asked, byDayMade.length, measures);
  const ask = (measure: Measure): Question => {
    // Checks whether the measure can be dated so; given is looked up once, since it may take a while.
    const own = byDayMade.includes(measure) ? resolveQuestion({ run, measure, dated }).dated : 'travel';
    return { ...first, measure, dated: own };
  };
  const [, ...others] = measures;
  return { tree, measures, dated, questions: [ask(measures[0]), ...others.map(ask)] };
}

function resolveDating(asked: unknown, byDayMade: number, measures: readonly Measure[]): Dating {
  if (asked === undefined) return byDayMade === measures.length ? 'made' : 'travel';
  const dated = expectName('dated', "'travel' or 'made'", asked, ['travel', 'made'] as const);
  if (dated === 'made' && byDayMade === 0) {
    throw outOfRange(
      'dated',
      `'travel' for ${measures.join(', ')}: only cancellations have a day they are made`,
      asked,
    );
  }
  return dated;
}

/** The rows of a question, one at a time; those where the formula is not finite in some draw are left out. */
export function* formulaRows({ tree, questions }: FormulaQuestion): Generator<DrawnRow, void, undefined> {
  const [first] = questions;
  const draws = drawsOf(first);
  const columns = questions.map((question) => ({ measure: question.measure, read: columnReader(question) }));
  for (const key of answerKeys(first)) {
    const row = new Map<Measure, Float64Array>();
    for (const { measure, read } of columns) {
      const values = read(textOf(key));
      if (values !== undefined) row.set(measure, values);
    }
    // Where a ratio has no row, the formula has none either.
    const values = row.size < columns.length ? null : evaluate(tree, row, draws);
    if (values !== null) yield { key, values };
  }
}

/** Gives the draws of each row, asked for in the order of the keys; undefined where there is no such row. */
function columnReader(question: Question): (key: string) => Float64Array | undefined {
  const rows = answerRows(question);
  const { kind }: MeasureDefinition = definitions[question.measure];
  if (kind === 'ratio') {
    // A ratio may lack rows, and its denominator may put them in another order.
    let found: ReadonlyMap<string, Float64Array> | null = null;
    return (key) => {
      found ??= new Map(Array.from(rows, (row) => [textOf(row.key), row.values]));
      return found.get(key);
    };
  }
  return () => {
    const next = rows.next();
    return next.done === true ? undefined : next.value.values;
  };
}

function textOf(key: DrawnRow['key']): string {
  return JSON.stringify(key);
}
