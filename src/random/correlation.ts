import { eigenSymmetric } from './eigen.ts';
import { combine, isSymmetric, type Matrix, maxAbsolute, maxDifference, requireSymmetric } from './matrix.ts';

/** Largest change of an entry in one step at which the projections have converged. */
const CONVERGED = 1e-12;
/** Matrices met in practice take tens to hundreds of steps; short of convergence the outcome is still a correlation matrix. */
const MAXIMUM_STEPS = 20_000;
/** Share by which the outcome is drawn towards independence, so that no rounding error makes it indefinite. */
const SHRINKAGE = 1e-12;

/**
 * Whether a matrix is a correlation matrix: symmetric, 1 on the diagonal, and no eigenvalue below 0 by more
 * than the rounding error of finding it.
 */
export function isCorrelation(matrix: Matrix): boolean {
  const size = matrix.length;
  if (size === 0 || !isSymmetric(matrix) || matrix.some((row, i) => row[i] !== 1)) return false;
  const rounding = 8 * size * size * Number.EPSILON;
  return eigenSymmetric(matrix).values.every((value) => value >= -rounding);
}

/**
 * The correlation matrix nearest to a symmetric matrix, in the sum of squared differences of the entries.
 *
 * A correlation matrix is returned as it is (a copy). Any other outcome is converged to 1e-12 and then
 * made positive definite beyond doubt (smallest eigenvalue about 1e-12), so that it can be factored.
 *
 * Source: Higham (2002), "Computing the nearest correlation matrix: a problem from finance", IMA Journal of
 * Numerical Analysis 22, algorithm 3.3: alternating projections with Dykstra's correction.
 *
 * @throws RangeError where the matrix is not square, symmetric and finite.
 */
export function nearestCorrelation(matrix: Matrix): number[][] {
  requireSymmetric(matrix);
  if (isCorrelation(matrix)) return matrix.map((row) => [...row]);
  let y: Matrix = matrix;
  let correction: Matrix = matrix.map((row) => row.map(() => 0));
  for (let step = 0; step < MAXIMUM_STEPS; step += 1) {
    const shifted = combine(y, correction, (a, b) => a - b);
    const semidefinite = projectOnSemidefinite(shifted);
    correction = combine(semidefinite, shifted, (a, b) => a - b);
    const next = semidefinite.map((row, i) => row.map((entry, j) => (i === j ? 1 : entry)));
    const change = Math.max(maxDifference(next, y), maxDifference(next, semidefinite));
    y = next;
    if (change <= CONVERGED) break;
  }
  return rescale(projectOnSemidefinite(y));
}

/**
 * The lower triangular L with L Lᵀ = matrix, of a positive semidefinite matrix.
 *
 * Where a pivot is nothing but rounding error its whole column is 0: that row is a combination of earlier ones.
 *
 * @throws RangeError where the matrix is not square, symmetric and finite, or not positive semidefinite.
 */
export function cholesky(matrix: Matrix): number[][] {
  requireSymmetric(matrix);
  const size = matrix.length;
  const scale = maxAbsolute(matrix);
  const rounding = 8 * size * Number.EPSILON * scale;
  const lower = matrix.map((row) => row.map(() => 0));
  for (let j = 0; j < size; j += 1) {
    const pivot = remainder(matrix, lower, j, j);
    if (pivot <= rounding) continue;
    const root = Math.sqrt(pivot);
    lower[j]![j] = root;
    for (let i = j + 1; i < size; i += 1) lower[i]![j] = remainder(matrix, lower, i, j) / root;
  }
  // A column was left out: in a semidefinite matrix its remainders are below the root of (pivot x scale).
  const allowed = 2 * Math.sqrt(rounding * scale);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const unexplained = remainder(matrix, lower, i, j) - lower[i]![j]! * lower[j]![j]!;
      if (Math.abs(unexplained) > allowed) {
        throw new RangeError(
          'matrix: expected a positive semidefinite matrix, received one with a negative eigenvalue',
        );
      }
    }
  }
  return lower;
}

/** The nearest positive semidefinite matrix: negative eigenvalues become 0. Exactly symmetric. */
function projectOnSemidefinite(matrix: Matrix): number[][] {
  const { values, vectors } = eigenSymmetric(matrix);
  const projected = matrix.map((row) => row.map(() => 0));
  for (const [k, value] of values.entries()) {
    if (value <= 0) continue;
    for (let i = 0; i < matrix.length; i += 1) {
      for (let j = 0; j <= i; j += 1) {
        projected[i]![j]! += value * (vectors[i]![k]! * vectors[j]![k]!);
      }
    }
  }
  return projected.map((row, i) => row.map((_, j) => (j <= i ? row[j]! : projected[j]![i]!)));
}

/** Scaled to a diagonal of 1, which keeps it semidefinite, and drawn towards independence by a hair. */
function rescale(matrix: Matrix): number[][] {
  const roots = matrix.map((row, i) => Math.sqrt(row[i]!));
  return matrix.map((row, i) =>
    row.map((entry, j) => (i === j ? 1 : (entry / (roots[i]! * roots[j]!)) * (1 - SHRINKAGE))),
  );
}

/** matrix[i][j] less what the columns before j explain. */
function remainder(matrix: Matrix, lower: Matrix, i: number, j: number): number {
  let sum = matrix[i]![j]!;
  for (let k = 0; k < j; k += 1) sum -= lower[i]![k]! * lower[j]![k]!;
  return sum;
}
