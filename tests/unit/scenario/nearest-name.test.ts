import { describe, expect, it } from 'vitest';
import { editDistance, nearestName } from '../../../src/scenario/nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['CHM', 'CHN'],
    ['chn', 'CHN'],
    ['CNH', undefined],
    ['china-indivdual', 'china-individual'],
    ['japan', undefined],
    ['', undefined],
  ])('takes %j for %j', (name, meant) => {
    expect(nearestName(name, ['KOR', 'CHN', 'china-group', 'china-individual'])).toBe(meant);
  });

  it('gives up on very many and very long names', () => {
    expect(
      nearestName(
        'n1',
        Array.from({ length: 5001 }, (_, k) => `n${k}`),
      ),
    ).toBeUndefined();
    expect(nearestName('x'.repeat(101), ['x'.repeat(101)])).toBeUndefined();
  });
});

describe('editDistance', () => {
  // Levenshtein's distances of textbook pairs.
  it.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
  ])('of %s and %s is %d', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});
