// Writes what the programs of the documents print into the documents: npm run docs:refresh.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, root } from '../support/repository.ts';
import { programsOf, writtenDocuments } from './documents.ts';
import { runPrograms } from './run-programs.ts';

for (const document of writtenDocuments()) {
  const programs = programsOf(document);
  if (programs.length === 0) continue;
  const outcomes = await runPrograms(programs);
  for (const { failure } of outcomes) {
    if (failure === null) continue;
    console.error(`${document.path}: ${failure}`);
    process.exitCode = 1;
  }
  const stale = outcomes
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ expected, printed }) => expected !== printed)
    .sort((a, b) => b.corrected.from - a.corrected.from);
  if (stale.length === 0) continue;
  const lines = read(document.path).split('\n');
  for (const { corrected } of stale) {
    const prefix = document.lines[corrected.from]!.prefix;
    lines.splice(
      corrected.from,
      corrected.to - corrected.from,
      ...corrected.lines.map((line) => prefix + line),
    );
  }
  writeFileSync(join(root, document.path), lines.join('\n'));
  console.log(`${document.path}: ${stale.length} refreshed`);
}
