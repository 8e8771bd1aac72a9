import { exp } from '../elementary/exp.ts';
import type { BaselineComponent, FittedBaseline } from '../scenario/types.ts';

export type { BaselineComponent, FittedBaseline };

/** Arrivals in one draw: `z` holds one standard normal number for each component. */
export function baselineOfDraw(baseline: FittedBaseline, z: Float64Array, out: Float64Array): void {
  const { logMedian, components } = baseline;
  for (let m = 0; m < logMedian.length; m++) out[m] = logMedian[m]!;
  components.forEach(({ from, loadings }, c) => {
    for (let i = 0; i < loadings.length; i++) out[from + i] = out[from + i]! + loadings[i]! * z[c]!;
  });
  for (let m = 0; m < logMedian.length; m++) out[m] = exp(out[m]!);
}

/** Covariance of the logarithms, row by row. */
export function baselineCovariance(baseline: FittedBaseline): Float64Array {
  const n = baseline.logMedian.length;
  const out = new Float64Array(n * n);
  for (const { from, loadings } of baseline.components) {
    for (let i = 0; i < loadings.length; i++) {
      for (let j = 0; j < loadings.length; j++) {
        const at = (from + i) * n + from + j;
        out[at] = out[at]! + loadings[i]! * loadings[j]!;
      }
    }
  }
  return out;
}
