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

// One draw under way, as in src/blocks/course.ts: what stands in variables there stands in these.
let lags: i32 = 0;
let constants: usize = 0;
let target: f64 = 0;
let excess: f64 = 0;
let lost: f64 = 0;
let cancelled: f64 = 0;
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
  for (let k = 0; k < lags; k++) store<f64>(convolutions + (k << 3), r);
  let power = r;
  let sum = r;
  let c = constants;
  let h = convolutions;
  const row = <usize>lags << 3;
  for (let i = 1; i < STEPS; i++) {
    const before = power;
    power = before * before;
    sum = sum + before * sum;
    store<f64>(powers + (i << 3), power);
    store<f64>(sums + (i << 3), sum);
    for (let k = 0; k < lags; k++, c += LAG, h += 8) {
      store<f64>(h + row, load<f64>(h) * (load<f64>(c) + before));
    }
  }
}

function setCancelling(kept: f64): void {
  let power = kept;
  for (let i = 0; i < STEPS; i++, power = power * power) store<f64>(keeps + (i << 3), power);
  let c = constants;
  for (let k = 0; k < lags; k++, c += LAG) {
    const both = load<f64>(c) * kept;
    store<f64>(waits + (k << 3), both / (1 - both));
  }
}

function advance(days: i32): void {
  let left = days;
  for (; left > 31; left -= 31) advanceInSteps(31);
  advanceInSteps(left);
}

