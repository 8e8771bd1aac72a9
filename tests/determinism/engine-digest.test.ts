import { constants, createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { read } from '../support/repository.ts';
import { runBattery } from './battery.ts';
import { Digest } from './digest.ts';
import { bundleEngineProgram } from './engine-bundle.ts';

const recorded = (): Record<string, string> => JSON.parse(read('tests/golden/digests.json'));

test('this engine gives the bits on record (npm run golden:refresh records new ones)', () => {
  expect(runBattery()).toEqual(recorded());
});

test('so does a context with nothing but the language in it', async () => {
  // An ordinary global object: one with interceptors is ten times slower.
  const context = createContext(constants.DONT_CONTEXTIFY);
  runInContext('delete globalThis.console; delete globalThis.WebAssembly;', context);
  runInContext(await bundleEngineProgram(), context);
  expect(JSON.parse(runInContext('answer', context)).sections).toEqual(recorded());
});

describe('a digest', () => {
  const of = (...values: number[]): string => new Digest().numbers(values).hex();

  test('sees the last bit, the order, the sign of zero and a number more', () => {
    const values = [[0.1, 0.2], [0.1 + 2 ** -56, 0.2], [0.2, 0.1], [0.1, 0.2, 0], [0.1, 0.2, -0], [0.1], []];
    expect(new Set(values.map((row) => of(...row))).size).toBe(values.length);
  });

  test('sees keys, texts and numbers of plain data', () => {
    const values = [{ a: 1 }, { b: 1 }, { a: '1' }, { a: [1] }, { a: null }, {}];
    expect(new Set(values.map((value) => new Digest().data(value).hex())).size).toBe(values.length);
  });
});
