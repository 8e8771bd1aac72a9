import ts from 'typescript';
import { expect, test } from 'vitest';
import { filesBelow, read, root } from '../support/repository.ts';

// The check step compiles the files of this directory: an expectation that meets no error is itself an error. That
// step would pass just as well if it never saw them, and an expectation takes any error for the one it means. So
// here the expectations are taken away: exactly the errors they name must appear, one on the line after each.

const expectation = /^(\s*)\/\/ @ts-expect-error (TS\d+): (.+)$/;
const files = filesBelow('tests/types').filter((path) => !path.endsWith('.test.ts'));

/** The errors of a file whose expectations have been taken away, as `line TScode`, lines from 1. */
function errorsWithoutExpectations(path: string): string[] {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    `${root}/tsconfig.json`,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: () => {},
    },
  )!;
  const host = ts.createCompilerHost(parsed.options);
  const readFile = host.readFile.bind(host);
  const name = `${root}${path}`;
  const bare = read(path).replaceAll('@ts-expect-error', 'expected');
  host.readFile = (file) => (file === name ? bare : readFile(file));
  host.getSourceFile = (file, target) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, target);
  };
  const program = ts.createProgram([name], parsed.options, host);
  const source = program.getSourceFile(name)!;
  return program
    .getSemanticDiagnostics(source)
    .map(({ start, code }) => `${source.getLineAndCharacterOfPosition(start ?? 0).line + 1} TS${code}`);
}

test.each(files)('%s fails exactly where and how it says', (path) => {
  const lines = read(path).split('\n');
  const expected = lines.flatMap((line, index) => {
    const code = expectation.exec(line)?.[2];
    return code === undefined ? [] : [`${index + 2} ${code}`];
  });
  expect(expected.length).toBeGreaterThan(0);
  expect(
    lines.filter(
      (line) => line.includes('@ts-expect-error') && !expectation.test(line) && !line.startsWith('// What'),
    ),
  ).toEqual([]);
  expect(errorsWithoutExpectations(path)).toEqual(expected);
});
