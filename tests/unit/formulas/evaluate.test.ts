import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp } from '../../../src/elementary/exp.ts';
import { log } from '../../../src/elementary/log.ts';
import { pow } from '../../../src/elementary/pow.ts';
import { measures } from '../../../src/engine/measures.ts';
import type { Measure } from '../../../src/engine/types.ts';
import { evaluate } from '../../../src/formulas/evaluate.ts';
import { checkFormula } from '../../../src/formulas/index.ts';
import { expectFormula, parseFormula } from '../../../src/formulas/parse-formula.ts';

const columns = (values: Partial<Record<Measure, readonly number[]>>): Map<Measure, Float64Array> =>
  new Map(Object.entries(values).map(([name, list]) => [name as Measure, Float64Array.from(list)]));

/** The value of a formula where a handful of measures have one value each; null where it is not finite. */
const resultOf = (text: string, given: Partial<Record<Measure, number>> = {}): number | null => {
  const all = { arrivals: 3, baseline: 4, blocked: 0, ...given };
  const lists = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));
  return evaluate(expectFormula(text).tree, columns(lists), 1)?.[0] ?? null;
};

describe('works out', () => {
  test.each<[string, number | null]>([
    ['1 - 2 - arrivals', -4],
    ['2 * arrivals + 12 / baseline / 3', 7],
    ['2 + arrivals * 4', 14],
    ['-arrivals ^ 2', -9],
    ['2 ^ arrivals ^ 0', 2],
    ['arrivals * - 2', -6],
    ['+arrivals', 3],
    ['arrivals < baseline', 1],
    ['arrivals + 1 <= baseline', 1],
    ['arrivals > baseline', 0],
    ['arrivals >= 3', 1],
    ['arrivals == 3', 1],
    ['arrivals == 3 + 1e-15', 0],
    ['arrivals != 3', 0],
    ['arrivals > 2 ? 10 : 20', 10],
    ['blocked ? 10 : arrivals ? 20 : 30', 20],
    ['if(blocked, 1, 2)', 2],
    ['min(arrivals, 7, 2)', 2],
    ['max(arrivals, 7, 2)', 7],
    ['min(arrivals)', 3],
    ['abs(-arrivals)', 3],
    ['sqrt(baseline)', 2],
    ['exp(arrivals)', exp(3)],
    ['log(arrivals)', log(3)],
    ['arrivals ^ 0.3', pow(3, 0.3)],
    ['arrivals\n+\r\n\tbaseline', 7],
    ['arrivals * .5e1', 15],
  ])('%s = %d', (text, value) => {
    expect(resultOf(text)).toBe(value);
  });

  test.each([
    'arrivals / blocked',
    'blocked / blocked',
    '1 / (arrivals / blocked)',
    'arrivals / blocked > 2',
    'min(arrivals, 1 / blocked)',
    'if(1 / blocked, 1, 2)',
    '(1 / blocked) ^ 0',
    'blocked ^ -1',
    'exp(log(blocked))',
    'sqrt(-arrivals)',
    'exp(1000 * arrivals)',
  ])('nothing where it is not defined: %s', (text) => {
    expect(resultOf(text)).toBeNull();
  });

  test('a choice does without what it does not choose', () => {
    expect(resultOf('if(blocked > 0, arrivals / blocked, 7)')).toBe(7);
    expect(resultOf('blocked == 0 ? 7 : arrivals / blocked')).toBe(7);
  });

  test('every draw of several blocks, and nothing where one of them is not finite', () => {
    const arrivals = Array.from({ length: 2500 }, (_, i) => i + 1);
    const given = columns({ arrivals, blocked: arrivals.map((_, i) => (i === 2400 ? 0 : 1)) });
    const { tree } = expectFormula('7 / arrivals - min(arrivals, 1000)');
    expect(evaluate(tree, given, 2500)).toEqual(
      Float64Array.from(arrivals, (x) => 7 / x - Math.min(x, 1000)),
    );
    expect(evaluate(expectFormula('arrivals / blocked').tree, given, 2500)).toBeNull();
    expect(given.get('arrivals')).toEqual(Float64Array.from(arrivals));
  });
});

