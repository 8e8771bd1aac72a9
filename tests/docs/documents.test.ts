import { describe, expect, test } from 'vitest';
import { read } from '../support/repository.ts';
import {
  bareExamples,
  blocksOf,
  markdownDocument,
  outputBlockOf,
  placeOf,
  programsOf,
  sourceDocument,
  writtenDocuments,
} from './documents.ts';
import { instrument } from './expectations.ts';
import { brokenLinks } from './links.ts';
import { runPrograms } from './run-programs.ts';
import { typeErrors } from './type-check.ts';

const documents = writtenDocuments();
const programs = documents.flatMap(programsOf);

describe('documents', () => {
  test('every program compiles', () => {
    expect(typeErrors(programs)).toEqual([]);
  });

  test('every program runs and prints what its document says', async () => {
    const outcomes = await runPrograms(programs);
    const failures = outcomes.flatMap(({ program, failure }) =>
      failure === null ? [] : [`${placeOf(program.blocks[0]!)}: ${failure}`],
    );
    expect(failures).toEqual([]);
    const comparisons = outcomes.flatMap((outcome) => outcome.comparisons);
    const said = comparisons.map(({ place, expected }) => `${place}\n${expected}`);
    const printed = comparisons.map((one) => `${one.place}\n${one.printed}`);
    expect(printed, 'npm run docs:refresh writes what is printed into the documents').toEqual(said);
  });

  test('every @example is a ts block', () => {
    expect(documents.flatMap(bareExamples)).toEqual([]);
  });

  test('every relative link leads somewhere', () => {
    const markdown = documents.filter(({ path }) => path.endsWith('.md'));
    expect(markdown.flatMap((document) => brokenLinks(document, read))).toEqual([]);
  });
});

describe('the check', () => {
  const fence = '```';
  const one = markdownDocument(
    'one.md',
    [
      '# A title, with `code`',
      `${fence}ts`,
      'const a: number = 1 + 1;',
      'console.log(a);',
      'a * 2; // => 4',
      "const word = 'x'; // => 'y'",
      fence,
      '',
      `${fence}text`,
      '3',
      fence,
      `${fence}ts`,
      'console.log(a + 1);',
      'console.log(`a\\nb`);',
      '// => a c',
      fence,
      `${fence}text`,
      '3',
      fence,
      `${fence}ts`,
      "import { notThere } from 'node:path';",
      'for (const x of [1]) {',
      '  console.log(x); // => 1',
      '}',
      fence,
      '[good](#a-title-with-code) [bad](#nothing) [worse](gone.md) [far](https://example.org) `[code](x.md)`',
    ].join('\n'),
  );

  test('finds blocks, what they print, and programs', () => {
    const blocks = blocksOf(one);
    expect(blocks.map(({ language, open, close }) => [language, open, close])).toEqual([
      ['ts', 1, 6],
      ['text', 8, 10],
      ['ts', 11, 15],
      ['text', 16, 18],
      ['ts', 19, 24],
    ]);
    expect(outputBlockOf(blocks[0]!, blocks)?.open).toBe(8);
    expect(outputBlockOf(blocks[4]!, blocks)).toBeNull();
    expect(programsOf(one).map((program) => program.blocks.map((block) => block.open))).toEqual([
      [1, 11],
      [19],
    ]);
  });

  test('sees what is not printed, and puts it right', async () => {
    const [first, second] = await runPrograms(programsOf(one));
    expect(first!.comparisons).toEqual([
      {
        place: 'one.md:5',
        expected: '4',
        printed: '4',
        corrected: { from: 4, to: 5, lines: ['a * 2; // => 4'] },
      },
      {
        place: 'one.md:6',
        expected: "'y'",
        printed: "'x'",
        corrected: { from: 5, to: 6, lines: ["const word = 'x'; // => 'x'"] },
      },
      { place: 'one.md:10', expected: '3', printed: '2', corrected: { from: 9, to: 10, lines: ['2'] } },
      {
        place: 'one.md:15',
        expected: 'a c',
        printed: 'a b',
        corrected: { from: 14, to: 15, lines: ['// => a', '// => b'] },
      },
      { place: 'one.md:18', expected: '3', printed: '3', corrected: { from: 17, to: 18, lines: ['3'] } },
    ]);
    expect(second!.failure).toContain('one.md:23: "// =>" belongs after a statement');
  });

  test('sees programs that throw or do not compile', async () => {
    const text = [`${fence}ts`, "const n: number = 'one';", "throw new RangeError('oh');", fence].join('\n');
    const [program] = programsOf(markdownDocument('two.md', text));
    expect(typeErrors([program!])).toEqual([
      "two.md:2: TS2322 Type 'string' is not assignable to type 'number'.",
    ]);
    expect((await runPrograms([program!]))[0]!.failure).toContain('RangeError: oh');
  });

  test('leaves a block alone that says ts no-run, but compiles it', async () => {
    const text = [`${fence}ts no-run`, "throw new RangeError('oh');", 'const n: string = 1;', fence].join(
      '\n',
    );
    const [program] = programsOf(markdownDocument('three.md', text));
    expect((await runPrograms([program!]))[0]!.failure).toBeNull();
    expect(typeErrors([program!])).toHaveLength(1);
  });

  test('reads the examples of doc comments', () => {
    const source = [
      '/**',
      ' * Adds.',
      ' * @example',
      ` * ${fence}ts`,
      ' * 1 + 1; // => 2',
      ` * ${fence}`,
      ' */',
      'export const add = 1;',
      '/**',
      ' * @example add(1)',
      ' */',
    ].join('\n');
    const document = sourceDocument('src/add.ts', source);
    const [block] = blocksOf(document);
    expect(block!.code).toEqual(['1 + 1; // => 2']);
    expect(instrument(block!, '0').remarks).toEqual([{ from: 0, to: 1, before: '1 + 1; ', expected: '2' }]);
    expect(bareExamples(document)).toEqual(['src/add.ts:10: @example without a ts block']);
  });

  test('sees broken links', () => {
    expect(brokenLinks(one, read)).toEqual([
      'one.md:26: #nothing leads to no heading',
      'one.md:26: gone.md leads to no file',
    ]);
  });
});
