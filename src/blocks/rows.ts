import { PITCH } from './loops.ts';

/** Gives out room in a heap before there is one: rows of a block, or single numbers. */
export class Room {
  /** Numbers given out so far. */
  size = 0;
  private most = 0;

  /** Room for so many rows; the index of the first number. */
  rows(count: number): number {
    return this.numbers(count * PITCH);
  }

  numbers(count: number): number {
    const at = this.size;
    // Rows begin on whole cache lines.
    this.size += Math.ceil(count / 8) * 8;
    this.most = Math.max(this.most, this.size);
    return at;
  }

  /** Goes back to an earlier size: what was given out since is shared with what comes next. */
  backTo(size: number): void {
    this.size = size;
  }

  /** Numbers that a heap must have. */
  get needed(): number {
    return this.most;
  }
}