/** A formula with the value that it should have, worked out beside it; every operation is within parentheses. */
interface Pair {
  readonly text: string;
  readonly value: number;
}
const held = { arrivals: 3.5, baseline: -2.25, blocked: 0 };
const compared = (holds: (a: number, b: number) => boolean) => (a: number, b: number) =>
  Number.isNaN(a) || Number.isNaN(b) ? NaN : Number(holds(a, b));
const binaries: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? NaN : a / b),
  '<': compared((a, b) => a < b),
  '>=': compared((a, b) => a >= b),
  '==': compared((a, b) => a === b),
};
const { pair } = fc.letrec<{ pair: Pair }>((tie) => ({
  pair: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom(...Object.entries(held)).map(([text, value]) => ({ text, value })),
    fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => ({ text: String(value), value })),
    fc.tuple(tie('pair'), fc.constantFrom(...Object.keys(binaries)), tie('pair')).map(([a, sign, b]) => ({
      text: `(${a.text} ${sign}${b.text})`,
      value: binaries[sign]!(a.value, b.value),
    })),
    tie('pair').map(({ text, value }) => ({ text: `(-${text})`, value: -value })),
    fc
      .tuple(tie('pair'), tie('pair'))
      .map(([a, b]) => ({ text: `max(${a.text},${b.text})`, value: Math.max(a.value, b.value) })),
    fc.tuple(tie('pair'), tie('pair'), tie('pair')).map(([c, a, b]) => ({
      text: `(${c.text} ? ${a.text} : ${b.text})`,
      value: Number.isNaN(c.value) ? NaN : c.value !== 0 ? a.value : b.value,
    })),
  ),
}));

test('any formula has the value that its parts say', () => {
  fc.assert(
    fc.property(pair, ({ text, value }) => {
      const whole = `${text} + 0 * arrivals`;
      fc.pre(whole.length <= 2000);
      expect(resultOf(whole, held)).toBe(Number.isFinite(value) ? value + 0 * held.arrivals : null);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test('any text is a formula or refused with a place within it, and nothing else happens', () => {
  const pieces = [
    ...Object.keys(measures).slice(0, 5),
    ...'+ - * / ^ < <= > >= == != ? : ( ) , . = [ ] { } ; " # ! % 1 2.5 .5 1e3 if min max abs import f mod'.split(
      ' ',
    ),
    ' ',
    '\n',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((list) => list.join('')),
    fc.array(fc.constantFrom(...pieces.slice(0, 25)), { maxLength: 8 }).map((list) => list.join(' ')),
  );
  let accepted = 0;
  fc.assert(
    fc.property(text, (formula) => {
      const check = checkFormula(formula);
      if (check.ok) {
        accepted += 1;
        const parsed = parseFormula(formula);
        if (!('tree' in parsed)) throw new Error('read twice, refused once');
        const value = evaluate(
          parsed.tree,
          columns(Object.fromEntries(check.measures.map((m) => [m, [2]]))),
          1,
        );
        expect(value === null || Number.isFinite(value[0])).toBe(true);
        return;
      }
      expect(check.issues.length).toBeGreaterThan(0);
      for (const { at, message } of check.issues) {
        expect(at).toBeGreaterThanOrEqual(1);
        expect(at).toBeLessThanOrEqual(formula.length + 1);
        expect(message).toContain(`at character ${at}`);
      }
    }),
    { numRuns: 1500, seed: 1 },
  );
  expect(accepted).toBeGreaterThan(15);
});

test('as long a text as there may be is read, however it nests', () => {
  for (const text of [
    `${'-'.repeat(1992)}arrivals`,
    `arrivals${'+1'.repeat(996)}`,
    `arrivals${'^1'.repeat(996)}`,
    `arrivals${'?1:1'.repeat(498)}`,
    `${'1?'.repeat(660)}arrivals${':1'.repeat(330)}`,
    `${'1?'.repeat(497)}arrivals${':1'.repeat(497)}`,
  ]) {
    expect(text.length).toBeLessThanOrEqual(2000);
    const parsed = parseFormula(text);
    if ('tree' in parsed) expect(evaluate(parsed.tree, columns({ arrivals: [1] }), 1)).toHaveLength(1);
    else expect(parsed[0]!.message).toContain('expected');
  }
});
