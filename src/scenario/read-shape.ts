import type { Issue } from '../errors.ts';
import { type IssueList, MOST_ISSUES } from './issue-list.ts';
import { suggestion } from './nearest-name.ts';
import { below } from './paths.ts';
import { renderValue } from './render-value.ts';
import type { Entries, Rule, Shape } from './shape.ts';

/**
 * Reads a value by its shape. Issues go to the list; the outcome is undefined where types are wrong, and the value where
 * only formats, lengths or unknown keys are.
 */
export function readShape<T>(
  shape: Shape<T>,
  value: unknown,
  path: string,
  unreadable: ReadonlySet<string>,
  found: IssueList,
): T | undefined {
  return new Reader(unreadable, found).isTyped(shape, value, path) ? (value as T) : undefined;
}

/** Names of regions and categories are parts of the names of streams, which `/` separates. */
const KEY = /^[^/]+$/;

class Reader {
  private readonly unreadable: ReadonlySet<string>;
  private readonly found: IssueList;

  constructor(unreadable: ReadonlySet<string>, found: IssueList) {
    this.unreadable = unreadable;
    this.found = found;
  }

  /** Whether the value and all within it have the types that the shape says. */
  isTyped(shape: Shape, value: unknown, path: string): boolean {
    switch (shape.form) {
      case 'anything':
        return true;
      case 'nothing':
        return this.mistyped(shape.expected, value, path);
      case 'text':
        if (typeof value !== 'string') return this.mistyped(shape.expected, value, path);
        return this.rule(shape.rules, value.length, value, path);
      case 'number':
        return this.isNumber(shape.rules, value, path);
      case 'one-of':
        return shape.values.some((known) => known === value) || this.mistyped(shape.expected, value, path);
      case 'list': {
        if (!Array.isArray(value)) return this.mistyped('an array', value, path);
        const typed = this.every(value.length, (i) => this.isTyped(shape.of, value[i], below(path, i)));
        return typed && this.rule(shape.rules, value.length, value, path);
      }
      case 'object':
        return this.isObject(shape.entries, value, path);
      case 'dictionary':
        return this.isDictionary(shape.of, shape.rules, value, path);
      case 'kinds':
        return this.isOfKind(shape.of, value, path);
      case 'either':
        return this.isTyped(shape.choose(value), value, path);
      case 'nullable':
        return value === null || this.isTyped(shape.of, value, path);
      case 'later':
        return this.isTyped(shape.of(), value, path);
    }
  }

  private isNumber(rules: readonly Rule[], value: unknown, path: string): boolean {
    // JSON has no infinite numbers: they are of the wrong type as NaN is.
    if (typeof value === 'number' && Number.isFinite(value)) return this.rule(rules, value, value, path);
    const isInfinite = typeof value === 'number' && !Number.isNaN(value);
    return this.mistyped(isInfinite ? 'a finite number' : 'a number', value, path);
  }

  private isObject(entries: Entries, value: unknown, path: string): boolean {
    if (!isRecord(value)) return this.mistyped('an object', value, path);
    const known = Object.keys(entries);
    const typed = this.every(known.length, (k) => {
      const key = known[k]!;
      const entry = entries[key]!;
      if (Object.hasOwn(value, key)) return this.isTyped(entry, value[key], below(path, key));
      if (entry.optional === true) return true;
      this.add({ code: 'missing', path: below(path, key), message: 'is missing' });
      return false;
    });
    // Unknown keys do not keep what is known from being looked at: the value is as typed as it was.
    const unknown = Object.keys(value).filter((key) => !Object.hasOwn(entries, key));
    for (const key of unknown.slice(0, MOST_ISSUES + 1)) {
      const message = `unknown key${suggestion(key, known)}`;
      this.add({ code: 'unknown-key', path: below(path, key), message });
    }
    return typed;
  }

  private isDictionary(of: Shape, rules: readonly Rule[], value: unknown, path: string): boolean {
    if (!isRecord(value)) return this.mistyped('an object', value, path);
    const keys = Object.keys(value);
    const typed = this.every(keys.length, (k) => {
      const key = keys[k]!;
      const place = below(path, key);
      if (!KEY.test(key)) {
        const message = 'a name must not be empty and must not contain "/"';
        this.add({ code: 'format', path: place, message, received: renderValue(key) });
      }
      return this.isTyped(of, value[key], place);
    });
    return typed && this.rule(rules, keys.length, value, path);
  }

  private isOfKind(
    of: readonly (Shape & { readonly form: 'object' })[],
    value: unknown,
    path: string,
  ): boolean {
    if (!isRecord(value)) return this.mistyped('an object', value, path);
    const { kind } = value;
    const known = of.flatMap(({ entries }) => {
      const { kind: literal } = entries;
      return literal?.form === 'one-of' ? literal.values : [];
    });
    const option = of[known.findIndex((one) => one === kind)];
    if (option !== undefined) return this.isObject(option.entries, value, path);
    const expected = known.join(', ');
    const place = below(path, 'kind');
    if (kind === undefined) {
      const message = `is missing; it must be one of ${expected}`;
      this.add({ code: 'missing', path: place, message, expected });
    } else {
      const received = renderValue(kind);
      const hint = typeof kind === 'string' ? suggestion(kind, known) : '';
      const message = `${received} is none of ${expected}${hint}`;
      this.add({ code: 'type', path: place, message, received, expected });
    }
    return false;
  }

  /** Asks the rules, whose issues leave the value typed. */
  private rule(rules: readonly Rule[], size: number, value: unknown, path: string): true {
    for (const { holds, code, message } of rules) {
      if (holds(size, value as string)) continue;
      const text = typeof message === 'string' ? message : message(size);
      this.add({ code, path, message: text, received: renderValue(value) });
    }
    return true;
  }

  /** All of them, so that every issue is found; none after the list is full. */
  private every(count: number, isTyped: (index: number) => boolean): boolean {
    let typed = true;
    for (let i = 0; i < count && !this.found.isFull; i++) typed = isTyped(i) && typed;
    return typed;
  }

  private mistyped(expected: string, value: unknown, path: string): false {
    const received = renderValue(value);
    const hint = typeof value === 'string' && expected.startsWith('a number') ? readNumber(value) : '';
    const message = `expected ${expected}, received ${received}${hint}`;
    this.add({ code: 'type', path, message, received, expected });
    return false;
  }

  private add(issue: Issue): void {
    if (!this.unreadable.has(issue.path)) this.found.add(issue);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `; did you mean 1200?` for `"1,200"`, `; did you mean 0.35?` for `"35%"`. */
function readNumber(text: string): string {
  const match = /^\s*(-?\d[\d,]*(?:\.\d+)?)\s*(%?)\s*$/.exec(text.slice(0, 40));
  if (match === null) return '';
  const value = Number(match[1]!.replaceAll(',', ''));
  return `; did you mean ${match[2] === '%' ? Number((value / 100).toPrecision(12)) : value}?`;
}
