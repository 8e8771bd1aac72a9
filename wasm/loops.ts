// The loops of src/blocks/plain-loops.ts in AssemblyScript, two draws side by side. Every number comes of the same
// operations in the same order, so that both give the same bits. Rows are named by the address of their first number.
// Loops may run one draw past an odd count: rows have room.

/** Bytes from one row of a lag to the next. */
const PITCH: usize = 264 * 8;

/** Bytes of a number for each lag; an even count, so that lags go two by two as draws do. */
// @ts-ignore: decorator
@inline
function rowOfLags(lags: i32): usize {
  return (<usize>((lags + 1) & ~1)) << 3;
}

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

/** Pieces of a side of a table, the last for levels beyond the others, and the bytes of a side. */
const BEYOND: i32 = 144;
const SIDE: i64 = 145 * 64;

export function lookUpQuantiles(table: usize, levels: usize, out: usize, missing: usize, count: i32): i32 {
  const low = v128.load64_splat(table);
  const high = v128.load64_splat(table, 8);
  const pieces = table + 16;
  const half = f64x2.splat(0.5);
  const one = f64x2.splat(1);
  const fraction = i64x2.splat(0x000fffffffffffff);
  const side = i64x2.splat(SIDE);
  const beyond = i64x2.splat(BEYOND);
  let absent = 0;
  for (let j = 0; j < count; j += 2, levels += 16, out += 16) {
    const u = v128.load(levels);
    const isLower = f64x2.lt(u, half);
    const distance = v128.bitselect(u, f64x2.sub(one, u), isLower);
    // Exponent and the first four bits of the fraction, from 2^-10 on; what is below wraps around to beyond.
    const steps = i64x2.sub(i64x2.shr_u(distance, 48), i64x2.splat((1023 - 10) << 4));
    const piece = i32x4.min_u(steps, beyond);
    const t = f64x2.sub(v128.or(v128.and(i64x2.shl(distance, 4), fraction), one), one);
    const at = i64x2.add(i64x2.shl(piece, 6), v128.andnot(side, isLower));
    const p0 = pieces + <usize>i64x2.extract_lane(at, 0);
    const p1 = pieces + <usize>i64x2.extract_lane(at, 1);
    const q = f64x2.mul(t, t);
    const q0 = v128.shuffle<i64>(q, q, 0, 0);
    const q1 = v128.shuffle<i64>(q, q, 1, 1);
    let s0 = f64x2.add(f64x2.mul(v128.load(p0, 48), q0), v128.load(p0, 32));
    let s1 = f64x2.add(f64x2.mul(v128.load(p1, 48), q1), v128.load(p1, 32));
    s0 = f64x2.add(f64x2.mul(s0, q0), v128.load(p0, 16));
    s1 = f64x2.add(f64x2.mul(s1, q1), v128.load(p1, 16));
    s0 = f64x2.add(f64x2.mul(s0, q0), v128.load(p0));
    s1 = f64x2.add(f64x2.mul(s1, q1), v128.load(p1));
    const even = v128.shuffle<i64>(s0, s1, 0, 2);
    const odd = v128.shuffle<i64>(s0, s1, 1, 3);
    const x = f64x2.pmin(f64x2.pmax(f64x2.add(even, f64x2.mul(t, odd)), low), high);
    v128.store(out, x);
    if (!v128.any_true(f64x2.ne(x, x))) continue;
    for (let lane = 0; lane < 2; lane++) {
      const value = load<f64>(out + (<usize>lane << 3));
      if (value == value || j + lane >= count) continue;
      store<f64>(missing + (<usize>absent << 3), <f64>(j + lane));
      absent++;
    }
  }
  return absent;
}

const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const INVERSE_LN2: f64 = 1.4426950408889634;

/** Where e^x and all on the way to it are ordinary numbers. */
const ORDINARY: f64 = 700;

/**
 * e to the power of each number of the row, in place, up to a pair of which one is beyond the ordinary: the place of that
 * pair, for the caller to do, or the count.
 */
