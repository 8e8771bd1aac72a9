import { expect, test } from 'vitest';
import { reverseBits } from '../../src/random/scramble.ts';
import { sobolDimensions, sobolReversed } from '../../src/random/sobol.ts';
import { read } from '../support/repository.ts';

const point = (index: number, dimension: number): number =>
  reverseBits(sobolReversed(dimension, index)) / 2 ** 32;

test('the first points in five dimensions, as Joe and Kuo print them', () => {
  const printed = [
    [0, 0, 0, 0, 0],
    [0.5, 0.5, 0.5, 0.5, 0.5],
    [0.75, 0.25, 0.25, 0.25, 0.75],
    [0.25, 0.75, 0.75, 0.75, 0.25],
    [0.375, 0.375, 0.625, 0.875, 0.375],
    [0.875, 0.875, 0.125, 0.375, 0.875],
    [0.625, 0.125, 0.875, 0.625, 0.625],
    [0.125, 0.625, 0.375, 0.125, 0.125],
  ];
  const points = printed.map((row, index) => row.map((_, dimension) => point(index, dimension)));
  expect(points).toEqual(printed);
});

test('points in high dimensions, as SciPy has them', () => {
  const lines = read('tests/known-answers/sobol.tsv').trim().split('\n').slice(1);
  expect(lines).toHaveLength(117);
  for (const line of lines) {
    const [index, dimension, value] = line.split('\t').map(Number);
    expect(point(index!, dimension!)).toBe(value);
  }
  expect(sobolDimensions).toBe(37);
});

test('every dimension runs through all 1,024ths', () => {
  for (let dimension = 0; dimension < sobolDimensions; dimension++) {
    const seen = new Set(Array.from({ length: 1024 }, (_, index) => point(index, dimension) * 1024));
    expect(seen.size).toBe(1024);
    for (const place of seen) expect(Number.isInteger(place)).toBe(true);
  }
});
