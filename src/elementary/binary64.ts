/**
 * The parts of a binary64 number, read through a shared view. The view looks for its own word order, so the
 * parts are the same on machines of either endianness.
 */
const numbers: Float64Array = new Float64Array(1);
const words: Uint32Array = new Uint32Array(numbers.buffer);
numbers[0] = 1;
/** Which of the two words holds sign and exponent. */
const HIGH: number = words[1] === 0x3ff00000 ? 1 : 0;

const SMALLEST_EXPONENT = -1074;
const LARGEST_EXPONENT = 1023;

/** 2^k for every k that has a number, made by exact doubling and halving. */
const powersOfTwo: Float64Array = new Float64Array(LARGEST_EXPONENT - SMALLEST_EXPONENT + 1);
for (let k = 0, power = 1; k <= LARGEST_EXPONENT; k++, power *= 2) powersOfTwo[k - SMALLEST_EXPONENT] = power;
for (let k = -1, power = 0.5; k >= SMALLEST_EXPONENT; k--, power /= 2) {
  powersOfTwo[k - SMALLEST_EXPONENT] = power;
}

/** The upper 32 bits: sign, exponent and the first 20 bits of the fraction. */
export function highWord(x: number): number {
  numbers[0] = x;
  return words[HIGH]! | 0;
}

/** Both words of `x`, the upper one first, into `out`. */
export function numberParts(x: number, out: Uint32Array): void {
  numbers[0] = x;
  out[0] = words[HIGH]!;
  out[1] = words[1 - HIGH]!;
}

/** `x` with its upper 32 bits replaced. */
export function withHighWord(x: number, high: number): number {
  numbers[0] = x;
  words[HIGH] = high;
  return numbers[0]!;
}

/** The number of these upper 32 bits whose lower ones are 0. */
export function fromHighWord(high: number): number {
  words[HIGH] = high;
  words[1 - HIGH] = 0;
  return numbers[0]!;
}

/** `x` with the lower 32 bits of its fraction cleared: 21 significant bits, so products of two are exact. */
export function leadingPart(x: number): number {
  numbers[0] = x;
  words[1 - HIGH] = 0;
  return numbers[0]!;
}

/** x 2^k, rounded once; `k` is an integer of any size. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k >= -1021 && k <= LARGEST_EXPONENT) return x * powersOfTwo[k - SMALLEST_EXPONENT]!;
  if (k > LARGEST_EXPONENT) {
    const first = x * powersOfTwo[powersOfTwo.length - 1]!;
    const rest = Math.min(k - LARGEST_EXPONENT, LARGEST_EXPONENT);
    return first * powersOfTwo[rest - SMALLEST_EXPONENT]!;
  }
  // The first factor leaves normal numbers normal, so only the second product rounds.
  const first = x * powersOfTwo[-900 - SMALLEST_EXPONENT]!;
  const rest = Math.max(k + 900, SMALLEST_EXPONENT);
  return first * powersOfTwo[rest - SMALLEST_EXPONENT]!;
}
