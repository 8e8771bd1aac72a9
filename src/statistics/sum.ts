/**
 * A sum that carries its rounding error along, so that the outcome is the exact sum rounded about once. The order is
 * that of the values: same values, same bits.
 *
 * Source: Neumaier (1974), Zeitschrift für angewandte Mathematik und Mechanik 54.
 */
export function sum(values: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}
