import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, read, root, scratch } from '../support/repository.ts';

test('docs/reference says what the doc comments say (npm run docs:reference)', () => {
  const out = scratch('reference');
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typedoc/bin/typedoc'), '--out', out], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const fresh = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.md'),
    );
    const kept = filesBelow('docs/reference').map((path) => path.replace('docs/reference/', ''));
    expect(kept.sort()).toEqual(fresh.sort());
    for (const path of fresh) {
      const same = read(`docs/reference/${path}`) === readFileSync(join(out, path), 'utf8');
      expect(same, `docs/reference/${path} is stale: npm run docs:reference`).toBe(true);
    }
  } finally {
    rmSync(out, { recursive: true });
  }
});
