/** @throws RangeError where the sample is empty. */
export function requireValues(values: Float64Array, option: string): void {
  if (values.length === 0) throw new RangeError(`${option}: expected one value or more, received none`);
}

/** @throws RangeError where it is not strictly between 0 and 1. */
export function requireInside(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`p: expected a probability between 0 and 1, received ${p}`);
}
