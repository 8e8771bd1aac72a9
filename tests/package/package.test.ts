import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, createContext, runInContext } from 'node:vm';
import type { BuildOptions } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleCode, sizeOf } from '../support/bundle-code.ts';
import { entryPoints, manifest, root } from '../support/repository.ts';
import { type Packed, packPackage, readInstalled, runInProject } from './packed.ts';

let packed: Packed;
beforeAll(() => {
  packed = packPackage();
  return () => rmSync(packed.project, { recursive: true });
});

const bundle = (code: string, options: BuildOptions = {}): ReturnType<typeof bundleCode> =>
  bundleCode(code, packed.project, options);

const specifiers = Object.keys(entryPoints()).map((subpath) => manifest.name + subpath.slice(1));
const neutral = specifiers.filter((specifier) => !/\/(node|web|cluster)$/.test(specifier));

/** A scenario small enough to write here, run through the whole package. */
const scenario = {
  prices: { currency: 'JPY', year: 2024 },
  calendar: { start: '2025-11-01', months: 3 },
  flows: [
    {
      id: 'group',
      origin: 'CHN',
      destination: 'JPN',
      baseline: { kind: 'monthly', arrivals: [100_000, 110_000, 120_000] },
      leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 30 }] },
      spend: { kind: 'gamma', mean: 250_000, sd: 40_000 },
    },
  ],
  advisories: [
    {
      id: 'advice',
      onset: { date: '2025-11-14' },
      duration: { kind: 'lognormal', mean: 120, sd: 60 },
      effects: [
        {
          id: 'all',
          on: {},
          suppression: { kind: 'beta', mean: 0.6, sd: 0.1 },
          cancellation: { kind: 'beta', mean: 0.5, sd: 0.1 },
          halfLives: { awareness: 3, cancelling: 5, recovery: 60 },
        },
      ],
    },
  ],
};
const use = `
  const run = simulate({ scenario: ${JSON.stringify(scenario)}, seed: 'package', draws: 64 });
  const { rows } = projectRevenue({ run });
  answer(JSON.stringify(rows[0]));
`;

