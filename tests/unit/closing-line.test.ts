import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, scratch } from '../support/repository.ts';

/** The exit code and the last line of a run of test files of its own. */
function runFiles(files: Readonly<Record<string, string>>): [number | null, string] {
  const directory = scratch('closing-line');
  try {
    const reporter = join(root, 'tests/support/closing-line.ts');
    const config = `export default { test: { reporters: ['default', ${JSON.stringify(reporter)}] } };`;
    writeFileSync(join(directory, 'vitest.config.mjs'), config);
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(
        join(directory, `${name}.test.mjs`),
        `import { beforeAll, expect, test } from 'vitest';\n${text}`,
      );
    }
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', '--root', directory], {
      encoding: 'utf8',
      env: { ...process.env, VITEST: undefined, NODE_OPTIONS: undefined },
    });
    return [status, stdout.trimEnd().split('\n').at(-1)!];
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const good = "test('good', () => { expect(1).toBe(1); });";

test('a run that passes says so last', () => {
  expect(runFiles({ good: `${good} test.skip('not run', () => {});` })).toEqual([0, '1 passed, 0 failed']);
});

test('counts failing tests, files that do not load, hooks that throw and errors nobody caught', () => {
  const files = {
    good,
    bad: "test('bad', () => { expect(1).toBe(2); });",
    unloadable: "import './gone.mjs';",
    empty: '',
    hook: `beforeAll(() => { throw new Error('hook'); }); ${good}`,
    late: "test('late', async () => { setTimeout(() => { throw new Error('late'); }); await new Promise((r) => setTimeout(r, 50)); });",
  };
  expect(runFiles(files)).toEqual([1, '2 passed, 5 failed']);
});
