import { log } from '../elementary/log.ts';

/** Where a function is smallest, and how it bends there. */
export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  /** Evaluations of the function. */
  readonly evaluations: number;
  readonly converged: boolean;
}

/**
 * Smallest value of a smooth function by BFGS with central differences and a backtracking line search.
 *
 * Nocedal and Wright (2006), Numerical Optimization, 2nd edition, algorithm 6.1. Starts from the best of `starts`. The
 * function may return Infinity where it is not defined.
 */
export function minimise(options: {
  readonly of: (x: Float64Array) => number;
  readonly starts: readonly (readonly number[])[];
  readonly iterations?: number;
  /** Ends where the largest slope is below this. */
  readonly tolerance?: number;
  /** Called with the share that is done: how far the largest slope has come down to `tolerance`, on a log scale. */
  readonly onProgress?: (done: number) => void;
}): Minimum {
  const { of: f, iterations = 200, tolerance = 1e-6, onProgress = () => {} } = options;
  let evaluations = 0;
  const evaluate = (x: Float64Array): number => {
    evaluations += 1;
    const value = f(x);
    return Number.isNaN(value) ? Infinity : value;
  };
  let x = new Float64Array(0);
  let value = Infinity;
  for (const start of options.starts) {
    const candidate = Float64Array.from(start);
    const found = evaluate(candidate);
    if (found < value) [x, value] = [candidate, found];
  }
  const n = x.length;
  let slope = gradient(evaluate, x);
  let inverse = identity(n);
  let converged = false;
  const steepness = (): number => Math.max(tolerance, ...slope.map(Math.abs));
  const first = steepness();
  let done = 0;
  for (let iteration = 0; iteration < iterations; iteration++) {
    if (slope.every((s) => Math.abs(s) < tolerance)) {
      converged = true;
      break;
    }
    let direction = descent(inverse, slope);
    let along = dot(direction, slope);
    if (!(along < 0)) {
      inverse = identity(n);
      direction = descent(inverse, slope);
      along = dot(direction, slope);
    }
    // No coordinate moves by more than 2 at once: parameters are logarithms.
    let step = Math.min(1, 2 / Math.max(...direction.map(Math.abs)));
    let next = x;
    let reached = Infinity;
    for (let halving = 0; halving < 40; halving++) {
      next = x.map((xi, i) => xi + step * direction[i]!);
      reached = evaluate(next);
      if (reached <= value + 1e-4 * step * along) break;
      step /= 2;
      reached = Infinity;
    }
    if (!(reached < value)) {
      converged = value < Infinity && slope.every((s) => Math.abs(s) < 1e3 * tolerance);
      break;
    }
    const bent = gradient(evaluate, next);
    updateInverse(inverse, subtract(next, x), subtract(bent, slope));
    [x, value, slope] = [next, reached, bent];
    done = Math.max(done, Math.min(1, log(first / steepness()) / log(first / tolerance)));
    onProgress(done);
  }
  onProgress(1);
  return { at: x, value, evaluations, converged };
}

/** Second derivatives by central differences, row by row. */
export function curvature(f: (x: Float64Array) => number, at: Float64Array, step = 1e-3): Float64Array {
  const n = at.length;
  const out = new Float64Array(n * n);
  const centre = f(at);
  const shifted = (i: number, a: number, j: number, b: number): number => {
    const x = at.slice();
    x[i] = x[i]! + a * step;
    x[j] = x[j]! + b * step;
    return f(x);
  };
  for (let i = 0; i < n; i++) {
    out[i * n + i] = (shifted(i, 1, i, 0) - 2 * centre + shifted(i, -1, i, 0)) / (step * step);
    for (let j = 0; j < i; j++) {
      const mixed =
        (shifted(i, 1, j, 1) - shifted(i, 1, j, -1) - shifted(i, -1, j, 1) + shifted(i, -1, j, -1)) /
        (4 * step * step);
      out[i * n + j] = mixed;
      out[j * n + i] = mixed;
    }
  }
  return out;
}

function gradient(f: (x: Float64Array) => number, at: Float64Array): Float64Array {
  const x = at.slice();
  return at.map((centre, i) => {
    const step = 1e-5 * Math.max(1, Math.abs(centre));
    x[i] = centre + step;
    const above = f(x);
    x[i] = centre - step;
    const below = f(x);
    x[i] = centre;
    return (above - below) / (2 * step);
  });
}

function descent(inverse: Float64Array, slope: Float64Array): Float64Array {
  const n = slope.length;
  return slope.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum -= inverse[i * n + j]! * slope[j]!;
    return sum;
  });
}

function updateInverse(H: Float64Array, s: Float64Array, y: Float64Array): void {
  const n = s.length;
  const sy = dot(s, y);
  // Without curvature along the step there is nothing to learn from it.
  if (!(sy > 1e-12)) return;
  const Hy = y.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += H[i * n + j]! * y[j]!;
    return sum;
  });
  const scale = (1 + dot(y, Hy) / sy) / sy;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      H[i * n + j] = H[i * n + j]! + scale * s[i]! * s[j]! - (Hy[i]! * s[j]! + s[i]! * Hy[j]!) / sy;
    }
  }
}

function identity(n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((ai, i) => ai - b[i]!);
}
