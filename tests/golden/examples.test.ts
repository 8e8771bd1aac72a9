import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, read, root } from '../support/repository.ts';
import { numberedExamples, recordOf, runExample } from './run-example.ts';

const examples = numberedExamples();

test('every example is on record, and every record has its example', () => {
  const records = filesBelow('tests/golden').filter((path) => path.endsWith('.txt'));
  expect(records).toEqual(examples.map(recordOf));
});

test.each(examples)(
  '%s gives the numbers on record (npm run golden:refresh records new ones)',
  async (example) => {
    const record = existsSync(join(root, recordOf(example))) ? read(recordOf(example)) : '';
    expect(await runExample(example)).toBe(record);
  },
);
