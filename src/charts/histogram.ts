import { quantileOfSorted } from '../statistics/quantiles.ts';

/** A bar of a histogram: `from` included, `to` excluded (included in the last). */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly draws: number;
  /** Of all draws. */
  readonly share: number;
}

const FEWEST = 12;
const MOST = 60;

/**
 * Bars of one width that hold all values. Their number is that of Freedman and Diaconis (1981), width 2 IQR n^(-1/3),
 * within 12 and 60. Values that are all the same make one bar about them.
 */
export function countByBin(ascending: Float64Array): readonly Bin[] {
  const [low, high] = [ascending[0]!, ascending[ascending.length - 1]!];
  const span = high - low;
  // Rounding is no spread.
  if (span <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
    const half = Math.abs(low) > 1e-9 ? 0.05 * Math.abs(low) : 0.5;
    return [{ from: low - half, to: high + half, draws: ascending.length, share: 1 }];
  }
  const bins = binsOf(ascending, span);
  const draws = new Float64Array(bins);
  for (const value of ascending) {
    const bin = Math.min(bins - 1, Math.floor(((value - low) / span) * bins));
    draws[bin] = draws[bin]! + 1;
  }
  return Array.from(draws, (count, bin) => ({
    from: low + (span * bin) / bins,
    to: low + (span * (bin + 1)) / bins,
    draws: count,
    share: count / ascending.length,
  }));
}

function binsOf(ascending: Float64Array, span: number): number {
  const middle = quantileOfSorted(ascending, 0.75) - quantileOfSorted(ascending, 0.25);
  if (middle === 0) return FEWEST;
  let root = 1;
  while ((root + 1) * (root + 1) * (root + 1) <= ascending.length) root += 1;
  return Math.min(MOST, Math.max(FEWEST, Math.ceil((span * root) / (2 * middle))));
}
