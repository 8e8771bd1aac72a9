import { build } from 'esbuild';
import { root } from '../support/repository.ts';

/** The engine program as one file of plain JavaScript: nothing of Node, nothing of a browser. */
export async function bundleEngineProgram(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/tests/determinism/engine-program.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}
