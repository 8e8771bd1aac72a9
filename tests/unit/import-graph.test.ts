import { describe, expect, test } from 'vitest';
import { checkSources } from '../support/import-graph.ts';
import { filesBelow, manifest, read } from '../support/repository.ts';

const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

test('src keeps the order of its rooms and is free of clock, chance, locale and engine-bound arithmetic', () => {
  const paths = filesBelow('src').filter((path) => path.endsWith('.ts'));
  expect(paths).toContain('src/errors.ts');
  expect(checkSources(new Map(paths.map((path) => [path, read(path)])), dependencies)).toEqual([]);
});

describe('the check sees', () => {
  const check = (files: Record<string, string>): string[] =>
    checkSources(new Map(Object.entries(files)), ['valibot', 'mathjs', 'seedrandom']);

  test('nothing wrong where nothing is', () => {
    const files = {
      'src/errors.ts': 'export const a = Math.sqrt(2); // Math.exp, Date and ** in a comment are harmless',
      'src/engine/plan.ts':
        "import { a } from '../errors.ts'; export const text = `Date Math.exp`; export { a };",
      'src/random/key.ts': "import seedrandom from 'seedrandom'; export const key = { Date: seedrandom };",
      'src/node/files.ts':
        "import { readFile } from 'node:fs/promises'; export const t = performance.now(); export { readFile };",
      'src/formulas/parse.ts': "import { parse } from 'mathjs/number'; export { parse };",
      'src/index.ts': "export { text } from './engine/plan.ts';",
    };
    expect(check(files)).toEqual([]);
  });

  test.each([
    [
      "import type { Run } from '../engine/types.ts';",
      'src/demand/bookings.ts',
      'back edge from demand to engine',
    ],
    ["export * from '../index.ts';", 'src/engine/simulate.ts', 'back edge from engine to index'],
    ["import { a } from './gone.ts';", 'src/engine/plan.ts', 'no such file'],
    ["import { a } from '../engine/types';", 'src/projections/rows.ts', 'not a .ts file'],
    ["import json from '../../package.json';", 'src/engine/version.ts', 'outside src'],
    ["import { hostname } from 'node:os';", 'src/engine/plan.ts', 'only node, web, cluster may'],
    ["const os = await import('node:os');", 'src/engine/plan.ts', 'only node, web, cluster may'],
    ["import { readFileSync } from 'fs';", 'src/node/files.ts', 'not among the dependencies'],
    ["import lodash from 'lodash';", 'src/engine/plan.ts', 'not among the dependencies'],
    ["import { x } from '@scope/name/sub';", 'src/engine/plan.ts', 'not among the dependencies'],
    [
      "import { create } from 'mathjs';",
      'src/engine/plan.ts',
      'only src/formulas/, src/economy/, src/calibration/ may',
    ],
    ["import seedrandom from 'seedrandom';", 'src/random/stream.ts', 'only src/random/key.ts'],
    ['', 'src/utils/odds.ts', 'the room has no place in the order of rooms'],
    ['export const x = Math.random();', 'src/engine/plan.ts', 'plan.ts:1 uses Math.random'],
    ['export const x =\n  Math.exp(1);', 'src/engine/plan.ts', 'plan.ts:2 uses Math.exp'],
    ['const { pow } = Math; export { pow };', 'src/engine/plan.ts', 'uses Math as a value'],
    ["export const x = Math['exp'](1);", 'src/engine/plan.ts', 'uses Math as a value'],
    ['export const x = 2 ** 0.5;', 'src/engine/plan.ts', 'uses **'],
    ['let x = 2; x **= 2; export { x };', 'src/engine/plan.ts', 'uses **'],
    ['export const now = Date.now();', 'src/engine/plan.ts', 'uses Date'],
    ['export const now = new Date(0);', 'src/engine/plan.ts', 'uses Date'],
    ['export const now = Date.now();', 'src/node/threads.ts', 'uses Date'],
    ['export const t = performance.now();', 'src/workers/progress.ts', 'uses performance'],
    ['export const t = performance.now();', 'src/engine/plan.ts', 'uses performance'],
    ["export const order = 'a'.localeCompare('b');", 'src/engine/plan.ts', 'uses localeCompare'],
  ])('%s in %s', (text, path, complaint) => {
    const others = { 'src/engine/types.ts': '', 'src/index.ts': '' };
    const problems = check({ ...others, [path]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(complaint);
  });

  test('circles of files and of rooms', () => {
    const within = {
      'src/engine/a.ts': "import './b.ts';",
      'src/engine/b.ts': "import './c.ts';",
      'src/engine/c.ts': "import './a.ts';",
    };
    expect(check(within)).toEqual([
      'circle of files: src/engine/a.ts -> src/engine/b.ts -> src/engine/c.ts -> src/engine/a.ts',
    ]);
    const between = {
      'src/random/a.ts': "import '../statistics/b.ts';",
      'src/random/c.ts': '',
      'src/statistics/b.ts': '',
      'src/statistics/d.ts': "import '../random/c.ts';",
    };
    expect(check(between)).toEqual(['circle of rooms: random -> statistics -> random']);
  });
});