function advanceInSteps(days: i32): void {
  for (let i = 0; days >> i > 0; i++) {
    if (((days >> i) & 1) == 0) continue;
    const above = excess;
    const level = target;
    const kept = load<f64>(keeps + (i << 3));
    let away = <f64>(1 << i) * level + above * load<f64>(sums + (i << 3));
    let gone: f64 = 0;
    let c = constants + <usize>(i * lags) * LAG;
    let h = convolutions + (<usize>(i * lags) << 3);
    for (let k: usize = 0, size = <usize>lags << 3; k < size; k += 8, c += LAG, h += 8) {
      const stay = load<f64>(c);
      const before = load<f64>(unbooked + k);
      const after = stay * before + (load<f64>(c, 8) * level + load<f64>(c, 16) * (above * load<f64>(h)));
      away += load<f64>(c, 24) * (before - after);
      store<f64>(unbooked + k, after);
      const there = load<f64>(exposures + k);
      const open = load<f64>(pendings + k);
      const exposed = there * stay;
      const pending = open * stay * kept;
      store<f64>(exposures + k, exposed);
      store<f64>(pendings + k, pending);
      gone += load<f64>(c, 32) * (there - exposed) - load<f64>(waits + k) * (open - pending);
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
  for (let k: usize = 0, size = <usize>lags << 3; k < size; k += 8) {
    store<f64>(exposures + k, load<f64>(exposures + k) - load<f64>(pendings + k));
    store<f64>(pendings + k, 0);
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
  return <usize>(<i32>load<f64>(at + (place << 3))) << 3;
}

export function turn(at: usize, list: usize, count: i32, from: i32, to: i32): void {
  lags = told(at, 0);
  constants = rowTold(at, 3);
  powers = rowTold(at, 25);
  sums = powers + STEPS * 8;
  keeps = sums + STEPS * 8;
  convolutions = keeps + STEPS * 8;
  unbooked = convolutions + ((STEPS * lags) << 3);
  exposures = unbooked + (lags << 3);
  pendings = exposures + (lags << 3);
  waits = pendings + (lags << 3);
  const lengths = told(at, 1);
  const lengthList = rowTold(at, 2);
  const weights = rowTold(at, 4);
  for (let i = 0; i < count; i++) {
    const j = <usize>(<i32>load<f64>(list + (i << 3))) << 3;
    const first = <i32>load<f64>(rowTold(at, 5) + j);
    const last = <i32>load<f64>(rowTold(at, 6) + j);
    const recovery = load<f64>(rowTold(at, 10) + j);
    const begins = first >= from || from == 0;
    let day = from;
    setCancelling(load<f64>(rowTold(at, 11) + j));
    if (begins) {
      day = first;
      target = load<f64>(rowTold(at, 7) + j);
      excess = -target;
      const share = load<f64>(rowTold(at, 8) + j);
      for (let k = 0; k < lags; k++) {
        const exposed = share * load<f64>(weights + (k << 3));
        store<f64>(unbooked + (k << 3), 0);
        store<f64>(exposures + (k << 3), exposed);
        store<f64>(pendings + (k << 3), exposed);
      }
    } else {
      target = load<f64>(rowTold(at, 12) + j);
      excess = load<f64>(rowTold(at, 13) + j);
      for (let k = 0; k < lags; k++) {
        const row = <usize>k * PITCH + j;
        store<f64>(unbooked + (k << 3), load<f64>(rowTold(at, 14) + row));
        store<f64>(exposures + (k << 3), load<f64>(rowTold(at, 16) + row));
        store<f64>(pendings + (k << 3), load<f64>(rowTold(at, 17) + row));
      }
    }
    setPath(load<f64>(rowTold(at, 9) + j));
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

    const ahead = rowTold(at, 24) + j * <usize>(4 + 3 * lags);
    store<f64>(ahead, target);
    store<f64>(ahead, excess, 8);
    store<f64>(ahead, lost, 16);
    store<f64>(ahead, cancelled, 24);
    memory.copy(ahead + 32, unbooked, (3 * lags) << 3);
    for (let k = 0; k < lags; k++) store<f64>(rowTold(at, 18) + <usize>k * PITCH + j, load<f64>(waits + (k << 3)));
    for (let l = 0; l < lengths; l++) {
      over(at, l, <i32>load<f64>(lengthList + (l << 3)), j);
    }
  }
}

/** What the path and cancelling do over a length of cell. */
function over(at: usize, l: i32, days: i32, j: usize): void {
  const rows = rowTold(at, 22) + <usize>(l * lags) * PITCH + j;
  let power: f64 = 1;
  let sum: f64 = 0;
  let kept: f64 = 1;
  for (let k = 0; k < lags; k++) store<f64>(rows + <usize>k * PITCH, 0);
  for (let i = 0; days >> i > 0; i++) {
    if (((days >> i) & 1) == 0) continue;
    sum = sum + power * load<f64>(sums + (i << 3));
    for (let k = 0; k < lags; k++) {
      const step = i * lags + k;
      const row = rows + <usize>k * PITCH;
      store<f64>(
        row,
        load<f64>(constants + <usize>step * LAG) * load<f64>(row) + power * load<f64>(convolutions + (step << 3)),
      );
    }
    kept *= load<f64>(keeps + (i << 3));
    power = power * load<f64>(powers + (i << 3));
  }
  store<f64>(rowTold(at, 20) + <usize>l * PITCH + j, power);
  store<f64>(rowTold(at, 21) + <usize>l * PITCH + j, sum);
  store<f64>(rowTold(at, 23) + <usize>l * PITCH + j, kept);
}

export function putBack(at: usize, list: usize, count: i32): void {
  const lagCount = told(at, 0);
  for (let i = 0; i < count; i++) {
    const j = <usize>(<i32>load<f64>(list + (i << 3))) << 3;
    let ahead = rowTold(at, 24) + j * <usize>(4 + 3 * lagCount);
    store<f64>(rowTold(at, 12) + j, load<f64>(ahead));
    store<f64>(rowTold(at, 13) + j, load<f64>(ahead, 8));
    store<f64>(rowTold(at, 15) + j, load<f64>(ahead, 16));
    store<f64>(rowTold(at, 19) + j, load<f64>(ahead, 24));
    ahead += 32;
    const lagSize = <usize>lagCount << 3;
    for (let k = 0; k < lagCount; k++, ahead += 8) {
      const row = <usize>k * PITCH + j;
      store<f64>(rowTold(at, 14) + row, load<f64>(ahead));
      store<f64>(rowTold(at, 16) + row, load<f64>(ahead + lagSize));
      store<f64>(rowTold(at, 17) + row, load<f64>(ahead + 2 * lagSize));
    }
  }
}
