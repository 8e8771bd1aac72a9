import { estimates } from './estimates.generated.ts';
import type { PublishedEstimate } from './records.ts';

/** What institutes said the advisory of November 2025, and earlier shocks, would cost Japan, with every assumption. */
export function publishedEstimates(): readonly PublishedEstimate[] {
  return estimates;
}
