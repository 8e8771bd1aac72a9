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
  const row = rowOfLags(lags);
  for (let j: usize = 0; j < size; j += 16) {
    const level = v128.load(target + j);
    const above = v128.load(excess + j);
    let sum = f64x2.add(f64x2.mul(length, level), f64x2.mul(above, v128.load(series + j)));
    let at = notBooked + j;
    let h = convolved + j;
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
  const means = constants + 4 * rowOfLags(lags);
  for (let j: usize = 0; j < size; j += 16) {
    const kept = v128.load(power + j);
    let sum = f64x2.splat(0);
    let row = j;
    for (let k: usize = 0; k < <usize>lags; k++, row += PITCH) {
      const c = constants + (k << 3);
      const stay = v128.load64_splat(c);
      const before = v128.load(exposed + row);
      const after = f64x2.mul(before, stay);
      const open = v128.load(pending + row);
      const left = f64x2.mul(f64x2.mul(open, stay), kept);
      sum = f64x2.add(
        sum,
        f64x2.sub(
          f64x2.mul(v128.load64_splat(means + (k << 3)), f64x2.sub(before, after)),
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

// One draw under way, as in src/blocks/course.ts: what stands in variables there stands in these.
let target: f64 = 0;
let excess: f64 = 0;
let lost: f64 = 0;
let cancelled: f64 = 0;
/** Bytes of a number for each lag. */
let row: usize = 0;
/** Bytes of the constants of a step: stay, leave, departing, weighted mean, mean, for each lag. */
let stepSize: usize = 0;
let constants: usize = 0;
/** Five numbers each, for steps of 1, 2, 4, 8 and 16 days; convolved: step after step, a number for each lag. */
let powers: usize = 0;
let sums: usize = 0;
let keeps: usize = 0;
let convolutions: usize = 0;
/** A number for each lag. */
let unbooked: usize = 0;
let exposures: usize = 0;
let pendings: usize = 0;
let waits: usize = 0;

const STEPS: i32 = 5;

function setPath(r: f64): void {
  store<f64>(powers, r);
  store<f64>(sums, r);
  for (let k: usize = 0; k < row; k += 16) v128.store(convolutions + k, f64x2.splat(r));
  let power = r;
  let sum = r;
  let c = constants;
  let h = convolutions;
  for (let i = 1; i < STEPS; i++, c += stepSize, h += row) {
    const before = f64x2.splat(power);
    sum = sum + power * sum;
    power = power * power;
    store<f64>(powers + (i << 3), power);
    store<f64>(sums + (i << 3), sum);
    for (let k: usize = 0; k < row; k += 16) {
      v128.store(h + row + k, f64x2.mul(v128.load(h + k), f64x2.add(v128.load(c + k), before)));
    }
  }
}

function setCancelling(kept: f64): void {
  let power = kept;
  for (let i = 0; i < STEPS; i++, power = power * power) store<f64>(keeps + (i << 3), power);
  const one = f64x2.splat(1);
  for (let k: usize = 0; k < row; k += 16) {
    const both = f64x2.mul(v128.load(constants + k), f64x2.splat(kept));
    v128.store(waits + k, f64x2.div(both, f64x2.sub(one, both)));
  }
}

function advance(days: i32): void {
  let left = days;
  for (; left > 31; left -= 31) advanceInSteps(31);
  if (left > 0) advanceInSteps(left);
}

function advanceInSteps(days: i32): void {
  const level = target;
  const levels = f64x2.splat(level);
  for (let left = days; left > 0; left &= left - 1) {
    const i = ctz(left);
    const above = excess;
    const kept = v128.load64_splat(keeps + (i << 3));
    const c = constants + <usize>i * stepSize;
    const h = convolutions + <usize>i * row;
    let away = <f64>(1 << i) * level + above * load<f64>(sums + (i << 3));
    let gone: f64 = 0;
    for (let k: usize = 0; k < row; k += 16) {
      const stay = v128.load(c + k);
      const before = v128.load(unbooked + k);
      const after = f64x2.add(
        f64x2.mul(stay, before),
        f64x2.add(
          f64x2.mul(v128.load(c + row + k), levels),
          f64x2.mul(v128.load(c + 2 * row + k), f64x2.mul(f64x2.splat(above), v128.load(h + k))),
        ),
      );
      v128.store(unbooked + k, after);
      const missed = f64x2.mul(v128.load(c + 3 * row + k), f64x2.sub(before, after));
      away = away + f64x2.extract_lane(missed, 0) + f64x2.extract_lane(missed, 1);
      const there = v128.load(exposures + k);
      const open = v128.load(pendings + k);
      const exposed = f64x2.mul(there, stay);
      const pending = f64x2.mul(f64x2.mul(open, stay), kept);
      v128.store(exposures + k, exposed);
      v128.store(pendings + k, pending);
      const left = f64x2.sub(
        f64x2.mul(v128.load(c + 4 * row + k), f64x2.sub(there, exposed)),
        f64x2.mul(v128.load(waits + k), f64x2.sub(open, pending)),
      );
      gone = gone + f64x2.extract_lane(left, 0) + f64x2.extract_lane(left, 1);
    }
    lost += away;
    cancelled += gone;
    excess = above * load<f64>(powers + (i << 3));
  }
}

function settle(recovery: f64): void {
  excess += target;
  target = 0;
  setPath(recovery);
  for (let k: usize = 0; k < row; k += 16) {
    v128.store(exposures + k, f64x2.sub(v128.load(exposures + k), v128.load(pendings + k)));
    v128.store(pendings + k, f64x2.splat(0));
  }
}

/** A number of what `turn` is told. */
// @ts-ignore: decorator
@inline
function told(at: usize, place: i32): i32 {
  return <i32>load<f64>(at + (place << 3));
}

/** The address of a row or list that `turn` is told. */
// @ts-ignore: decorator
@inline
function rowTold(at: usize, place: i32): usize {
  return <usize>told(at, place) << 3;
}

export function begin(at: usize, count: i32): void {
  const lags = told(at, 0);
  const lengths = told(at, 1);
  const lengthList = rowTold(at, 2);
  const weights = rowTold(at, 4);
  const suppression = rowTold(at, 7);
  const cancellation = rowTold(at, 8);
  const awareness = rowTold(at, 9);
  const cancelling = rowTold(at, 11);
  const targets = rowTold(at, 12);
  const excesses = rowTold(at, 13);
  const notBooked = rowTold(at, 14);
  const exposed = rowTold(at, 16);
  const pending = rowTold(at, 17);
  const wait = rowTold(at, 18);
  const powerRows = rowTold(at, 20);
  const seriesRows = rowTold(at, 21);
  const convolvedRows = rowTold(at, 22);
  const keptRows = rowTold(at, 23);
  const active = rowTold(at, 26);
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  const lagSize = <usize>lags << 4;
  constants = rowTold(at, 3);
  stepSize = 5 * rowOfLags(lags);
  powers = rowTold(at, 25);
  sums = powers + STEPS * 16;
  keeps = sums + STEPS * 16;
  convolutions = keeps + STEPS * 16;
  unbooked = convolutions + STEPS * lagSize;
  const size = (<usize>count) << 3;
  for (let j: usize = 0; j < size; j += 16) {
    const isActive = v128.load(active + j);
    const level = f64x2.mul(v128.load(suppression + j), isActive);
    const share = f64x2.mul(v128.load(cancellation + j), isActive);
    const r = v128.load(awareness + j);
    const kept = v128.load(cancelling + j);
    v128.store(targets + j, level);
    v128.store(excesses + j, f64x2.neg(level));
    for (let k = 0, place = j; k < lags; k++, place += PITCH) {
      const all = f64x2.mul(share, v128.load64_splat(weights + (k << 3)));
      const both = f64x2.mul(v128.load64_splat(constants + (k << 3)), kept);
      v128.store(notBooked + place, zero);
      v128.store(exposed + place, all);
      v128.store(pending + place, all);
      v128.store(wait + place, f64x2.div(both, f64x2.sub(one, both)));
      v128.store(convolutions + (k << 4), r);
      v128.store(unbooked + (k << 4), zero);
    }
    let power = r;
    let sum = r;
    let keep = kept;
    v128.store(powers, power);
    v128.store(sums, sum);
    v128.store(keeps, keep);
    for (let i = 1; i < STEPS; i++) {
      const h = convolutions + <usize>i * lagSize;
      const stays = constants + <usize>(i - 1) * stepSize;
      for (let k = 0; k < lags; k++) {
        const before = v128.load(h - lagSize + (k << 4));
        v128.store(h + (k << 4), f64x2.mul(before, f64x2.add(v128.load64_splat(stays + (k << 3)), power)));
      }
      sum = f64x2.add(sum, f64x2.mul(power, sum));
      power = f64x2.mul(power, power);
      keep = f64x2.mul(keep, keep);
      v128.store(powers + (i << 4), power);
      v128.store(sums + (i << 4), sum);
      v128.store(keeps + (i << 4), keep);
    }
    power = one;
    sum = zero;
    keep = one;
    for (let l = 0, before = 0; l < lengths; l++) {
      const days = <i32>load<f64>(lengthList + (l << 3));
      for (let left = days - before; left > 0; left &= left - 1) {
        const step = ctz(left);
        const stays = constants + <usize>step * stepSize;
        const steps = convolutions + <usize>step * lagSize;
        sum = f64x2.add(sum, f64x2.mul(power, v128.load(sums + (step << 4))));
        for (let k = 0; k < lags; k++) {
          v128.store(
            unbooked + (k << 4),
            f64x2.add(
              f64x2.mul(v128.load64_splat(stays + (k << 3)), v128.load(unbooked + (k << 4))),
              f64x2.mul(power, v128.load(steps + (k << 4))),
            ),
          );
        }
        keep = f64x2.mul(keep, v128.load(keeps + (step << 4)));
        power = f64x2.mul(power, v128.load(powers + (step << 4)));
      }
      before = days;
      const place = <usize>l * PITCH + j;
      v128.store(powerRows + place, power);
      v128.store(seriesRows + place, sum);
      v128.store(keptRows + place, keep);
      let to = convolvedRows + <usize>(l * lags) * PITCH + j;
      for (let k = 0; k < lags; k++, to += PITCH) v128.store(to, v128.load(unbooked + (k << 4)));
    }
  }
}

export function turn(at: usize, list: usize, count: i32, from: i32, to: i32): void {
  const lags = told(at, 0);
  const lengths = told(at, 1);
  const lengthList = rowTold(at, 2);
  const weights = rowTold(at, 4);
  const onset = rowTold(at, 5);
  const end = rowTold(at, 6);
  const suppression = rowTold(at, 7);
  const cancellation = rowTold(at, 8);
  const awareness = rowTold(at, 9);
  const recoveries = rowTold(at, 10);
  const cancelling = rowTold(at, 11);
  const notBooked = rowTold(at, 14);
  const exposed = rowTold(at, 16);
  const pending = rowTold(at, 17);
  const wait = rowTold(at, 18);
  const powerRows = rowTold(at, 20);
  const seriesRows = rowTold(at, 21);
  const convolvedRows = rowTold(at, 22);
  const keptRows = rowTold(at, 23);
  const ahead = rowTold(at, 24);
  constants = rowTold(at, 3);
  row = rowOfLags(lags);
  stepSize = 5 * row;
  powers = rowTold(at, 25);
  sums = powers + STEPS * 8;
  keeps = sums + STEPS * 8;
  convolutions = keeps + STEPS * 8;
  unbooked = convolutions + STEPS * row;
  exposures = unbooked + row;
  pendings = exposures + row;
  waits = pendings + row;
  const sizeAhead = 32 + 3 * row;
  for (let i = 0; i < count; i++) {
    const draw = <usize>(<i32>load<f64>(list + (i << 3)));
    const j = draw << 3;
    const first = <i32>load<f64>(onset + j);
    const last = <i32>load<f64>(end + j);
    const recovery = load<f64>(recoveries + j);
    const begins = first >= from || from == 0;
    let day = from;
    setCancelling(load<f64>(cancelling + j));
    if (begins) {
      day = first;
      target = load<f64>(suppression + j);
      excess = -target;
      const share = f64x2.splat(load<f64>(cancellation + j));
      for (let k: usize = 0; k < row; k += 16) {
        const all = f64x2.mul(share, v128.load(weights + k));
        v128.store(unbooked + k, f64x2.splat(0));
        v128.store(exposures + k, all);
        v128.store(pendings + k, all);
      }
    } else {
      target = load<f64>(rowTold(at, 12) + j);
      excess = load<f64>(rowTold(at, 13) + j);
      // Where lags are odd in number, one more stands for none.
      store<f64>(unbooked + row - 8, 0);
      store<f64>(exposures + row - 8, 0);
      store<f64>(pendings + row - 8, 0);
      for (let k: usize = 0, place = j; k < <usize>lags << 3; k += 8, place += PITCH) {
        store<f64>(unbooked + k, load<f64>(notBooked + place));
        store<f64>(exposures + k, load<f64>(exposed + place));
        store<f64>(pendings + k, load<f64>(pending + place));
      }
    }
    setPath(load<f64>(awareness + j));
    if (day < 0) {
      if (last <= 0) {
        advance(last - day);
        settle(recovery);
        advance(-last);
      } else advance(-day);
      day = 0;
    }
    lost = 0;
    cancelled = 0;
    if (last < to && (last > day || !begins)) {
      advance(last - day);
      settle(recovery);
      day = last;
    }
    advance(to - day);

    const out = ahead + draw * sizeAhead;
    store<f64>(out, target);
    store<f64>(out, excess, 8);
    store<f64>(out, lost, 16);
    store<f64>(out, cancelled, 24);
    for (let k: usize = 0; k < 3 * row; k += 16) v128.store(out + 32 + k, v128.load(unbooked + k));
    for (let k: usize = 0, place = j; k < <usize>lags << 3; k += 8, place += PITCH) {
      store<f64>(wait + place, load<f64>(waits + k));
    }
    let power: f64 = 1;
    let sum: f64 = 0;
    let kept: f64 = 1;
    for (let k: usize = 0; k < row; k += 16) v128.store(unbooked + k, f64x2.splat(0));
    for (let l = 0, before = 0; l < lengths; l++) {
      const days = <i32>load<f64>(lengthList + (l << 3));
      for (let left = days - before; left > 0; left &= left - 1) {
        const step = ctz(left);
        const stays = constants + <usize>step * stepSize;
        const steps = convolutions + <usize>step * row;
        sum = sum + power * load<f64>(sums + (step << 3));
        for (let k: usize = 0; k < row; k += 16) {
          v128.store(
            unbooked + k,
            f64x2.add(
              f64x2.mul(v128.load(stays + k), v128.load(unbooked + k)),
              f64x2.mul(f64x2.splat(power), v128.load(steps + k)),
            ),
          );
        }
        kept *= load<f64>(keeps + (step << 3));
        power = power * load<f64>(powers + (step << 3));
      }
      before = days;
      const place = <usize>l * PITCH + j;
      store<f64>(powerRows + place, power);
      store<f64>(seriesRows + place, sum);
      store<f64>(keptRows + place, kept);
      let to = convolvedRows + <usize>(l * lags) * PITCH + j;
      for (let k: usize = 0; k < <usize>lags << 3; k += 8, to += PITCH) {
        store<f64>(to, load<f64>(unbooked + k));
      }
    }
  }
}

export function putBack(at: usize, list: usize, count: i32): void {
  const size = <usize>told(at, 0) << 3;
  const padded = rowOfLags(told(at, 0));
  const ahead = rowTold(at, 24);
  const targets = rowTold(at, 12);
  const excesses = rowTold(at, 13);
  const notBooked = rowTold(at, 14);
  const losses = rowTold(at, 15);
  const exposed = rowTold(at, 16);
  const pending = rowTold(at, 17);
  const cancellations = rowTold(at, 19);
  for (let i = 0; i < count; i++) {
    const draw = <usize>(<i32>load<f64>(list + (i << 3)));
    const j = draw << 3;
    const from = ahead + draw * (32 + 3 * padded);
    store<f64>(targets + j, load<f64>(from));
    store<f64>(excesses + j, load<f64>(from, 8));
    store<f64>(losses + j, load<f64>(from, 16));
    store<f64>(cancellations + j, load<f64>(from, 24));
    for (let k: usize = 0, place = j; k < size; k += 8, place += PITCH) {
      store<f64>(notBooked + place, load<f64>(from + 32 + k));
      store<f64>(exposed + place, load<f64>(from + 32 + padded + k));
      store<f64>(pending + place, load<f64>(from + 32 + 2 * padded + k));
    }
  }
}
