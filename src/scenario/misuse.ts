import { suggestion } from './nearest-name.ts';

/** A value as it would be written in code, cut to fit on a line. */
export function show(value: unknown): string {
  const text = render(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

function render(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.slice(0, 20).map(render).join(', ')}]`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).slice(0, 20);
    return entries.length === 0 ? '{}' : `{ ${entries.map(renderEntry).join(', ')} }`;
  }
  return String(value);
}

function renderEntry([key, value]: readonly [string, unknown]): string {
  const nested = typeof value === 'object' && value !== null;
  return `${key}: ${nested ? '...' : render(value)}`;
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? 'no keys' : names.join(', ');
}

/** `by: expected ..., received ...`, for a value of the wrong type. */
export function wrongType(option: string, expected: string, received: unknown): TypeError {
  return new TypeError(`${option}: expected ${expected}, received ${show(received)}`);
}

/** `levels[0]: expected ..., received ...`, for a value of the right type that cannot be. */
export function outOfRange(option: string, expected: string, received: unknown): RangeError {
  return new RangeError(`${option}: expected ${expected}, received ${show(received)}`);
}

/** The name if it is one of those allowed; else an error that guesses which was meant. */
export function expectName<Name extends string>(
  option: string,
  expected: string,
  received: unknown,
  allowed: readonly Name[],
): Name {
  if (typeof received !== 'string') throw wrongType(option, expected, received);
  const found = allowed.find((name) => name === received);
  if (found !== undefined) return found;
  const hint = suggestion(received, allowed) || `; there is ${listedShort(allowed)}`;
  throw new RangeError(`${option}: expected ${expected}, received ${show(received)}${hint}`);
}

function listedShort(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, 30).map(show);
  return names.length > 30 ? `${shown.join(', ')} and ${names.length - 30} more` : shown.join(', ');
}

/** The one options object of a public function: an object, with no key that the function does not know. */
export function expectOptions(
  caller: string,
  options: unknown,
  allowed: readonly string[],
): asserts options is object {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(
      `${caller}: expected one object with the options ${listed(allowed)}, received ${show(options)}`,
    );
  }
  for (const key of Object.keys(options)) {
    expectName(`${caller}: option`, 'one that it knows', key, allowed);
  }
}
