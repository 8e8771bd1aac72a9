import { type Table, tableCells } from '../projections/table-cells.ts';
import { type DataColumn, type DataTable, dataTable } from './data-table.ts';
import { type Metadata, tableMetadata } from './table-metadata.ts';

/**
 * A projection, a comparison or another table of results as columns: those of `toCsv`, with every digit, standard errors
 * included, and with units and provenance as metadata.
 *
 * @throws TypeError where `table` is no table of results.
 *
 * @example
 * ```ts
 * import { project, simulate } from 'tourism-impact';
 * import { chinaJapan2025 } from 'tourism-impact/data';
 * import { resultsTable } from 'tourism-impact/tables';
 *
 * const run = simulate({ scenario: chinaJapan2025(), seed: 'a seed', draws: 100 });
 * const { columns, length } = resultsTable(project({ run, measure: 'arrivals', by: 'flow', levels: [0.8] }));
 * console.log(length, columns.map(({ name }) => name).slice(0, 5).join(' '));
 * // => 3 measure unit flow mean standardError
 * ```
 */
export function resultsTable(table: Table): DataTable {
  const rows = tableCells('resultsTable', table);
  const unit = 'unit' in table ? table.unit : 'share';
  const columns = (rows[0] ?? []).map(({ column }, c): DataColumn => {
    const values = rows.map((cells) => cells[c]!.value);
    return values.every((value) => typeof value === 'number')
      ? { name: column, kind: 'number', unit: unitOf(column, unit), values: Float64Array.from(values) }
      : { name: column, kind: 'text', values: values.map(String) };
  });
  return dataTable(columns, metadataOf(table));
}

/** Columns that are no amounts of the measure. */
const unitless: Readonly<Record<string, string>> = {
  level: 'share',
  probabilityPositive: 'share',
  pairingGain: '',
};

function unitOf(column: string, unit: string): string {
  return unitless[column] ?? unit;
}

function metadataOf(table: Table): Metadata {
  const asked: Metadata = {
    table: table.kind,
    ...('measure' in table ? { measure: table.measure, unit: table.unit } : {}),
    ...('months' in table ? { months: JSON.stringify(table.months) } : {}),
    ...('where' in table && Object.keys(table.where).length > 0
      ? { where: JSON.stringify(table.where) }
      : {}),
    ...('given' in table && table.given.length > 0 ? { given: JSON.stringify(table.given) } : {}),
    ...('dated' in table ? { dated: table.dated } : {}),
    ...('cumulative' in table ? { cumulative: String(table.cumulative) } : {}),
  };
  if (!('meta' in table)) return asked;
  if (!('base' in table.meta)) return { ...asked, ...tableMetadata(table.meta) };
  return {
    ...asked,
    ...tableMetadata(table.meta.other),
    baseFingerprint: table.meta.base.fingerprint,
  };
}