export function exp(row: usize, from: i32, count: i32): i32 {
  const one = f64x2.splat(1);
  row += (<usize>from) << 3;
  for (let j = from; j < count; j += 2, row += 16) {
    const x = v128.load(row);
    const isOrdinary = f64x2.le(f64x2.abs(x), f64x2.splat(ORDINARY));
    if (!i64x2.all_true(isOrdinary)) return j;
    const k = f64x2.floor(f64x2.add(f64x2.mul(x, f64x2.splat(INVERSE_LN2)), f64x2.splat(0.5)));
    const high = f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_HIGH)));
    const low = f64x2.mul(k, f64x2.splat(LN2_LOW));
    const r = f64x2.sub(high, low);
    const t = f64x2.mul(r, r);
    let c = f64x2.add(f64x2.splat(-1.6533902205465252e-6), f64x2.mul(t, f64x2.splat(4.1381367970572385e-8)));
    c = f64x2.add(f64x2.splat(6.613756321437934e-5), f64x2.mul(t, c));
    c = f64x2.add(f64x2.splat(-0.0027777777777015593), f64x2.mul(t, c));
    c = f64x2.add(f64x2.splat(0.16666666666666602), f64x2.mul(t, c));
    c = f64x2.sub(r, f64x2.mul(t, c));
    const ratio = f64x2.div(f64x2.mul(r, c), f64x2.sub(f64x2.splat(2), c));
    const y = f64x2.sub(one, f64x2.sub(f64x2.sub(low, ratio), high));
    const power = i64x2.shl(
      i64x2.add(i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k)), i64x2.splat(1023)),
      52,
    );
    v128.store(row, f64x2.mul(y, power));
  }
  return count;
}

export function scale(out: usize, row: usize, factor: f64, count: i32): void {
  const by = f64x2.splat(factor);
  for (const end = out + ((<usize>count) << 3); out < end; out += 16, row += 16) {
    v128.store(out, f64x2.mul(by, v128.load(row)));
  }
}

export function product(out: usize, row: usize, other: usize, count: i32): void {
  for (const end = out + ((<usize>count) << 3); out < end; out += 16, row += 16, other += 16) {
    v128.store(out, f64x2.mul(v128.load(row), v128.load(other)));
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

export function stepPaths(state: usize, table: usize, lags: i32, constants: usize, days: f64, count: i32): void {
  const length = f64x2.splat(days);
  const size = (<usize>count) << 3;
  const row = rowOfLags(lags);
  for (let j: usize = 0; j < size; j += 16) {
    const level = v128.load(state + j);
    const above = v128.load(state + PITCH + j);
    let sum = f64x2.add(f64x2.mul(length, level), f64x2.mul(above, v128.load(table + PITCH + j)));
    let at = state + 4 * PITCH + j;
    let h = table + 2 * PITCH + j;
    let c = constants;
    for (let k = 0; k < lags; k++, at += PITCH, h += PITCH, c += 8) {
      const before = v128.load(at);
      const after = f64x2.add(
        f64x2.mul(v128.load64_splat(c), before),
        f64x2.add(
          f64x2.mul(v128.load64_splat(c + row), level),
          f64x2.mul(v128.load64_splat(c + 2 * row), f64x2.mul(above, v128.load(h))),
        ),
      );
      sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(c + 3 * row), f64x2.sub(before, after)));
      v128.store(at, after);
    }
    v128.store(state + 2 * PITCH + j, sum);
    v128.store(state + PITCH + j, f64x2.mul(above, v128.load(table + j)));
  }
}

export function stepCancelling(state: usize, keptRow: usize, lags: i32, constants: usize, count: i32): void {
  const size = (<usize>count) << 3;
  const row = rowOfLags(lags);
  const next = (row >> 3) * PITCH;
  for (let j: usize = 0; j < size; j += 16) {
    const kept = v128.load(keptRow + j);
    let sum = f64x2.splat(0);
    let at = state + 4 * PITCH + next + j;
    let c = constants;
    for (let k = 0; k < lags; k++, at += PITCH, c += 8) {
      const stay = v128.load64_splat(c);
      const before = v128.load(at);
      const after = f64x2.mul(before, stay);
      const open = v128.load(at + next);
      const left = f64x2.mul(f64x2.mul(open, stay), kept);
      sum = f64x2.add(
        sum,
        f64x2.sub(
          f64x2.mul(v128.load64_splat(c + 4 * row), f64x2.sub(before, after)),
          f64x2.mul(v128.load(at + 2 * next), f64x2.sub(open, left)),
        ),
      );
      v128.store(at, after);
      v128.store(at + next, left);
    }
    v128.store(state + 3 * PITCH + j, sum);
  }
}

export function countDays(daily: usize, state: usize, days: f64, out: usize, pitch: usize, count: i32): void {
  const length = f64x2.splat(days);
  const size = (<usize>count) << 3;
  for (let j: usize = 0; j < size; j += 16) {
    const arrivals = v128.load(daily + j);
    const away = v128.load(state + 2 * PITCH + j);
    const gone = v128.load(state + 3 * PITCH + j);
    v128.store(out + j, f64x2.mul(arrivals, f64x2.sub(f64x2.sub(length, away), gone)));
    v128.store(out + pitch + j, f64x2.mul(arrivals, gone));
    v128.store(out + 2 * pitch + j, f64x2.mul(arrivals, away));
  }
}

