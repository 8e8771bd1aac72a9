import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { root } from '../support/repository.ts';
import { blocksOf, type Document, markdownDocument } from './documents.ts';

/** The anchor that a heading gets on the web: lower case, no punctuation, hyphens for spaces. */
function anchorOf(heading: string): string {
  const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
  return words
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function anchorsOf(document: Document): Set<string> {
  const anchors = new Set<string>();
  for (const { text } of document.lines) {
    const heading = /^#{1,6} (.+)$/.exec(text)?.[1];
    if (heading !== undefined) {
      const anchor = anchorOf(heading);
      let candidate = anchor;
      for (let n = 1; anchors.has(candidate); n += 1) candidate = `${anchor}-${n}`;
      anchors.add(candidate);
    }
    for (const [, name] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(name!);
  }
  return anchors;
}

/** Relative links of a document that lead nowhere. `textOf` gives the text of a file, by its path from the root. */
export function brokenLinks(document: Document, textOf: (path: string) => string): string[] {
  const code = new Set(blocksOf(document).flatMap(({ open, close }) => range(open, close + 1)));
  return document.lines.flatMap(({ text }, index) => {
    if (code.has(index)) return [];
    const prose = text.replace(/`[^`]*`/g, '');
    const targets = [
      ...[...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map((match) => match[1]!),
      ...[...prose.matchAll(/\b(?:src|href)="([^"]+)"/g)].map((match) => match[1]!),
      ...[...prose.matchAll(/^\[[^\]]+\]:\s+(\S+)/g)].map((match) => match[1]!),
    ];
    return targets.flatMap((target) => {
      if (/^[a-z][a-z+.-]*:/i.test(target)) return [];
      const [file = '', anchor = ''] = target.split('#');
      const says = `${document.path}:${index + 1}: ${target}`;
      if (file === '') return anchorsOf(document).has(anchor) ? [] : [`${says} leads to no heading`];
      const path = normalize(join(dirname(document.path), decodeURIComponent(file)));
      if (path.startsWith('..') || !existsSync(join(root, path))) return [`${says} leads to no file`];
      if (anchor === '' || !path.endsWith('.md') || statSync(join(root, path)).isDirectory()) return [];
      return anchorsOf(markdownDocument(path, textOf(path))).has(anchor)
        ? []
        : [`${says} leads to no heading`];
    });
  });
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
