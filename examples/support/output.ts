import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const directory = new URL('../../tmp/examples/', import.meta.url);

/** Writes a file of an example to `tmp/examples/`, which git ignores; gives its path from the root of the clone. */
export function writeOutput(name: string, content: string | Uint8Array): string {
  mkdirSync(directory, { recursive: true });
  writeFileSync(new URL(name, directory), content);
  return `tmp/examples/${name}`;
}

/** Where {@link writeOutput} puts a file, for tools that want a whole path. */
export function outputPath(name: string): string {
  return fileURLToPath(new URL(name, directory));
}
