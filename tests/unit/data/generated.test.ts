import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedModules } from '../../../scripts/data/modules.ts';

const root = new URL('../../../', import.meta.url);

test('the generated modules are what data/ gives', () => {
  const modules = generatedModules();
  // Forecasts and episodes come from the scripts of calibration.
  const calibrated = ['baselines.generated.ts', 'episode-records.generated.ts'];
  const found = readdirSync(new URL('src/data/', root)).filter(
    (name) => name.endsWith('.generated.ts') && !calibrated.includes(name),
  );
  expect(found.map((name) => `src/data/${name}`).sort()).toEqual([...modules.keys()].sort());
  for (const [path, text] of modules)
    expect(readFileSync(new URL(path, root), 'utf8') === text, path).toBe(true);
});

test('no file under data/ holds a recalled figure or a path of some machine', () => {
  for (const name of readdirSync(new URL('data/', root))) {
    if (!name.endsWith('.csv')) continue;
    const text = readFileSync(new URL(`data/${name}`, root), 'utf8');
    expect(/recalled|from memory|\/(home|work|build|tmp)\//.exec(text)?.[0], name).toBe(undefined);
  }
});
