"""Writes src/random/sobol-directions.generated.ts from the copy of new-joe-kuo-6.21201 that SciPy carries.

Run with any Python that has SciPy 1.7 or later: python3 scripts/sobol-directions.py

Only the initial direction numbers are kept. The polynomials need no place: those of new-joe-kuo-6 are all
primitive polynomials in order of degree and coefficients, which is checked here.
"""

import pathlib

import numpy
import scipy
import scipy.stats

LARGEST_DEGREE = 7


def is_primitive(polynomial, degree):
    value, order = 2 if degree > 1 else 1, 1
    if degree == 1:
        return polynomial == 3
    while value != 1:
        value <<= 1
        if value >> degree:
            value ^= polynomial
        order += 1
        if order > 2**degree or value == 0:
            return False
    return order == 2**degree - 1


path = pathlib.Path(scipy.stats.__file__).parent / "_sobol_direction_numbers.npz"
table = numpy.load(path)
polynomials, initial = table["poly"], table["vinit"]

expected = [
    polynomial
    for degree in range(1, LARGEST_DEGREE + 1)
    for polynomial in range(2**degree + 1, 2 ** (degree + 1), 2)
    if is_primitive(polynomial, degree)
]
dimensions = len(expected) + 1
assert expected == [int(p) for p in polynomials[1:dimensions]]

bits = []
for dimension in range(1, dimensions):
    degree = int(polynomials[dimension]).bit_length() - 1
    for k in range(degree):
        number = int(initial[dimension][k])
        assert number % 2 == 1 and number < 2 ** (k + 1)
        bits += [(number >> shift) & 1 for shift in range(1, k + 1)]
bits += [0] * (-len(bits) % 6)
codes = [sum(bit << i for i, bit in enumerate(bits[at : at + 6])) for at in range(0, len(bits), 6)]
text = "".join(chr(48 + code) for code in codes).replace("\\", "\\\\")

target = pathlib.Path(__file__).parent.parent / "src/random/sobol-directions.generated.ts"
target.write_text(
    f"""// Made by scripts/sobol-directions.py with SciPy {scipy.__version__}: change that, not this.

/** Dimensions for which there are direction numbers, the first (which needs none) included. */
export const DIMENSIONS = {dimensions};

/**
 * Initial direction numbers of new-joe-kuo-6.21201, dimension by dimension from the second: of the k-th, which is odd and
 * below 2^k, the k - 1 bits above the lowest, the lower first; six bits to a character, of code 48 and up.
 *
 * Source: Joe and Kuo (2008), SIAM Journal on Scientific Computing 30; https://web.maths.unsw.edu.au/~fkuo/sobol/.
 * Copyright (c) 2008, Frances Y. Kuo and Stephen Joe; BSD licence of three clauses.
 */
export const directions: string =
  '{text}';
"""
)
print(dimensions, "dimensions,", len(codes), "characters")
