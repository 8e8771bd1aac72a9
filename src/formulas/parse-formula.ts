import {
  create,
  isConditionalNode,
  isConstantNode,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isSymbolNode,
  type MathNode,
  parseDependencies,
} from 'mathjs/number';
import type { Measure } from '../engine/types.ts';
import { renderIssue } from '../errors.ts';
import { show, wrongType } from '../scenario/misuse.ts';
import type { Term } from './evaluate.ts';
import { conditional, functions, type Operation, operators } from './functions.ts';
import { formulaIssue, readTokens, type Token } from './tokens.ts';
import type { FormulaIssue } from './types.ts';

const { parse } = create({ parseDependencies: parseDependencies! });

/** A formula that was understood. */
export interface ParsedFormula {
  readonly tree: Term;
  /** The measures that it reads, in the order in which they first stand in it. */
  readonly measures: readonly [Measure, ...Measure[]];
}

/** What a formula says, or what is wrong with it. The parser of mathjs settles precedence; it evaluates nothing. */
export function parseFormula(text: unknown): ParsedFormula | readonly FormulaIssue[] {
  if (typeof text !== 'string') {
    throw wrongType('formula', "a text such as 'revenueLost / arrivalsLost'", text);
  }
  const { tokens, issues } = readTokens(text);
  if (issues.length > 0) return issues;
  const tree = treeOf(text, tokens);
  if ('at' in tree) return [tree];
  const [first, ...others] = new Set(tokens.filter(isMeasure).map((token) => token.text as Measure));
  if (first === undefined) return [formulaIssue('missing', 'at least one measure', text.trim(), 1)];
  return { tree, measures: [first, ...others] };
}

/** The same, for those who go on. Throws a RangeError with every issue. */
export function expectFormula(text: unknown): ParsedFormula {
  const parsed = parseFormula(text);
  if ('tree' in parsed) return parsed;
  throw new RangeError(parsed.map(renderIssue).join('\n'));
}

/** Names have been checked: those of no function are measures. */
function isMeasure({ kind, text }: Token): boolean {
  return kind === 'name' && !functions.has(text);
}

function treeOf(text: string, tokens: readonly Token[]): Term | FormulaIssue {
  let node: MathNode;
  try {
    // To mathjs, the end of a line is that of a formula.
    node = parse(text.replace(/[\r\n]/g, ' '));
  } catch (error) {
    return syntaxIssue(text, error);
  }
  try {
    return translate(
      node,
      tokens.filter(({ kind }) => kind !== 'sign').map(({ at }) => at),
    );
  } catch (error) {
    if (error instanceof Refusal) return error.issue;
    throw error;
  }
}

function syntaxIssue(text: string, error: unknown): FormulaIssue {
  const at = typeof error === 'object' && error !== null && 'char' in error ? Number(error.char) : 1;
  const what = error instanceof Error ? error.message.replace(/ \(char \d+\)$/, '') : String(error);
  const rest = text.slice(at - 1).trim();
  const received = rest === '' ? 'the end' : show(rest);
  const message = `${what.charAt(0).toLowerCase()}${what.slice(1)}, received ${received} at character ${at}`;
  return { code: 'format', path: 'formula', message, received, at };
}

class Refusal extends Error {
  readonly issue: FormulaIssue;

  constructor(issue: FormulaIssue) {
    super(issue.message);
    this.issue = issue;
  }
}

/**
 * Turns the tree of mathjs into one of our own; what is on no white list is refused. `places` holds where the numbers
 * and names of the text stand: a walk from left to right meets them in their order, which tells where it is.
 */
function translate(root: MathNode, places: readonly number[]): Term {
  let met = 0;
  const walk = (node: MathNode): Term => {
    const at = places[met] ?? 1;
    if (isParenthesisNode(node)) return walk(node.content);
    if (isConstantNode(node) && typeof node.value === 'number') {
      met += 1;
      return { kind: 'number', value: node.value };
    }
    if (isSymbolNode(node)) {
      met += 1;
      return { kind: 'measure', name: node.name as Measure };
    }
    if (isConditionalNode(node))
      return apply(conditional, [node.condition, node.trueExpr, node.falseExpr], at);
    if (isOperatorNode(node)) {
      const operation = operators.get(node.fn);
      if (operation !== undefined) return apply(operation, node.args, at);
    }
    if (isFunctionNode(node) && isSymbolNode(node.fn)) {
      met += 1;
      const operation = functions.get(node.fn.name);
      if (operation !== undefined) return apply(operation, node.args, at);
    }
    throw new Refusal(
      formulaIssue('format', 'sums, products, comparisons of two values and choices', node.toString(), at),
    );
  };
  const apply = (operation: Operation, parts: readonly MathNode[], at: number): Term => {
    if (parts.length < operation.least || parts.length > operation.most) {
      throw new Refusal(formulaIssue('length', operation.usage, `${parts.length} arguments`, at));
    }
    return { kind: 'operation', operation, parts: parts.map(walk) };
  };
  return walk(root);
}
