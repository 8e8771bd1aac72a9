import { log } from '../elementary/log.ts';
import type { BacktestModel } from './backtest.ts';
import { misfit } from './episode-likelihood.ts';
import { importanceWeights } from './importance-weights.ts';

/** Standard deviation of the logarithm of a month's arrivals about a draw: what the calibration allows of misfit. */
export const ARRIVALS_ERROR: number = Math.sqrt(
  misfit.month * misfit.month + misfit.lasting * misfit.lasting,
);

/** A forecaster whose draws are weighted by the first months that came in. */
export function updatedForecaster(base: BacktestModel, months: number): BacktestModel {
  return {
    name: `${base.name}, updated after ${months}`,
    forecast: (test, training, records) => {
      const forecast = base.forecast(test, training, records);
      const count = forecast.members[0]!.length;
      const logLikelihoods = new Float64Array(count);
      for (let m = 0; m < months; m++) {
        for (let i = 0; i < count; i++) {
          const z = log(test.arrivals[m]! / forecast.members[m]![i]!) / ARRIVALS_ERROR;
          logLikelihoods[i] = logLikelihoods[i]! - (z * z) / 2;
        }
      }
      const { weights } = importanceWeights(logLikelihoods);
      return { members: forecast.members, weights: forecast.members.map(() => weights) };
    },
  };
}
