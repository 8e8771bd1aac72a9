import { tableFromIPC } from 'apache-arrow';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { chinaJapan2025 } from '../../../src/data/china-japan-2025.ts';
import { replay } from '../../../src/engine/replay.ts';
import { medianCase, simulate } from '../../../src/engine/simulate.ts';
import { compare } from '../../../src/projections/compare.ts';
import { probability } from '../../../src/projections/probability.ts';
import { project } from '../../../src/projections/project.ts';
import { tails } from '../../../src/projections/tails.ts';
import { toCsv } from '../../../src/projections/to-csv.ts';
import { toRows } from '../../../src/projections/to-rows.ts';
import {
  type DataTable,
  drawsTable,
  fromProvenance,
  inputsTable,
  resultsTable,
  runRecord,
  toArrow,
  toCsvText,
  toJsonText,
  toParquet,
  type Writable,
} from '../../../src/tables/index.ts';

const scenario = chinaJapan2025();
const run = simulate({ scenario, seed: 'tables', draws: 300 });
const calm = simulate({ scenario: { ...scenario, advisories: [] }, seed: 'tables', draws: 300 });

const months = project({ run, measure: 'revenueLost', by: ['month', 'flow'], where: { category: 'food' } });
const results: Readonly<Record<string, Writable>> = {
  projection: months,
  comparison: compare({ base: calm, other: run, measure: 'arrivals', by: 'month' }),
  tails: tails({ run, measure: 'revenueLost' }),
  'median case': project({ run: medianCase({ scenario }), measure: 'changeOnBaseline', by: 'month' }),
  draws: drawsTable({ run, measure: 'cancellations', by: 'month', dated: 'travel' }),
  inputs: inputsTable({ run }),
};

type Row = Readonly<Record<string, string | number>>;

const rowsOf = ({ columns, length }: DataTable): readonly Row[] =>
  Array.from({ length }, (_, row) =>
    Object.fromEntries(columns.map(({ name, values }) => [name, values[row]!])),
  );

const columnsOf = (table: Writable): DataTable => (table.kind === 'data' ? table : resultsTable(table));

async function parquetRows(bytes: Uint8Array): Promise<readonly Row[]> {
  const file = bytes.slice().buffer;
  return (await parquetReadObjects({ file })) as readonly Row[];
}

function csvRows(text: string, like: Row): readonly Row[] {
  const [header, ...lines] = text.trim().split('\r\n');
  const names = header!.split(',');
  return lines.map((line) =>
    Object.fromEntries(
      line.split(',').map((cell, c) => {
        const name = names[c]!;
        return [name, typeof like[name] === 'number' ? Number(cell) : cell];
      }),
    ),
  );
}

describe.each(Object.entries(results))('%s: the same numbers, bit by bit', (_, table) => {
  const rows = rowsOf(columnsOf(table));

  test('in Parquet', async () => {
    expect(await parquetRows(await toParquet(table))).toEqual(rows);
  });

  test('in Arrow', async () => {
    const read = tableFromIPC(await toArrow(table));
    expect(read.toArray().map((row) => ({ ...row.toJSON() }))).toEqual(rows);
  });

  test('in CSV', () => {
    expect(csvRows(toCsvText(table), rows[0]!)).toEqual(rows);
  });

  test('in JSON', () => {
    const read = JSON.parse(toJsonText(table)) as { rows: readonly Row[] };
    // JSON has no NaN and no Infinity, which standard errors of few draws and pairing gains may be.
    const finite = (value: string | number): unknown =>
      typeof value === 'number' && !Number.isFinite(value) ? null : value;
    const expected = rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, finite(value)])),
    );
    expect(read.rows).toEqual(expected);
  });
});

