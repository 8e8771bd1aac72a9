import { cholesky } from '../random/correlation.ts';

/** A loading smaller than this is left out. */
const SMALLEST = 0.05;

/**
 * Correlations of normal scores as loadings on factors, one factor a name: each name loads on its own factor and on those of names before it
 * (Cholesky's root). Loadings on others are rounded to hundredths and left out below 0.05; the own one makes their
 * squares sum to 1, to 1e-4. As annotations of single quantities they survive what an analyst changes or takes out
 * beside them, which a matrix does not.
 *
 * @param correlations in the order of the names, positive semidefinite
 */
export function factorLoadings<Name extends string>(
  correlations: readonly (readonly number[])[],
  names: readonly Name[],
): Readonly<Record<Name, Readonly<Record<string, number>>>> {
  const root = cholesky(correlations);
  const entries = names.map((name, i) => {
    const others = names
      .slice(0, i)
      .map((other, j) => [other, Math.round(root[i]![j]! * 100) / 100] as const)
      .filter(([, loading]) => Math.abs(loading) >= SMALLEST);
    const explained = others.reduce((sum, [, loading]) => sum + loading * loading, 0);
    const own = Math.floor(1e4 * Math.sqrt(Math.max(0, 1 - explained))) / 1e4;
    return [name, Object.fromEntries([...others, [name, own]])];
  });
  return Object.fromEntries(entries) as Record<Name, Record<string, number>>;
}
