/** The bits of a word in the opposite order. */
export function reverseBits(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}

/**
 * Nested uniform scrambling in base 2 (Owen 1995) of a fraction of 32 bits that is given with its bits reversed: every
 * bit is turned or left by a hash of the bits before it, then `shift` turns bits for all points alike. The outcome has
 * its bits reversed too.
 *
 * The hash scrambles every set of points into one as well spread; that each point by itself is exactly uniform, and
 * every mean so without bias, is owed to the shift, which does not lean on the hash.
 *
 * Source of the hash: Laine and Karras (2011), Computer Graphics Forum 30, with the constants of Vegdahl that Pharr,
 * Jakob and Humphreys, Physically Based Rendering (2023), section 8.7.2, use.
 */
export function scrambleReversed(word: number, seed: number, shift: number): number {
  let x = word | 0;
  x ^= Math.imul(x, 0x3d20adea);
  x = (x + seed) | 0;
  x = Math.imul(x, (seed >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return x ^ shift;
}
