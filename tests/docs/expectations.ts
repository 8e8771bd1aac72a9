import ts from 'typescript';
import type { Block } from './documents.ts';

/**
 * A statement of a block with what it is said to print: `probability(...); // => 0.25`, or on lines of their own right
 * below it.
 */
export interface Remark {
  /** Lines within the block that the remark takes up, `to` excluded. */
  readonly from: number;
  readonly to: number;
  /** What stands before the remark on its line: the statement, or nothing. */
  readonly before: string;
  readonly expected: string;
}

const mark = /\/\/ => ?(.*)$/;
const ownLine = /^\s*\/\/ => ?(.*)$/;

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

/** The remark on a statement that ends on a line, if it has one. */
function remarkOn(code: readonly string[], line: number, rest: string): Remark | null {
  const beside = mark.exec(rest)?.[1];
  if (beside !== undefined) {
    return { from: line, to: line + 1, before: code[line]!.replace(mark, ''), expected: beside };
  }
  let to = line + 1;
  while (to < code.length && ownLine.test(code[to]!)) to += 1;
  if (to === line + 1) return null;
  const expected = code.slice(line + 1, to).map((text) => ownLine.exec(text)![1]!);
  return { from: line + 1, to, before: '', expected: expected.join('\n') };
}

/**
 * Puts probes into a block: `__at(id)` tells the runner where output belongs, `__show(value)` prints a value as an
 * interactive session would. Lines stay where they are.
 */
export function instrument(block: Block, id: string): Instrumented {
  const text = block.code.join('\n');
  const file = ts.createSourceFile('block.ts', text, ts.ScriptTarget.ES2022, true);
  const remarks: Remark[] = [];
  const pieces: string[] = [`__at('${id}');`];
  let written = 0;
  for (const statement of file.statements) {
    const start = statement.getStart(file);
    const { line } = file.getLineAndCharacterOfPosition(statement.end);
    const remark = remarkOn(block.code, line, text.slice(statement.end).split('\n', 1)[0]!);
    const kind = shown(statement, file);
    if (remark === null || kind === null) continue;
    const probe = `__at('${id}/${remarks.length}');`;
    remarks.push(remark);
    const code = text.slice(start, statement.end);
    pieces.push(text.slice(written, start));
    if (kind === 'prints') pieces.push(`${probe} ${code}`);
    else if (kind === 'value') pieces.push(`${probe} __show((${code.replace(/;$/, '')}));`);
    else pieces.push(`${code} ${probe} __show(${kind});`);
    pieces.push(` __at('${id}');`);
    written = statement.end;
  }
  pieces.push(text.slice(written));
  const belongs = (index: number): boolean => remarks.some(({ from, to }) => from <= index && index < to);
  const astray = block.code.flatMap((line, index) => (mark.test(line) && !belongs(index) ? [index] : []));
  return { code: pieces.join(''), remarks, astray };
}
