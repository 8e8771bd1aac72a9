import type { IssueList } from './issue-list.ts';
import { below } from './paths.ts';

/** A scenario needs 12 levels at most. */
const DEEPEST = 40;
const MOST_VALUES = 2_000_000;
/** Entries of a list, or keys of an object. */
const MOST_ENTRIES = 10_000;
/** Names that reach an object's prototype. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What stands in the copy where a value could not be read; no schema accepts it, and its path is in `unreadable`. */
const UNREADABLE = Symbol('unreadable');

export interface PlainCopy {
  readonly value: unknown;
  /** Paths already reported. */
  readonly unreadable: ReadonlySet<string>;
}

/**
 * Copies JSON data into fresh objects and arrays. Runs no code of the value's: no getters, no `toJSON`, no iterators.
 * Entries that are undefined are left out, -0 becomes 0; class instances, getters, cycles and what is too deep or too
 * large are issues. Other values that JSON lacks (functions, symbols, bigints, NaN) are left for the schema to refuse.
 */
export function copyPlainData(value: unknown, found: IssueList): PlainCopy {
  const unreadable = new Set<string>();
  const ancestors = new Set<object>();
  let values = 0;

  function refuse(code: 'type' | 'size' | 'unknown-key', path: string, message: string): symbol {
    found.report(code, path, message);
    unreadable.add(path);
    return UNREADABLE;
  }

  function copy(source: unknown, path: string): unknown {
    values += 1;
    if (typeof source === 'number') return source === 0 ? 0 : source;
    if (typeof source !== 'object' || source === null) return source;
    if (values > MOST_VALUES) {
      return unreadable.has('') ? UNREADABLE : refuse('size', '', `holds more than ${MOST_VALUES} values`);
    }
    if (ancestors.has(source)) return refuse('type', path, 'contains itself; a scenario is JSON data');
    if (ancestors.size >= DEEPEST) return refuse('size', path, `is nested deeper than ${DEEPEST} levels`);
    ancestors.add(source);
    const copied = Array.isArray(source) ? copyList(source, path) : copyObject(source, path);
    ancestors.delete(source);
    return copied;
  }

  function copyList(source: readonly unknown[], path: string): unknown {
    const { length } = source;
    if (length > MOST_ENTRIES) {
      return refuse('size', path, `has ${length} entries; at most ${MOST_ENTRIES} are allowed`);
    }
    const copied: unknown[] = [];
    for (let index = 0; index < length; index += 1) {
      copied.push(copyEntry(source, String(index), below(path, index)));
    }
    return copied;
  }

  function copyObject(source: object, path: string): unknown {
    const prototype: unknown = Object.getPrototypeOf(source);
    // The prototype of plain objects, of this realm or another, is null or has none itself.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      return refuse(
        'type',
        path,
        'is an instance of a class; a scenario is JSON data: plain objects and arrays',
      );
    }
    const copied: Record<string, unknown> = {};
    const keys = Object.keys(source);
    if (keys.length > MOST_ENTRIES) {
      return refuse('size', path, `has ${keys.length} entries; at most ${MOST_ENTRIES} are allowed`);
    }
    for (const key of keys) {
      const place = below(path, key);
      if (RESERVED.has(key)) {
        refuse('unknown-key', place, `the name ${JSON.stringify(key)} is not allowed`);
        continue;
      }
      const entry = copyEntry(source, key, place);
      if (entry !== undefined) copied[key] = entry;
    }
    return copied;
  }

  function copyEntry(source: object, key: string, path: string): unknown {
    const entry = Object.getOwnPropertyDescriptor(source, key);
    if (entry?.get !== undefined || entry?.set !== undefined) {
      return refuse('type', path, 'is computed by a getter; a scenario is JSON data');
    }
    return copy(entry?.value, path);
  }

  try {
    return { value: copy(value, ''), unreadable };
  } catch {
    // Only a proxy's traps can throw here.
    return { value: refuse('type', '', 'cannot be read; a scenario is JSON data'), unreadable };
  }
}
