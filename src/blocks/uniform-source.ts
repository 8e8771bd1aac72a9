import type { Key } from '../random/key.ts';
import type { Stream } from '../random/stream.ts';
import { fillUniforms } from '../random/uniform.ts';
import { openLoops } from './open-loops.ts';

/**
 * Where uniforms come from: fills `out` with those of a stream for draws [from, to). A sampling design is such a
 * function; what it gives must depend on the stream and the draw alone.
 */
export type UniformSource = (stream: Stream, from: number, to: number, out: Float64Array) => void;

/**
 * Uniforms by address, every draw for itself.
 *
 * `out` may be a row of the kept heap, with room for 7 numbers more.
 */
export function randomUniforms(key: Key): UniformSource {
  return (stream, from, to, out) => {
    const loops = openLoops(0);
    if (from % 2 === 0 && out.buffer === loops.heap.buffer) {
      loops.fillUniforms(key, stream, from, out.byteOffset / 8, to - from);
    } else fillUniforms(key, stream, from, to, out);
  };
}
