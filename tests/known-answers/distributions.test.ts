import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mean, variance } from '../../src/distributions/moments.ts';
import { normalQuantile } from '../../src/distributions/normal.ts';
import { prepareQuantile, quantile } from '../../src/distributions/quantile.ts';
import type { Distribution } from '../../src/distributions/types.ts';

/** Quantiles hold to this share of max(|x|, sd); moments of truncated laws, which are integrated, to this share of the sd. */
const TOLERANCE = 1e-12;

interface Row {
  readonly distribution: Distribution;
  readonly quantiles: { readonly p: number; readonly x: number }[];
  mean: number;
  variance: number;
}

/** Made by distributions.py with mpmath, in 40 digits, of which 20 are printed. */
function readTable(): Row[] {
  const rows = new Map<string, Row>();
  const text = readFileSync(new URL('./distributions.tsv', import.meta.url), 'utf8');
  for (const line of text.trimEnd().split('\n')) {
    const [name = '', what = '', value = ''] = line.split('\t');
    const row: Row = rows.get(name) ?? {
      distribution: JSON.parse(name),
      quantiles: [],
      mean: NaN,
      variance: NaN,
    };
    rows.set(name, row);
    if (what === 'mean' || what === 'variance') row[what] = Number(value);
    else row.quantiles.push({ p: Number(what), x: Number(value) });
  }
  return [...rows.values()];
}

const table = readTable();

describe('against mpmath', () => {
  test.each(table.map((row) => [JSON.stringify(row.distribution), row] as const))('%s', (_, row) => {
    const sd = Math.sqrt(row.variance);
    const prepared = prepareQuantile(row.distribution);
    for (const { p, x } of row.quantiles) {
      const error = Math.abs(quantile(row.distribution, p) - x) / Math.max(Math.abs(x), sd);
      expect(error, `p = ${p}: ${quantile(row.distribution, p)}, not ${x}`).toBeLessThanOrEqual(TOLERANCE);
      expect(prepared(p), `prepared, p = ${p}`).toBe(quantile(row.distribution, p));
    }
    expect(
      Math.abs(mean(row.distribution) - row.mean) / Math.max(Math.abs(row.mean), sd),
    ).toBeLessThanOrEqual(TOLERANCE);
    expect(Math.abs(variance(row.distribution) / row.variance - 1)).toBeLessThanOrEqual(TOLERANCE);
  });
});

/**
 * Quantile functions in 12 printed digits, of textbook parameters: mpmath, 30 digits. Shapes are turned into mean and standard
 * deviation by the families' own formulas.
 */
describe('textbook parameters', () => {
  const levels = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
  const printed: readonly (readonly [string, Distribution, number, number, readonly number[]])[] = [
    [
      'Beta(8, 6)',
      { kind: 'beta', mean: 8 / 14, sd: Math.sqrt(48 / (196 * 15)) },
      0.571428571429,
      0.0163265306122,
      [
        0.272887403748, 0.35479928102, 0.401761372694, 0.483295897282, 0.57492333865, 0.663188558494,
        0.736269743869, 0.776044605789, 0.84118158156,
      ],
    ],
    [
      'Gamma(shape 3, scale 1.5)',
      { kind: 'gamma', mean: 4.5, sd: Math.sqrt(6.75) },
      4.5,
      6.75,
      [
        0.654067747617, 1.22653717075, 1.65309799237, 2.59094912679, 4.01109047059, 5.88060309044,
        7.98348050675, 9.44369043281, 12.6089203723,
      ],
    ],
    [
      'LogNormal(mean 10, sd 6)',
      { kind: 'lognormal', mean: 10, sd: 6 },
      10,
      36,
      [
        2.36045060729, 3.44440086702, 4.21312942202, 5.89927456611, 8.57492925713, 12.4641446911,
        17.4524455338, 21.3475186552, 31.1505826632,
      ],
    ],
    [
      'Triangular(0, .3, 1)',
      { kind: 'triangular', low: 0, mode: 0.3, high: 1 },
      0.433333333333,
      0.0438888888889,
      [
        0.0547722557505, 0.122474487139, 0.173205080757, 0.273861278753, 0.40839202169, 0.581669986733,
        0.735424868894, 0.812917130661, 0.916333997347,
      ],
    ],
    [
      'PERT(0, .3, 1)',
      { kind: 'pert', low: 0, mode: 0.3, high: 1 },
      0.366666666667,
      0.0331746031746,
      [
        0.0439303317112, 0.0957042835292, 0.136199962564, 0.225123204501, 0.350999484949, 0.493170738933,
        0.620754485665, 0.691551017712, 0.805069895893,
      ],
    ],
  ];

  test.each(printed)('%s', (_, distribution, mu, sigma2, quantiles) => {
    quantiles.forEach((x, i) => {
      expect(Math.abs(quantile(distribution, levels[i]!) - x)).toBeLessThanOrEqual(halfUnit(x));
    });
    expect(Math.abs(mean(distribution) - mu)).toBeLessThanOrEqual(halfUnit(mu));
    expect(Math.abs(variance(distribution) - sigma2)).toBeLessThanOrEqual(halfUnit(sigma2));
  });

  test('normal', () => {
    const expected = [
      [1e-10, -6.361340902404057],
      [1e-5, -4.264890793922825],
      [0.025, -1.9599639845400543],
      [0.3, -0.5244005127080408],
      [0.999, 3.0902323061678136],
    ] as const;
    for (const [p, z] of expected) {
      expect(Math.abs(normalQuantile(p) - z) / Math.max(1, Math.abs(z))).toBeLessThanOrEqual(TOLERANCE);
    }
  });
});

/** Half a unit of the twelfth significant digit, and the rounding of the comparison. */
function halfUnit(x: number): number {
  return 0.501 * 10 ** (Math.floor(Math.log10(Math.abs(x))) - 11);
}
