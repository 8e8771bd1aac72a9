import { type Issue, ScenarioError } from '../errors.ts';

/** An error as plain data: between threads and machines an error loses its class and its fields. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  /** Of a `ScenarioError`. */
  readonly issues?: readonly Issue[];
}

export function errorToData(error: unknown): ErrorData {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(error instanceof ScenarioError ? { issues: error.issues } : {}),
  };
}

/** The error again, of the class it was: `ScenarioError`, `RangeError`, `TypeError`, or else `Error`. */
export function errorFromData({ name, message, stack, issues }: ErrorData): Error {
  const error =
    issues !== undefined
      ? new ScenarioError(issues)
      : name === 'RangeError'
        ? new RangeError(message)
        : name === 'TypeError'
          ? new TypeError(message)
          : new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
