import type { Key } from './key.ts';
import type { Stream } from './stream.ts';
import { fillUniforms } from './uniform.ts';

/**
 * Antithetic pairs: an even draw is that of the random design, the odd one after it is its mirror image, 1 - u, exact
 * and strictly between 0 and 1.
 *
 * Source: Hammersley and Morton (1956), Mathematical Proceedings of the Cambridge Philosophical Society 52.
 */
export function fillAntithetic(key: Key, stream: Stream, from: number, to: number, out: Float64Array): void {
  fillUniforms(key, stream, from, to, out);
  const odd = from % 2;
  if (odd === 1 && to > from) out[0] = 1 - firstOfPair(key, stream, from - 1);
  for (let j = odd; j + 1 < to - from; j += 2) out[j + 1] = 1 - out[j]!;
}

const one = new Float64Array(1);

function firstOfPair(key: Key, stream: Stream, draw: number): number {
  fillUniforms(key, stream, draw, draw + 1, one);
  return one[0]!;
}
