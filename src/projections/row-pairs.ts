import type { Axis, DrawnRow, RowKey } from '../engine/types.ts';

/** A key of two runs: its draws in both, or the one run that has it. */
export type RowPair =
  | { readonly in: 'both'; readonly key: RowKey; readonly base: Float64Array; readonly other: Float64Array }
  | { readonly in: 'base' | 'other'; readonly key: RowKey };

/**
 * Brings the rows of two runs together by their keys: in the order of the base, then what only the other has.
 *
 * Rows of the other run that come before their turn wait in memory. None do where both runs list their rows in one
 * order, since `shared`, the keys that both are to have, tells which rows need not be waited for.
 */
export function* pairRows(
  base: Generator<DrawnRow>,
  other: Generator<DrawnRow>,
  axes: readonly Axis[],
  shared: readonly RowKey[],
): Generator<RowPair> {
  const awaited = new Set(shared.map((key) => keyText(key, axes)));
  const early = new Map<string, DrawnRow>();
  const onlyInOther: RowKey[] = [];
  for (const { key, values } of base) {
    const sought = keyText(key, axes);
    let match = early.get(sought);
    early.delete(sought);
    while (match === undefined && awaited.has(sought)) {
      const next = other.next();
      if (next.done === true) break;
      const found = keyText(next.value.key, axes);
      if (found === sought) match = next.value;
      else if (!awaited.has(found)) onlyInOther.push(next.value.key);
      else early.set(found, { key: next.value.key, values: next.value.values.slice() });
    }
    if (match === undefined) yield { in: 'base', key };
    else yield { in: 'both', key, base: values, other: match.values };
  }
  onlyInOther.push(...Array.from(early.values(), ({ key }) => key));
  for (const { key } of other) onlyInOther.push(key);
  for (const key of onlyInOther) yield { in: 'other', key };
}

/** A key as one text, for looking up; axes in the order given. */
export function keyText(key: RowKey, axes: readonly Axis[]): string {
  return JSON.stringify(axes.map((axis) => key[axis]));
}
