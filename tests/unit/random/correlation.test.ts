import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, isCorrelation, nearestCorrelation } from '../../../src/random/correlation.ts';
import { eigenSymmetric } from '../../../src/random/eigen.ts';
import { type Matrix, maxAbsolute, maxDifference } from '../../../src/random/matrix.ts';

/** Symmetric, 1 on the diagonal, two-digit entries as an analyst writes them: mostly no correlation matrix. */
const written: fc.Arbitrary<number[][]> = fc
  .integer({ min: 1, max: 6 })
  .chain((size) =>
    fc
      .array(fc.integer({ min: -100, max: 100 }), { minLength: size * size, maxLength: size * size })
      .map((entries) =>
        Array.from({ length: size }, (_, i) =>
          Array.from({ length: size }, (_, j) =>
            i === j ? 1 : entries[Math.min(i, j) * size + Math.max(i, j)]! / 100,
          ),
        ),
      ),
  );

/** Correlations of `size` quantities that load on fewer factors: singular where rank < size. */
const singular: fc.Arbitrary<number[][]> = fc
  .record({ size: fc.integer({ min: 2, max: 6 }), rank: fc.integer({ min: 1, max: 3 }) })
  .chain(({ size, rank }) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: rank, maxLength: rank }), {
      minLength: size,
      maxLength: size,
    }),
  )
  .map((loadings) => {
    const unit = loadings.map((row) => row.map((x) => x / Math.hypot(...row)));
    const inner = (a: number[], b: number[]): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
    return unit.map((a, i) => unit.map((b, j) => (i === j ? 1 : i < j ? inner(a, b) : inner(b, a))));
  });

const timesTransposed = (lower: Matrix): number[][] =>
  lower.map((a) => lower.map((b) => a.reduce((sum, x, k) => sum + x * b[k]!, 0)));

const squaredDistance = (a: Matrix, b: Matrix): number =>
  a.reduce((sum, row, i) => sum + row.reduce((s, x, j) => s + (x - b[i]![j]!) ** 2, 0), 0);

describe('eigenSymmetric', () => {
  it('gives orthonormal vectors that make up the matrix again', () => {
    fc.assert(
      fc.property(written, (matrix) => {
        const { values, vectors } = eigenSymmetric(matrix);
        const size = matrix.length;
        const bound = 64 * size * Number.EPSILON * maxAbsolute(matrix);
        const identity = matrix.map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
        expect(maxDifference(timesTransposed(vectors), identity)).toBeLessThan(bound);
        const back = vectors.map((a) =>
          vectors.map((b) => a.reduce((sum, x, k) => sum + x * b[k]! * values[k]!, 0)),
        );
        expect(maxDifference(back, matrix)).toBeLessThan(bound * size);
      }),
    );
  });
});

describe('isCorrelation', () => {
  it('takes singular ones', () => {
    fc.assert(fc.property(singular, (matrix) => isCorrelation(matrix)));
  });

  it.each([
    [
      'an eigenvalue below 0',
      [
        [1, 0.9, 0],
        [0.9, 1, 0.9],
        [0, 0.9, 1],
      ],
    ],
    [
      'an entry above 1',
      [
        [1, 1.01],
        [1.01, 1],
      ],
    ],
    [
      'a diagonal that is not 1',
      [
        [1, 0],
        [0, 2],
      ],
    ],
    [
      'asymmetry',
      [
        [1, 0.5],
        [0.4, 1],
      ],
    ],
    ['a missing row', [[1, 0]]],
    ['a missing entry', [[1, 0], [0]]],
    [
      'NaN',
      [
        [1, Number.NaN],
        [Number.NaN, 1],
      ],
    ],
    ['nothing', []],
  ])('refuses %s', (_, matrix) => {
    expect(isCorrelation(matrix)).toBe(false);
  });
});

describe('nearestCorrelation', () => {
  it('leaves a correlation matrix alone, and copies it', () => {
    const matrix = [
      [1, 0.3],
      [0.3, 1],
    ];
    expect(nearestCorrelation(matrix)).toEqual(matrix);
    expect(nearestCorrelation(matrix)[0]).not.toBe(matrix[0]);
  });

  it('ends at a correlation matrix that can be factored', () => {
    fc.assert(
      fc.property(written, (matrix) => {
        const nearest = nearestCorrelation(matrix);
        expect(isCorrelation(nearest)).toBe(true);
        expect(maxDifference(timesTransposed(cholesky(nearest)), nearest)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is nearest: every step towards another correlation matrix leads away', () => {
    fc.assert(
      fc.property(written, singular, (matrix, other) => {
        fc.pre(matrix.length === other.length);
        const nearest = nearestCorrelation(matrix);
        const step = 1e-3;
        const towards = nearest.map((row, i) => row.map((x, j) => x + step * (other[i]![j]! - x)));
        // The outcome is exact to 1e-10, so the distance to a squared step times that and the size of the entries.
        const slack = 1e-10 * matrix.length ** 2;
        expect(squaredDistance(towards, matrix)).toBeGreaterThan(squaredDistance(nearest, matrix) - slack);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses what is not symmetric', () => {
    expect(() =>
      nearestCorrelation([
        [1, 0.2],
        [0.1, 1],
      ]),
    ).toThrow(RangeError);
    expect(() => nearestCorrelation([])).toThrow('matrix: expected one row or more, received none');
  });
});

describe('cholesky', () => {
  it('is the textbook factor', () => {
    const lower = cholesky([
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ]);
    expect(lower).toEqual([
      [2, 0, 0],
      [6, 1, 0],
      [-8, 5, 3],
    ]);
  });

  it('copes with singular matrices: zero columns, lower triangular, product to rounding', () => {
    expect(
      cholesky([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(
      cholesky([
        [1, -1, 0],
        [-1, 1, 0],
        [0, 0, 1],
      ]),
    ).toEqual([
      [1, 0, 0],
      [-1, 0, 0],
      [0, 0, 1],
    ]);
    fc.assert(
      fc.property(singular, (matrix) => {
        const lower = cholesky(matrix);
        expect(lower.every((row, i) => row.every((x, j) => (j > i ? x === 0 : Number.isFinite(x))))).toBe(
          true,
        );
        // A left-out pivot of rounding size costs at most its root.
        const bound = 2 * Math.sqrt(8 * matrix.length * Number.EPSILON);
        expect(maxDifference(timesTransposed(lower), matrix)).toBeLessThan(bound);
      }),
    );
  });

  it.each([
    [
      'a negative pivot',
      [
        [1, 2],
        [2, 1],
      ],
    ],
    [
      'a zero pivot with a column',
      [
        [0, 1],
        [1, 0],
      ],
    ],
    [
      'a zero pivot with a column below',
      [
        [1, 1, 0],
        [1, 1, 0.5],
        [0, 0.5, 1],
      ],
    ],
  ])('refuses %s', (_, matrix) => {
    expect(() => cholesky(matrix)).toThrow('matrix: expected a positive semidefinite matrix');
  });
});
