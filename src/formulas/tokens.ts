import { measures } from '../engine/measures.ts';
import { show } from '../scenario/misuse.ts';
import { suggestion } from '../scenario/nearest-name.ts';
import { functions } from './functions.ts';
import type { FormulaIssue } from './types.ts';

/** A number, a name or a sign of a formula. */
export interface Token {
  readonly kind: 'number' | 'name' | 'sign';
  readonly text: string;
  /** Its place: the first character is 1. */
  readonly at: number;
}

/** Far above any formula that a person reads, and far below what would burden a parser. */
const LONGEST = 2000;
const DEEPEST = 50;
/** Enough to put right at a time. */
const MOST_ISSUES = 10;

const grammar =
  /[ \t\r\n]+|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<number>(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<sign><=|>=|==|!=|[-+*/^()<>,?:])/y;

const measureNames: readonly string[] = Object.keys(measures);
const known: readonly string[] = [...measureNames, ...functions.keys()];

/** `expected ..., received "..." at character 7` */
export function formulaIssue(
  code: FormulaIssue['code'],
  expected: string,
  received: string,
  at: number,
  hint = '',
): FormulaIssue {
  const shown = show(received);
  const message = `expected ${expected}, received ${shown} at character ${at}${hint}`;
  return { code, path: 'formula', message, received: shown, expected, at };
}

/**
 * Cuts a formula into numbers, names and signs. Everything that a formula has no use for is refused here, with its
 * place, before a parser sees it: strings, brackets, assignments, points of properties, names that are none of its own.
 */
export function readTokens(text: string): {
  readonly tokens: readonly Token[];
  readonly issues: readonly FormulaIssue[];
} {
  if (text.length > LONGEST) {
    const expected = `at most ${LONGEST} characters`;
    const issue = formulaIssue('size', expected, text.slice(LONGEST), LONGEST + 1);
    return { tokens: [], issues: [issue] };
  }
  const tokens: Token[] = [];
  const issues: FormulaIssue[] = [];
  for (let index = 0; index < text.length; index = grammar.lastIndex) {
    grammar.lastIndex = index;
    const found = grammar.exec(text)?.groups;
    if (found === undefined) {
      const character = String.fromCodePoint(text.codePointAt(index)!);
      const expected = 'numbers, names, parentheses, commas and + - * / ^ < <= > >= == != ? :';
      issues.push(formulaIssue('format', expected, character, index + 1));
      break;
    }
    for (const kind of ['name', 'number', 'sign'] as const) {
      if (found[kind] !== undefined) tokens.push({ kind, text: found[kind], at: index + 1 });
    }
  }
  if (tokens.length === 0 && issues.length === 0) {
    issues.push(formulaIssue('missing', "a formula such as 'revenueLost / arrivalsLost'", text, 1));
  }
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    const issue = nameIssue(token, tokens[index + 1]) ?? gapIssue(tokens[index - 1], token);
    if (issue !== null) issues.push(issue);
    depth += token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
    if (depth > DEEPEST) issues.push(formulaIssue('size', `at most ${DEEPEST} open (`, '(', token.at));
    if (issues.length >= MOST_ISSUES || depth > DEEPEST) break;
  }
  return { tokens, issues: issues.sort((a, b) => a.at - b.at) };
}

function nameIssue({ kind, text, at }: Token, next: Token | undefined): FormulaIssue | null {
  if (kind === 'number') {
    if (Number.isFinite(Number(text))) return null;
    return formulaIssue('domain', 'a finite number', text, at);
  }
  if (kind === 'sign') return null;
  const called = next?.text === '(';
  const operation = functions.get(text);
  if (operation !== undefined) {
    return called ? null : formulaIssue('format', operation.usage, text, at);
  }
  if (!measureNames.includes(text)) {
    const expected = called ? `a function (${[...functions.keys()].join(', ')})` : 'a measure';
    return formulaIssue('unknown-name', expected, text, at, suggestion(text, known));
  }
  return called ? formulaIssue('format', 'a * between a measure and a parenthesis', text, at) : null;
}

/** Two values side by side: their product to some, and a slip to others. */
function gapIssue(before: Token | undefined, token: Token): FormulaIssue | null {
  const ends = before !== undefined && (before.kind !== 'sign' || before.text === ')');
  const begins = token.kind !== 'sign' || (token.text === '(' && before?.kind !== 'name');
  return ends && begins
    ? formulaIssue('format', 'an operator such as * between two values', token.text, token.at)
    : null;
}
