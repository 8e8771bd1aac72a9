import { describe, expect, test } from 'vitest';
import { checkFormula } from '../../../src/formulas/index.ts';

/** The issues of a text, each with its place. */
const issues = (formula: string): string[] => {
  const check = checkFormula(formula);
  return check.ok ? [] : check.issues.map(({ at, message }) => `${at}: ${message}`);
};

test('lists the measures of a formula, each once, in their order', () => {
  const text = '(revenueLost - revenueReturned)\n / max(arrivalsLost, 1e0) * if(revenueLost > .5, 1, +2)';
  expect(checkFormula(text)).toEqual({
    ok: true,
    measures: ['revenueLost', 'revenueReturned', 'arrivalsLost'],
  });
  expect(checkFormula('arrivals > 0 ? 1 : -1')).toEqual({ ok: true, measures: ['arrivals'] });
});

describe('says what is wrong, where, and what was meant', () => {
  test.each([
    [
      'revnueLost / arrivals',
      '1: expected a measure, received "revnueLost" at character 1; did you mean "revenueLost"?',
    ],
    [
      'arrivals + mx(1, 2)',
      '12: expected a function (abs, sqrt, exp, log, min, max, if), received "mx" at character 12; did you mean "max"?',
    ],
    [
      '2 arrivals',
      '3: expected an operator such as * between two values, received "arrivals" at character 3',
    ],
    ['2 (arrivals)', '3: expected an operator such as * between two values, received "(" at character 3'],
    [
      'arrivals (2)',
      '1: expected a * between a measure and a parenthesis, received "arrivals" at character 1',
    ],
    ['arrivals + min', '12: expected min(x, y, ...), received "min" at character 12'],
    ['arrivals * abs(1, 2)', '12: expected abs(x), received "2 arguments" at character 12'],
    ['arrivals * min()', '12: expected min(x, y, ...), received "0 arguments" at character 12'],
    ['arrivals + 1e999', '12: expected a finite number, received "1e999" at character 12'],
    ['arrivals +', '11: unexpected end of expression, received the end at character 11'],
    ['(arrivals', '10: parenthesis ) expected, received the end at character 10'],
    ['arrivals, 2', '9: unexpected operator ,, received ", 2" at character 9'],
    [
      '0 < arrivals < 1',
      '1: expected sums, products, comparisons of two values and choices, received "0 < arrivals < 1" at character 1',
    ],
    [
      '2 + (arrivals:3)',
      '6: expected sums, products, comparisons of two values and choices, received "arrivals:3" at character 6',
    ],
    ['1 + 2', '1: expected at least one measure, received "1 + 2" at character 1'],
    ['', '1: expected a formula such as \'revenueLost / arrivalsLost\', received "" at character 1'],
  ])('%s', (text, message) => {
    expect(issues(text)).toEqual([message]);
  });

  test('all of it, in the order of the text', () => {
    expect(issues('arivals + bseline / 2 2').map((text) => text.slice(0, 3))).toEqual(['1: ', '11:', '23:']);
    expect(issues('foo + '.repeat(300))).toHaveLength(10);
  });

  test('also in the form that scenarios have theirs', () => {
    expect(checkFormula('arrivals = 2')).toEqual({
      ok: false,
      issues: [
        {
          code: 'format',
          path: 'formula',
          message:
            'expected numbers, names, parentheses, commas and + - * / ^ < <= > >= == != ? :, received "=" at character 10',
          received: '"="',
          expected: 'numbers, names, parentheses, commas and + - * / ^ < <= > >= == != ? :',
          at: 10,
        },
      ],
    });
  });
});

describe('refuses', () => {
  test.each([
    ['an import', 'import({ arrivals: 1 }, { override: true })', '{'],
    ['a memory bomb', 'zeros(1e5, 1e5) + arrivals', 'zeros'],
    ['another', 'arrivals + (1:99999)', '1:99999'],
    ['an assignment', 'arrivals = 1', '='],
    ['a function of its own', 'f(x) = arrivals', '='],
    ['a property', 'arrivals.constructor', '.'],
    ['a property by its number', 'arrivals .5', '.5'],
    ['an index', 'arrivals["constructor"]', '['],
    ['a text', 'evaluate("1") + arrivals', '"'],
    ['an evaluation', 'evaluate(arrivals)', 'evaluate'],
    ['what every object has', 'constructor + arrivals', 'constructor'],
    ['what no object should have', '__proto__ + arrivals', '_'],
    ['two formulas', 'arrivals; baseline', ';'],
    ['a comment', 'arrivals # 1', '#'],
    ['a factorial', 'arrivals!', '!'],
    ['a percentage', 'arrivals * 5%', '%'],
    ['bits', 'arrivals << 2', 'arrivals << 2'],
    ['a null coalesced', 'arrivals ? ? 2', '? 2'],
    ['words for operators', 'arrivals mod 2', 'mod'],
    ['a unit', 'arrivals to cm', 'to'],
    ['a constant of mathjs', 'arrivals * pi', 'pi'],
    ['what is not a number', 'arrivals + NaN', 'NaN'],
    ['chance', 'random() * arrivals', 'random'],
    ['letters that look alike', 'аrrivals', 'а'],
    ['a half of a pair', 'arrivals + \ud800', '\ud800'],
    ['elementwise products', 'arrivals .* 2', '.'],
  ])('%s', (_, text, received) => {
    const check = checkFormula(text);
    expect(check.ok).toBe(false);
    if (!check.ok)
      expect(check.issues.map((issue) => issue.received ?? '')).toContain(JSON.stringify(received));
  });

  test('texts that are very long or deep, before they are parsed', () => {
    expect(issues(`arrivals${' + arrivals'.repeat(100_000)}`)).toEqual([
      expect.stringMatching(/^2001: expected at most 2000 characters, received .* at character 2001$/),
    ]);
    expect(issues(`${'('.repeat(51)}arrivals${')'.repeat(51)}`)).toEqual([
      '51: expected at most 50 open (, received "(" at character 51',
    ]);
    expect(issues(`${'('.repeat(50)}arrivals${')'.repeat(50)}`)).toEqual([]);
  });

  test('what is no text', () => {
    expect(() => checkFormula(7 as never)).toThrow(
      new TypeError("formula: expected a text such as 'revenueLost / arrivalsLost', received 7"),
    );
  });
});
