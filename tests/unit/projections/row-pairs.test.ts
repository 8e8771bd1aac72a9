import { expect, it } from 'vitest';
import type { DrawnRow } from '../../../src/engine/types.ts';
import { pairRows } from '../../../src/projections/row-pairs.ts';

function* rowsOf(names: string, log: string[] = []): Generator<DrawnRow> {
  // One buffer for all rows: who keeps a row must copy it.
  const values = new Float64Array(1);
  for (const flow of names) {
    log.push(flow);
    values[0] = flow.charCodeAt(0);
    yield { key: { flow }, values };
  }
}

const keys = (names: string) => Array.from(names, (flow) => ({ flow }));

function paired(base: string, other: string, shared: string, log: string[] = []): string {
  const pairs = pairRows(rowsOf(base), rowsOf(other, log), ['flow'], keys(shared));
  const words: string[] = [];
  for (const pair of pairs) {
    if (pair.in === 'both') expect(pair.other[0]).toBe(pair.base[0]);
    words.push(pair.in === 'both' ? pair.key.flow! : `${pair.in}:${pair.key.flow}`);
    log.push('|');
  }
  return words.join(' ');
}

it('pairs by key, in the order of the base', () => {
  expect(paired('abc', 'abc', 'abc')).toBe('a b c');
  expect(paired('abc', 'cab', 'abc')).toBe('a b c');
});

it('names what only one side has', () => {
  expect(paired('xab', 'aby', 'ab')).toBe('base:x a b other:y');
  expect(paired('a', 'b', '')).toBe('base:a other:b');
});

it('names rows that were to be shared and did not come', () => {
  expect(paired('ab', 'b', 'ab')).toBe('base:a b');
  expect(paired('b', 'ab', 'ab')).toBe('b other:a');
});

it('reads no further ahead than it must', () => {
  const log: string[] = [];
  expect(paired('xabc', 'abyc', 'abc', log)).toBe('base:x a b c other:y');
  expect(log.join('')).toBe('|a|b|yc||');
});
