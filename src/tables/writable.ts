import type { Table } from '../projections/table-cells.ts';
import type { DataTable } from './data-table.ts';
import { resultsTable } from './results-table.ts';
import type { RunRecord } from './run-record.ts';

/** What can be written to a file: a table of columns, or a table of results as it comes. */
export type Writable = DataTable | Table;

/** How a table is written. */
export interface WriteOptions {
  /** Put into the file's metadata as `provenance`, so that the file repeats its run; see `fromProvenance`. */
  readonly record?: RunRecord;
}

/** As columns, with the record of the run among the metadata. */
export function columnsOf(table: Writable, { record }: WriteOptions): DataTable {
  const columns = typeof table === 'object' && table?.kind === 'data' ? table : resultsTable(table);
  if (record === undefined) return columns;
  return { ...columns, metadata: { ...columns.metadata, provenance: JSON.stringify(record) } };
}
