import { log } from '../elementary/log.ts';
import type { FilteredState, StateSpace } from './state-space.ts';

/** Below this, relative to the 1 it started from, a diffuse variance is none. */
const NO_DIFFUSE = 1e-9;
const LOG_2PI = 1.8378770664093456;

/**
 * The Kalman filter with exact diffuse initialisation; missing observations (NaN) are stepped over.
 *
 * Durbin and Koopman (2012), Time Series Analysis by State Space Methods, 2nd edition, sections 4.3 and 5.2: the
 * covariance is kappa P_inf + P with kappa to infinity, and the two parts are carried apart.
 */
export function filterSeries(model: StateSpace, y: Float64Array): FilteredState {
  const n = model.size;
  const mean = model.initial.mean.slice();
  const P = diagonal(model.initial.variance);
  const D = diagonal(model.initial.diffuse);
  const z = new Float64Array(n);
  const m = new Float64Array(n);
  const d = new Float64Array(n);
  const errors = new Float64Array(y.length).fill(Number.NaN);
  let diffuse = model.initial.diffuse.some((value) => value > 0);
  let logLikelihood = 0;

  for (let t = 0; t < y.length; t++) {
    if (t > 0) {
      model.advance(mean, 0, 1);
      advanceCovariance(model, P);
      for (let i = 0; i < n; i++) P[i * n + i] = P[i * n + i]! + model.innovations[i]!;
      if (diffuse) advanceCovariance(model, D);
    }
    const observed = y[t]!;
    if (Number.isNaN(observed)) continue;
    model.observe(t, z);
    let error = observed;
    for (let i = 0; i < n; i++) error -= z[i]! * mean[i]!;
    let F = model.irregular + multiply(P, z, m);
    const G = diffuse ? multiply(D, z, d) : 0;
    if (G > NO_DIFFUSE) {
      for (let i = 0; i < n; i++) {
        mean[i] = mean[i]! + (d[i]! * error) / G;
        for (let j = 0; j < n; j++) {
          const at = i * n + j;
          P[at] = P[at]! + (d[i]! * d[j]! * F) / (G * G) - (m[i]! * d[j]! + d[i]! * m[j]!) / G;
          D[at] = D[at]! - (d[i]! * d[j]!) / G;
        }
      }
      logLikelihood -= 0.5 * (LOG_2PI + log(G));
      diffuse = D.some((value) => value > NO_DIFFUSE);
    } else {
      F = Math.max(F, Number.MIN_VALUE);
      for (let i = 0; i < n; i++) {
        const gain = m[i]! / F;
        mean[i] = mean[i]! + gain * error;
        for (let j = 0; j < n; j++) P[i * n + j] = P[i * n + j]! - gain * m[j]!;
      }
      logLikelihood -= 0.5 * (LOG_2PI + log(F) + (error * error) / F);
      errors[t] = error / Math.sqrt(F);
    }
  }
  return { mean, covariance: P, logLikelihood, errors, determined: !diffuse };
}

/** out = M v; returns v' M v. */
function multiply(M: Float64Array, v: Float64Array, out: Float64Array): number {
  const n = v.length;
  let total = 0;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += M[i * n + j]! * v[j]!;
    out[i] = sum;
    total += v[i]! * sum;
  }
  return total;
}

/** P becomes T P T'. */
export function advanceCovariance(model: StateSpace, P: Float64Array): void {
  const n = model.size;
  for (let j = 0; j < n; j++) model.advance(P, j, n);
  for (let i = 0; i < n; i++) model.advance(P, i * n, 1);
}

function diagonal(values: Float64Array): Float64Array {
  const n = values.length;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = values[i]!;
  return matrix;
}
