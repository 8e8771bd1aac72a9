/** One column: text, or numbers. */
export type DataColumn =
  | { readonly name: string; readonly kind: 'text'; readonly values: readonly string[] }
  | {
      readonly name: string;
      readonly kind: 'number';
      /** `'arrivals'`, `'share'`, `'JPY at 2025 prices'` ...; empty for numbers without one. */
      readonly unit: string;
      readonly values: Float64Array | Int32Array;
    };

/** Figures by column, with what is known about them: ready for any tool of data analysis. */
export interface DataTable {
  readonly kind: 'data';
  /** All of one length. */
  readonly columns: readonly DataColumn[];
  /** How many rows. */
  readonly length: number;
  /** `seed`, `draws`, `version`, `fingerprint`, `unit` ..., as text. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** A table of text and number columns; a text column is text in every row. */
export function dataTable(
  columns: readonly DataColumn[],
  metadata: Readonly<Record<string, string>>,
): DataTable {
  return { kind: 'data', columns, length: columns[0]?.values.length ?? 0, metadata };
}
