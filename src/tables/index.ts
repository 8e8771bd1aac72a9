/**
 * Data for other tools: projections, draws and inputs as columns, written as CSV, JSON, Apache Arrow and Parquet, and the
 * record that repeats a run.
 *
 * @packageDocumentation
 */
export type { DataColumn, DataTable } from './data-table.ts';
export { type DrawsTableOptions, drawsTable } from './draws-table.ts';
export { inputsTable } from './inputs-table.ts';
export { resultsTable } from './results-table.ts';
export { fromProvenance, type RepeatedRun, type RunRecord, runRecord } from './run-record.ts';
export { toArrow } from './to-arrow.ts';
export { toParquet } from './to-parquet.ts';
export { toCsvText, toJsonText } from './to-text.ts';
export type { Writable, WriteOptions } from './writable.ts';
