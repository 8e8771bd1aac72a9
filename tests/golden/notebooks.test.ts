import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notebookPaths, readNotebook, textOfOutputs } from '../support/notebook.ts';
import { root } from '../support/repository.ts';
import { runNotebook } from './run-notebook.ts';

const directory = join(root, 'examples/notebooks');

test.each(notebookPaths())(
  '%s says what its cells give (npm run notebooks -- --write records new outputs)',
  async (path) => {
    const notebook = readNotebook(join(root, path));
    expect(textOfOutputs(await runNotebook(notebook, directory))).toBe(textOfOutputs(notebook));
  },
);

test('a cell that throws fails its notebook, and says why', async () => {
  const cells = [{ cell_type: 'code', source: "throw new Error('planted')" }];
  await expect(runNotebook({ cells }, directory)).rejects.toThrow('planted');
});
