import * as v from 'valibot';
import type { Issue } from '../errors.ts';
import type { IssueList } from './issue-list.ts';
import { suggestion } from './nearest-name.ts';
import { below } from './paths.ts';
import { renderValue } from './render-value.ts';

/**
 * Reads a value by a schema. Issues go to the list; the outcome is undefined where types are wrong, and there where
 * only formats, lengths or unknown keys are.
 */
export function readShape<T>(
  schema: v.GenericSchema<T>,
  value: unknown,
  path: string,
  unreadable: ReadonlySet<string>,
  found: IssueList,
): T | undefined {
  // Written out, so that settings another user of valibot has made globally do not matter.
  const read = v.safeParse(schema, value, { abortEarly: false, abortPipeEarly: false });
  for (const issue of read.issues ?? []) {
    if (found.isFull) break;
    const mine = toIssue(issue, path);
    if (!unreadable.has(mine.path)) found.add(mine);
  }
  return read.typed ? read.output : undefined;
}

/** Actions that say how large something may be. */
const SIZES: ReadonlySet<string> = new Set(['max_length', 'max_entries']);
const LENGTHS: ReadonlySet<string> = new Set(['min_length', 'min_entries', 'length']);

function toIssue(issue: v.BaseIssue<unknown>, root: string): Issue {
  const steps: readonly v.IssuePathItem[] = issue.path ?? [];
  const path = steps.reduce<string>((at, step) => below(at, step.key as string | number), root);
  const last = steps.at(-1);
  const received = renderValue(issue.input);
  if (issue.kind !== 'schema') {
    return { code: codeOfAction(issue), path, message: issue.message, received };
  }
  const isKey = last?.type === 'object' && last.origin === 'key';
  if (isKey && issue.type === 'never') return { code: 'unknown-key', path, message: issue.message };
  if (isKey && issue.input === undefined) return { code: 'missing', path, message: 'is missing' };
  if (issue.type === 'variant' && last !== undefined) return unknownKind(issue, path);
  const expected = issue.message;
  const number =
    typeof issue.input === 'string' && expected.startsWith('a number') ? readNumber(issue.input) : '';
  return {
    code: 'type',
    path,
    message: `expected ${expected}, received ${received}${number}`,
    received,
    expected,
  };
}

function codeOfAction(issue: v.BaseIssue<unknown>): Issue['code'] {
  if (SIZES.has(issue.type)) return typeof issue.input === 'string' ? 'format' : 'size';
  if (LENGTHS.has(issue.type)) return 'length';
  return issue.type === 'regex' || issue.type === 'non_empty' ? 'format' : 'domain';
}

/** The kinds that were possible stand in what was expected: `("normal" | "beta")`. */
function unknownKind(issue: v.BaseIssue<unknown>, path: string): Issue {
  const kinds = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  const expected = kinds.join(', ');
  if (issue.input === undefined) {
    return { code: 'missing', path, message: `is missing; it must be one of ${expected}`, expected };
  }
  const received = renderValue(issue.input);
  const hint = typeof issue.input === 'string' ? suggestion(issue.input, kinds) : '';
  return { code: 'type', path, message: `${received} is none of ${expected}${hint}`, received, expected };
}

/** `; did you mean 1200?` for `"1,200"`, `; did you mean 0.35?` for `"35%"`. */
function readNumber(text: string): string {
  const match = /^\s*(-?\d[\d,]*(?:\.\d+)?)\s*(%?)\s*$/.exec(text.slice(0, 40));
  if (match === null) return '';
  const value = Number(match[1]!.replaceAll(',', ''));
  return `; did you mean ${match[2] === '%' ? Number((value / 100).toPrecision(12)) : value}?`;
}
