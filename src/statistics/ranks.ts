/**
 * Ranks from 1, ties sharing the mean of theirs: [20, 10, 20] has 2.5, 1, 2.5.
 */
export function ranks(values: Float64Array): Float64Array {
  const count = values.length;
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const result = new Float64Array(count);
  for (let start = 0; start < count; ) {
    let end = start + 1;
    while (end < count && values[order[end]!]! === values[order[start]!]!) end += 1;
    // Ranks start + 1 ... end.
    for (let k = start; k < end; k += 1) result[order[k]!] = (start + 1 + end) / 2;
    start = end;
  }
  return result;
}
