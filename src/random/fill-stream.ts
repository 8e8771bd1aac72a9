import { fillAntithetic } from './antithetic.ts';
import type { Design } from './design.ts';
import type { Key } from './key.ts';
import { fillLatinHypercube } from './latin-hypercube.ts';
import { fillNets } from './nets.ts';
import { fillSobol } from './sobol.ts';
import { type Stream, streamAddress } from './stream.ts';
import { fillUniforms } from './uniform.ts';

/** A key, and how its draws are to be spread. */
export interface DesignedKey extends Key {
  /** Default `random`. */
  readonly design?: Design;
  /** Dimension of each stream of a joint design, by its address. */
  readonly dimensions?: ReadonlyMap<string, number>;
}

/**
 * The uniforms of a stream in draws `from` (included) to `to` (excluded), spread by the design of the key, into
 * `out[0 ... to - from)`. Each is a function of key, stream and draw alone, whatever the range it is asked for in.
 *
 * @throws RangeError where the range is not one of whole numbers, or `out` is too short for it.
 */
export function fillStream(
  key: DesignedKey,
  stream: Stream,
  from: number,
  to: number,
  out: Float64Array,
): void {
  switch (key.design) {
    case 'antithetic':
      fillAntithetic(key, stream, from, to, out);
      break;
    case 'latin-hypercube':
      fillLatinHypercube(key, stream, from, to, out);
      break;
    case 'sobol':
      fillNets(key, stream, from, to, out);
      break;
    case 'sobol-joint': {
      // What has no dimension of the sequence is padded.
      const dimension = key.dimensions?.get(streamAddress(stream));
      if (dimension === undefined) fillNets(key, stream, from, to, out);
      else fillSobol(key, stream, dimension, from, to, out);
      break;
    }
    default:
      fillUniforms(key, stream, from, to, out);
  }
}