describe('the tarball', () => {
  test('holds the build, the schema and the papers, and nothing else', () => {
    const expected =
      /^(dist\/[\w./-]+\.(js|d\.ts)|schema\.json|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
    expect(packed.files.filter((path) => !expected.test(path))).toEqual([]);
    for (const path of ['LICENSE', 'README.md', 'CHANGELOG.md', 'schema.json'])
      expect(packed.files).toContain(path);
  });

  test('names no path of the machine it was built on', () => {
    const telling = packed.files.filter((path) => readInstalled(packed, path).includes(root));
    expect(telling).toEqual([]);
  });

  test('satisfies publint', async () => {
    const buffer = readFileSync(packed.tarball);
    const tarball = buffer.buffer.slice(
      buffer.byteOffset,
      buffer.byteOffset + buffer.byteLength,
    ) as ArrayBuffer;
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('gives every resolution its types (are the types wrong?)', () => {
    // Exits with 1, and so throws, where it finds a problem.
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const options = [
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      'schema.json',
      '--format',
      'ascii',
      '--no-color',
    ];
    const report = execFileSync(process.execPath, [attw, packed.tarball, ...options], { encoding: 'utf8' });
    for (const specifier of specifiers) expect(report).toContain(`"${specifier}"`);
  });
});

describe('a consumer', () => {
  const imports = `import { projectRevenue, simulate } from '${manifest.name}';`;
  const answer = (): string =>
    runInProject(packed, 'esm.mjs', `${imports} const answer = console.log; ${use}`);

  test.each(specifiers)('imports %s in Node', (specifier) => {
    const code = `console.log(Object.keys(await import('${specifier}')).length > 0);`;
    expect(runInProject(packed, 'import.mjs', code)).toBe('true\n');
  });

  test('simulates and projects in Node', () => {
    const row = JSON.parse(answer()) as { mean: number; median: number };
    // 330,000 baseline arrivals at 250,000 yen bound the revenue; the advisory takes some of it.
    expect(row.mean).toBeGreaterThan(0.3 * 330_000 * 250_000);
    expect(row.mean).toBeLessThan(330_000 * 250_000 * 1.1);
  });

  test.runIf('require_module' in process.features)(
    'uses require in a Node that can require modules (20.19, 22.12 or later)',
    () => {
      const code = `const { projectRevenue, simulate } = require('${manifest.name}'); const answer = console.log; ${use}`;
      expect(runInProject(packed, 'require.cjs', code)).toBe(answer());
    },
  );

  test.each(['nodenext', 'bundler'])('compiles with moduleResolution %s', (resolution) => {
    const file = join(packed.project, 'consumer.mts');
    const code = `import { type Scenario, ${imports.slice(9)}
      ${specifiers.map((specifier, index) => `import * as room${index} from '${specifier}'; export { room${index} };`).join('\n')}
      const scenario: Scenario = ${JSON.stringify(scenario)};
      export const median: number = projectRevenue({ run: simulate({ scenario, seed: 1, draws: 8 }) }).rows[0]!.median;
      // @ts-expect-error the seed is required
      simulate({ scenario, draws: 8 });`;
    writeFileSync(file, code);
    const nodenext = resolution === 'nodenext';
    const program = ts.createProgram([file], {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2022.d.ts'],
      types: [],
      module: nodenext ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext,
      moduleResolution: nodenext ? ts.ModuleResolutionKind.NodeNext : ts.ModuleResolutionKind.Bundler,
    });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' '));
    expect(messages).toEqual([]);
  });

  test.each(neutral)('bundles %s for a browser without a warning', async (specifier) => {
    const { warnings, errors } = await bundle(`export * from '${specifier}';`);
    expect([...warnings, ...errors]).toEqual([]);
  });

  test('needs nothing but the language: a bare context gives the same answer', async () => {
    const { outputFiles } = await bundle(`${imports} ${use}`, { format: 'iife' });
    const context = createContext(constants.DONT_CONTEXTIFY);
    // V8 puts a console of its own and WebAssembly into every context.
    runInContext(
      'delete globalThis.console; delete globalThis.WebAssembly; var answer = (text) => { globalThis.said = text; };',
      context,
    );
    runInContext(outputFiles[0]!.text, context);
    expect(`${runInContext('said', context)}\n`).toBe(answer());
  });
});

describe('the root import', () => {
  test('stays below 60 kB, minified and compressed as the web does it (Brotli)', async () => {
    expect(sizeOf(await bundle(`export * from '${manifest.name}';`)).brotli).toBeLessThan(60_000);
  });

  test('brings in neither mathjs nor simple-statistics nor the data', async () => {
    const { metafile } = await bundle(`export * from '${manifest.name}';`);
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.filter((path) => /node_modules\/(mathjs|simple-statistics)\//.test(path))).toEqual([]);
    const data = await bundle(`export * from '${manifest.name}/data';`);
    const own = (names: string[]): Set<string> =>
      new Set(names.filter((path) => path.includes('dist/data/')));
    expect(own(Object.keys(data.metafile.inputs)).size).toBeGreaterThan(0);
    expect(own(inputs).size).toBe(0);
  });

  test('brings in neither charts nor tables, and these none of the packages that draw and write', async () => {
    const rooms = /dist\/(charts|tables)\//;
    const root = await bundle(`export * from '${manifest.name}';`);
    expect(Object.keys(root.metafile.inputs).filter((path) => rooms.test(path))).toEqual([]);
    for (const room of ['charts', 'tables']) {
      const inputs = Object.keys((await bundle(`export * from '${manifest.name}/${room}';`)).metafile.inputs);
      expect(inputs.some((path) => rooms.test(path))).toBe(true);
      expect(
        inputs.filter((path) => /node_modules\/(vega|apache-arrow|hyparquet|@resvg)/.test(path)),
      ).toEqual([]);
    }
  });

  test('leaves no trace when nothing of it is used', async () => {
    const { outputFiles } = await bundle(`import '${manifest.name}';`);
    expect(outputFiles[0]!.text.trim()).toBe('');
  });
});
