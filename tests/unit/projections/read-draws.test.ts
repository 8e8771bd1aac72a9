import { describe, expect, it } from 'vitest';
import { project } from '../../../src/projections/project.ts';
import { readDraws } from '../../../src/projections/read-draws.ts';
import { mean } from '../../../src/statistics/moments.ts';
import { runOf } from './runs.ts';

describe('readDraws', () => {
  const run = runOf();

  it('gives the draws that project sums up, in the same order', () => {
    const rows = [...readDraws({ run, measure: 'revenueLost', by: ['month', 'flow'] })];
    const projected = project({ run, measure: 'revenueLost', by: ['month', 'flow'] }).rows;
    expect(rows.map(({ key }) => key)).toEqual(projected.map(({ month, flow }) => ({ month, flow })));
    expect(rows.map(({ values }) => mean(values))).toEqual(projected.map((row) => row.mean));
  });

  it('gives copies: writing to them does not touch the run', () => {
    const [first] = [...readDraws({ run, measure: 'arrivals', by: 'month' })];
    const before = first!.values[0];
    first!.values.fill(0);
    const [again] = [...readDraws({ run, measure: 'arrivals', by: 'month' })];
    expect(again!.values[0]).toBe(before);
  });

  it('knows its options', () => {
    expect(() => readDraws({ run, measure: 'arrivals', levels: [0.5] } as never).next()).toThrow('levels');
  });
});
