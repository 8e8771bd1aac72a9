import { outOfRange, wrongType } from '../scenario/misuse.ts';

/** Checked, in ascending order and each once. */
export function resolveLevels(levels: unknown, usual: readonly number[]): readonly number[] {
  if (levels === undefined) return usual;
  if (!Array.isArray(levels))
    throw wrongType('levels', `a list of levels such as [${usual.join(', ')}]`, levels);
  const checked = levels.map((level: unknown, index) => {
    const option = `levels[${index}]`;
    if (typeof level !== 'number') throw wrongType(option, 'a number above 0 and below 1', level);
    if (!(level > 0 && level < 1)) {
      const error = outOfRange(option, 'a number above 0 and below 1', level);
      throw level > 1 && level < 100
        ? new RangeError(`${error.message}; did you mean ${level / 100}?`)
        : error;
    }
    return level;
  });
  return [...new Set(checked)].sort((a, b) => a - b);
}
