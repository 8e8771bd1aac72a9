import { describe, expect, test } from 'vitest';
import { type Design, designs } from '../../../src/random/design.ts';
import { fillStream } from '../../../src/random/fill-stream.ts';
import { keyFromSeed } from '../../../src/random/key.ts';
import { reverseBits, scrambleReversed } from '../../../src/random/scramble.ts';
import { shuffle } from '../../../src/random/shuffle.ts';
import { streamAddress, streamOf } from '../../../src/random/stream.ts';

const DRAWS = 4096;

const names = ['factor/a', 'flow/x/spend', 'flow/y/spend'];
const dimensions = new Map(names.map((name, d) => [streamAddress(streamOf(name)), d]));

function drawsOf(design: Design, name: string, seed = 'designs', draws = DRAWS): Float64Array {
  const uniforms = new Float64Array(draws);
  fillStream({ ...keyFromSeed(seed), design, dimensions }, streamOf(name), 0, draws, uniforms);
  return uniforms;
}

/** Points [from, to) of a replicate. */
const points = (uniforms: Float64Array, replicate: number, from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, p) => uniforms[16 * (from + p) + replicate]!);

/** How many of the equal parts of the unit interval, or square, hold exactly one point. */
const filledOnce = (cells: readonly number[], parts: number): boolean =>
  cells.length === parts && new Set(cells).size === parts;
const cell = (u: number, parts: number): number => Math.floor(u * parts);

test.each(designs)('%s: uniforms lie strictly between 0 and 1 and have all 52 bits', (design) => {
  const uniforms = drawsOf(design, 'flow/x/spend');
  let low = 0;
  for (const u of uniforms) {
    expect(u > 0 && u < 1).toBe(true);
    low += (u * 2 ** 52) % 2 >= 1 ? 1 : 0;
  }
  expect(new Set(uniforms).size).toBe(DRAWS);
  // The 52nd bit is set in half of the draws: 4 standard deviations of a binomial.
  expect(Math.abs(low - DRAWS / 2)).toBeLessThan(4 * Math.sqrt(DRAWS / 4));
});

test('antithetic: draw 2i + 1 mirrors draw 2i, which is that of the random design', () => {
  const pairs = drawsOf('antithetic', 'flow/x/spend');
  const random = drawsOf('random', 'flow/x/spend');
  for (let i = 0; i < DRAWS; i += 2) {
    expect(pairs[i]).toBe(random[i]);
    expect(pairs[i + 1]).toBe(1 - pairs[i]!);
  }
});

describe.each(['latin-hypercube', 'sobol', 'sobol-joint'] as const)('%s', (design) => {
  test('64 points of a replicate have one in each 64th, in every block', () => {
    for (const name of names) {
      const uniforms = drawsOf(design, name);
      for (let replicate = 0; replicate < 16; replicate++) {
        for (let from = 0; from < 256; from += 64) {
          const cells = points(uniforms, replicate, from, from + 64).map((u) => cell(u, 64));
          expect(filledOnce(cells, 64)).toBe(true);
        }
      }
    }
  });

  test('replicates and streams are randomised independently', () => {
    const [one, other] = [drawsOf(design, names[1]!), drawsOf(design, names[2]!)];
    expect(points(one, 0, 0, 64)).not.toEqual(points(one, 1, 0, 64));
    const orders = [points(one, 0, 0, 64), points(one, 1, 0, 64), points(other, 0, 0, 64)].map((list) =>
      list.map((u) => cell(u, 64)).join(),
    );
    expect(new Set(orders).size).toBe(3);
  });
});

test.each(['sobol', 'sobol-joint'] as const)('%s: 256 points have one in each 256th', (design) => {
  for (const name of names) {
    const uniforms = drawsOf(design, name);
    for (let replicate = 0; replicate < 16; replicate++) {
      expect(
        filledOnce(
          points(uniforms, replicate, 0, 256).map((u) => cell(u, 256)),
          256,
        ),
      ).toBe(true);
    }
  }
  // Which a Latin hypercube of 64 points at a time has not.
  const hypercube = points(drawsOf('latin-hypercube', names[1]!), 0, 0, 256).map((u) => cell(u, 256));
  expect(filledOnce(hypercube, 256)).toBe(false);
});

