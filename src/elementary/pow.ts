import { highWord, leadingPart, scaleByPowerOfTwo, withHighWord } from './binary64.ts';
import { expOfParts, LN2_HIGH, LN2_LOW } from './exp.ts';

const INVERSE_LN2 = 1.4426950408889634;
/** 1/3 - its nearest number. */
const THIRD_REST = 1.850371707708594e-17;

/**
 * `x` to the power `y`, to within 1 unit of the last place; special values as `Math.pow` has them (NaN for
 * a negative base with a fractional exponent, NaN for 1 to an infinite power, 1 for any base to the power
 * 0).
 *
 * The logarithm is carried in two parts (Dekker 1971), so that a large exponent does not magnify its
 * rounding.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const magnitude = x < 0 ? -x : x;
  if (y === Infinity || y === -Infinity) {
    if (magnitude === 1) return NaN;
    return magnitude > 1 === y > 0 ? Infinity : 0;
  }
  const isNegative = x < 0 || (x === 0 && 1 / x < 0);
  const isInteger = Math.floor(y) === y;
  const isOdd = isInteger && Math.floor(y / 2) * 2 !== y;
  const sign = isNegative && isOdd ? -1 : 1;
  if (magnitude === 0) return sign * (y > 0 ? 0 : Infinity);
  if (magnitude === Infinity) return sign * (y > 0 ? Infinity : 0);
  if (isNegative && !isInteger) return NaN;
  if (magnitude === 1) return sign;
  return sign * powerOfPositive(magnitude, y);
}

function powerOfPositive(x: number, y: number): number {
  let k = 0;
  let normal = x;
  if (x < 2.2250738585072014e-308) {
    k = -54;
    normal = scaleByPowerOfTwo(x, 54);
  }
  const high = highWord(normal);
  const fraction = high & 0xfffff;
  const above = (fraction + 0x95f64) & 0x100000;
  k += (high >> 20) - 1023 + (above >> 20);
  const f = withHighWord(normal, fraction | (above ^ 0x3ff00000)) - 1;

  // s = f / (2 + f) in two parts
  const d = 2 + f;
  const s = f / d;
  const product = s * d;
  const sRest = (f - product - twoProductError(s, d, product) - s * (f - (d - 2))) / d;
  // z = s^2 and s z / 3 in two parts; the higher terms of the series of 2 artanh(s) need one
  const z = s * s;
  const zRest = twoProductError(s, s, z) + 2 * s * sRest;
  const cube = s * z;
  const cubeRest = twoProductError(s, z, cube) + s * zRest + sRest * z;
  const third = cube * (1 / 3);
  const thirdRest = twoProductError(cube, 1 / 3, third) + cube * THIRD_REST + cubeRest * (1 / 3);
  let tail = 0;
  for (let n = 29; n >= 5; n -= 2) tail = tail * z + 1 / n;
  tail *= cube * z;

  // log(x) = k ln 2 + 2 (s + s^3 / 3 + ...), summed from the largest down with the errors kept
  const main = k * LN2_HIGH;
  const sum1 = main + 2 * s;
  const error1 = sumError(main, 2 * s, sum1);
  const sum2 = sum1 + 2 * third;
  const error2 = sumError(sum1, 2 * third, sum2);
  const rest = error1 + error2 + (k * LN2_LOW + 2 * (sRest + thirdRest + tail));
  const logarithm = sum2 + rest;
  const logarithmRest = rest - (logarithm - sum2);

  const exponent = y * logarithm;
  if (!(exponent < 710)) return Infinity;
  if (!(exponent > -746)) return 0;
  const exponentRest = twoProductError(y, logarithm, exponent) + y * logarithmRest;
  const n = Math.floor(exponent * INVERSE_LN2 + 0.5);
  return expOfParts(exponent - n * LN2_HIGH, n * LN2_LOW - exponentRest, n);
}

/** a b - product, where `product` is a b rounded. */
function twoProductError(a: number, b: number, product: number): number {
  const aHigh = leadingPart(a);
  const bHigh = leadingPart(b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** a + b - sum, where `sum` is a + b rounded. */
function sumError(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}
