import type { IssueCode } from '../errors.ts';

/**
 * What a value must look like, as plain data: `readShape` asks it of values, `scripts/generate-schema.ts` tells it to
 * editors as JSON Schema. `T` is the type of the values that have it.
 */
export type Shape<T = unknown> = Form & {
  /** What only JSON Schema is told: what the check asks elsewhere. */
  readonly hints?: Hints;
  /** For the compiler alone. */
  readonly holds?: { readonly it: T };
};

type Hints = Readonly<Record<string, unknown>>;

/** Strict in all forms: an array is no object, an infinite number no number, an unknown key of an object an issue. */
export type Form =
  | { readonly form: 'anything' }
  | { readonly form: 'nothing'; readonly expected: string }
  | { readonly form: 'text'; readonly expected: string; readonly rules: readonly Rule[] }
  | { readonly form: 'number'; readonly rules: readonly Rule[] }
  | { readonly form: 'one-of'; readonly values: readonly string[]; readonly expected: string }
  | { readonly form: 'list'; readonly of: Shape; readonly rules: readonly Rule[] }
  | { readonly form: 'object'; readonly entries: Entries }
  | { readonly form: 'dictionary'; readonly of: Shape; readonly rules: readonly Rule[] }
  | { readonly form: 'kinds'; readonly of: readonly (Shape & { readonly form: 'object' })[] }
  | {
      readonly form: 'either';
      readonly of: readonly Shape[];
      readonly choose: (value: unknown) => Shape;
    }
  | { readonly form: 'nullable'; readonly of: Shape }
  | { readonly form: 'later'; readonly of: () => Shape };

/** What must hold of a value of the right type; otherwise there is an issue, and the value may still be read. */
export interface Rule {
  readonly code: IssueCode;
  /** Of a text its length, of a list or a dictionary the number of its entries, of a number itself. */
  readonly holds: (size: number, text: string) => boolean;
  readonly message: string | ((size: number) => string);
  readonly hints: Hints;
}

export type Entries = Readonly<Record<string, Shape & { readonly optional?: true }>>;

/** The type of the values that have a shape. */
export type Held<S> = S extends { readonly holds?: { readonly it: infer T } } ? T : never;

type Flat<T> = { readonly [K in keyof T]: T[K] };
type ObjectOf<E extends Entries> = Flat<
  { readonly [K in keyof E as E[K] extends { readonly optional: true } ? never : K]: Held<E[K]> } & {
    readonly [K in keyof E as E[K] extends { readonly optional: true } ? K : never]?: Held<E[K]>;
  }
>;

export const anything: Shape = { form: 'anything' };
export const nothing = (expected: string): Shape<never> => ({ form: 'nothing', expected });
export const text = (expected: string, ...rules: readonly Rule[]): Shape<string> => ({
  form: 'text',
  expected,
  rules,
});
export const number = (...rules: readonly Rule[]): Shape<number> => ({ form: 'number', rules });
export const literal = <const Value extends string>(value: Value): Shape<Value> => oneOf([value], '');
export const oneOf = <const Value extends string>(
  values: readonly Value[],
  expected: string,
): Shape<Value> => ({ form: 'one-of', values, expected });
export const listOf = <S extends Shape>(of: S, ...rules: readonly Rule[]): Shape<readonly Held<S>[]> => ({
  form: 'list',
  of,
  rules,
});
/** An object with these keys and no others. */
export const strict = <const E extends Entries>(
  entries: E,
): Shape<ObjectOf<E>> & { readonly form: 'object' } => ({ form: 'object', entries });
/** An object with a value for each of any names. */
export const dictionary = <S extends Shape>(
  of: S,
  ...rules: readonly Rule[]
): Shape<Readonly<Record<string, Held<S>>>> => ({ form: 'dictionary', of, rules });
/** One of several kinds of object, told apart by the key `kind`. */
export const kinds = <const Of extends readonly (Shape & { readonly form: 'object' })[]>(
  of: Of,
): Shape<Held<Of[number]>> => ({ form: 'kinds', of });
/** Whichever of the shapes `choose` picks by looking at the value. */
export const either = <const Of extends readonly Shape[]>(
  of: Of,
  choose: (value: unknown) => Shape,
): Shape<Held<Of[number]>> => ({ form: 'either', of, choose });
export const nullable = <S extends Shape>(of: S): Shape<Held<S> | null> => ({ form: 'nullable', of });
/** A shape that is not there yet. */
export const later = <T>(of: () => Shape<T>): Shape<T> => ({ form: 'later', of });
/** A key that may be missing. */
export const optional = <S extends Shape>(shape: S): S & { readonly optional: true } => ({
  ...shape,
  optional: true,
});
export const hinted = <S extends Shape>(shape: S, hints: Hints): S => ({ ...shape, hints });

export const matches = (pattern: RegExp, message: string): Rule => ({
  code: 'format',
  holds: (_, value) => pattern.test(value),
  message,
  hints: { pattern: pattern.source },
});
export const notEmpty: Rule = {
  code: 'format',
  holds: (size) => size > 0,
  message: 'must not be empty',
  hints: { minLength: 1 },
};
export const longest = (most: number, message: string): Rule => ({
  code: 'format',
  holds: (size) => size <= most,
  message,
  hints: { maxLength: most },
});
export const whole = (message: string): Rule => ({
  code: 'domain',
  holds: Number.isInteger,
  message,
  hints: { type: 'integer' },
});
export const from = (low: number, message: string): Rule => ({
  code: 'domain',
  holds: (value) => value >= low,
  message,
  hints: { minimum: low },
});
export const upTo = (high: number, message: string): Rule => ({
  code: 'domain',
  holds: (value) => value <= high,
  message,
  hints: { maximum: high },
});
/** Entries of a list or a dictionary. */
export const atLeast = (least: number, message: string): Rule => ({
  code: 'length',
  holds: (size) => size >= least,
  message,
  hints: { least },
});
export const atMost = (most: number, message: Rule['message']): Rule => ({
  code: 'size',
  holds: (size) => size <= most,
  message,
  hints: { most },
});
export const exactly = (entries: number, message: string): Rule => ({
  code: 'length',
  holds: (size) => size === entries,
  message,
  hints: { least: entries, most: entries },
});
