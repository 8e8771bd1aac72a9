/** Draws from `from` up to, and without, `to`. */
export interface DrawRange {
  readonly from: number;
  readonly to: number;
}

/** Pieces of at most `size` draws, in order, cut at multiples of `size`. */
export function cutDraws({ from, to }: DrawRange, size: number): DrawRange[] {
  const ranges: DrawRange[] = [];
  for (let start = from; start < to; ) {
    const end = Math.min(to, (Math.floor(start / size) + 1) * size);
    ranges.push({ from: start, to: end });
    start = end;
  }
  return ranges;
}

/** The largest power of two from `least` to `most` of which `draws` holds at least `pieces`; `least` if none does. */
export function pieceSize(draws: number, pieces: number, least: number, most: number): number {
  let size = most;
  while (size > least && size * pieces > draws) size /= 2;
  return size;
}
