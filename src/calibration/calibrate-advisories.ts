import type { Seed } from '../random/key.ts';
import { type Evidence, evidenceOf } from './episode-likelihood.ts';
import { type EpisodeModel, episodeModel, type PopulationDraw, samplePopulation } from './episode-model.ts';
import type { EpisodeRecord } from './episode-record.ts';
import { measureBaseline } from './measure-baselines.ts';
import { type AdvisoryPrior, describePrediction, predictScores } from './prior-of-class.ts';

/** Priors of every class among the episodes, and the draws behind them. */
export interface AdvisoryCalibration {
  readonly priors: readonly AdvisoryPrior[];
  readonly evidence: readonly Evidence[];
  readonly draws: readonly PopulationDraw[];
}

/**
 * Fits the inputs of advisories to all episodes together, see `EpisodeModel`: those with monthly arrivals by their
 * whole course against a counterfactual made from the months before, the others by the falls and recoveries reported.
 *
 * @param options.rounds of the sampler; default 9000
 * @param options.onProgress called with the share that is done
 */
export function calibrateAdvisories(options: {
  readonly episodes: readonly EpisodeRecord[];
  readonly seed: Seed;
  readonly model?: EpisodeModel;
  readonly rounds?: number;
  readonly onProgress?: (done: number) => void;
}): AdvisoryCalibration {
  const { episodes, model = episodeModel } = options;
  const evidence = episodes
    .map((record) => evidenceOf(record, measureBaseline(record)))
    .filter((one) => one !== null);
  if (evidence.length === 0)
    throw new RangeError('episodes: expected one or more that say something, got none');
  const draws = samplePopulation({ ...options, evidence, model });
  const classes = [...new Set(evidence.map((one) => one.class))].sort();
  return {
    priors: classes.map((strength) => {
      const events = new Set(evidence.filter((one) => one.class === strength).map(({ event }) => event)).size;
      return describePrediction(predictScores(draws, model, strength), strength, events);
    }),
    evidence,
    draws,
  };
}
