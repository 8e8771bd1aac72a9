import { mean } from '../distributions/moments.ts';
import type { Quantity } from '../distributions/types.ts';

/** The mean of a quantity that may not be sound; NaN where its parameters make no distribution. */
export function safeMean(quantity: Quantity): number {
  if (typeof quantity === 'number') return quantity;
  try {
    return mean(quantity);
  } catch {
    // Parameters that make no distribution are reported with the quantity itself.
    return Number.NaN;
  }
}
