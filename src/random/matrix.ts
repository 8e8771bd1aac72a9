/** Rows of numbers. */
export type Matrix = readonly (readonly number[])[];

/** Largest absolute value of the entries; 0 of an empty matrix. */
export function maxAbsolute(matrix: Matrix): number {
  let largest = 0;
  for (const row of matrix) for (const entry of row) largest = Math.max(largest, Math.abs(entry));
  return largest;
}

/** Largest absolute difference of the entries of two matrices of one size. */
export function maxDifference(a: Matrix, b: Matrix): number {
  return maxAbsolute(combine(a, b, (x, y) => x - y));
}

/** Entry by entry. */
export function combine(a: Matrix, b: Matrix, operation: (x: number, y: number) => number): number[][] {
  return a.map((row, i) => row.map((entry, j) => operation(entry, b[i]![j]!)));
}

/** Whether it is square, finite and exactly symmetric. */
export function isSymmetric(matrix: Matrix): boolean {
  return matrix.every(
    (row, i) =>
      row.length === matrix.length &&
      row.every((entry, j) => Number.isFinite(entry) && entry === matrix[j]?.[i]),
  );
}

/** @throws RangeError where it is not square, finite and exactly symmetric, or has no rows. */
export function requireSymmetric(matrix: Matrix): void {
  if (matrix.length === 0) throw new RangeError('matrix: expected one row or more, received none');
  if (!isSymmetric(matrix)) {
    throw new RangeError('matrix: expected a square symmetric matrix of finite numbers, received another');
  }
}
