/**
 * Lower triangle L with L L' = M, of a symmetric matrix that may be singular: a pivot below `tolerance` times its
 * diagonal is taken as none, and its column is 0.
 */
export function semidefiniteCholesky(M: Float64Array, n: number, tolerance = 1e-12): Float64Array {
  const L = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    let pivot = M[j * n + j]!;
    for (let k = 0; k < j; k++) pivot -= L[j * n + k]! * L[j * n + k]!;
    if (!(pivot > tolerance * Math.abs(M[j * n + j]!) + 1e-18)) continue;
    const root = Math.sqrt(pivot);
    L[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = M[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= L[i * n + k]! * L[j * n + k]!;
      L[i * n + j] = sum / root;
    }
  }
  return L;
}

/** Inverse of a symmetric positive definite matrix; null where it is none. */
export function inverseOfPositive(M: Float64Array, n: number): Float64Array | null {
  const L = semidefiniteCholesky(M, n);
  for (let i = 0; i < n; i++) if (L[i * n + i] === 0) return null;
  const out = new Float64Array(n * n);
  const x = new Float64Array(n);
  for (let c = 0; c < n; c++) {
    for (let i = 0; i < n; i++) {
      let sum = i === c ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= L[i * n + k]! * x[k]!;
      x[i] = sum / L[i * n + i]!;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = x[i]!;
      for (let k = i + 1; k < n; k++) sum -= L[k * n + i]! * x[k]!;
      x[i] = sum / L[i * n + i]!;
    }
    for (let i = 0; i < n; i++) out[i * n + c] = x[i]!;
  }
  return out;
}