describe('sobol: leads, the factors of how many stay away and for how long', () => {
  const squares = (a: string, b: string, replicate: number, from: number): number[] => {
    const [x, y] = [drawsOf('sobol', a), drawsOf('sobol', b)];
    const there = points(y, replicate, from, from + 64);
    return points(x, replicate, from, from + 64).map((u, p) => 8 * cell(u, 8) + cell(there[p]!, 8));
  };
  const places = [0, 7, 15].flatMap((replicate) => [0, 64, 192].map((from) => [replicate, from] as const));

  test.each(['factor', 'shared'])(
    '%s: 64 points with any other stream have one in each of 8 x 8 squares',
    (of) => {
      const [suppression, duration] = [`${of}/suppression`, `${of}/duration`];
      for (const [replicate, from] of places) {
        expect(filledOnce(squares(suppression, duration, replicate, from), 64)).toBe(true);
        for (const other of ['flow/x/spend', 'factor/recovery', 'unheard-of']) {
          expect(filledOnce(squares(suppression, other, replicate, from), 64)).toBe(true);
          expect(filledOnce(squares(duration, other, replicate, from), 64)).toBe(true);
        }
      }
    },
  );

  test('two others meet by chance: in as many squares as two random orders, some 41 of 64', () => {
    const met = places.map(
      ([replicate, from]) => new Set(squares('flow/x/spend', 'flow/y/spend', replicate, from)).size,
    );
    expect(Math.max(...met)).toBeLessThan(64);
    const average = met.reduce((sum, count) => sum + count, 0) / met.length;
    expect(average).toBeGreaterThan(34);
    expect(average).toBeLessThan(48);
  });

  test('the first eight points have one in each eighth already', () => {
    for (const name of ['factor/suppression', 'factor/duration']) {
      const eighths = points(drawsOf('sobol', name), 3, 0, 8).map((u) => cell(u, 8));
      expect(filledOnce(eighths, 8)).toBe(true);
    }
  });
});

test('sobol-joint: 256 points of the first two dimensions have one in every box of area 1/256', () => {
  const [x, y] = [drawsOf('sobol-joint', names[0]!), drawsOf('sobol-joint', names[1]!)];
  for (const replicate of [0, 15]) {
    const [us, vs] = [points(x, replicate, 0, 256), points(y, replicate, 0, 256)];
    for (const columns of [1, 2, 4, 8, 16, 32, 64, 128, 256]) {
      const rows = 256 / columns;
      expect(
        filledOnce(
          us.map((u, p) => rows * cell(u, columns) + cell(vs[p]!, rows)),
          256,
        ),
      ).toBe(true);
    }
  }
});

test('sobol-joint: a stream without a dimension is padded', () => {
  expect(drawsOf('sobol-joint', 'unheard-of')).toEqual(drawsOf('sobol', 'unheard-of'));
});

test('reversed bits', () => {
  expect(reverseBits(1)).toBe(0x80000000);
  expect(reverseBits(0x80000001)).toBe(0x80000001);
  expect(reverseBits(0b1011)).toBe(0xd0000000);
});

test('a nested scrambling keeps what points have in common: as many leading bits, to the bit', () => {
  const common = (a: number, b: number): number => Math.clz32(a ^ b);
  const words = Array.from({ length: 200 }, (_, i) => Math.imul(i + 1, 0x9e3779b9) >>> 0);
  const scrambled = words.map((word) =>
    reverseBits(scrambleReversed(reverseBits(word), 0xdeadbeef, 0x12345678)),
  );
  for (let i = 0; i < words.length; i++) {
    for (let j = 0; j < i; j++) {
      expect(common(scrambled[i]!, scrambled[j]!)).toBe(common(words[i]!, words[j]!));
    }
  }
  expect(scrambled).not.toEqual(words);
});

test('orders of three are as likely as each other', () => {
  const counts = new Map<string, number>();
  const order = new Uint8Array(3);
  const steps = 60_000;
  for (let i = 0; i < steps; i++) {
    shuffle(order, 0, 3, Uint32Array.of(Math.floor((i + 0.5) * (2 ** 32 / steps))), 0, 3);
    counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
  }
  expect([...counts.values()]).toEqual(Array.from({ length: 6 }, () => steps / 6));
});
