import { describe, expect, it } from 'vitest';
import { type Key, keyFromSeed } from '../../src/random/key.ts';
import { philox4x32 } from '../../src/random/philox.ts';
import { type Stream, streamOf } from '../../src/random/stream.ts';
import { fillUniforms } from '../../src/random/uniform.ts';

/** Anything that fills draws [from, to) of a stream. */
type Source = (key: Key, stream: Stream, from: number, to: number, out: Float64Array) => void;

const DRAWS = 2 ** 17;
const key = keyFromSeed('uniformity');
const stream = streamOf('flow/china-individual/spend');

function drawsOf(source: Source, from: number = 0, of: Stream = stream, by: Key = key): Float64Array {
  const out = new Float64Array(DRAWS);
  source(by, of, from, from + DRAWS, out);
  return out;
}

/** Standard deviations of a chi-square of equal counts in bins from its mean: (χ² - ν) / √(2 ν). */
function deviationOfCounts(bins: Uint32Array, total: number): number {
  const expected = total / bins.length;
  const degrees = bins.length - 1;
  const statistic = bins.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return (statistic - degrees) / Math.sqrt(2 * degrees);
}

/** Correlation of two uniform sequences times √n: standard normal where they are independent. */
function deviationOfProducts(a: Float64Array, b: Float64Array, lag: number = 0): number {
  const count = a.length - lag;
  let products = 0;
  for (let i = 0; i < count; i += 1) products += 12 * (a[i]! - 0.5) * (b[i + lag]! - 0.5);
  return products / Math.sqrt(count);
}

function binned(values: Float64Array, bins: number, place: (u: number, index: number) => number): number {
  const counts = new Uint32Array(bins);
  values.forEach((u, index) => {
    counts[place(u, index)]! += 1;
  });
  return deviationOfCounts(counts, values.length);
}

/** Each is a number of standard errors from what independent uniforms have. */
const checks = {
  'upper eight bits': (source: Source) => binned(drawsOf(source), 256, (u) => Math.floor(u * 256)),
  'lowest eight bits': (source: Source) => binned(drawsOf(source), 256, (u) => Math.floor(u * 2 ** 52) % 256),
  'middle eight bits': (source: Source) => binned(drawsOf(source), 256, (u) => Math.floor(u * 2 ** 24) % 256),
  mean: (source: Source) => drawsOf(source).reduce((sum, u) => sum + u - 0.5, 0) * Math.sqrt(12 / DRAWS),
  'pairs of neighbours, 16 by 16': (source: Source) => {
    const values = drawsOf(source);
    const pairs = values.filter((_, i) => i % 2 === 0);
    return binned(pairs, 256, (u, i) => Math.floor(u * 16) * 16 + Math.floor(values[2 * i + 1]! * 16));
  },
  'correlation with the next draw': (source: Source) => {
    const values = drawsOf(source);
    return deviationOfProducts(values, values, 1);
  },
  'correlation with the next block': (source: Source) => {
    const values = drawsOf(source);
    return deviationOfProducts(values, values, 2);
  },
  'correlation with another stream': (source: Source) =>
    deviationOfProducts(drawsOf(source), drawsOf(source, 0, streamOf('flow/china-individual/nights'))),
  'correlation with the next seed': (source: Source) =>
    deviationOfProducts(
      drawsOf(source, 0, stream, keyFromSeed(1)),
      drawsOf(source, 0, stream, keyFromSeed(2)),
    ),
  'correlation with draws beyond 2^33': (source: Source) =>
    deviationOfProducts(drawsOf(source), drawsOf(source, 2 ** 33)),
} as const satisfies Record<string, (source: Source) => number>;

type Check = keyof typeof checks;

