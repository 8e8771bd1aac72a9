import type { StateSpace } from './state-space.ts';

/** Standard deviations a step, and the share of the slope that lasts to the next step. */
export interface StructuralParameters {
  /** Of a month's noise about the level. */
  readonly irregular: number;
  /** Of the level's own steps. */
  readonly level: number;
  /** Of the slope's steps. */
  readonly slope: number;
  /** Of the season's steps. */
  readonly season: number;
  /** 0 to 1. */
  readonly damping: number;
}

/** What the series is made of. */
export interface StructuralShape {
  /** Whether the level has a slope. */
  readonly trend: boolean;
  /** Steps a year; 1 for none. */
  readonly period: number;
  /** Regressors by step, one array each, as long as the series and the forecast together. */
  readonly regressors: readonly Float64Array[];
  /** Mean and standard deviation of each coefficient beforehand; a standard deviation of Infinity is diffuse. */
  readonly coefficients: readonly { readonly mean: number; readonly sd: number }[];
  /** Standard deviation of the slope at the start of the series. */
  readonly slopeSd: number;
}

/** Places in the state. */
export interface StateLayout {
  readonly level: number;
  /** -1 without a slope. */
  readonly slope: number;
  /** Of the season of the present step; -1 without one. */
  readonly season: number;
  readonly coefficients: number;
  readonly size: number;
}

export function layoutOf(shape: StructuralShape): StateLayout {
  const slope = shape.trend ? 1 : -1;
  const afterTrend = shape.trend ? 2 : 1;
  const season = shape.period > 1 ? afterTrend : -1;
  const coefficients = afterTrend + shape.period - 1;
  return { level: 0, slope, season, coefficients, size: coefficients + shape.regressors.length };
}

/**
 * A local level with a damped trend, a season that sums to noise over a year, and regressors:
 *
 *     y = level + season + x' b + irregular
 *     level'  = level + slope + step         slope' = damping slope + step
 *     season' = -(sum of the last period - 1 seasons) + step
 *
 * Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, chapter 2; the damping after
 * Gardner and McKenzie (1985), Management Science 31. Level and season are diffuse at the start; the slope has a proper
 * distribution, since with a diffuse one the likelihoods of two dampings could not be compared.
 */
export function structuralModel(shape: StructuralShape, parameters: StructuralParameters): StateSpace {
  const at = layoutOf(shape);
  const n = at.size;
  const seasons = shape.period - 1;
  const innovations = new Float64Array(n);
  const variance = new Float64Array(n);
  const diffuse = new Float64Array(n);
  const mean = new Float64Array(n);
  innovations[at.level] = parameters.level * parameters.level;
  diffuse[at.level] = 1;
  if (at.slope >= 0) {
    innovations[at.slope] = parameters.slope * parameters.slope;
    variance[at.slope] = shape.slopeSd * shape.slopeSd;
  }
  if (at.season >= 0) {
    innovations[at.season] = parameters.season * parameters.season;
    diffuse.fill(1, at.season, at.season + seasons);
  }
  shape.coefficients.forEach((coefficient, i) => {
    const place = at.coefficients + i;
    if (coefficient.sd === Infinity) {
      diffuse[place] = 1;
    } else {
      mean[place] = coefficient.mean;
      variance[place] = coefficient.sd * coefficient.sd;
    }
  });

  function observe(t: number, z: Float64Array): void {
    z.fill(0);
    z[at.level] = 1;
    if (at.season >= 0) z[at.season] = 1;
    shape.regressors.forEach((regressor, i) => {
      z[at.coefficients + i] = regressor[t]!;
    });
  }

  function advance(vector: Float64Array, offset: number, stride: number): void {
    if (at.slope >= 0) {
      const slope = offset + at.slope * stride;
      const level = offset + at.level * stride;
      vector[level] = vector[level]! + vector[slope]!;
      vector[slope] = parameters.damping * vector[slope]!;
    }
    if (at.season >= 0) {
      const first = offset + at.season * stride;
      let sum = 0;
      for (let i = 0; i < seasons; i++) sum += vector[first + i * stride]!;
      for (let i = seasons - 1; i > 0; i--) vector[first + i * stride] = vector[first + (i - 1) * stride]!;
      vector[first] = -sum;
    }
  }

  return {
    size: n,
    observe,
    advance,
    irregular: parameters.irregular * parameters.irregular,
    innovations,
    initial: { mean, variance, diffuse },
  };
}
