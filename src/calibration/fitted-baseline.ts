import { exp } from '../elementary/exp.ts';
import type { IsoMonth } from '../scenario/types.ts';

/**
 * A forecast of monthly arrivals with its own error, as plain data:
 *
 *     N(m) = exp(logMedian[m] + sum over components of loading[m] z),    z independent standard normal, one a component
 *
 * Numbers are rounded, so that the forecast is the same wherever it is read.
 */
export interface FittedBaseline {
  readonly kind: 'fitted';
  /** First month of the forecast. */
  readonly start: IsoMonth;
  /** Logarithm of each month's median, in persons. */
  readonly logMedian: readonly number[];
  readonly components: readonly BaselineComponent[];
  readonly source?: string;
}

/** One independent source of error. */
export interface BaselineComponent {
  /**
   * Names its stream: `level` and `trend` at the end of the history, `holiday/<id>`, `break/<id>`, `season/<n>`,
   * `parameter/<n>` (the standard deviations and the damping, which are estimated too), `path/<YYYY-MM>` (what level,
   * trend and season do by that month and was not known the month before), `noise/<YYYY-MM>`.
   */
  readonly name: string;
  /** Month of the first loading, counted from 0 at `start`; loadings before it and after the last are 0. */
  readonly from: number;
  readonly loadings: readonly number[];
}

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
