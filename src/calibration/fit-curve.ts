import { inverseOfPositive } from './matrices.ts';

/** A curve fitted by least squares. */
export interface CurveFit {
  readonly parameters: readonly number[];
  readonly standardErrors: readonly number[];
  readonly residualSumOfSquares: number;
  /** Root of the residual sum of squares over the degrees of freedom. */
  readonly residualSd: number;
  readonly iterations: number;
}

/**
 * Parameters of a curve by nonlinear least squares: Levenberg and Marquardt's method with the scaling of Moré (1978), slopes by
 * central differences.
 *
 * @param options.curve value at x under the parameters
 * @throws RangeError where the points are fewer than the parameters, or the curve cannot be fitted from `start`
 */
export function fitCurve(options: {
  readonly curve: (x: number, parameters: readonly number[]) => number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly start: readonly number[];
}): CurveFit {
  const { curve, x, y } = options;
  const n = options.start.length;
  if (x.length !== y.length)
    throw new RangeError(`y: expected one for each of ${x.length} x, got ${y.length}`);
  if (x.length <= n)
    throw new RangeError(`x: expected more than ${n} points for ${n} parameters, got ${x.length}`);
  let at = [...options.start];
  const residuals = (p: readonly number[]): Float64Array =>
    Float64Array.from(x, (xi, i) => y[i]! - curve(xi, p));
  const squares = (r: Float64Array): number => r.reduce((sum, value) => sum + value * value, 0);
  let r = residuals(at);
  let cost = squares(r);
  if (!Number.isFinite(cost))
    throw new RangeError('start: expected parameters at which the curve has values');
  let damping = 1e-3;
  let iterations = 0;
  let normal = new Float64Array(n * n);
  for (; iterations < 500; iterations++) {
    const slopes = at.map((value, k) => {
      const step = 1e-6 * Math.max(Math.abs(value), 1e-8);
      const shifted = (by: number): number[] => at.map((v, j) => (j === k ? v + by : v));
      const above = shifted(step);
      const below = shifted(-step);
      return Float64Array.from(x, (xi) => (curve(xi, above) - curve(xi, below)) / (2 * step));
    });
    normal = Float64Array.from({ length: n * n }, (_, i) =>
      inner(slopes[Math.floor(i / n)]!, slopes[i % n]!),
    );
    const gradient = slopes.map((slope) => inner(slope, r));
    let moved = false;
    let change = 0;
    for (let attempt = 0; attempt < 40; attempt++) {
      const damped = normal.map((value, i) => (i % (n + 1) === 0 ? value * (1 + damping) : value));
      const inverse = inverseOfPositive(damped, n);
      if (inverse !== null) {
        const step = gradient.map((_, i) => gradient.reduce((sum, g, j) => sum + inverse[i * n + j]! * g, 0));
        const next = at.map((value, i) => value + step[i]!);
        const reached = residuals(next);
        const lower = squares(reached);
        if (lower <= cost) {
          change = Math.max(...step.map((s, i) => Math.abs(s) / (Math.abs(at[i]!) + 1e-30)));
          [at, r, cost] = [next, reached, lower];
          damping = Math.max(1e-15, damping / 9);
          moved = true;
          break;
        }
      }
      damping *= 11;
    }
    if (!moved || change < 1e-14) break;
  }
  const covariance = inverseOfPositive(normal, n);
  if (covariance === null)
    throw new RangeError('start: the parameters cannot be told apart from these points');
  const residualSd = Math.sqrt(cost / (x.length - n));
  return {
    parameters: at,
    standardErrors: at.map((_, i) => residualSd * Math.sqrt(covariance[i * n + i]!)),
    residualSumOfSquares: cost,
    residualSd,
    iterations,
  };
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
