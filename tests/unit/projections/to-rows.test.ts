import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/projections/compare.ts';
import { project } from '../../../src/projections/project.ts';
import { tails } from '../../../src/projections/tails.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import { medianOf, runOf, runWithArrivals } from './runs.ts';

const small = runWithArrivals([123_456, 123_456], [0.000123456, 0.000123456]);
const run = runOf();

describe('toRows', () => {
  it('puts keys first and rounds to four significant digits', () => {
    const projection = project({ run: small, measure: 'arrivals', by: 'month', levels: [0.995, 0.57] });
    expect(toRows(projection)).toEqual([row('2025-11', 123_500), row('2025-12', 0.0001235)]);
    expect(Object.keys(toRows(projection)[0]!)).toEqual(Object.keys(row('', 0)));

    function row(month: string, value: number): object {
      return {
        month,
        mean: value,
        standardError: 0,
        median: value,
        lower57: value,
        upper57: value,
        'lower99.5': value,
        'upper99.5': value,
      };
    }
  });

  it('rounds to the digits asked for, and at 17 not at all', () => {
    const projection = project({ run, measure: 'revenue', by: ['month', 'flow'] });
    const [row] = projection.rows;
    expect(toRows(projection, { digits: 2 })[0]!.mean).toBe(Number(row!.mean.toPrecision(2)));
    expect(toRows(projection, { digits: 17 })[0]).toEqual({
      month: row!.month,
      flow: row!.flow,
      mean: row!.mean,
      standardError: row!.standardError,
      median: row!.median,
      lower80: row!.intervals[0]!.lower,
      upper80: row!.intervals[0]!.upper,
      lower95: row!.intervals[1]!.lower,
      upper95: row!.intervals[1]!.upper,
    });
  });

  it('shows both sides of a comparison, then the difference', () => {
    const other = runWithArrivals([123_457, 123_459], [0.000123456, 0.000123456]);
    const comparison = compare({ base: small, other, measure: 'arrivals', by: 'month', levels: [] });
    expect(toRows(comparison, { digits: 17 })[0]).toEqual({
      month: '2025-11',
      base: 123_456,
      other: 123_458,
      difference: 2,
      standardError: 1,
      median: 2,
      probabilityPositive: 1,
      pairingGain: 1,
    });
  });

  it('shows tails by level, and a median case without intervals', () => {
    expect(Object.keys(toRows(tails({ run, measure: 'revenueLost' }))[0]!)).toEqual([
      'level',
      'valueAtRisk',
      'valueAtRiskStandardError',
      'expectedShortfall',
      'expectedShortfallStandardError',
    ]);
    const median = toRows(project({ run: medianOf(), measure: 'arrivals' }));
    expect(Object.keys(median[0]!)).toEqual(['mean', 'standardError', 'median']);
  });

  it('refuses anything else', () => {
    const table = project({ run, measure: 'arrivals' });
    expect(() => toRows(run as never)).toThrow('toRows: expected what project, compare or tails returns');
    expect(() => toRows(table, { digits: 0 })).toThrow(
      'digits: expected a whole number from 1 to 17, received 0',
    );
    expect(() => toRows(table, { digits: 2.5 })).toThrow(RangeError);
    expect(() => toRows(table, { digits: '4' } as never)).toThrow(TypeError);
  });
});
