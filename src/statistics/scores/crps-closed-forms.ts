import { erfc } from '../../elementary/erfc.ts';
import { exp } from '../../elementary/exp.ts';
import { log } from '../../elementary/log.ts';

const INVERSE_SQRT_PI = 0.5641895835477563;
const INVERSE_SQRT_2PI = 0.3989422804014327;
const SQRT2 = 1.4142135623730951;

/**
 * Continuous ranked probability score of a normal distribution.
 *
 * Source: Gneiting and Raftery (2007), Journal of the American Statistical Association 102, section 4.2.
 */
export function crpsOfNormal(options: {
  readonly mean: number;
  readonly sd: number;
  readonly observed: number;
}): number {
  const { mean, sd, observed } = options;
  requireSpread('sd', sd);
  const z = (observed - mean) / sd;
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density(z) - INVERSE_SQRT_PI);
}

/**
 * Continuous ranked probability score of a lognormal distribution.
 *
 * Source: Baran and Lerch (2015), Quarterly Journal of the Royal Meteorological Society 141, equation 6.
 *
 * @param options.logMean mean of the logarithm
 * @param options.logSd standard deviation of the logarithm
 */
export function crpsOfLognormal(options: {
  readonly logMean: number;
  readonly logSd: number;
  readonly observed: number;
}): number {
  const { logMean, logSd, observed } = options;
  requireSpread('logSd', logSd);
  const mean = exp(logMean + (logSd * logSd) / 2);
  const half = normalCdf(logSd / SQRT2);
  // The score is linear below the support.
  if (!(observed > 0)) return -observed + 2 * mean * (1 - half);
  const z = (log(observed) - logMean) / logSd;
  return observed * (2 * normalCdf(z) - 1) - 2 * mean * (normalCdf(z - logSd) + half - 1);
}

/** Continuous ranked probability score of a uniform distribution on [low, high]. */
export function crpsOfUniform(options: {
  readonly low: number;
  readonly high: number;
  readonly observed: number;
}): number {
  const { low, high, observed } = options;
  requireSpread('high - low', high - low);
  const inside = Math.min(1, Math.max(0, (observed - low) / (high - low)));
  const outside = observed < low ? low - observed : Math.max(0, observed - high);
  return outside + (high - low) * (inside * inside - inside + 1 / 3);
}

/** Distribution function of the standard normal. */
function normalCdf(z: number): number {
  return erfc(-z / SQRT2) / 2;
}

/** Density of the standard normal distribution. */
function density(z: number): number {
  return INVERSE_SQRT_2PI * exp((-z * z) / 2);
}

function requireSpread(option: string, value: number): void {
  if (!(value > 0)) throw new RangeError(`${option}: expected a number above 0, received ${value}`);
}
