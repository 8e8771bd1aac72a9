import { sum } from './coefficients.ts';
import type { BySector, InputOutputTable } from './types.ts';

/**
 * The largest gap between an account and the sector's output, as a share of that output: of the rows (sales), of the
 * columns (inputs and value added). Null where the table does not hold what it takes. Printed tables are rounded, so
 * gaps of a thousandth are common; one of several per cent is a slip.
 */
export interface Balance {
  readonly rows: number | null;
  readonly columns: number | null;
}

export function balanceOf(table: InputOutputTable): Balance {
  return {
    rows: table.finalDemand === undefined ? null : largestGap(sales(table), table.output),
    columns: table.valueAdded === undefined ? null : largestGap(costs(table), table.output),
  };
}

/** Intermediate sales, final demand, less competitive imports. */
function sales({ transactions, households, imports, finalDemand = {} }: InputOutputTable): number[] {
  const competitive = imports?.kind === 'competitive' ? imports : null;
  return transactions.map(
    (row, i) =>
      sum(row) +
      (households?.consumption[i] ?? 0) +
      sum(Object.values(finalDemand).map((column) => column[i]!)) +
      (competitive === null ? 0 : competitive.exports[i]! - competitive.amounts[i]!),
  );
}

function costs({ transactions, imports, valueAdded = {}, output }: InputOutputTable): number[] {
  const imported = imports?.kind === 'separate' ? imports.inputs : undefined;
  return output.map(
    (_, j) =>
      sum(transactions.map((row) => row[j]!)) +
      (imported?.[j] ?? 0) +
      sum(Object.values(valueAdded).map((row) => row[j]!)),
  );
}

function largestGap(accounts: readonly number[], output: BySector): number {
  return accounts.reduce(
    (largest, value, i) => Math.max(largest, output[i] === 0 ? 0 : Math.abs(value / output[i]! - 1)),
    0,
  );
}
