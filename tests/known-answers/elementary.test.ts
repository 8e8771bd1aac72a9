import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { erf, erfc } from '../../src/elementary/erfc.ts';
import { exp } from '../../src/elementary/exp.ts';
import { exp2 } from '../../src/elementary/exp2.ts';
import { expm1 } from '../../src/elementary/expm1.ts';
import { log } from '../../src/elementary/log.ts';
import { logGamma } from '../../src/elementary/log-gamma.ts';
import { log1p } from '../../src/elementary/log1p.ts';
import { pow } from '../../src/elementary/pow.ts';

/** Each function with the error its documentation allows, in units of the last place of the right answer. */
const functions: Readonly<Record<string, readonly [(...x: number[]) => number, number]>> = {
  exp: [(x) => exp(x!), 1],
  expm1: [(x) => expm1(x!), 1],
  log: [(x) => log(x!), 1],
  log1p: [(x) => log1p(x!), 1],
  exp2: [(x) => exp2(x!), 1],
  pow: [(x, y) => pow(x!, y!), 1],
  erfc: [(x) => erfc(x!), 4],
  erf: [(x) => erf(x!), 2],
  logGamma: [(x) => logGamma(x!), 8],
};

/** Made by elementary.py with mpmath, in 60 digits, rounded to the nearest number. */
const lines = readFileSync(new URL('./elementary.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const rows = lines.map((line) => {
  const [name = '', x = '', value = ''] = line.split('\t');
  return { name, x: x.split(',').map(Number), value: Number(value) };
});

describe('elementary functions, against mpmath', () => {
  it.each(Object.entries(functions))('%s', (name, [evaluate, allowed]) => {
    const mine = rows.filter((row) => row.name === name);
    expect(mine.length).toBeGreaterThanOrEqual(150);
    for (const { x, value } of mine) {
      const error = Math.abs(evaluate(...x) - value) / unitOfLastPlace(value);
      expect(error, `${name}(${x.join(', ')}) is ${evaluate(...x)}, not ${value}`).toBeLessThanOrEqual(
        allowed,
      );
    }
  });
});

function unitOfLastPlace(x: number): number {
  const parts = new BigInt64Array(1);
  const number = new Float64Array(parts.buffer);
  number[0] = Math.abs(x);
  parts[0]! += 1n;
  return number[0]! - Math.abs(x);
}
