import { filesBelow, read } from '../support/repository.ts';

/** A line of a document: `prefix` is what a doc comment puts before it (`   * `), empty in Markdown. */
export interface Line {
  readonly prefix: string;
  readonly text: string;
}

export interface Document {
  readonly path: string;
  readonly lines: readonly Line[];
}

/** A fenced block; `open` and `close` are the indices of its fences. */
export interface Block {
  readonly document: Document;
  readonly open: number;
  readonly close: number;
  readonly language: string;
  /** Words after the language: `ts no-run`. */
  readonly flags: readonly string[];
  readonly code: readonly string[];
}

/** Blocks that are run as one module, in order. */
export interface Program {
  readonly blocks: readonly Block[];
}

export function markdownDocument(path: string, text: string): Document {
  return { path, lines: text.split('\n').map((line) => ({ prefix: '', text: line })) };
}

/** The doc comments of a source file as a document of the same length; all else is left blank. */
export function sourceDocument(path: string, text: string): Document {
  let inside = false;
  const lines = text.split('\n').map((line): Line => {
    if (/^\s*\/\*\*/.test(line)) inside = !line.includes('*/');
    else if (line.includes('*/')) inside = false;
    else if (inside) {
      const [, prefix, rest] = /^(\s*\* ?)(.*)$/.exec(line) ?? ['', '', line];
      return { prefix: prefix!, text: rest! };
    }
    return { prefix: '', text: '' };
  });
  return { path, lines };
}

/** What people wrote: the Markdown of the root and of `docs/`, and the doc comments of `src/`. */
export function writtenDocuments(): Document[] {
  const markdown = [...filesBelow('.', false), ...filesBelow('docs')].filter(
    (path) => path.endsWith('.md') && !path.startsWith('docs/reference/'),
  );
  const sources = filesBelow('src').filter((path) => path.endsWith('.ts'));
  return [
    ...markdown.map((path) => markdownDocument(path, read(path))),
    ...sources.map((path) => sourceDocument(path, read(path))),
  ];
}

/** Every fenced block of a document; throws on a fence that is never closed. */
export function blocksOf(document: Document): Block[] {
  const blocks: Block[] = [];
  let open: { index: number; fence: string; words: string[] } | null = null;
  for (const [index, { text }] of document.lines.entries()) {
    const [, fence = '', info = ''] = /^ {0,3}(`{3,})(.*)$/.exec(text) ?? [];
    if (open === null) {
      if (fence !== '') open = { index, fence, words: info.trim().split(/\s+/) };
    } else if (fence.length >= open.fence.length && info.trim() === '') {
      const [language = '', ...flags] = open.words;
      const code = document.lines.slice(open.index + 1, index).map((line) => line.text);
      blocks.push({ document, open: open.index, close: index, language, flags, code });
      open = null;
    }
  }
  if (open !== null) throw new Error(`${document.path}:${open.index + 1} opens a block that is never closed`);
  return blocks;
}

/** `README.md:12`, the place of a block's n-th line. */
export function placeOf(block: Block, line = 0): string {
  return `${block.document.path}:${block.open + 2 + line}`;
}

/** The `text` block that follows a block with nothing but blank lines between: what the block prints. */
export function outputBlockOf(block: Block, blocks: readonly Block[]): Block | null {
  const next = blocks.find((other) => other.open > block.close);
  if (next === undefined || next.language !== 'text') return null;
  const between = block.document.lines.slice(block.close + 1, next.open);
  return between.every((line) => line.text.trim() === '') ? next : null;
}

/** The `ts` blocks of a document as programs: a block that imports something starts one, another continues it. */
export function programsOf(document: Document): Program[] {
  const programs: Block[][] = [];
  for (const block of blocksOf(document)) {
    if (block.language !== 'ts') continue;
    const starts = block.code.some((line) => /^import\b/.test(line)) || block.flags.includes('no-run');
    const last = programs.at(-1);
    if (last === undefined || starts || last[0]!.flags.includes('no-run')) programs.push([block]);
    else last.push(block);
  }
  return programs.map((blocks) => ({ blocks }));
}

/** Doc comments whose `@example` is not followed by a fenced `ts` block: they would not be run. */
export function bareExamples(document: Document): string[] {
  const fences = new Set(
    blocksOf(document).flatMap((block) => (block.language === 'ts' ? [block.open] : [])),
  );
  return document.lines.flatMap((line, index) => {
    if (!line.text.trimStart().startsWith('@example')) return [];
    let next = index + 1;
    while (document.lines[next]?.text.trim() === '' && document.lines[next]?.prefix !== '') next += 1;
    return fences.has(next) ? [] : [`${document.path}:${index + 1}: @example without a ts block`];
  });
}
