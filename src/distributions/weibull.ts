import { exp } from '../elementary/exp.ts';
import { expm1 } from '../elementary/expm1.ts';
import { log } from '../elementary/log.ts';
import { logGammaOnePlus, logGammaTwoPlusBend } from '../elementary/log-gamma.ts';
import { log1p } from '../elementary/log1p.ts';
import { findRoot } from './bracketed-root.ts';
import { type DensityAt, Law } from './law.ts';
import { logDeviance } from './log-deviance.ts';
import { TruncatedLaw } from './truncated.ts';
import type { Weibull } from './types.ts';

/** Bounds of the inverse shape: coefficients of variation from 1e-9 to 1e150. */
const LEAST = 1e-9;
const GREATEST = 250;

/** scale x (-log(1 - p))^(1 / shape), with shape and scale from mean and standard deviation. */
export class WeibullLaw extends Law {
  readonly low: number = 0;
  readonly high: number = Infinity;
  private readonly d: Weibull;
  private readonly inverseShape: number;
  private readonly scale: number;

  constructor(d: Weibull) {
    super();
    this.d = d;
    this.inverseShape = inverseShapeFor(d.sd / d.mean);
    this.scale = d.mean * exp(-logGammaOnePlus(this.inverseShape));
  }

  quantile(p: number): number {
    return this.scale * exp(this.inverseShape * log(-log1p(-p)));
  }
  upperQuantile(q: number): number {
    // The logarithm of q loses the digits of a q close to 1.
    const exponent = q < 0.5 ? -log(q) : -log1p(-(1 - q));
    return this.scale * exp(this.inverseShape * log(exponent));
  }
  cdf(x: number): number {
    return x > 0 ? -expm1(-this.hazard(x)) : 0;
  }
  survival(x: number): number {
    return x > 0 ? exp(-this.hazard(x)) : 1;
  }
  mean(): number {
    return this.d.mean;
  }
  variance(): number {
    return this.d.sd * this.d.sd;
  }
  override densityAt(x: number): DensityAt {
    const shape = 1 / this.inverseShape;
    const hazard = this.hazard(x);
    return {
      density: (shape * hazard * exp(-hazard)) / x,
      slope: (shape - 1 - shape * hazard) / x,
      bend: (-(shape - 1) * (1 + shape * hazard)) / (x * x),
    };
  }
  within(low: number, high: number): Law {
    return new TruncatedLaw(this, low, high);
  }

  /** (x / scale)^shape */
  private hazard(x: number): number {
    const ratio = x / this.scale;
    const logarithm = ratio > 0.5 && ratio < 2 ? log1p((x - this.scale) / this.scale) : log(ratio);
    return exp(logarithm / this.inverseShape);
  }
}

/**
 * The u = 1 / shape at which log(1 + cv^2) = log Gamma(1 + 2u) - 2 log Gamma(1 + u). Sought in logarithms,
 * where both sides are almost straight lines.
 */
function inverseShapeFor(cv: number): number {
  const wanted = log(log1p(cv * cv));
  return exp(findRoot((logU) => log(logMomentRatio(exp(logU))) - wanted, log(LEAST), log(GREATEST), 1e-16));
}

function logMomentRatio(u: number): number {
  if (u > 0.15) return logGammaOnePlus(2 * u) - 2 * logGammaOnePlus(u);
  // The linear terms of the two cancel; they are left out rather than subtracted.
  return (
    logDeviance(2 * u, 1 + 2 * u) -
    2 * logDeviance(u, 1 + u) +
    (logGammaTwoPlusBend(2 * u) - 2 * logGammaTwoPlusBend(u))
  );
}
