import { createHash } from 'node:crypto';
import fc from 'fast-check';
import seedrandom from 'seedrandom';
import { describe, expect, it } from 'vitest';
import { digestText, toHex } from '../../../src/random/digest.ts';
import { canonicalSeed, keyFromSeed, type Seed } from '../../../src/random/key.ts';
import { encodeUtf8 } from '../../../src/random/utf8.ts';

describe('canonicalSeed', () => {
  it('is the text itself, or the decimal text of a number', () => {
    expect(canonicalSeed(' Beijing-2025 ')).toBe(' Beijing-2025 ');
    expect(canonicalSeed(1)).toBe('1');
    expect(canonicalSeed(-0.5)).toBe('-0.5');
    expect(canonicalSeed(1e21)).toBe('1e+21');
    expect(canonicalSeed(-0)).toBe('0');
  });

  it('given its own outcome, changes nothing: a run can be named by the seed it reports', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ minLength: 1 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
        (seed) => {
          const canonical = canonicalSeed(seed);
          expect(canonicalSeed(canonical)).toBe(canonical);
          expect(keyFromSeed(canonical)).toEqual(keyFromSeed(seed));
        },
      ),
    );
  });

  it.each([
    [Number.NaN, RangeError, 'seed: expected a finite number or a text, received NaN'],
    [-Infinity, RangeError, 'seed: expected a finite number or a text, received -Infinity'],
    ['', RangeError, 'seed: expected a text of one character or more, received an empty text'],
    [undefined, TypeError, 'seed: expected a finite number or a text, received undefined'],
    [null, TypeError, 'seed: expected a finite number or a text, received null'],
    [true, TypeError, 'seed: expected a finite number or a text, received boolean'],
    [12n, TypeError, 'seed: expected a finite number or a text, received bigint'],
    [['a'], TypeError, 'seed: expected a finite number or a text, received array'],
  ])('refuses %s', (seed, kind, message) => {
    const attempt = (): string => canonicalSeed(seed as unknown as Seed);
    expect(attempt).toThrow(kind);
    expect(attempt).toThrow(message);
  });
});

describe('keyFromSeed', () => {
  it('is two words of the ARC4 of seedrandom, seeded with the SHA-256 of the seed', () => {
    const generator = seedrandom(createHash('sha256').update('beijing-2025-11-18', 'utf8').digest('hex'));
    const lo = generator.int32() >>> 0;
    const hi = generator.int32() >>> 0;
    expect(keyFromSeed('beijing-2025-11-18')).toEqual({ lo, hi });
  });

  it('stays what it was: a moved key would move every number', () => {
    expect(keyFromSeed(1)).toEqual({ lo: 1816226338, hi: 1409007511 });
    expect(keyFromSeed('11')).toEqual({ lo: 756675279, hi: 3069792957 });
  });

  it('keeps apart what seedrandom alone takes for one seed', () => {
    expect(seedrandom('1').int32()).toBe(seedrandom('111').int32());
    const seeds = [
      '1',
      '11',
      '111',
      '1.0',
      'a',
      'A',
      '\u0101',
      '\u0201',
      'é',
      'e\u0301',
      '\ud800',
      '\ud801',
      '\ufffd',
    ];
    const keys = seeds.map((seed) => keyFromSeed(seed));
    expect(new Set(keys.map(({ lo, hi }) => `${hi}:${lo}`)).size).toBe(seeds.length);
  });
});

describe('encodeUtf8 and digestText', () => {
  it('agree with the encoder and the hash of the platform on all well-formed text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
        expect(toHex(digestText(text))).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
    );
  });

  it('has bytes of its own for every sequence of code units, lone surrogates among them', () => {
    expect([...encodeUtf8('\ud800')]).toEqual([0xed, 0xa0, 0x80]);
    expect([...encodeUtf8('\udfff!')]).toEqual([0xed, 0xbf, 0xbf, 0x21]);
    const units = fc.array(fc.integer({ min: 0xd7fe, max: 0xe001 }), { maxLength: 4 });
    fc.assert(
      fc.property(units, units, (a, b) => {
        const same = a.join() === b.join();
        const bytes = [a, b].map((codes) => encodeUtf8(String.fromCharCode(...codes)).join());
        expect(bytes[0] === bytes[1]).toBe(same);
      }),
    );
  });
});
