import ts from 'typescript';
import { root } from '../support/repository.ts';
import { type Program, placeOf } from './documents.ts';

/** The complaints of the compiler about programs, each with its place in the document. */
export function typeErrors(programs: readonly Program[]): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    `${root}/tsconfig.json`,
    { noUnusedLocals: false, noUnusedParameters: false, isolatedDeclarations: false, declaration: false },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  )!;
  const options: ts.CompilerOptions = { ...config.options, moduleDetection: ts.ModuleDetectionKind.Force };
  const texts = new Map<string, string>();
  const lines = new Map<string, string[]>();
  for (const [index, { blocks }] of programs.entries()) {
    const file = `${root}/tmp/program-${index}.ts`.replace('//', '/');
    texts.set(file, blocks.map((block) => block.code.join('\n')).join('\n'));
    lines.set(
      file,
      blocks.flatMap((block) => block.code.map((_, line) => placeOf(block, line))),
    );
  }
  const host = ts.createCompilerHost(options);
  const virtual: ts.CompilerHost = {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile: (path, target, ...rest) => {
      const text = texts.get(path);
      return text === undefined
        ? host.getSourceFile(path, target, ...rest)
        : ts.createSourceFile(path, text, target);
    },
  };
  const program = ts.createProgram([...texts.keys()], options, virtual);
  return [...texts.keys()].flatMap((path) => {
    const file = program.getSourceFile(path)!;
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map((diagnostic) => {
      const { line } = file.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ');
      return `${lines.get(path)![line] ?? path}: TS${diagnostic.code} ${message}`;
    });
  });
}
