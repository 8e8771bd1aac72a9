// The loops of src/blocks/plain-loops.ts in AssemblyScript, two draws side by side. Every number comes of the same
// operations in the same order, so that both give the same bits. Rows are named by the address of their first number.
// Loops may run one draw past an odd count: rows have room.

/** Bytes from one row of a lag to the next. */
const PITCH: usize = 264 * 8;
/** Bytes of a lag's constants: stay, leave, departing, weighted mean, mean. */
const LAG: usize = 5 * 8;

/** Philox 4x32-10 for four blocks at a time, and two uniforms of each. */
export function fillUniforms(
  key0: i32,
  key1: i32,
  stream0: i32,
  stream1: i32,
  block: i32,
  blockHigh: i32,
  out: usize,
  count: i32,
): void {
  const multiplier0 = i32x4.splat(0xd2511f53);
  const multiplier1 = i32x4.splat(0xcd9e8d57);
  const one = i64x2.splat(0x3ff0000000000000);
  const minusOne = f64x2.splat(-1);
  const halfStep = f64x2.splat(1.1102230246251565e-16);
  let counter = i32x4.add(i32x4.splat(block), i32x4(0, 1, 2, 3));
  const end = out + ((<usize>count) << 3);
  for (; out < end; out += 64) {
    let c0 = counter;
    let c1 = i32x4.splat(blockHigh);
    let c2 = i32x4.splat(stream0);
    let c3 = i32x4.splat(stream1);
    let k0 = key0;
    let k1 = key1;
    for (let round = 0; round < 10; round++) {
      const even0 = i64x2.extmul_low_i32x4_u(c0, multiplier0);
      const odd0 = i64x2.extmul_high_i32x4_u(c0, multiplier0);
      const even1 = i64x2.extmul_low_i32x4_u(c2, multiplier1);
      const odd1 = i64x2.extmul_high_i32x4_u(c2, multiplier1);
      c0 = v128.xor(v128.xor(v128.shuffle<i32>(even1, odd1, 1, 3, 5, 7), c1), i32x4.splat(k0));
      c1 = v128.shuffle<i32>(even1, odd1, 0, 2, 4, 6);
      c2 = v128.xor(v128.xor(v128.shuffle<i32>(even0, odd0, 1, 3, 5, 7), c3), i32x4.splat(k1));
      c3 = v128.shuffle<i32>(even0, odd0, 0, 2, 4, 6);
      k0 += 0x9e3779b9;
      k1 += 0xbb67ae85;
    }
    // 52 bits as the fraction of a number from 1 to 2, less 1, and half a step: exact.
    const a = f64x2.add(
      f64x2.add(v128.or(i64x2.shr_u(v128.shuffle<i32>(c1, c0, 0, 4, 1, 5), 12), one), minusOne),
      halfStep,
    );
    const b = f64x2.add(
      f64x2.add(v128.or(i64x2.shr_u(v128.shuffle<i32>(c3, c2, 0, 4, 1, 5), 12), one), minusOne),
      halfStep,
    );
    const c = f64x2.add(
      f64x2.add(v128.or(i64x2.shr_u(v128.shuffle<i32>(c1, c0, 2, 6, 3, 7), 12), one), minusOne),
      halfStep,
    );
    const d = f64x2.add(
      f64x2.add(v128.or(i64x2.shr_u(v128.shuffle<i32>(c3, c2, 2, 6, 3, 7), 12), one), minusOne),
      halfStep,
    );
    v128.store(out, v128.shuffle<i64>(a, b, 0, 2));
    v128.store(out, v128.shuffle<i64>(a, b, 1, 3), 16);
    v128.store(out, v128.shuffle<i64>(c, d, 0, 2), 32);
    v128.store(out, v128.shuffle<i64>(c, d, 1, 3), 48);
    counter = i32x4.add(counter, i32x4.splat(4));
  }
}

/** Pieces of a side of a table, and the bytes of a side. */
const SIDE_PIECES: i32 = 144;
const SIDE: usize = 144 * 64;

export function lookUpQuantiles(table: usize, levels: usize, out: usize, count: i32): i32 {
  const low = load<f64>(table);
  const high = load<f64>(table, 8);
  const pieces = table + 16;
  let missing = 0;
  for (let j = 0; j < count; j++, levels += 8, out += 8) {
    const u = load<f64>(levels);
    const isLower = u < 0.5;
    const bits = reinterpret<u64>(select<f64>(u, 1 - u, isLower));
    // Exponent and the first four bits of the fraction, from 2^-10 on.
    const piece = <i32>(bits >> 48) - ((1023 - 10) << 4);
    if (<u32>piece >= <u32>SIDE_PIECES) {
      store<f64>(out, NaN);
      missing++;
      continue;
    }
    const t = reinterpret<f64>(((bits << 4) & 0x000fffffffffffff) | 0x3ff0000000000000) - 1;
    const at = pieces + select<usize>(0, SIDE, isLower) + ((<usize>piece) << 6);
    const q = f64x2.splat(t * t);
    let sum = f64x2.add(f64x2.mul(v128.load(at, 48), q), v128.load(at, 32));
    sum = f64x2.add(f64x2.mul(sum, q), v128.load(at, 16));
    sum = f64x2.add(f64x2.mul(sum, q), v128.load(at));
    const x = min<f64>(max<f64>(f64x2.extract_lane(sum, 0) + t * f64x2.extract_lane(sum, 1), low), high);
    missing += <i32>(x != x);
    store<f64>(out, x);
  }
  return missing;
}

