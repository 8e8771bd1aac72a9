// Made by scripts/sobol-directions.py with SciPy 1.17.1: change that, not this.

/** Dimensions for which there are direction numbers, the first (which needs none) included. */
export const DIMENSIONS = 37;

/**
 * Initial direction numbers of new-joe-kuo-6.21201, dimension by dimension from the second: of the k-th, which is odd and
 * below 2^k, the k - 1 bits above the lowest, the lower first; six bits to a character, of code 48 and up.
 *
 * Source: Joe and Kuo (2008), SIAM Journal on Scientific Computing 30; https://web.maths.unsw.edu.au/~fkuo/sobol/.
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe; BSD licence of three clauses.
 */
export const directions: string =
  '3DZY@:a=90TZj77<^ZRK<n8b=6EjOgcl]M4UWhG9`dRYHMDkOHCZGCH4]Q4`UUj4I7Em2fN\\>BRX5YFXQ7hk==?fD\\Q0';
