import type { Distribution } from '../distributions/types.ts';
import type { Issue } from '../errors.ts';
import { cholesky, isCorrelation, nearestCorrelation } from '../random/correlation.ts';
import { assignStreams, type Stream } from '../random/stream.ts';
import type { NamedQuantity, ResolvedCorrelation } from '../scenario/resolved.ts';

/** Where an input's value comes from in a draw. */
export type Source =
  | { readonly kind: 'constant'; readonly value: number }
  /** One uniform of the stream. */
  | { readonly kind: 'stream'; readonly stream: Stream }
  /** A normal score: the sum of normal scores of streams, each with its weight; the squares of the weights sum to 1. */
  | {
      readonly kind: 'scores';
      readonly parts: readonly { readonly stream: Stream; readonly weight: number }[];
    };

export interface PlannedInput {
  readonly name: string;
  readonly source: Source;
  /** Null for constants. */
  readonly distribution: Distribution | null;
}

/**
 * Gives every quantity its source. A quantity's own stream has its name; `sharedAs` puts `shared/<name>` in its
 * place; factors and correlations mix normal scores of streams.
 */
export function planInputs(
  quantities: readonly NamedQuantity[],
  correlations: readonly ResolvedCorrelation[],
): { inputs: PlannedInput[]; warnings: Issue[] } {
  const warnings: Issue[] = [];
  const rows = new Map<string, readonly { name: string; weight: number }[]>();
  correlations.forEach(({ among, matrix }, c) => {
    let proper: readonly (readonly number[])[] = matrix;
    if (!isCorrelation(matrix)) {
      proper = nearestCorrelation(matrix);
      warnings.push({
        code: 'nearest-correlation',
        path: `correlations[${c}].matrix`,
        message: `is not positive semidefinite; the nearest correlation matrix was taken, ${largestMove(matrix, proper)}`,
      });
    }
    const lower = cholesky(proper);
    among.forEach((name, i) => {
      rows.set(
        name,
        among.slice(0, i + 1).map((other, j) => ({ name: other, weight: lower[i]![j]! })),
      );
    });
  });

  const wanted = quantities.map(({ name, quantity }) => ({
    name,
    ...dependence(name, quantity, rows.get(name)),
  }));
  const streams = assignStreams(
    wanted.flatMap(({ parts }) => (parts === null ? [] : parts.map((part) => part.name))),
  );
  const inputs = wanted.map(({ name, distribution, value, parts }): PlannedInput => {
    if (parts === null) return { name, distribution: null, source: { kind: 'constant', value } };
    if (parts.length === 1) {
      return { name, distribution, source: { kind: 'stream', stream: streams.get(parts[0]!.name)! } };
    }
    return {
      name,
      distribution,
      source: {
        kind: 'scores',
        parts: parts.map((part) => ({ stream: streams.get(part.name)!, weight: part.weight })),
      },
    };
  });
  return { inputs, warnings };
}

type Part = { readonly name: string; readonly weight: number };

function dependence(
  name: string,
  quantity: NamedQuantity['quantity'],
  row: readonly Part[] | undefined,
): { distribution: Distribution | null; value: number; parts: readonly Part[] | null } {
  if (typeof quantity === 'number') return { distribution: null, value: quantity, parts: null };
  if (quantity.kind === 'constant') return { distribution: null, value: quantity.value, parts: null };
  const of = (parts: readonly Part[]) => ({ distribution: quantity, value: 0, parts });
  if (row !== undefined) return of(row.length === 1 ? [{ name, weight: 1 }] : row);
  if (quantity.sharedAs !== undefined) return of([{ name: `shared/${quantity.sharedAs}`, weight: 1 }]);
  const loadings = Object.entries(quantity.factors ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (loadings.length === 0) return of([{ name, weight: 1 }]);
  const explained = loadings.reduce((sum, [, loading]) => sum + loading * loading, 0);
  return of([
    ...loadings.map(([factor, weight]) => ({ name: `factor/${factor}`, weight })),
    { name, weight: Math.sqrt(Math.max(0, 1 - explained)) },
  ]);
}

function largestMove(from: readonly (readonly number[])[], to: readonly (readonly number[])[]): string {
  let largest = 0;
  from.forEach((row, i) => {
    row.forEach((value, j) => {
      largest = Math.max(largest, Math.abs(value - to[i]![j]!));
    });
  });
  return `moving no entry by more than ${largest.toPrecision(2)}`;
}
