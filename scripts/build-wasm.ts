/**
 * Compiles `wasm/loops.ts` by AssemblyScript and writes the binary into `src/blocks/binary.generated.ts`, as text, so
 * that it goes wherever the package goes: through bundlers, into workers, without a file to fetch.
 *
 * Run `npx tsx scripts/build-wasm.ts` after each change of the source; a test holds one to the other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const options: readonly string[] = [
  ...['--enable', 'simd', '--runtime', 'stub', '-O3', '--noAssert'],
  // 16 MB, as `open-loops.ts` has it: memory that never grows never moves.
  ...['--initialMemory', '256', '--maximumMemory', '256'],
];

/** The module, compiled afresh. */
export async function compileLoops(): Promise<Uint8Array> {
  const source = readFileSync(new URL('../wasm/loops.ts', import.meta.url), 'utf8');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['loops.ts', '--outFile', 'loops.wasm', ...options], {
    readFile: (name: string) => (name === 'loops.ts' ? source : null),
    writeFile: (_name: string, contents: Uint8Array | string) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
  });
  if (error !== null || binary === undefined) throw new Error(stderr.toString());
  return binary;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = Buffer.from(await compileLoops()).toString('hex');
  writeFileSync(
    new URL('../src/blocks/binary.generated.ts', import.meta.url),
    `// Written by scripts/build-wasm.ts from wasm/loops.ts: a WebAssembly module in hexadecimal digits.\n` +
      `export const binary: string =\n  '${text}';\n`,
  );
}
