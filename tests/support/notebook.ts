import { readFileSync } from 'node:fs';
import { filesBelow } from './repository.ts';

/** What a cell of a notebook shows: what it prints, or its last expression in one form or more. */
export interface Output {
  readonly output_type: string;
  readonly text?: string | readonly string[];
  readonly data?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Cell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly outputs?: readonly Output[];
}

/** A notebook as Jupyter keeps it; what is not read here is left as it is. */
export interface Notebook {
  readonly cells: readonly Cell[];
}

/** Every notebook, as paths from the root. */
export function notebookPaths(): string[] {
  return filesBelow('examples/notebooks').filter((path) => path.endsWith('.ipynb'));
}

export function readNotebook(file: string): Notebook {
  return JSON.parse(readFileSync(file, 'utf8')) as Notebook;
}

/** Jupyter keeps a text as a string or as its lines. */
export function joined(text: string | readonly string[] = ''): string {
  return typeof text === 'string' ? text : text.join('');
}

/** What the outputs of a notebook say, and of what kinds they are; pictures differ by the fonts of the machine. */
export function textOfOutputs({ cells }: Notebook): string {
  return cells
    .flatMap(({ outputs = [] }) => outputs)
    .map(({ output_type, text, data = {} }) =>
      [output_type, Object.keys(data).sort().join(), joined(text), joined(data['text/plain'])].join('\n'),
    )
    .join('\n');
}
