import { describe, expect, it } from 'vitest';
import { nearestCorrelation } from '../../src/random/correlation.ts';

describe('nearest correlation matrix', () => {
  it('Higham (2002), section 4: [[1,1,0],[1,1,1],[0,1,1]]', () => {
    const [first, second] = nearestCorrelation([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]);
    expect(Math.abs(first![1]! - 0.76069)).toBeLessThan(0.5e-5);
    expect(Math.abs(second![2]! - 0.76069)).toBeLessThan(0.5e-5);
    expect(Math.abs(first![2]! - 0.157298)).toBeLessThan(0.5e-6);
  });

  it('the same in closed form: by symmetry corner = 2 a² - 1, and a solves 4 a³ - a - 1 = 0', () => {
    const [first] = nearestCorrelation([
      [1, 1, 0],
      [1, 1, 1],
      [0, 1, 1],
    ]);
    const a = first![1]!;
    expect(Math.abs(4 * a ** 3 - a - 1)).toBeLessThan(1e-10);
    expect(Math.abs(first![2]! - (2 * a * a - 1))).toBeLessThan(1e-10);
  });

  it('equal correlations of three below -1/2 go to -1/2: by symmetry the outcome has equal ones, and that is the bound', () => {
    const nearest = nearestCorrelation([
      [1, -0.8, -0.8],
      [-0.8, 1, -0.8],
      [-0.8, -0.8, 1],
    ]);
    for (const [i, row] of nearest.entries()) {
      for (const [j, entry] of row.entries()) {
        expect(Math.abs(entry - (i === j ? 1 : -0.5))).toBeLessThan(1e-10);
      }
    }
  });
});
