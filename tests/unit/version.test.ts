import { expect, test } from 'vitest';
import { version } from '../../src/version.ts';
import { manifest, read } from '../support/repository.ts';

test('the version is that of package.json, of the changelog and of the citation', () => {
  expect(version).toBe(manifest.version);
  expect(/^## (\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(version);
  expect(/^version: (.+)$/m.exec(read('CITATION.cff'))?.[1]).toBe(version);
});
