import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { type Cell, joined, type Notebook, type Output } from '../support/notebook.ts';
import { root, scratch } from '../support/repository.ts';

// What a kernel does, as far as the notebooks need it: a value that shows itself gives its forms, a text or a number
// stands as it is written in code, nothing shows nothing.
const kernel = `
const __cells = [];
console.log = (...values) => {
  const { outputs } = __cells.at(-1);
  const text = values.join(' ') + '\\n';
  const last = outputs.at(-1);
  if (last?.output_type === 'stream') last.text += text;
  else outputs.push({ output_type: 'stream', text });
};
const __show = async (value) => {
  if (value === undefined) return;
  const plain = typeof value === 'string' || typeof value === 'number';
  const display = plain ? undefined : value[Symbol.for('Jupyter.display')];
  if (!plain && display === undefined) {
    throw new Error('a cell ends with a value that only Jupyter can show: end it with a table, a chart, a text or a number');
  }
  const data = plain ? { 'text/plain': JSON.stringify(value) } : await display();
  __cells.at(-1).outputs.push({ output_type: 'execute_result', data });
};
`;

/** The code of a cell, its last statement shown where that is an expression. */
function shown(source: string): string {
  const file = ts.createSourceFile('cell.ts', source, ts.ScriptTarget.ES2022, true);
  const last = file.statements.at(-1);
  if (last === undefined || !ts.isExpressionStatement(last)) return source;
  return `${source.slice(0, last.getStart(file))}await __show((${last.expression.getText(file)}));`;
}

/**
 * A notebook with the outputs that its cells give in Node, without Jupyter and Deno: what stands on record can be held
 * against it wherever the tests run.
 *
 * @param directory where the notebook's imports start from
 */
export async function runNotebook(notebook: Notebook, directory: string): Promise<Notebook> {
  const code = notebook.cells.filter(({ cell_type }) => cell_type === 'code');
  const program = [
    kernel,
    ...code.map(({ source }) => `__cells.push({ outputs: [] });\n${shown(joined(source))}`),
    'process.stdout.write(JSON.stringify(__cells));',
  ].join('\n');
  const home = scratch('notebook');
  try {
    const file = join(home, 'notebook.ts');
    writeFileSync(
      file,
      program.replaceAll(/from '\.\/|import '\.\//g, (start) => `${start.slice(0, -2)}${directory}/`),
    );
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', file], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', TZ: 'UTC' },
      maxBuffer: 64e6,
      timeout: 120_000,
    });
    const ran = JSON.parse(stdout) as readonly { readonly outputs: readonly Output[] }[];
    return { cells: code.map((cell, at): Cell => ({ ...cell, outputs: ran[at]!.outputs })) };
  } finally {
    rmSync(home, { recursive: true });
  }
}
