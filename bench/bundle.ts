import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const directory: string = fileURLToPath(new URL('../tmp/bench/', import.meta.url));
const file = `${directory}internals.js`;

mkdirSync(directory, { recursive: true });
await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: ['bench/internals.ts'],
  outfile: file,
  bundle: true,
  packages: 'external',
  format: 'esm',
  target: 'es2022',
});

export const bundleUrl: string = pathToFileURL(file).href;

/** The internals compiled as they ship, in one file: no loader between them and the engine. */
export const internals: typeof import('./internals.ts') = await import(bundleUrl);

/** Source file, such as `src/engine/kernel.ts`, of each line of the bundle: it marks where each begins. */
export const sourceOfLine: readonly string[] = (() => {
  let source = '';
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => {
      source = /^\/\/ (src\/\S+\.ts)$/.exec(line)?.[1] ?? source;
      return source;
    });
})();
