const TWO_TO_32 = 4294967296;

/**
 * A random order of 0 ... size - 1 into `out[at ...)`, by Fisher and Yates, from the random words at `word` on; each
 * serves for so many steps. Returns the place of the next word.
 *
 * A word is a fraction of 32 bits: times the number of places left, its whole part chooses one and the rest is the
 * fraction for the next step. Orders of 8, seven steps from one word, are as likely as each other to one part in
 * 100,000.
 */
export function shuffle(
  out: Uint8Array,
  at: number,
  size: number,
  words: Uint32Array,
  word: number,
  stepsAWord: number,
): number {
  for (let i = 0; i < size; i++) out[at + i] = i;
  let next = word;
  let fraction = 0;
  for (let left = size, step = 0; left > 1; left--, step++) {
    if (step % stepsAWord === 0) {
      fraction = words[next]!;
      next += 1;
    }
    const product = fraction * left;
    const chosen = Math.floor(product / TWO_TO_32);
    fraction = product - chosen * TWO_TO_32;
    const last = out[at + left - 1]!;
    out[at + left - 1] = out[at + chosen]!;
    out[at + chosen] = last;
  }
  return next;
}
