import type { Measure } from '../engine/types.ts';
import type { Operation } from './functions.ts';

/** A formula as a tree of what it does. */
export type Term =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'measure'; readonly name: Measure }
  | { readonly kind: 'operation'; readonly operation: Operation; readonly parts: readonly Term[] };

/** Draws worked out at a time: a block of every part of a formula fits the cache. */
const BLOCK = 1024;

/** Values of the draws from `from`, `count` of them, at the front of the array. */
type Block = (from: number, count: number) => Float64Array;

/**
 * The value of a formula in each draw of a row; null where it is not finite in one of them. `columns` holds the draws
 * of each measure that it reads.
 */
export function evaluate(
  formula: Term,
  columns: ReadonlyMap<Measure, Float64Array>,
  draws: number,
): Float64Array | null {
  const block = blockOf(formula, columns);
  const values = new Float64Array(draws);
  for (let from = 0; from < draws; from += BLOCK) {
    const count = Math.min(BLOCK, draws - from);
    const part = block(from, count);
    for (let i = 0; i < count; i++) {
      if (!Number.isFinite(part[i]!)) return null;
      values[from + i] = part[i]!;
    }
  }
  return values;
}

function blockOf(term: Term, columns: ReadonlyMap<Measure, Float64Array>): Block {
  if (term.kind === 'measure') {
    const column = columns.get(term.name)!;
    return (from, count) => column.subarray(from, from + count);
  }
  const out = new Float64Array(BLOCK);
  if (term.kind === 'number') {
    out.fill(term.value);
    return () => out;
  }
  const { operation } = term;
  const parts = term.parts.map((part) => blockOf(part, columns));
  return (from, count) => {
    operation.fill(
      parts.map((part) => part(from, count)),
      count,
      out,
    );
    return out;
  };
}
