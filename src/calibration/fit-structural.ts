import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { filterSeries } from './kalman-filter.ts';
import { inverseOfPositive, semidefiniteCholesky } from './matrices.ts';
import { curvature, minimise } from './minimise.ts';
import type { FilteredState } from './state-space.ts';
import { type StructuralParameters, type StructuralShape, structuralModel } from './structural-model.ts';

/** What is thought of a parameter beforehand: of its logarithm, for the damping of its logit. */
export interface ParameterPrior {
  readonly mean: number;
  readonly sd: number;
}
export type StructuralPriors = Readonly<Record<keyof StructuralParameters, ParameterPrior>>;

/**
 * For monthly arrivals of one market. Spreads are those between 23 markets of Japan (JNTO, July 2012 to December 2019,
 * each fitted apart under wide priors); the centres were then set so that the 80% intervals cover about 80% of the
 * months of quiet windows from 2015 to 2019, with histories of two, four and seven years. They matter for short
 * histories and vanish in long ones.
 */
export const monthlyArrivalPriors: StructuralPriors = {
  irregular: { mean: -3.4, sd: 0.65 },
  level: { mean: -3.8, sd: 0.9 },
  slope: { mean: -7.3, sd: 0.9 },
  season: { mean: -4.3, sd: 0.95 },
  damping: { mean: 2.8, sd: 0.7 },
};

/** A structural model fitted to a series. */
export interface StructuralFit {
  readonly shape: StructuralShape;
  readonly parameters: StructuralParameters;
  readonly state: FilteredState;
  /** Parameters one standard deviation away from the fitted, along each direction in which they are uncertain: pairs. */
  readonly around: readonly (readonly [StructuralParameters, StructuralParameters])[];
  readonly logLikelihood: number;
  readonly evaluations: number;
  readonly converged: boolean;
}

/**
 * Fits by maximum likelihood, or with priors by the mode of the posterior; their uncertainty is that of the normal
 * approximation there (Laplace).
 *
 * @param y logarithms; NaN where missing
 * @param priors without them the likelihood alone decides
 */
export function fitStructural(
  y: Float64Array,
  shape: StructuralShape,
  priors?: StructuralPriors,
  onProgress?: (done: number) => void,
): StructuralFit {
  const names = parametersOf(shape);
  const read = (x: Float64Array): StructuralParameters => toParameters(names, x);
  const cost = (x: Float64Array): number => {
    let penalty = 0;
    names.forEach((name, i) => {
      if (Math.abs(x[i]!) > 20) penalty = Infinity;
      if (priors === undefined) return;
      const { mean, sd } = priors[name];
      const away = (x[i]! - mean) / sd;
      penalty += (away * away) / 2;
    });
    return penalty === Infinity
      ? Infinity
      : penalty - filterSeries(structuralModel(shape, read(x)), y).logLikelihood;
  };
  const centre = names.map((name) => (priors ?? monthlyArrivalPriors)[name].mean);
  const scale = spread(y);
  const starts = priors === undefined ? [-1, -2, -3].map((s) => names.map(() => s + scale)) : [centre];
  const best = minimise({
    of: cost,
    starts,
    tolerance: 1e-4,
    ...(onProgress !== undefined && { onProgress }),
  });
  const parameters = read(best.at);
  const state = filterSeries(structuralModel(shape, parameters), y);
  const around = directions(cost, best.at).map(
    (step) => [read(best.at.map((x, i) => x + step[i]!)), read(best.at.map((x, i) => x - step[i]!))] as const,
  );
  return {
    shape,
    parameters,
    state,
    around,
    logLikelihood: state.logLikelihood,
    evaluations: best.evaluations,
    converged: best.converged,
  };
}

function parametersOf(shape: StructuralShape): (keyof StructuralParameters)[] {
  const names: (keyof StructuralParameters)[] = ['irregular', 'level'];
  if (shape.trend) names.push('slope', 'damping');
  if (shape.period > 1) names.push('season');
  return names;
}

function toParameters(names: readonly (keyof StructuralParameters)[], x: Float64Array): StructuralParameters {
  const out = { irregular: 0, level: 0, slope: 0, season: 0, damping: 0 };
  names.forEach((name, i) => {
    out[name] = name === 'damping' ? 1 / (1 + exp(-x[i]!)) : exp(x[i]!);
  });
  return out;
}

/** Columns of a square root of the inverse curvature: steps of one standard deviation. None where it is not positive. */
function directions(cost: (x: Float64Array) => number, at: Float64Array): Float64Array[] {
  const n = at.length;
  const covariance = inverseOfPositive(curvature(cost, at, 1e-2), n);
  if (covariance === null) return [];
  const root = semidefiniteCholesky(covariance, n);
  return Array.from({ length: n }, (_, j) => Float64Array.from({ length: n }, (_, i) => root[i * n + j]!));
}

/** Logarithm of the standard deviation of the series' steps. */
function spread(y: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let t = 1; t < y.length; t++) {
    const step = y[t]! - y[t - 1]!;
    if (Number.isNaN(step)) continue;
    sum += step * step;
    count += 1;
  }
  return count === 0 || sum === 0 ? 0 : log(Math.sqrt(sum / count));
}
