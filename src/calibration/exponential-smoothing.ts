import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { minimise } from './minimise.ts';

const PERIOD = 12;

/**
 * Forecast of a monthly series by exponential smoothing of the logarithms: level, damped trend and additive season, with the
 * smoothing that makes the squared one-step errors smallest. Missing months (NaN) take their own forecast.
 *
 * Holt-Winters with a damped trend, as in Hyndman, Koehler, Ord and Snyder (2008), Forecasting with Exponential
 * Smoothing, chapter 2; two years of history or more.
 */
export function smoothSeries(values: Float64Array, horizon: number): Float64Array {
  const y = values.map((value) => (Number.isNaN(value) ? value : log(value)));
  const share = (x: number): number => 1 / (1 + exp(-x));
  const run = (x: Float64Array): { cost: number; forecast: Float64Array } => {
    const alpha = share(x[0]!);
    const beta = alpha * share(x[1]!);
    const gamma = (1 - alpha) * share(x[2]!);
    const damping = 0.8 + 0.2 * share(x[3]!);
    const first = meanOf(y.subarray(0, PERIOD));
    const season = Array.from({ length: PERIOD }, (_, m) => (Number.isNaN(y[m]!) ? 0 : y[m]! - first));
    let level = first;
    let trend = 0;
    let cost = 0;
    for (let t = PERIOD; t < y.length; t++) {
      const m = t % PERIOD;
      const expected = level + damping * trend + season[m]!;
      const error = Number.isNaN(y[t]!) ? 0 : y[t]! - expected;
      cost += error * error;
      level += damping * trend + alpha * error;
      trend = damping * trend + beta * error;
      season[m] = season[m]! + gamma * error;
    }
    let reach = 0;
    let power = 1;
    const forecast = Float64Array.from({ length: horizon }, (_, h) => {
      power *= damping;
      reach += power;
      return exp(level + reach * trend + season[(y.length + h) % PERIOD]!);
    });
    return { cost, forecast };
  };
  const best = minimise({
    of: (x) => run(x).cost + 1e-4 * x.reduce((sum, xi) => sum + xi * xi, 0),
    starts: [
      [0, -2, -2, 0],
      [-1, -3, -1, 1],
    ],
    tolerance: 1e-6,
  });
  return run(best.at).forecast;
}

function meanOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
