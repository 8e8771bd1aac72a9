// Records what the examples print and the digests of the engine battery: npm run golden:refresh.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runBattery } from '../determinism/battery.ts';
import { filesBelow, root } from '../support/repository.ts';
import { numberedExamples, recordOf, runExample } from './run-example.ts';

function record(path: string, text: string): void {
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  writeFileSync(file, text);
  console.log(`${path}: recorded`);
}

const records = new Set(numberedExamples().map(recordOf));
for (const path of filesBelow('tests/golden')) {
  if (path.endsWith('.txt') && !records.has(path)) rmSync(join(root, path));
}
for (const example of numberedExamples()) record(recordOf(example), await runExample(example));
record('tests/golden/digests.json', `${JSON.stringify(runBattery(), null, 2)}\n`);
