import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { pow } from '../elementary/pow.ts';

/** Something that a formula can do with numbers. What is not a number stays so, unless `if` leaves it unchosen. */
export interface Operation {
  readonly least: number;
  readonly most: number;
  /** How it is written. */
  readonly usage: string;
  /** Works out `count` draws: `parts` holds one block for each argument. */
  readonly fill: (parts: readonly Float64Array[], count: number, out: Float64Array) => void;
}

/** A quotient by zero is not defined, and so is whatever is made of it: no infinity that a comparison would hide. */
function divide(a: number, b: number): number {
  return b === 0 ? NaN : a / b;
}

/** The functions of a formula, by their names. */
export const functions: ReadonlyMap<string, Operation> = new Map([
  ['abs', unary('abs(x)', Math.abs)],
  ['sqrt', unary('sqrt(x)', Math.sqrt)],
  ['exp', unary('exp(x)', exp)],
  ['log', unary('log(x), the natural logarithm', (x) => (x > 0 ? log(x) : NaN))],
  ['min', fold('min(x, y, ...)', Math.min)],
  ['max', fold('max(x, y, ...)', Math.max)],
  ['if', choice('if(condition, then, otherwise)')],
]);

/** The operators, by the names that mathjs gives them. */
export const operators: ReadonlyMap<string, Operation> = new Map([
  ['unaryMinus', unary('-x', (x) => -x)],
  ['unaryPlus', unary('+x', (x) => x)],
  ['add', binary('x + y', (a, b) => a + b)],
  ['subtract', binary('x - y', (a, b) => a - b)],
  ['multiply', binary('x * y', (a, b) => a * b)],
  ['divide', binary('x / y', divide)],
  ['pow', binary('x ^ y', (a, b) => (Number.isNaN(a) || (a === 0 && b < 0) ? NaN : pow(a, b)))],
  ['smaller', comparison('x < y', (a, b) => a < b)],
  ['smallerEq', comparison('x <= y', (a, b) => a <= b)],
  ['larger', comparison('x > y', (a, b) => a > b)],
  ['largerEq', comparison('x >= y', (a, b) => a >= b)],
  ['equal', comparison('x == y', (a, b) => a === b)],
  ['unequal', comparison('x != y', (a, b) => a !== b)],
]);

/** `condition ? then : otherwise`, which is `if` by another name. */
export const conditional: Operation = choice('condition ? then : otherwise');

function unary(usage: string, of: (x: number) => number): Operation {
  return {
    least: 1,
    most: 1,
    usage,
    fill: ([x], count, out) => {
      for (let i = 0; i < count; i++) out[i] = of(x![i]!);
    },
  };
}

function binary(usage: string, of: (a: number, b: number) => number): Operation {
  return {
    least: 2,
    most: 2,
    usage,
    fill: ([a, b], count, out) => {
      for (let i = 0; i < count; i++) out[i] = of(a![i]!, b![i]!);
    },
  };
}

/** 1 where it holds and 0 where it does not. */
function comparison(usage: string, holds: (a: number, b: number) => boolean): Operation {
  return binary(usage, (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? NaN : holds(a, b) ? 1 : 0));
}

function fold(usage: string, of: (a: number, b: number) => number): Operation {
  return {
    least: 1,
    most: Infinity,
    usage,
    fill: (parts, count, out) => {
      for (let i = 0; i < count; i++) out[i] = parts[0]![i]!;
      for (const part of parts.slice(1)) for (let i = 0; i < count; i++) out[i] = of(out[i]!, part[i]!);
    },
  };
}

function choice(usage: string): Operation {
  return {
    least: 3,
    most: 3,
    usage,
    fill: ([condition, then, otherwise], count, out) => {
      for (let i = 0; i < count; i++) {
        const chosen = condition![i]!;
        out[i] = Number.isNaN(chosen) ? NaN : chosen === 0 ? otherwise![i]! : then![i]!;
      }
    },
  };
}
