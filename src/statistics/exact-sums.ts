import { numberParts, scaleByPowerOfTwo } from '../elementary/binary64.ts';

/** Bits of a limb. */
const LIMB = 4294967296;
/** 2,098 bits hold every binary64 number as a multiple of 2^-1074; a hundred million of them need 27 bits more. */
const LIMBS = 68;
/** Additions between two rounds of carrying: each adds less than 2^33 to a limb, which must stay below 2^53. */
const CARRY_AFTER = 1 << 19;

/**
 * Sums without any rounding: each is an integer, in units of 2^-1074, held as 68 limbs of 32 bits. So neither the order
 * of the numbers nor that of merging matters, and the outcome is the true sum rounded once.
 *
 * Limbs are integers in doubles, of either sign and below 2^53, so that every addition is exact.
 *
 * Source: Neal (2015), "Fast exact summation using small and large superaccumulators", arXiv:1505.05571.
 */
export class ExactSums {
  readonly #limbs: Float64Array;
  #added = 0;

  constructor(sums: number) {
    this.#limbs = new Float64Array(sums * LIMBS);
  }

  /** Adds a finite number to a sum. */
  add(sum: number, value: number): void {
    if (value === 0) return;
    if (this.#added === CARRY_AFTER) this.#carry();
    this.#added += 1;
    const limbs = this.#limbs;
    numberParts(value, parts);
    const high = parts[0]!;
    const low = parts[1]!;
    const biased = (high >>> 20) & 0x7ff;
    const top = biased === 0 ? high & 0xfffff : (high & 0xfffff) | 0x100000;
    const position = biased === 0 ? 0 : biased - 1;
    const shift = position & 31;
    const at = sum * LIMBS + (position >>> 5);
    const first = (low << shift) >>> 0;
    const second = (shift === 0 ? 0 : low >>> (32 - shift)) + ((top << shift) >>> 0);
    const third = shift === 0 ? 0 : top >>> (32 - shift);
    if (high >>> 31 === 0) {
      limbs[at] = limbs[at]! + first;
      limbs[at + 1] = limbs[at + 1]! + second;
      limbs[at + 2] = limbs[at + 2]! + third;
    } else {
      limbs[at] = limbs[at]! - first;
      limbs[at + 1] = limbs[at + 1]! - second;
      limbs[at + 2] = limbs[at + 2]! - third;
    }
  }

  /** The limbs of all sums: plain data, for `merge`. */
  toData(): Float64Array {
    this.#carry();
    return this.#limbs.slice();
  }

  /** Adds all sums of another, given by its limbs. */
  merge(limbs: Float64Array): void {
    this.#carry();
    limbs.forEach((limb, i) => {
      this.#limbs[i] = this.#limbs[i]! + limb;
    });
    this.#carry();
  }

  /** A sum, rounded to the nearest number, ties to even. */
  value(sum: number): number {
    let total = 0n;
    for (let k = LIMBS - 1; k >= 0; k--) total = (total << 32n) + BigInt(this.#limbs[sum * LIMBS + k]!);
    const size = total < 0n ? -total : total;
    // 64 bits and one that says whether any of the rest is set round as all of them would.
    const spare = Math.max(0, size.toString(16).length * 4 - 64);
    const kept = size >> BigInt(spare);
    const rest = kept << BigInt(spare) === size ? 0n : 1n;
    const rounded = scaleByPowerOfTwo(Number((kept << 1n) | rest), spare - 1 - 1074);
    return total < 0n ? -rounded : rounded;
  }

  #carry(): void {
    const limbs = this.#limbs;
    for (let i = 0; i + 1 < limbs.length; i++) {
      if ((i + 1) % LIMBS === 0) continue;
      const over = Math.floor(limbs[i]! / LIMB);
      limbs[i] = limbs[i]! - over * LIMB;
      limbs[i + 1] = limbs[i + 1]! + over;
    }
    this.#added = 0;
  }
}

const parts = new Uint32Array(2);