export function sumScaled(list: usize, sums: i32, count: i32): void {
  const size = (<usize>count) << 3;
  // Eight draws of all rows at a time: what one sum has read is near for the next. Rows have room for a few more.
  for (let j: usize = 0; j < size; j += 64) {
    let at = list;
    for (let sum = 0; sum < sums; sum++) {
      const out = (<usize>(<i32>load<f64>(at)) << 3) + j;
      const last = at + 16 + (<usize>(<i32>load<f64>(at, 8)) << 4);
      let a = f64x2.splat(0);
      let b = a;
      let c = a;
      let d = a;
      for (at += 16; at < last; at += 16) {
        const row = (<usize>(<i32>load<f64>(at)) << 3) + j;
        const factor = v128.load64_splat(at, 8);
        a = f64x2.add(a, f64x2.mul(factor, v128.load(row)));
        b = f64x2.add(b, f64x2.mul(factor, v128.load(row, 16)));
        c = f64x2.add(c, f64x2.mul(factor, v128.load(row, 32)));
        d = f64x2.add(d, f64x2.mul(factor, v128.load(row, 48)));
      }
      v128.store(out, a);
      v128.store(out, b, 16);
      v128.store(out, c, 32);
      v128.store(out, d, 48);
    }
  }
}

const STEPS: i32 = 5;

export function followPath(
  ratio: usize,
  table: usize,
  lags: i32,
  constants: usize,
  list: usize,
  lengths: i32,
  scratch: usize,
  count: i32,
): void {
  const step: usize = 5 * rowOfLags(lags);
  const rows = 2 + lags;
  const size = (<usize>rows) << 4;
  const one = f64x2.splat(1);
  for (let j: usize = 0; j < (<usize>count) << 3; j += 16) {
    let r = v128.load(ratio + j);
    for (let k: usize = 0; k < size; k += 16) v128.store(scratch + k, r);
    let at = scratch;
    for (let i = 1; i < STEPS; i++, at += size) {
      const sum = v128.load(at, 16);
      v128.store(at + size, f64x2.add(sum, f64x2.mul(r, sum)), 16);
      for (let k = 0; k < lags; k++) {
        const c = constants + <usize>(i - 1) * step + (k << 3);
        const h = at + 32 + (k << 4);
        v128.store(h + size, f64x2.mul(v128.load(h), f64x2.add(v128.load64_splat(c), r)));
      }
      r = f64x2.mul(r, r);
      v128.store(at + size, r);
    }
    // The table itself holds what there is so far: each length goes on from the one before.
    let out = table + j;
    let power = one;
    let sum = f64x2.sub(one, one);
    let days = 0;
    for (let k = 0; k < lags; k++) v128.store(out + <usize>(2 + k) * PITCH, sum);
    for (let l = 0; l < lengths; l++) {
      const length = <i32>load<f64>(list + (l << 3));
      for (let left = length - days; left > 0; left &= left - 1) {
        const i = <usize>ctz(left);
        at = scratch + i * size;
        sum = f64x2.add(sum, f64x2.mul(power, v128.load(at, 16)));
        for (let k = 0; k < lags; k++) {
          const h = out + <usize>(2 + k) * PITCH;
          v128.store(
            h,
            f64x2.add(
              f64x2.mul(v128.load64_splat(constants + i * step + (k << 3)), v128.load(h)),
              f64x2.mul(power, v128.load(at + 32 + (k << 4))),
            ),
          );
        }
        power = f64x2.mul(power, v128.load(at));
      }
      days = length;
      v128.store(out, power);
      v128.store(out + PITCH, sum);
      const next = out + <usize>rows * PITCH;
      if (l + 1 < lengths) {
        for (let k = 0; k < lags; k++) {
          v128.store(next + <usize>(2 + k) * PITCH, v128.load(out + <usize>(2 + k) * PITCH));
        }
      }
      out = next;
    }
  }
}

