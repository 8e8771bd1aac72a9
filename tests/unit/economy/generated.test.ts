import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { economyModules } from '../../../scripts/data/economy.ts';
import { economyAssumptions, japan2015 } from '../../../src/economy/index.ts';
import { filesBelow, read } from '../../support/repository.ts';

test('the generated module is what data/io gives', () => {
  for (const [path, text] of economyModules()) {
    expect(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8') === text, path).toBe(true);
  }
});

test('no figure of data/io is recalled, and none names a path', () => {
  for (const path of filesBelow('data/io')) {
    expect(/recalled|from memory|research\/|\/(home|work|build|tmp)\//.exec(read(path))?.[0], path).toBe(
      undefined,
    );
  }
});

test('two job concepts: the survey counts all persons, and the two differ by up to two times', () => {
  const { jobs, output, sectors } = japan2015().table;
  const survey = jobs!['labour-force-survey']!;
  // 63.09 million, less what rounding to whole persons in 25 sectors can move.
  expect(Math.abs(survey.reduce((sum, persons) => sum + persons, 0) - 63_090_000)).toBeLessThan(13);
  const perBillion = (concept: string, sector: string): number => {
    const j = sectors.indexOf(sector);
    return jobs![concept]![j]! / output[j]!;
  };
  // By hand: 591,000 / 2,790 in restaurants; 3.77 million / 32,630.2 in accommodation, food and drink services.
  expect(perBillion('ripple-effect', 'fds')).toBeCloseTo(211.8, 1);
  expect(perBillion('labour-force-survey', 'fds')).toBeCloseTo(115.5, 1);
  expect(perBillion('ripple-effect', 'whs')).toBeCloseTo((3990 - 2640) / (46.7 - 22.7), 0);
});

test('every uncertain input of the bundled economy has its source', () => {
  const rows = economyAssumptions({ economy: { kind: 'japan-2015' } });
  expect(rows.filter(({ lower, upper, source }) => lower < upper && source === '')).toEqual([]);
  expect(rows.filter(({ name }) => name.endsWith('/*')).map(({ name }) => name)).toEqual([
    'economy/inputs/*',
    'economy/imports/*',
  ]);
});
