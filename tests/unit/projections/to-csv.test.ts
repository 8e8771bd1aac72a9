import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/engine/types.ts';
import { compare } from '../../../src/projections/compare.ts';
import { project } from '../../../src/projections/project.ts';
import { tails } from '../../../src/projections/tails.ts';
import { toCsv } from '../../../src/projections/to-csv.ts';
import { hongKong, runOf, runWithArrivals, scenarioOf } from './runs.ts';

/** A reader of RFC 4180 of its own: fields, quoted or not. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows[rows.length - 1]!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe('toCsv', () => {
  it('writes every figure, by hand', () => {
    const run = runWithArrivals([1, 2, 3, 4]);
    expect(toCsv(project({ run, measure: 'arrivals', by: 'month', levels: [] }))).toMatch(
      /^measure,unit,month,mean,standardError,median,medianStandardError\r\narrivals,arrivals,2025-11,2\.5,0\.645497224367\d+,2\.5,NaN\r\n$/,
    );
  });

  it('reads back to the same bits', () => {
    const { rows } = project({ run: runOf(), measure: 'revenue', by: ['month', 'flow'] });
    const [header, ...lines] = parse(
      toCsv(project({ run: runOf(), measure: 'revenue', by: ['month', 'flow'] })),
    );
    expect(lines).toHaveLength(rows.length);
    lines.forEach((line, index) => {
      const record = Object.fromEntries(line.map((text, column) => [header![column]!, text]));
      const row = rows[index]!;
      expect([record.measure, record.unit, record.month, record.flow]).toEqual([
        'revenue',
        'JPY at 2025 prices',
        row.month,
        row.flow,
      ]);
      expect(Number(record.mean)).toBe(row.mean);
      expect(Number(record.medianStandardError)).toBe(row.medianStandardError);
      expect(Number(record.lower95)).toBe(row.intervals[1]!.lower);
      expect(Number(record.upper80StandardError)).toBe(row.intervals[0]!.upperStandardError);
    });
  });

  it('quotes what must be quoted', () => {
    const odd = 'Tokyo, "the capital"\r\nand around';
    const run: Run = runOf(scenarioOf({ flows: [{ ...hongKong, regions: { [odd]: 0.5, Osaka: 0.5 } }] }));
    const lines = parse(toCsv(project({ run, measure: 'arrivals', by: 'region' })));
    expect(lines.map((line) => line[2])).toEqual(['region', 'Osaka', odd]);
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
  });

  it('names a restriction in columns of its own', () => {
    const run = runOf();
    const where = { flow: 'hong-kong' };
    const [header, line] = parse(toCsv(project({ run, measure: 'arrivals', by: 'month', where })));
    expect(header!.slice(2, 4)).toEqual(['month', 'flow']);
    expect(line!.slice(2, 4)).toEqual(['2025-11', 'hong-kong']);
    expect(parse(toCsv(tails({ run, measure: 'arrivals', where })))[1]!.slice(0, 4)).toEqual([
      'arrivals',
      'arrivals',
      'hong-kong',
      '0.95',
    ]);
  });

  it('writes infinite gains so that they read back', () => {
    const run = runOf();
    const [header, line] = parse(toCsv(compare({ base: run, other: run, measure: 'arrivals' })));
    expect(Number(line![header!.indexOf('pairingGain')])).toBe(Infinity);
  });
});