/** Goes on with one draw for so many days, adding to lost and cancelled. */
function goOn(record: usize, row: usize, constants: usize, ratio: f64, kept: f64, days: i32): void {
  if (days <= 0) return;
  const level = load<f64>(record);
  const start = f64x2.splat(load<f64>(record, 8));
  const r = f64x2.splat(ratio);
  let excess = start;
  let total = f64x2.splat(0);
  let away: f64 = 0;
  let gone: f64 = 0;
  for (let k: usize = 0; k < row; k += 16) {
    const c = constants + k;
    const at = record + 32 + k;
    const stay = v128.load(c);
    const base = f64x2.mul(v128.load(c + row), f64x2.splat(level));
    const departing = v128.load(c + 2 * row);
    const both = f64x2.mul(stay, f64x2.splat(kept));
    const before = v128.load(at);
    const there = v128.load(at + row);
    const open = v128.load(at + 2 * row);
    let notBooked = before;
    let exposed = there;
    let pending = open;
    excess = start;
    total = f64x2.splat(0);
    for (let day = 0; day < days; day++) {
      excess = f64x2.mul(excess, r);
      total = f64x2.add(total, excess);
      notBooked = f64x2.add(f64x2.mul(stay, notBooked), f64x2.add(base, f64x2.mul(departing, excess)));
      exposed = f64x2.mul(exposed, stay);
      pending = f64x2.mul(pending, both);
    }
    const missed = f64x2.mul(v128.load(c + 3 * row), f64x2.sub(before, notBooked));
    const left = f64x2.sub(
      f64x2.mul(v128.load(c + 4 * row), f64x2.sub(there, exposed)),
      f64x2.mul(v128.load(at + 3 * row), f64x2.sub(open, pending)),
    );
    away = away + f64x2.extract_lane(missed, 0) + f64x2.extract_lane(missed, 1);
    gone = gone + f64x2.extract_lane(left, 0) + f64x2.extract_lane(left, 1);
    v128.store(at, notBooked);
    v128.store(at + row, exposed);
    v128.store(at + 2 * row, pending);
  }
  store<f64>(record, f64x2.extract_lane(excess, 0), 8);
  store<f64>(record, load<f64>(record, 16) + (<f64>days * level + f64x2.extract_lane(total, 0) + away), 16);
  store<f64>(record, load<f64>(record, 24) + gone, 24);
}

/** It ends: the path turns back to 0, and nothing more is cancelled. */
function settle(record: usize, row: usize): void {
  store<f64>(record, load<f64>(record, 8) + load<f64>(record), 8);
  store<f64>(record, 0);
  for (let k: usize = record + 32 + row, end = k + row; k < end; k += 16) {
    v128.store(k, f64x2.sub(v128.load(k), v128.load(k + row)));
    v128.store(k + row, f64x2.splat(0));
  }
}

export function turn(
  given: usize,
  state: usize,
  ahead: usize,
  lags: i32,
  constants: usize,
  weights: usize,
  list: usize,
  count: i32,
  from: i32,
  to: i32,
): void {
  const row = rowOfLags(lags);
  const size: usize = 32 + 4 * row;
  for (let i = 0; i < count; i++, ahead += size) {
    const j = <usize>(<i32>load<f64>(list + (i << 3))) << 3;
    const its = given + j;
    const first = <i32>load<f64>(its + 2 * PITCH);
    const last = <i32>load<f64>(its + 3 * PITCH);
    const recovery = load<f64>(its + 5 * PITCH);
    const kept = load<f64>(its + 6 * PITCH);
    const begins = first >= from || from == 0;
    let ratio = load<f64>(its + 4 * PITCH);
    for (let k: usize = 0, at = state + j; k < size; k += 8, at += PITCH) store<f64>(ahead + k, load<f64>(at));
    let day = from;
    if (begins) {
      day = first;
      const level = load<f64>(its);
      store<f64>(ahead, level);
      store<f64>(ahead, -level, 8);
      const share = f64x2.splat(load<f64>(its + PITCH));
      for (let k: usize = 0, at = ahead + 32; k < row; k += 16, at += 16) {
        const all = f64x2.mul(share, v128.load(weights + k));
        v128.store(at, f64x2.splat(0));
        v128.store(at + row, all);
        v128.store(at + 2 * row, all);
      }
    }
    if (day < 0) {
      if (last <= 0) {
        goOn(ahead, row, constants, ratio, kept, last - day);
        settle(ahead, row);
        ratio = recovery;
        goOn(ahead, row, constants, ratio, kept, -last);
      } else goOn(ahead, row, constants, ratio, kept, -day);
      day = 0;
    }
    store<f64>(ahead, 0, 16);
    store<f64>(ahead, 0, 24);
    if (last < to && (last > day || !begins)) {
      goOn(ahead, row, constants, ratio, kept, last - day);
      settle(ahead, row);
      ratio = recovery;
      day = last;
    }
    goOn(ahead, row, constants, ratio, kept, to - day);
  }
}

export function putBack(
  state: usize,
  ahead: usize,
  rows: i32,
  table: usize,
  recovered: usize,
  rowsOfTable: i32,
  list: usize,
  count: i32,
): void {
  for (let i = 0; i < count; i++) {
    const j = <usize>(<i32>load<f64>(list + (i << 3))) << 3;
    const isBack = load<f64>(ahead) == 0;
    for (let r = 0, at = state + j; r < rows; r++, at += PITCH, ahead += 8) store<f64>(at, load<f64>(ahead));
    if (!isBack) continue;
    for (let r = 0, at = j; r < rowsOfTable; r++, at += PITCH) store<f64>(table + at, load<f64>(recovered + at));
  }
}
