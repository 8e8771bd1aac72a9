"""Writes sobol.tsv: points of the Sobol' sequence by SciPy, which uses new-joe-kuo-6.21201 (Joe and Kuo 2008)."""

import pathlib

from scipy.stats import qmc

points = qmc.Sobol(37, scramble=False, bits=32).random(1024)
rows = ["point\tdimension\tvalue"]
for point in (1, 2, 3, 5, 17, 100, 511, 1000, 1023):
    for dimension in (0, 1, 2, 3, 4, 5, 7, 11, 13, 18, 21, 30, 36):
        rows.append(f"{point}\t{dimension}\t{points[point, dimension]!r}".replace("np.float64(", "").replace(")", ""))
(pathlib.Path(__file__).parent / "sobol.tsv").write_text("\n".join(rows) + "\n")
