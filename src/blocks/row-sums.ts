import type { Loops } from './loops.ts';
import type { Room } from './rows.ts';

/** A row and what it is multiplied with. */
export type Scaled = readonly [row: number, factor: number];

/**
 * Sums of rows that are formed together, in the order in which they were added, so that a later one may take in an
 * earlier one: see `Loops.sumScaled`.
 */
export class RowSums {
  private readonly list: number[] = [];
  private readonly known = new Map<string, number>();
  private count = 0;
  private closed: { readonly list: Float64Array; readonly place: number } | undefined;

  /** The row of a sum, which is formed once for all who want the same. */
  add(terms: readonly Scaled[], room: Room): number {
    const key = terms.join();
    const row = this.known.get(key) ?? this.addApart(terms, room);
    this.known.set(key, row);
    return row;
  }

  /** The row of a sum of rows; a single one is its own sum. */
  addRows(rows: readonly number[], room: Room): number {
    if (rows.length === 1) return rows[0]!;
    return this.add(
      rows.map((row) => [row, 1]),
      room,
    );
  }

  /** A row for a sum that is nobody else's. */
  addApart(terms: readonly Scaled[], room: Room): number {
    const row = room.rows(1);
    this.list.push(row, terms.length, ...terms.flat());
    this.count += 1;
    return row;
  }

  /** Takes room for the list: nothing can be added from here on. */
  close(room: Room): void {
    const list = Float64Array.from(this.list);
    this.closed = { list, place: room.numbers(list.length) };
  }

  run(loops: Loops, count: number): void {
    if (this.count === 0) return;
    const { list, place } = this.closed!;
    loops.heap.set(list, place);
    loops.sumScaled(place, this.count, count);
  }
}
