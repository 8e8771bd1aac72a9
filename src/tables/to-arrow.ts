import { loadPeer } from '../optional-peer.ts';
import type { DataColumn } from './data-table.ts';
import { columnsOf, type Writable, type WriteOptions } from './writable.ts';

/** What is used of `apache-arrow`. */
interface Arrow {
  readonly Field: new (
    name: string,
    type: unknown,
    nullable: boolean,
    metadata: Map<string, string>,
  ) => unknown;
  readonly Schema: new (fields: readonly unknown[], metadata: Map<string, string>) => unknown;
  readonly Table: new (schema: unknown, columns: Readonly<Record<string, unknown>>) => unknown;
  readonly Utf8: new () => unknown;
  readonly Int32: new () => unknown;
  readonly Float64: new () => unknown;
  readonly makeVector: (values: Float64Array | Int32Array) => unknown;
  readonly vectorFromArray: (values: readonly string[], type: unknown) => unknown;
  readonly tableToIPC: (table: unknown, form: 'file' | 'stream') => Uint8Array;
}

/**
 * Any table as Apache Arrow, in the file format of inter-process communication (`.arrow`, Feather 2): text and 64-bit
 * floats, whole numbers as 32-bit integers. The schema holds the metadata of the table, each field its `unit`. Needs the
 * package `apache-arrow`.
 *
 * @throws Error where the package is missing.
 * @throws TypeError where `table` is no table.
 *
 * @example
 * ```ts
 * import { project, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { toArrow } from 'tourism-impact/tables';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const bytes = await toArrow(project({ run, measure: 'arrivals', by: 'month' }));
 * console.log(new TextDecoder().decode(bytes.slice(0, 6)));
 * // => ARROW1
 * ```
 */
export async function toArrow(table: Writable, options: WriteOptions = {}): Promise<Uint8Array> {
  const { columns, metadata } = columnsOf(table, options);
  const arrow = await loadPeer<Arrow>('apache-arrow', 'toArrow');
  const typeOf = ({ kind, values }: DataColumn): unknown => {
    if (kind === 'text') return new arrow.Utf8();
    return values instanceof Int32Array ? new arrow.Int32() : new arrow.Float64();
  };
  const fields = columns.map((column) => {
    const about = new Map(column.kind === 'number' && column.unit !== '' ? [['unit', column.unit]] : []);
    return new arrow.Field(column.name, typeOf(column), false, about);
  });
  const vectors = columns.map((column): readonly [string, unknown] => [
    column.name,
    column.kind === 'text'
      ? arrow.vectorFromArray(column.values, typeOf(column))
      : arrow.makeVector(column.values),
  ]);
  const schema = new arrow.Schema(fields, new Map(Object.entries(metadata)));
  return arrow.tableToIPC(new arrow.Table(schema, Object.fromEntries(vectors)), 'file');
}
