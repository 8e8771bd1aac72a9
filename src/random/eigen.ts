import { type Matrix, maxAbsolute } from './matrix.ts';

/** Eigenvalues of a symmetric matrix, in the order they were found, and its orthonormal eigenvectors as columns. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: Matrix;
}

/** Convergence is quadratic: matrices of any size met here need fewer than twelve sweeps. */
const MAXIMUM_SWEEPS = 64;

/**
 * Eigen-decomposition of a symmetric matrix by cyclic Jacobi rotations.
 *
 * Accurate to rounding, and the same bits everywhere: the rotations come in a fixed order and need no more than
 * a square root. Source: Golub and Van Loan, Matrix Computations, section 8.5.
 */
export function eigenSymmetric(matrix: Matrix): Eigen {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  // Below this an entry is rounding error of the largest one.
  const negligible = maxAbsolute(matrix) * (Number.EPSILON / 16);
  for (let sweep = 0; sweep < MAXIMUM_SWEEPS; sweep += 1) {
    let rotated = false;
    for (let p = 0; p < size - 1; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        if (Math.abs(a[p]![q]!) <= negligible) continue;
        rotated = true;
        rotate(a, vectors, p, q);
      }
    }
    if (!rotated) break;
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

/** The rotation in the plane of axes p and q that makes a[p][q] zero. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of a) mix(row, p, q, cosine, sine);
  for (const row of vectors) mix(row, p, q, cosine, sine);
  const rowP = a[p]!;
  const rowQ = a[q]!;
  for (let j = 0; j < a.length; j += 1) {
    const x = rowP[j]!;
    const y = rowQ[j]!;
    rowP[j] = cosine * x - sine * y;
    rowQ[j] = sine * x + cosine * y;
  }
  rowP[q] = 0;
  rowQ[p] = 0;
}

function mix(row: number[], p: number, q: number, cosine: number, sine: number): void {
  const x = row[p]!;
  const y = row[q]!;
  row[p] = cosine * x - sine * y;
  row[q] = sine * x + cosine * y;
}
