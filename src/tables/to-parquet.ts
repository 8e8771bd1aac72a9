import { loadPeer } from '../optional-peer.ts';
import { columnsOf, type Writable, type WriteOptions } from './writable.ts';

/** What is used of `hyparquet-writer`. */
interface ParquetWriter {
  readonly parquetWriteBuffer: (options: {
    readonly columnData: readonly object[];
    readonly kvMetadata: readonly { readonly key: string; readonly value: string }[];
    readonly createdBy: string;
    readonly rowGroupSize: number;
  }) => ArrayBuffer;
}

/** Rows that are read at a time: few enough to fit, many enough to compress. */
const GROUP = 100_000;

/**
 * Any table as Apache Parquet: text and 64-bit floats, whole numbers as 32-bit integers, nothing rounded, nothing null.
 * The metadata of the file hold those of the table, and the units of the columns under `units`. Needs the package
 * `hyparquet-writer`.
 *
 * @throws Error where the package is missing.
 * @throws TypeError where `table` is no table.
 *
 * @example
 * ```ts
 * import { simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { drawsTable, toParquet } from 'tourism-impact/tables';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 1_000 });
 * const bytes = await toParquet(drawsTable({ run, measure: 'revenueLost', by: 'month' }));
 * console.log(new TextDecoder().decode(bytes.slice(0, 4)));
 * // => PAR1
 * ```
 */
export async function toParquet(table: Writable, options: WriteOptions = {}): Promise<Uint8Array> {
  const { columns, metadata } = columnsOf(table, options);
  const { parquetWriteBuffer } = await loadPeer<ParquetWriter>('hyparquet-writer', 'toParquet');
  const units = Object.fromEntries(
    columns.flatMap((column) => (column.kind === 'number' ? [[column.name, column.unit]] : [])),
  );
  const entries = Object.entries({ ...metadata, units: JSON.stringify(units) });
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, kind, values }) => ({
      name,
      data: values,
      type: kind === 'text' ? 'STRING' : values instanceof Int32Array ? 'INT32' : 'DOUBLE',
      nullable: false,
    })),
    kvMetadata: entries.map(([key, value]) => ({ key, value })),
    createdBy: `tourism-impact ${metadata['version'] ?? ''}`.trim(),
    rowGroupSize: GROUP,
  });
  return new Uint8Array(buffer);
}
