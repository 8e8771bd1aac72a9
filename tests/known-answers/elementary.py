"""Makes elementary.tsv: elementary functions at binary numbers, in 40 digits, rounded to the nearest binary number.

    /usr/bin/python3 tests/known-answers/elementary.py > tests/known-answers/elementary.tsv

Written against mpmath 1.2.1. Columns: function, arguments (comma), value. Arguments are pinned by the seed.
"""
import random
from mpmath import mp, mpf, erf, erfc, exp, expm1, log, log1p, loggamma

mp.dps = 60
random.seed(20251114)
U = random.uniform


def magnitudes(low, high, n, signed=False):
    return [10 ** U(low, high) * (random.choice((-1, 1)) if signed else 1) for _ in range(n)]


def powers(n):
    rows = []
    while len(rows) < n:
        x = 10 ** U(-300, 300) if len(rows) % 2 else U(0.5, 2)
        rows.append((x, U(-700, 700) / abs(float(log(mpf(x))))))
    return rows + [(2.0, 0.5), (2.0, -1074.0), (10.0, 308.0), (1 + 2.0**-52, 2.0**52), (5e-324, 0.5), (0.99, 70000.0)]


FUNCTIONS = [
    ('exp', exp, [U(-745, 709.7) for _ in range(150)] + [U(-1, 1) for _ in range(100)] + [-745.1, -710.5, -708.4, 709.78, 1e-300]),
    ('expm1', expm1, [U(-40, 700) for _ in range(80)] + [U(-2, 2) for _ in range(200)] + magnitudes(-20, 0, 50, True)),
    ('log', log, magnitudes(-307, 308, 100) + [U(0.5, 2) for _ in range(150)] + [5e-324, 1e-310, 2.3e-308, 1.7976931348623157e308]),
    ('log1p', log1p, magnitudes(-20, 300, 100) + [U(-1, 3) for _ in range(150)] + [-x for x in magnitudes(-20, 0, 50)]),
    ('exp2', lambda x: mpf(2) ** x, [U(-1074, 1023.9) for _ in range(150)] + [U(-1, 1) for _ in range(100)]),
    ('pow', lambda x, y: exp(y * log(x)), powers(300)),
    ('erfc', erfc, [U(-6, 26.5) for _ in range(150)] + [U(-1, 3) for _ in range(150)]),
    ('erf', erf, [U(-6, 6) for _ in range(100)] + magnitudes(-10, 0, 50, True)),
    ('logGamma', loggamma, magnitudes(-10, 12, 100) + [U(0, 12) for _ in range(200)] + [1 + x for x in magnitudes(-8, -1, 30, True)] + [2 + x for x in magnitudes(-8, -1, 30, True)]),
]

for name, function, arguments in FUNCTIONS:
    for argument in arguments:
        row = argument if isinstance(argument, tuple) else (argument,)
        print(f"{name}\t{','.join(map(repr, row))}\t{float(function(*map(mpf, row)))!r}")