export function scale(out: usize, row: usize, factor: f64, count: i32): void {
  const by = f64x2.splat(factor);
  for (const end = out + ((<usize>count) << 3); out < end; out += 16, row += 16) {
    v128.store(out, f64x2.mul(by, v128.load(row)));
  }
}

export function multiply(out: usize, row: usize, count: i32): void {
  for (const end = out + ((<usize>count) << 3); out < end; out += 16, row += 16) {
    v128.store(out, f64x2.mul(v128.load(out), v128.load(row)));
  }
}

export function add(out: usize, row: usize, count: i32): void {
  for (const end = out + ((<usize>count) << 3); out < end; out += 16, row += 16) {
    v128.store(out, f64x2.add(v128.load(out), v128.load(row)));
  }
}

export function addProduct(out: usize, row: usize, other: usize, count: i32): void {
  for (const end = out + ((<usize>count) << 3); out < end; out += 16, row += 16, other += 16) {
    v128.store(out, f64x2.add(v128.load(out), f64x2.mul(v128.load(row), v128.load(other))));
  }
}

export function stepPaths(
  target: usize,
  excess: usize,
  notBooked: usize,
  lost: usize,
  power: usize,
  series: usize,
  convolved: usize,
  lags: i32,
  constants: usize,
  days: f64,
  count: i32,
): void {
  const length = f64x2.splat(days);
  const size = (<usize>count) << 3;
  for (let j: usize = 0; j < size; j += 16) {
    const level = v128.load(target + j);
    const above = v128.load(excess + j);
    let sum = f64x2.add(f64x2.mul(length, level), f64x2.mul(above, v128.load(series + j)));
    let at = notBooked + j;
    let h = convolved + j;
    let c = constants;
    for (let k = 0; k < lags; k++, at += PITCH, h += PITCH, c += LAG) {
      const before = v128.load(at);
      const after = f64x2.add(
        f64x2.mul(v128.load64_splat(c), before),
        f64x2.add(
          f64x2.mul(v128.load64_splat(c, 8), level),
          f64x2.mul(v128.load64_splat(c, 16), f64x2.mul(above, v128.load(h))),
        ),
      );
      sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(c, 24), f64x2.sub(before, after)));
      v128.store(at, after);
    }
    v128.store(lost + j, sum);
    v128.store(excess + j, f64x2.mul(above, v128.load(power + j)));
  }
}

export function stepCancelling(
  exposed: usize,
  pending: usize,
  wait: usize,
  cancelled: usize,
  power: usize,
  lags: i32,
  constants: usize,
  count: i32,
): void {
  const size = (<usize>count) << 3;
  for (let j: usize = 0; j < size; j += 16) {
    const kept = v128.load(power + j);
    let sum = f64x2.splat(0);
    let row = j;
    let c = constants;
    for (let k = 0; k < lags; k++, row += PITCH, c += LAG) {
      const stay = v128.load64_splat(c);
      const before = v128.load(exposed + row);
      const after = f64x2.mul(before, stay);
      const open = v128.load(pending + row);
      const left = f64x2.mul(f64x2.mul(open, stay), kept);
      sum = f64x2.add(
        sum,
        f64x2.sub(
          f64x2.mul(v128.load64_splat(c, 32), f64x2.sub(before, after)),
          f64x2.mul(v128.load(wait + row), f64x2.sub(open, left)),
        ),
      );
      v128.store(exposed + row, after);
      v128.store(pending + row, left);
    }
    v128.store(cancelled + j, sum);
  }
}

export function countDays(
  daily: usize,
  lost: usize,
  cancelled: usize,
  days: f64,
  out: usize,
  pitch: usize,
  count: i32,
): void {
  const length = f64x2.splat(days);
  const size = (<usize>count) << 3;
  for (let j: usize = 0; j < size; j += 16) {
    const arrivals = v128.load(daily + j);
    const away = v128.load(lost + j);
    const gone = v128.load(cancelled + j);
    v128.store(out + j, f64x2.mul(arrivals, f64x2.sub(f64x2.sub(length, away), gone)));
    v128.store(out + pitch + j, f64x2.mul(arrivals, gone));
    v128.store(out + 2 * pitch + j, f64x2.mul(arrivals, away));
  }
}
