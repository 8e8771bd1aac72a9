import { LuDecomposition, Matrix } from 'ml-matrix';

/** A solver of `matrix x = b` for one matrix, n x n by rows; null where it is singular to working precision. */
export function factorise(
  matrix: Float64Array,
  size: number,
): ((columns: readonly Float64Array[]) => Float64Array[]) | null {
  const lu = new LuDecomposition(Matrix.from1DArray(size, size, Array.from(matrix)));
  if (lu.isSingular()) return null;
  return (columns) => {
    const right = new Matrix(size, columns.length);
    columns.forEach((column, c) => {
      for (let i = 0; i < size; i++) right.set(i, c, column[i]!);
    });
    const solved = lu.solve(right);
    return columns.map((_, c) => Float64Array.from({ length: size }, (_, i) => solved.get(i, c)));
  };
}

/** The inverse, by rows; null where there is none. */
export function invert(matrix: Float64Array, size: number): number[][] | null {
  const solve = factorise(matrix, size);
  if (solve === null) return null;
  const unit = (c: number): Float64Array => Float64Array.from({ length: size }, (_, i) => (i === c ? 1 : 0));
  const columns = solve(Array.from({ length: size }, (_, c) => unit(c)));
  return Array.from({ length: size }, (_, i) => columns.map((column) => column[i]!));
}