/** Fills draw by draw from the four words of its block, as the fault sees them. */
function faulty(
  toUniform: (words: Uint32Array, odd: boolean) => number,
  address: (block: number, of: Stream, by: Key) => readonly number[] = (block, of, by) => [
    block,
    Math.floor(block / 2 ** 32),
    of.lo,
    of.hi,
    by.lo,
    by.hi,
  ],
): Source {
  const words = new Uint32Array(4);
  return (by, of, from, to, out) => {
    for (let draw = from; draw < to; draw += 1) {
      const [c0, c1, c2, c3, k0, k1] = address(Math.floor(draw / 2), of, by);
      philox4x32(c0!, c1!, c2!, c3!, k0!, k1!, words);
      out[draw - from] = toUniform(words, draw % 2 === 1);
    }
  };
}

const half = (words: Uint32Array, odd: boolean): number => {
  const [upper, lower] = odd ? [words[2]!, words[3]!] : [words[0]!, words[1]!];
  return (upper * 2 ** 20 + (lower >>> 12) + 0.5) / 2 ** 52;
};

/** What could be wrong, and which check must see it. */
const faults: readonly [fault: string, seenBy: Check, source: Source][] = [
  [
    'one stream for all',
    'correlation with another stream',
    faulty(half, (block, _, by) => [block, 0, 1, 2, by.lo, by.hi]),
  ],
  [
    'one key for all',
    'correlation with the next seed',
    faulty(half, (block, of) => [block, 0, of.lo, of.hi, 1, 2]),
  ],
  [
    'upper word of the block index dropped',
    'correlation with draws beyond 2^33',
    faulty(half, (block, of, by) => [block, 0, of.lo, of.hi, by.lo, by.hi]),
  ],
  ['both halves are the first', 'correlation with the next draw', faulty((words) => half(words, false))],
  [
    'both halves share the upper word',
    'pairs of neighbours, 16 by 16',
    faulty((words, odd) => half(Uint32Array.of(words[0]!, words[1]!, words[0]!, words[3]!), odd)),
  ],
  [
    'the second half mirrors the first',
    'correlation with the next draw',
    faulty((words, odd) => (odd ? 1 - half(words, false) : half(words, false))),
  ],
  [
    'every block twice',
    'correlation with the next block',
    faulty(half, (block, of, by) => [Math.floor(block / 2), 0, of.lo, of.hi, by.lo, by.hi]),
  ],
  [
    'lower word dropped',
    'lowest eight bits',
    faulty((words, odd) => half(Uint32Array.of(words[0]!, 0, words[2]!, 0), odd)),
  ],
  [
    'one bit stuck in the middle',
    'middle eight bits',
    faulty((words, odd) =>
      half(
        words.map((word) => word | 0x100),
        odd,
      ),
    ),
  ],
  ['signed words', 'upper eight bits', faulty((words, odd) => Math.abs(half(words, odd) - 0.5))],
  ['squeezed by a thousandth of a half', 'mean', faulty((words, odd) => half(words, odd) ** 1.02)],
];

describe(`${DRAWS} uniforms are uniform and independent, within five standard errors`, () => {
  it.each(Object.keys(checks) as Check[])('%s', (check) => {
    expect(Math.abs(checks[check](fillUniforms))).toBeLessThan(5);
  });
});

describe('the checks see a fault', () => {
  it('and the source that faults are planted in has none itself', () => {
    expect(drawsOf(faulty(half))).toEqual(drawsOf(fillUniforms));
  });

  it.each(faults)('%s: %s', (_, seenBy, source) => {
    expect(Math.abs(checks[seenBy](source))).toBeGreaterThan(5);
  });
});

describe('symmetry', () => {
  /** Draws that are not an odd multiple of 2^-53: those for which 1 - u could not be drawn, or u is 0. */
  const asymmetric = (source: Source): number =>
    drawsOf(source).filter((u) => (u * 2 ** 53) % 2 !== 1).length;

  it('1 - u is a number that could be drawn, for every u', () => {
    expect(asymmetric(fillUniforms)).toBe(0);
  });

  it('which is not so where the half step is forgotten', () => {
    expect(asymmetric(faulty((words, odd) => half(words, odd) - 2 ** -53))).toBe(DRAWS);
  });
});
