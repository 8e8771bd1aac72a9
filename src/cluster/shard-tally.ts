import type { DrawRange } from '../workers/draw-ranges.ts';

/** Draws done by shard. A shard that is done again, after its worker died, counts once. */
export interface ShardTally {
  /** Takes how many draws of a shard are done, and returns how many more that is than before. */
  readonly add: (index: number, drawsDone: number) => number;
  readonly drawsDone: () => number;
  /** Shards that are begun and not done. */
  readonly underWay: () => number;
}

export function tallyShards(shards: readonly DrawRange[]): ShardTally {
  const done = new Float64Array(shards.length);
  const size = (index: number): number => shards[index]!.to - shards[index]!.from;
  return {
    add: (index, drawsDone) => {
      const more = Math.max(0, Math.min(drawsDone, size(index)) - done[index]!);
      done[index]! += more;
      return more;
    },
    drawsDone: () => done.reduce((sum, draws) => sum + draws, 0),
    underWay: () => done.reduce((count, draws, i) => count + Number(draws > 0 && draws < size(i)), 0),
  };
}
