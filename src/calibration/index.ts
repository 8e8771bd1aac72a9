/** From history to parameters, and how well they forecast: `tourism-impact/calibration`. */
export {
  logScoreOfNormals,
  pitOfEnsemble,
  quantileOfEnsemble,
} from '../statistics/scores/calibration-scores.ts';
export { crpsOfLognormal, crpsOfNormal, crpsOfUniform } from '../statistics/scores/crps-closed-forms.ts';
export { crpsOfEnsemble } from '../statistics/scores/crps-ensemble.ts';
export type { Ensemble } from '../statistics/scores/ensemble.ts';
export {
  type CentralInterval,
  coverage,
  intervalScore,
  pinball,
  weightedIntervalScore,
} from '../statistics/scores/interval-scores.ts';
export { advisoryFromPrior } from './advisory-from-prior.ts';
export { advisoryPrior } from './advisory-prior.ts';
export {
  type BacktestCase,
  type BacktestModel,
  backtest,
  episodeForecaster,
  measureEpisodes,
} from './backtest.ts';
export { type AdvisoryCalibration, calibrateAdvisories } from './calibrate-advisories.ts';
export { updateShare } from './conjugate.ts';
export { type EpisodeModel, episodeModel } from './episode-model.ts';
export type { EpisodeRecord } from './episode-record.ts';
export {
  type BaselineFit,
  type BaselineOptions,
  explainBaseline,
  fitBaseline,
  type Intervention,
} from './fit-baseline.ts';
export { type CurveFit, fitCurve } from './fit-curve.ts';
export { monthlyArrivalPriors, type StructuralPriors } from './fit-structural.ts';
export { baselineCovariance, type FittedBaseline } from './fitted-baseline.ts';
export {
  changeOver,
  type EpisodeMeasurement,
  type Measured,
  type MeasuredTime,
  measureEpisode,
} from './measure-episode.ts';
export { easter, lunarNewYear, type MovingHoliday, midAutumn } from './moving-holidays.ts';
export type { AdvisoryPrior } from './prior-of-class.ts';
export { rivals } from './rivals.ts';
export { improvement, type ScoreSummary, summariseScores } from './score-summary.ts';
export type { MonthlyObservation } from './series.ts';
export {
  type Learnt,
  type Observation,
  projectUpdated,
  type UpdatedRow,
  type UpdatedRun,
  update,
} from './update.ts';
export { updatedForecaster } from './updated-forecaster.ts';
