import { outOfRange, wrongType } from '../scenario/misuse.ts';

/** A list with at least one entry. */
export function expectList(option: string, expected: string, list: readonly unknown[]): void {
  if (!Array.isArray(list)) throw wrongType(option, `a list of ${expected}`, list);
  if (list.length === 0) throw outOfRange(option, `at least one ${expected}`, list);
}

/** A whole number above 0. */
export function expectCount(option: string, count: number): void {
  if (typeof count !== 'number') throw wrongType(option, 'a whole number above 0', count);
  if (!(Number.isInteger(count) && count > 0)) throw outOfRange(option, 'a whole number above 0', count);
}
