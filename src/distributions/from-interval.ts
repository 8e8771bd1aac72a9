import { exp } from '../elementary/exp.ts';
import { expm1 } from '../elementary/expm1.ts';
import { log } from '../elementary/log.ts';
import { BetaTails } from './beta-tails.ts';
import { findRoot } from './bracketed-root.ts';
import { GammaTails } from './gamma-tails.ts';
import { normalQuantile } from './normal.ts';
import type { Annotations, Beta, Gamma, Lognormal, Normal } from './types.ts';

/**
 * What an analyst knows when not mean and standard deviation: "nine times in ten it lies between 2 and 5".
 */
export interface IntervalFields extends Annotations {
  readonly low: number;
  readonly high: number;
  /**
   * Probability of lying between the two, above 0 and below 1; the rest is split evenly between the tails.
   */
  readonly probability: number;
  /**
   * By default lognormal where `low` is above 0, else normal. For a share, ask for beta: it stays between 0
   * and 1.
   */
  readonly kind?: 'normal' | 'lognormal' | 'gamma' | 'beta';
}

/**
 * The distribution whose central interval of the given probability is [low, high], as plain data with its
 * mean and standard deviation.
 *
 * ```ts
 * import { fromInterval } from 'tourism-impact/distributions';
 *
 * fromInterval({ low: 2, high: 8, probability: 0.9 });  // lognormal with median 4
 * fromInterval({ low: 0.3, high: 0.6, probability: 0.9, kind: 'beta' });
 * ```
 *
 * Normal and lognormal in closed form; gamma by a search for its shape, beta by a search for its mean and,
 * within it, its concentration.
 *
 * @throws RangeError where no distribution of the kind has such an interval.
 */
export function fromInterval(fields: IntervalFields): Normal | Lognormal | Gamma | Beta {
  const { low, high, probability, kind = low > 0 ? 'lognormal' : 'normal', ...annotations } = fields;
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new RangeError(
      `fromInterval: low and high must be finite numbers, low below high; got ${low} and ${high}`,
    );
  }
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(
      `fromInterval: probability must be between 0 and 1, ends excluded; got ${probability}`,
    );
  }
  if (kind !== 'normal' && !(low > 0)) {
    throw new RangeError(`fromInterval: for ${kind}, low must be above 0; got ${low}`);
  }
  if (kind === 'beta' && !(high < 1)) {
    throw new RangeError(`fromInterval: for beta, high must be below 1; got ${high}`);
  }
  const tail = (1 - probability) / 2;
  return { kind, ...methods[kind](low, high, tail), ...annotations };
}

interface Moments {
  readonly mean: number;
  readonly sd: number;
}

/** Mean and standard deviation from the interval and the probability of each tail. */
const methods = { normal: ofNormal, lognormal: ofLognormal, gamma: ofGamma, beta: ofBeta } as const;

function ofNormal(low: number, high: number, tail: number): Moments {
  return { mean: low + (high - low) / 2, sd: (high - low) / 2 / -normalQuantile(tail) };
}

function ofLognormal(low: number, high: number, tail: number): Moments {
  const sigma = log(high / low) / 2 / -normalQuantile(tail);
  const mean = Math.sqrt(low) * Math.sqrt(high) * exp((sigma * sigma) / 2);
  const sd = mean * Math.sqrt(expm1(sigma * sigma));
  if (!(sd < 1e3 * mean)) throw new RangeError(tooWide('lognormal', low, high));
  return { mean, sd };
}

/** Shapes a search may come to: sd from a thousand times the mean to a millionth of it. */
const LEAST_SHAPE = 1e-6;
const GREATEST_SHAPE = 1e12;

function ofGamma(low: number, high: number, tail: number): Moments {
  // The ratio of the two quantiles does not depend on the scale, and falls as the shape grows.
  const excess = (logShape: number): number => {
    const tails = new GammaTails(exp(logShape));
    const lower = tails.invert(tail, false);
    return lower > 0 ? log(high / low) - log(tails.invert(tail, true) / lower) : -1e3;
  };
  const from = log(LEAST_SHAPE);
  const to = log(GREATEST_SHAPE);
  if (!(excess(from) < 0)) throw new RangeError(tooWide('gamma', low, high));
  if (!(excess(to) > 0)) throw new RangeError(tooNarrow('gamma', low, high));
  const shape = exp(findRoot(excess, from, to));
  // Each end gives the scale; the upper is the better known of the two where the shape is small.
  const scale = high / new GammaTails(shape).invert(tail, true);
  return { mean: shape * scale, sd: Math.sqrt(shape) * scale };
}

function ofBeta(low: number, high: number, tail: number): Moments {
  const tailsOf = (mean: number, logSum: number): BetaTails => {
    const sum = exp(logSum);
    return new BetaTails(mean * sum, (1 - mean) * sum);
  };
  const outside = (mean: number, logSum: number): number => {
    const tails = tailsOf(mean, logSum);
    tails.evaluate(low);
    const below = tails.lower;
    tails.evaluate(high);
    return below + tails.upper;
  };
  const from = log(LEAST_SHAPE);
  const to = log(GREATEST_SHAPE);
  const sumFor = (mean: number): number => findRoot((logSum) => 2 * tail - outside(mean, logSum), from, to);
  // With the two tails right in their sum, a mean further up takes from the lower and gives to the upper.
  const excess = (mean: number): number => {
    const tails = tailsOf(mean, sumFor(mean));
    tails.evaluate(low);
    return tail - tails.lower;
  };
  const margin = 1e-6 * (high - low);
  if (!(excess(low + margin) < 0 && excess(high - margin) > 0)) {
    throw new RangeError(
      `fromInterval: no beta distribution with its mean between ${low} and ${high} has this as its central interval; use a larger probability`,
    );
  }
  const mean = findRoot(excess, low + margin, high - margin);
  const sum = exp(sumFor(mean));
  return { mean, sd: Math.sqrt((mean * (1 - mean)) / (sum + 1)) };
}

function tooWide(kind: string, low: number, high: number): string {
  return `fromInterval: ${low} to ${high} is too wide for a ${kind} distribution; its sd would be more than 1000 times its mean`;
}

function tooNarrow(kind: string, low: number, high: number): string {
  return `fromInterval: ${low} to ${high} is too narrow for a ${kind} distribution; use normal`;
}
