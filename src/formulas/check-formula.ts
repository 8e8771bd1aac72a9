import { parseFormula } from './parse-formula.ts';
import type { FormulaCheck } from './types.ts';

/**
 * Whether a text is a formula, without a run: the measures that it reads, or everything that is wrong with it and
 * where.
 *
 * A formula is made of the names of measures (see `listMeasures`), finite numbers, parentheses, `+ - * /` and `^`
 * (power), the comparisons `< <= > >= == !=` (of two values, exact; 1 where they hold and 0 where not),
 * `condition ? then : otherwise`, and the functions `abs(x)`, `sqrt(x)`, `exp(x)`, `log(x)` (natural), `min(x, ...)`,
 * `max(x, ...)` and `if(condition, then, otherwise)`, where a condition holds unless it is 0. Precedence is as usual:
 * `^`, then a minus in front, `* /`, `+ -`, comparisons, `?`. A product needs its `*`. A text of at most 2,000
 * characters and 50 open parentheses is read; nothing else that mathjs can do is within reach.
 *
 * @throws TypeError where `formula` is not a text.
 *
 * @example
 * ```ts
 * import { checkFormula } from 'tourism-impact/formulas';
 *
 * const check = checkFormula('revenueLost / arivalsLost');
 * console.log(check.ok ? check.measures : check.issues[0]!.message);
 * // => expected a measure, received "arivalsLost" at character 15; did you mean "arrivalsLost"?
 * ```
 */
export function checkFormula(formula: string): FormulaCheck {
  const parsed = parseFormula(formula);
  return 'tree' in parsed ? { ok: true, measures: parsed.measures } : { ok: false, issues: parsed };
}
