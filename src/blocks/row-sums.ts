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
  private count = 0;
  private closed: { readonly list: Float64Array; readonly place: number } | undefined;

  add(out: number, terms: readonly Scaled[]): void {
    this.list.push(out, terms.length, ...terms.flat());
    this.count += 1;
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
