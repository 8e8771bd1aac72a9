import { semidefiniteCholesky } from './matrices.ts';
import type { NumberSource } from './number-source.ts';

/** A draw of a Wishart distribution of size K by Bartlett's decomposition (1933); its mean is `degrees` times `scale`. */
export function wishart(source: NumberSource, degrees: number, scale: Float64Array, K: number): Float64Array {
  const L = semidefiniteCholesky(scale, K);
  const A = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    A[i * K + i] = Math.sqrt(2 * source.gamma((degrees - i) / 2));
    for (let j = 0; j < i; j++) A[i * K + j] = source.normal();
  }
  const LA = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    for (let j = 0; j < K; j++) {
      let sum = 0;
      for (let k = j; k <= i; k++) sum += L[i * K + k]! * A[k * K + j]!;
      LA[i * K + j] = sum;
    }
  }
  const out = new Float64Array(K * K);
  for (let i = 0; i < K; i++) {
    for (let j = 0; j < K; j++) {
      let sum = 0;
      for (let k = 0; k < K; k++) sum += LA[i * K + k]! * LA[j * K + k]!;
      out[i * K + j] = sum;
    }
  }
  return out;
}
