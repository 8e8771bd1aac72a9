import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { philox4x32 } from '../../../src/random/philox.ts';
import { fillUniforms, uniform } from '../../../src/random/uniform.ts';

const word = fc.integer({ min: 0, max: 0xffffffff });
const pair = fc.record({ lo: word, hi: word });
const drawIndex = fc.maxSafeNat();

/** Philox as the paper writes it, in whole numbers of any size. */
function plainPhilox(counter: readonly number[], key: readonly number[]): bigint[] {
  const mask = 0xffffffffn;
  let [c0, c1, c2, c3] = counter.map(BigInt) as [bigint, bigint, bigint, bigint];
  let [k0, k1] = key.map(BigInt) as [bigint, bigint];
  for (let round = 0; round < 10; round += 1) {
    const product0 = 0xd2511f53n * c0;
    const product1 = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [
      (product1 >> 32n) ^ c1 ^ k0,
      product1 & mask,
      (product0 >> 32n) ^ c3 ^ k1,
      product0 & mask,
    ];
    k0 = (k0 + 0x9e3779b9n) & mask;
    k1 = (k1 + 0xbb67ae85n) & mask;
  }
  return [c0, c1, c2, c3];
}

describe('philox4x32', () => {
  it('has the bits of the plain one for any counter and key', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 6, maxLength: 6 }), (words) => {
        const [c0, c1, c2, c3, k0, k1] = words as [number, number, number, number, number, number];
        const out = new Uint32Array(4);
        philox4x32(c0, c1, c2, c3, k0, k1, out);
        expect([...out].map(BigInt)).toEqual(plainPhilox([c0, c1, c2, c3], [k0, k1]));
      }),
      { numRuns: 500 },
    );
  });
});

describe('uniform', () => {
  it('is (k + 1/2) 2^-52 of the half block at its address', () => {
    fc.assert(
      fc.property(pair, pair, drawIndex, (key, stream, draw) => {
        const block = BigInt(draw) / 2n;
        const counter = [Number(block & 0xffffffffn), Number(block >> 32n), stream.lo, stream.hi];
        const words = plainPhilox(counter, [key.lo, key.hi]);
        const [upper, lower] = draw % 2 === 0 ? [words[0]!, words[1]!] : [words[2]!, words[3]!];
        const k = (upper << 20n) | (lower >> 12n);
        // 2 k + 1 has 53 bits, so both steps are exact.
        expect(uniform(key, stream, draw)).toBe(Number(2n * k + 1n) / 2 ** 53);
      }),
      { numRuns: 500 },
    );
  });

  it('lies strictly between 0 and 1, and 1 - u is exact', () => {
    fc.assert(
      fc.property(pair, pair, drawIndex, (key, stream, draw) => {
        const u = uniform(key, stream, draw);
        expect(u > 0 && u < 1).toBe(true);
        // Whole odd multiples of 2^-53 on both sides of 1/2.
        const steps = u * 2 ** 53;
        expect(Number.isInteger(steps) && steps % 2 === 1).toBe(true);
        expect((1 - u) * 2 ** 53).toBe(2 ** 53 - steps);
      }),
    );
  });

  it.each([-1, 0.5, 2 ** 53, Number.NaN, Infinity])('refuses draw %s', (draw) => {
    const address = { lo: 1, hi: 2 };
    expect(() => uniform(address, address, draw)).toThrow(
      new RangeError(`draw: expected a whole number from 0 to 2^53 - 1, received ${draw}`),
    );
  });
});

describe('fillUniforms', () => {
  it('has the bits of uniform at every draw, wherever it begins and ends, and touches nothing else', () => {
    const length = fc.integer({ min: 0, max: 9 });
    const start = fc.oneof(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 2 ** 33 - 9, max: 2 ** 33 }),
      drawIndex,
    );
    fc.assert(
      fc.property(pair, pair, start, length, (key, stream, from, count) => {
        fc.pre(from + count <= Number.MAX_SAFE_INTEGER);
        const out = new Float64Array(count + 2).fill(-1);
        fillUniforms(key, stream, from, from + count, out);
        const expected = Array.from({ length: count }, (_, i) => uniform(key, stream, from + i));
        expect([...out]).toEqual([...expected, -1, -1]);
      }),
      { numRuns: 300 },
    );
  });

  it('in pieces is the whole', () => {
    const key = { lo: 11, hi: 12 };
    const stream = { lo: 13, hi: 14 };
    const whole = new Float64Array(1000);
    fillUniforms(key, stream, 0, 1000, whole);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 }), (inner) => {
        const cuts = [0, ...inner.sort((a, b) => a - b), 1000];
        const pieces = new Float64Array(1000);
        for (let i = 1; i < cuts.length; i += 1) {
          fillUniforms(key, stream, cuts[i - 1]!, cuts[i]!, pieces.subarray(cuts[i - 1]!, cuts[i]!));
        }
        expect(pieces).toEqual(whole);
      }),
    );
  });

  it('refuses a range that is none, and an array that is too short', () => {
    const address = { lo: 1, hi: 2 };
    const room = new Float64Array(4);
    expect(() => fillUniforms(address, address, 5, 4, room)).toThrow(
      /^from, to: expected .* received 5 and 4$/,
    );
    expect(() => fillUniforms(address, address, -1, 2, room)).toThrow(RangeError);
    expect(() => fillUniforms(address, address, 0, 0.5, room)).toThrow(RangeError);
    expect(() => fillUniforms(address, address, 0, 5, room)).toThrow(
      'out: expected room for 5 numbers, received 4',
    );
  });
});
