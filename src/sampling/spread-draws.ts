import type { Design } from '../random/design.ts';
import { type DesignedKey, fillStream } from '../random/fill-stream.ts';
import type { Key, Spread } from '../random/key.ts';
import type { Stream } from '../random/stream.ts';
import { ReplicatedValues } from '../statistics/replicates.ts';

/** The key, with its draws spread by a design; as it is where they are independent. */
export function spreadDraws(key: Key, design: Design, dimensions?: ReadonlyMap<string, number>): Key {
  if (design === 'random') return key;
  const designed = { ...key, design, ...(dimensions !== undefined && { dimensions }) };
  return { ...key, spread: new DesignedSpread(designed, design) };
}

class DesignedSpread implements Spread {
  private readonly key: DesignedKey;
  private readonly design: Design;

  constructor(key: DesignedKey, design: Design) {
    this.key = key;
    this.design = design;
  }

  get dimensions(): ReadonlyMap<string, number> | null {
    return this.key.dimensions ?? null;
  }

  fill(stream: Stream, from: number, to: number, out: Float64Array): void {
    fillStream(this.key, stream, from, to, out);
  }

  replicates(draws: number, named?: Int32Array): ReplicatedValues {
    return new ReplicatedValues(replicatesOf(this.design, draws, named));
  }
}

/**
 * To which of 16 replicates each draw belongs, or each of the draws named: draw i to replicate i mod 16, an antithetic
 * pair to floor(i / 2) mod 16.
 */
export function replicatesOf(design: Design, draws: number, named?: Int32Array): Uint8Array {
  const shift = design === 'antithetic' ? 1 : 0;
  const replicates = new Uint8Array(named?.length ?? draws);
  for (let i = 0; i < replicates.length; i++) {
    replicates[i] = ((named === undefined ? i : named[i]!) >> shift) & 15;
  }
  return replicates;
}
