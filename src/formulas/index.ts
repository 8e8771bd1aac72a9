/** Measures written as text: `tourism-impact/formulas`. */
export { checkFormula } from './check-formula.ts';
export { projectFormula } from './project-formula.ts';
export { type ReadFormulaOptions, readFormula } from './read-formula.ts';
export type { FormulaCheck, FormulaIssue, FormulaOptions, FormulaProjection } from './types.ts';
