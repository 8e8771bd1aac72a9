import { facts } from './facts.generated.ts';
import type { AdvisoryFact } from './records.ts';

/**
 * Dated facts of November 2025, to the 18th, with what was counted in 2012; in the order of their dates. `from` and
 * `to` are days or months, compared as text, both included.
 */
export function advisoryFacts(
  options: { readonly from?: string; readonly to?: string } = {},
): readonly AdvisoryFact[] {
  const { from, to } = options;
  return facts.filter(
    ({ period }) => (from === undefined || period >= from) && (to === undefined || period <= to),
  );
}
