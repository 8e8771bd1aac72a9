import type { IssueCode } from '../errors.ts';

/**
 * Issues that `schema.json` cannot express, or only in part: a document that it accepts may still have these. All of the
 * codes `type`, `unknown-key` and `missing` it does express; and what it refuses, `checkScenario` refuses.
 */
export const codesBeyondJsonSchema: readonly IssueCode[] = [
  /** supports and reaches of distributions; first days of months, days of the calendar and years */
  'domain',
  'format',
  'duplicate',
  'unknown-name',
  'sum',
  'length',
  'parameters',
  'conflict',
  'size',
];
