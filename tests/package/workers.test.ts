import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { manifest } from '../support/repository.ts';
import { smallScenario } from '../support/small-scenario.ts';
import { type Packed, packPackage, readInstalled, runInProject } from './packed.ts';

let packed: Packed;
beforeAll(() => {
  packed = packPackage();
  return () => rmSync(packed.project, { recursive: true });
});

/** Says whether the bits are those of `simulate`, and how many workers had a hand in it. Ends by itself. */
const use = `
  const question = { scenario: ${JSON.stringify(smallScenario)}, seed: 'package', draws: 1500 };
  const bits = ({ panels }) => JSON.stringify([...panels].map(([key, panel]) => [key, [...panel]]));
  let most = 0;
  const onProgress = ({ workers }) => { most = Math.max(most, workers); };
  simulateParallel({ ...question, ...options, workers: 2, onProgress }).then((run) => {
    console.log(bits(run) === bits(simulate(question)), most);
  });
`;
const imports = `import { simulate } from '${manifest.name}'; import { simulateParallel } from '${manifest.name}/node';`;

describe('simulateParallel of the installed package', () => {
  test('from a module', () => {
    expect(runInProject(packed, 'workers.mjs', `${imports} const options = {}; ${use}`)).toBe('true 2\n');
  });

  test('from the command line', () => {
    const code = `${imports} const options = {}; ${use}`;
    const options = { cwd: packed.project, encoding: 'utf8' } as const;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], options);
    expect(said).toBe('true 2\n');
  });

  test.runIf('require_module' in process.features)('from require', () => {
    const code = `const { simulate } = require('${manifest.name}');
      const { simulateParallel } = require('${manifest.name}/node'); const options = {}; ${use}`;
    expect(runInProject(packed, 'workers.cjs', code)).toBe('true 2\n');
  });

  const bundle = async (format: 'esm' | 'cjs', options: string): Promise<string> => {
    const { outputFiles } = await build({
      stdin: { contents: `${imports} const options = ${options}; ${use}`, resolveDir: packed.project },
      tsconfigRaw: {},
      bundle: true,
      format,
      platform: 'node',
      write: false,
      logLevel: 'silent',
    });
    const file = `bundle-${options.length}.${format === 'esm' ? 'mjs' : 'cjs'}`;
    return runInProject(packed, file, outputFiles[0]!.text);
  };

  test.each(['esm', 'cjs'] as const)(
    'from a bundle (%s) that lost the worker file: in one thread',
    async (format) => {
      expect(await bundle(format, '{}')).toBe('true 0\n');
    },
  );

  test.each(['esm', 'cjs'] as const)(
    'from a bundle (%s) that says where it is: on threads',
    async (format) => {
      const file = join(packed.project, 'node_modules', manifest.name, 'dist/node/worker.js');
      expect(await bundle(format, JSON.stringify({ workerUrl: `file://${file}` }))).toBe('true 2\n');
    },
  );
});

test('worker files stand beside the modules that name them, in the form that bundlers look for', () => {
  for (const room of ['node', 'web']) {
    expect(readInstalled(packed, `dist/${room}/index.js`)).toMatch(
      /new Worker\(new URL\(["']\.\/worker\.js["'], import\.meta\.url\)/,
    );
    expect(packed.files).toContain(`dist/${room}/worker.js`);
  }
});

test('the command runs, with worker threads of the package', () => {
  const command = join(packed.project, 'node_modules', manifest.name, 'dist/cluster/command.js');
  const run = (...words: string[]): string =>
    execFileSync(process.execPath, [command, ...words], {
      cwd: packed.project,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  runInProject(
    packed,
    'write.mjs',
    `import { writeFileSync } from 'node:fs'; writeFileSync('scenario.json', ${JSON.stringify(JSON.stringify(smallScenario))});`,
  );
  expect(run('--version')).toBe(`${manifest.version}\n`);
  run(
    'plan',
    '--scenario',
    'scenario.json',
    '--seed',
    'a',
    '--draws',
    '1500',
    '--shards',
    '1',
    '--out',
    'plan.json',
  );
  run('shard', '--plan', 'plan.json', '--index', '0', '--dir', 'parts', '--workers', '2');
  expect(run('merge', '--plan', 'plan.json', '--dir', 'parts', '--out', 'run.draws')).toContain('1500 draws');
});
