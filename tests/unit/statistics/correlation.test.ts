import fc from 'fast-check';
import { sampleCorrelation, sampleCovariance } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { correlation, covariance, rankCorrelation } from '../../../src/statistics/correlation.ts';
import { ranks } from '../../../src/statistics/ranks.ts';

const pairs = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
  minLength: 2,
  maxLength: 30,
});
const column = (rows: readonly (readonly number[])[], k: number): Float64Array =>
  Float64Array.from(rows, (row) => row[k]!);
const varies = (values: Float64Array): boolean => values.some((value) => value !== values[0]);

describe('ranks', () => {
  it('count the smaller ones, and half of the equal others', () => {
    expect([...ranks(Float64Array.of(20, 10, 20))]).toEqual([2.5, 1, 2.5]);
    fc.assert(
      fc.property(pairs, (rows) => {
        const values = column(rows, 0);
        const counted = values.map((x) => {
          const smaller = values.filter((y) => y < x).length;
          const equal = values.filter((y) => y === x).length;
          return smaller + (equal + 1) / 2;
        });
        expect(ranks(values)).toEqual(counted);
      }),
    );
  });
});

describe('covariance and correlation', () => {
  it('agree with simple-statistics', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [a, b] = [column(rows, 0), column(rows, 1)];
        expect(covariance(a, b)).toBeCloseTo(sampleCovariance([...a], [...b]), 10);
        fc.pre(varies(a) && varies(b));
        expect(correlation(a, b)).toBeCloseTo(sampleCorrelation([...a], [...b]), 10);
      }),
    );
  });

  it('stand beyond neither 1 nor -1 on a line, and nowhere on a constant', () => {
    const a = Float64Array.of(0.1, 0.2, 0.4, 0.7);
    expect(correlation(a, a)).toBe(1);
    expect(
      correlation(
        a,
        a.map((x) => 5 - 3 * x),
      ),
    ).toBeCloseTo(-1, 14);
    expect(
      correlation(
        a,
        a.map(() => 2),
      ),
    ).toBeNaN();
  });

  it('of ranks, see order alone', () => {
    const a = Float64Array.of(3, -1, 2, 8);
    expect(
      rankCorrelation(
        a,
        a.map((x) => x ** 3),
      ),
    ).toBe(1);
    // One exchange of neighbours among four: 1 - 6 x 2 / (4 x 15).
    expect(rankCorrelation(a, Float64Array.of(2, -1, 3, 8))).toBeCloseTo(0.8, 14);
  });

  it('refuse samples of different lengths', () => {
    expect(() => covariance(Float64Array.of(1), Float64Array.of(1, 2))).toThrow(
      new RangeError('a, b: expected two samples of one length, received 1 and 2'),
    );
  });
});
