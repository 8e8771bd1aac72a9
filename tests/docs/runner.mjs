// Runs modules one after the other and writes what each part of them printed: node runner.mjs <list> <answers>.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';

const [, , list, answers] = process.argv;
const printed = {};
const failures = {};
let place = '';

process.stdout.write = (chunk) => {
  printed[place] = (printed[place] ?? '') + chunk;
  return true;
};
globalThis.__at = (id) => {
  place = id;
};
globalThis.__show = (value) => {
  console.log(inspect(value, { breakLength: Number.POSITIVE_INFINITY }));
};

for (const { id, file } of JSON.parse(readFileSync(list, 'utf8'))) {
  place = id;
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    failures[id] = `${error instanceof Error ? error.stack : error}`;
  }
}
writeFileSync(answers, JSON.stringify({ printed, failures }));
process.exit(0);