describe('results', () => {
  test('have the columns of toCsv and the figures of toRows', () => {
    const table = resultsTable(months);
    expect(toCsvText(months)).toBe(toCsv(months));
    const shown = toRows(months, { digits: 17 });
    rowsOf(table).forEach((row, r) => {
      expect(row).toMatchObject(shown[r]!);
    });
  });

  test('say how they were made and in which unit', async () => {
    const record = runRecord({ run, scenario });
    const bytes = await toParquet(months, { record });
    const { key_value_metadata: entries } = parquetMetadata(bytes.slice().buffer);
    const metadata = Object.fromEntries(entries!.map(({ key, value }) => [key, value]));
    expect(metadata).toMatchObject({
      package: 'tourism-impact',
      version: run.version,
      seed: 'tables',
      draws: '300',
      fingerprint: run.fingerprint,
      currency: 'JPY',
      priceYear: '2025',
      measure: 'revenueLost',
      unit: 'JPY at 2025 prices',
      where: '{"category":"food"}',
    });
    expect(JSON.parse(metadata['units']!)).toMatchObject({ mean: 'JPY at 2025 prices' });
    expect(fromProvenance(JSON.parse(metadata['provenance']!)).identical).toBe(true);

    const arrow = tableFromIPC(await toArrow(months, { record }));
    expect(arrow.schema.metadata.get('seed')).toBe('tables');
    expect(arrow.schema.fields.find(({ name }) => name === 'mean')!.metadata.get('unit')).toBe(
      'JPY at 2025 prices',
    );
    expect(JSON.parse(toJsonText(months)).metadata.fingerprint).toBe(run.fingerprint);
  });

  test('of a comparison name both scenarios', () => {
    const { metadata } = columnsOf(results['comparison']!);
    expect(metadata).toMatchObject({ fingerprint: run.fingerprint, baseFingerprint: calm.fingerprint });
  });

  test('what is no table is refused', async () => {
    await expect(toParquet({ rows: [] } as unknown as Writable)).rejects.toThrow(TypeError);
  });
});

describe('draws', () => {
  test('are those behind the projection', () => {
    const lost = drawsTable({ run, measure: 'revenueLost' });
    const values = lost.columns.find(({ name }) => name === 'revenueLost')!.values as Float64Array;
    const above = values.filter((value) => value > 5e11).length / values.length;
    expect(above).toBe(probability({ run, measure: 'revenueLost', above: 5e11 }).value);
    expect([...lost.columns[0]!.values]).toEqual(Array.from({ length: 300 }, (_, d) => d));
  });

  test('stand beside the inputs of the same world', () => {
    const { columns } = inputsTable({ run });
    const { inputs } = replay({ run, draw: 17 });
    const of = new Map(columns.map(({ name, values }) => [name, values[17]]));
    const uncertain = Object.entries(inputs).filter(([name]) => of.has(name));
    expect(uncertain.length).toBe(columns.length - 1);
    for (const [name, value] of uncertain) expect(of.get(name), name).toBe(value);
  });
});

describe('the record of a run', () => {
  const record = runRecord({ run, scenario });
  const copy = JSON.parse(JSON.stringify(record)) as typeof record;

  test('repeats it, bit by bit', () => {
    const { run: again, identical, differences } = fromProvenance(copy);
    expect([identical, differences]).toEqual([true, []]);
    for (const [name, panel] of run.panels) expect(again.panels.get(name)).toEqual(panel);
  });

  test('repeats a median case', () => {
    const median = medianCase({ scenario });
    expect(fromProvenance(runRecord({ run: median, scenario })).identical).toBe(true);
  });

  test('names what differs, down to one bit of one draw', () => {
    const panels = new Map([...run.panels].map(([name, panel]) => [name, panel.slice()]));
    const panel = panels.get('revenueLost/travel/month')!;
    new Uint8Array(panel.buffer)[8 * 200] = new Uint8Array(panel.buffer)[8 * 200]! ^ 1;
    const { identical, differences } = fromProvenance(runRecord({ run: { ...run, panels }, scenario }));
    expect([identical, differences]).toEqual([false, ['revenueLost/travel/month differs']]);
  });

  test('says when another version made it', () => {
    const digests = { ...copy.digests, 'arrivals/travel/month': '0' };
    const { differences } = fromProvenance({ ...copy, version: '0.0.1', digests });
    expect(differences).toEqual([
      `arrivals/travel/month differs (recorded by 0.0.1, repeated by ${run.version})`,
    ]);
  });

  test('is refused with another scenario', () => {
    expect(() => runRecord({ run, scenario: { ...scenario, title: 'another' } })).toThrow(
      `scenario: expected the scenario of the run, ${run.fingerprint}`,
    );
    expect(() => fromProvenance({ ...copy, scenario: { ...scenario, title: 'another' } })).toThrow(
      'record: expected',
    );
    expect(() => fromProvenance({} as typeof copy)).toThrow(TypeError);
  });
});
