import type { Law } from './law.ts';

/** Levels below 2^-10 and above 1 - 2^-10 are left to inversion: two draws in a thousand. */
const OCTAVES = 9;
/** Pieces of each octave, that is of each factor of two in the distance from the nearer end. */
const PIECES = 16;
/** Coefficients of a piece: a polynomial of degree 7. */
const COEFFICIENTS = 8;
/** The ends of the support stand in front. */
export const TABLE_HEAD = 2;
/** After the pieces of a side comes one of NaN, for levels beyond. */
const SIDE = (OCTAVES * PIECES + 1) * COEFFICIENTS;
export const TABLE_SIZE: number = TABLE_HEAD + 2 * SIDE;

/** Largest error of a piece, in units of max(|x|, sd). */
const ACCURACY = 1e-12;

/**
 * The quantile function of a law as polynomials: [0], [1] the ends of its support, then the pieces of the lower half,
 * from level 2^-10 up, then those of the upper half, by distance from 1. A piece holds c0 ... c7 of a polynomial in its
 * own coordinate, from 0 at the end nearer to the tail to 1; NaN where it would not be exact enough, and in a last piece
 * of each side, where levels beyond the others end up.
 *
 * A piece meets the quantile function Q and its first three derivatives at both ends: they are known from the density
 * there (Q' = 1/f and so on; Steinbrecher and Shaw 2008, Quantile mechanics, European Journal of Applied Mathematics 19),
 * so that one inversion serves two pieces. Its error at t is Q^(8)(s) / 8! (t (1 - t))^4 h^8 for some s within, at most
 * 2^-8 of the next coefficient of the series; the quantile function is analytic but for its ends, which lie 16 lengths
 * of a piece away or more, so the coefficients of such a series fall by a factor of about 16.
 *
 * Null for laws without a density.
 */
export function tabulateQuantiles(law: Law): Float64Array | null {
  if (law.atoms().length > 0 || law.densityAt(law.quantile(0.5)) === null) return null;
  const table = new Float64Array(TABLE_SIZE);
  table[0] = law.low;
  table[1] = law.high;
  const unit = (law.quantile(0.75) - law.quantile(0.25)) / 2;
  fillSide(table, TABLE_HEAD, law, unit, false);
  fillSide(table, TABLE_HEAD + SIDE, law, unit, true);
  return table;
}

/** Q and its derivatives times h, h^2 / 2, h^3 / 6, by distance from the end. */
interface Knot {
  readonly x: number;
  readonly d1: number;
  readonly d2: number;
  readonly d3: number;
}

function knot(law: Law, level: number, isUpper: boolean): Knot {
  const x = isUpper ? law.upperQuantile(level) : law.quantile(level);
  const { density, slope, bend } = law.densityAt(x)!;
  const sign = isUpper ? -1 : 1;
  const d1 = sign / density;
  return { x, d1, d2: (-slope * d1 * d1) / 2, d3: ((2 * slope * slope - bend) * d1 * d1 * d1) / 6 };
}

function fillSide(table: Float64Array, start: number, law: Law, unit: number, isUpper: boolean): void {
  let level = 1 / 1024;
  let at = start;
  let from = knot(law, level, isUpper);
  for (let octave = 0; octave < OCTAVES; octave++) {
    const h = level / PIECES;
    for (let piece = 1; piece <= PIECES; piece++, at += COEFFICIENTS) {
      const to = knot(law, level + piece * h, isUpper);
      fillPiece(table, at, from, to, h, unit);
      from = to;
    }
    level *= 2;
  }
  table.fill(NaN, at, at + COEFFICIENTS);
}

function fillPiece(c: Float64Array, at: number, from: Knot, to: Knot, h: number, unit: number): void {
  const [c1, c2, c3] = [h * from.d1, h * h * from.d2, h * h * h * from.d3];
  // What the cubic leaves at the far end: of the value, and of the derivatives over their factorials.
  const r0 = to.x - from.x - (c1 + c2 + c3);
  const r1 = h * to.d1 - (c1 + 2 * c2 + 3 * c3);
  const r2 = h * h * to.d2 - (c2 + 3 * c3);
  const r3 = h * h * h * to.d3 - c3;
  const c7 = -20 * r0 + 10 * r1 - 4 * r2 + r3;
  c[at] = from.x;
  c[at + 1] = c1;
  c[at + 2] = c2;
  c[at + 3] = c3;
  c[at + 4] = 35 * r0 - 15 * r1 + 5 * r2 - r3;
  c[at + 5] = -84 * r0 + 39 * r1 - 14 * r2 + 3 * r3;
  c[at + 6] = 70 * r0 - 34 * r1 + 13 * r2 - 3 * r3;
  c[at + 7] = c7;
  const scale = Math.max(Math.abs(from.x), unit);
  if (!(Math.abs(c7) <= 768 * ACCURACY * scale)) c.fill(NaN, at, at + COEFFICIENTS);
}

/** 2^(zeros + 5): stretches the octave of levels with so many leading zeros in 32 bits to 16 ... 32. */
const STRETCH: Float64Array = Float64Array.from({ length: OCTAVES + 1 }, (_, zeros) => 32 * (1 << zeros));

/**
 * Values at levels u, from a table at `table` in `heap`; NaN where there is no piece, or none that is exact enough.
 * Which those are is listed from `missing` on.
 *
 * @returns how many are NaN
 */
export function lookUpQuantiles(
  heap: Float64Array,
  table: number,
  levels: number,
  out: number,
  missing: number,
  count: number,
): number {
  const low = heap[table]!;
  const high = heap[table + 1]!;
  let absent = 0;
  for (let j = 0; j < count; j++) {
    const u = heap[levels + j]!;
    const distance = u < 0.5 ? u : 1 - u;
    const zeros = Math.clz32(distance * 4294967296);
    if (zeros < 1 || zeros > OCTAVES) {
      heap[out + j] = NaN;
      heap[missing + absent] = j;
      absent += 1;
      continue;
    }
    const stretched = distance * STRETCH[zeros]!;
    const whole = Math.floor(stretched);
    const t = stretched - whole;
    const piece = (OCTAVES - 1 - zeros) * PIECES + whole;
    const at = table + TABLE_HEAD + (u < 0.5 ? 0 : SIDE) + piece * COEFFICIENTS;
    const q = t * t;
    const even = ((heap[at + 6]! * q + heap[at + 4]!) * q + heap[at + 2]!) * q + heap[at]!;
    const odd = ((heap[at + 7]! * q + heap[at + 5]!) * q + heap[at + 3]!) * q + heap[at + 1]!;
    const x = even + t * odd;
    // biome-ignore lint/complexity/useMathMinMax: Math.min and Math.max put -0 below 0, which WebAssembly's quick ones do not.
    heap[out + j] = x < low ? low : x > high ? high : x;
    if (!Number.isNaN(x)) continue;
    heap[missing + absent] = j;
    absent += 1;
  }
  return absent;
}
