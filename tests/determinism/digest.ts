const FNV_PRIME = 16777619;
const bits = new DataView(new ArrayBuffer(8));

/** A fingerprint of numbers, by all 64 bits of each: two interleaved 32-bit hashes, sixteen hexadecimal digits. */
export class Digest {
  #a = 2166136261;
  #b = 3339675911;

  number(x: number): this {
    // The bits of a NaN are the engine's own affair: all are one here.
    if (Number.isNaN(x)) return this.#word(0x7ff80000).#word(0);
    bits.setFloat64(0, x);
    return this.#word(bits.getUint32(0)).#word(bits.getUint32(4));
  }

  numbers(values: Iterable<number>): this {
    for (const x of values) this.number(x);
    return this;
  }

  text(value: string): this {
    for (let i = 0; i < value.length; i += 1) this.#word(value.charCodeAt(i));
    return this.#word(value.length);
  }

  /** Plain data: every key, text and number in it, in order. */
  data(value: unknown): this {
    if (typeof value === 'number') return this.number(value);
    if (typeof value !== 'object' || value === null) return this.text(String(value));
    for (const [key, part] of Object.entries(value)) this.text(key).data(part);
    return this;
  }

  hex(): string {
    return [this.#a, this.#b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }

  #word(word: number): this {
    this.#a = Math.imul(this.#a ^ word, FNV_PRIME);
    this.#a ^= this.#a >>> 15;
    this.#b = Math.imul(this.#b ^ (word + 0x9e3779b9), 0x85ebca6b);
    this.#b ^= this.#b >>> 13;
    return this;
  }
}
