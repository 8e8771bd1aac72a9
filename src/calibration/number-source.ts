import { normalQuantile } from '../distributions/normal.ts';
import { log } from '../elementary/log.ts';
import { keyFromSeed, type Seed } from '../random/key.ts';
import { streamOf } from '../random/stream.ts';
import { fillUniforms } from '../random/uniform.ts';

const BLOCK = 1024;

/** Random numbers one after another, for algorithms that cannot say beforehand how many they need. */
export class NumberSource {
  private readonly fill: (from: number) => void;
  private readonly numbers: Float64Array = new Float64Array(BLOCK);
  private used: number = BLOCK;
  private next: number = 0;

  constructor(seed: Seed, name: string) {
    const key = keyFromSeed(seed);
    const stream = streamOf(name);
    this.fill = (from) => fillUniforms(key, stream, from, from + BLOCK, this.numbers);
  }

  /** Strictly between 0 and 1. */
  uniform(): number {
    if (this.used === BLOCK) {
      this.fill(this.next);
      this.next += BLOCK;
      this.used = 0;
    }
    return this.numbers[this.used++]!;
  }

  normal(): number {
    return normalQuantile(this.uniform());
  }

  /** Gamma of a shape of 1 or more, scale 1: Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26. */
  gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      const u = this.uniform();
      if (root <= 0) continue;
      const v = root * root * root;
      if (log(u) < (x * x) / 2 + d * (1 - v + log(v))) return d * v;
    }
  }
}
