import ts from 'typescript';
import type { Block } from './documents.ts';

/** A statement of a block with what it is said to print: `probability(...); // => 0.25`. */
export interface Remark {
  /** Line within the block. */
  readonly line: number;
  /** Column of the comment. */
  readonly column: number;
  readonly expected: string;
}

const mark = /\/\/ => ?(.*)$/;

/** What a block looks like when it is run: the same lines, each remark's statement shown and told apart. */
export interface Instrumented {
  readonly code: string;
  readonly remarks: readonly Remark[];
  /** Remarks that belong to no statement. */
  readonly astray: readonly number[];
}

/** What can be shown of a statement: the expression itself, or the variable it declares. */
function shown(statement: ts.Statement, file: ts.SourceFile): 'prints' | 'value' | string | null {
  if (ts.isExpressionStatement(statement)) {
    return statement.expression.getText(file).startsWith('console.') ? 'prints' : 'value';
  }
  if (!ts.isVariableStatement(statement)) return null;
  const [declaration, ...more] = statement.declarationList.declarations;
  if (declaration === undefined || more.length > 0 || !ts.isIdentifier(declaration.name)) return null;
  return declaration.name.text;
}

/**
 * Puts probes into a block: `__at(id)` tells the runner where output belongs, `__show(value)` prints a value as an
 * interactive session would. Lines stay where they are.
 */
export function instrument(block: Block, id: string): Instrumented {
  const text = block.code.join('\n');
  const file = ts.createSourceFile('block.ts', text, ts.ScriptTarget.ES2022, true);
  const remarks: Remark[] = [];
  const taken = new Set<number>();
  const pieces: string[] = [`__at('${id}');`];
  let written = 0;
  for (const statement of file.statements) {
    const start = statement.getStart(file);
    const lastLine = file.getLineAndCharacterOfPosition(statement.end).line;
    const [comment, expected] = mark.exec(text.slice(statement.end).split('\n', 1)[0]!) ?? [];
    const kind = comment === undefined ? null : shown(statement, file);
    if (kind === null) continue;
    const column = block.code[lastLine]!.indexOf(comment!);
    const probe = `__at('${id}/${remarks.length}');`;
    remarks.push({ line: lastLine, column, expected: expected!.trim() });
    taken.add(lastLine);
    const code = text.slice(start, statement.end);
    pieces.push(text.slice(written, start));
    if (kind === 'prints') pieces.push(`${probe} ${code}`);
    else if (kind === 'value') pieces.push(`${probe} __show((${code.replace(/;$/, '')}));`);
    else pieces.push(`${code} ${probe} __show(${kind});`);
    pieces.push(` __at('${id}');`);
    written = statement.end;
  }
  pieces.push(text.slice(written));
  const astray = block.code.flatMap((line, index) => (mark.test(line) && !taken.has(index) ? [index] : []));
  return { code: pieces.join(''), remarks, astray };
}
