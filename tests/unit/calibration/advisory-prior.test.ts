import { describe, expect, test } from 'vitest';
import { advisoryPrior } from '../../../src/calibration/advisory-prior.ts';
import { bundledPriors } from '../../../src/calibration/advisory-priors.generated.ts';
import { calibrateAdvisories } from '../../../src/calibration/calibrate-advisories.ts';
import { episodeRecords } from '../../../src/data/episode-records.ts';
import { distributionIssues } from '../../../src/distributions/check.ts';
import { isCorrelation } from '../../../src/random/correlation.ts';

describe('advisoryPrior', () => {
  test.each(bundledPriors.map((prior) => [prior.class, prior] as const))(
    '%s is fit for a scenario',
    (_, prior) => {
      const { awareness, cancelling, recovery } = prior.halfLives;
      for (const d of [
        prior.suppression,
        prior.cancellation,
        prior.duration,
        awareness,
        cancelling,
        recovery,
      ]) {
        expect(distributionIssues(d, '')).toEqual([]);
      }
      expect(isCorrelation(prior.correlations)).toBe(true);
    },
  );

  test('graver instruments suppress more', () => {
    const suppression = (strength: string): number => advisoryPrior({ class: strength }).suppression.mean;
    expect(suppression('S0')).toBeLessThan(suppression('S3'));
    expect(suppression('S2')).toBeLessThan(suppression('S3'));
    expect(suppression('S3')).toBeLessThan(suppression('S5'));
  });

  test('a class without episodes', () => {
    expect(() => advisoryPrior({ class: 'S9' })).toThrow('S1b');
  });
});

describe('calibrateAdvisories', () => {
  const episodes = episodeRecords().filter(({ class: strength }) => strength !== 'H');

  test('the same seed gives the same bits, another does not', () => {
    const progress: number[] = [];
    const once = calibrateAdvisories({
      episodes,
      seed: 1,
      rounds: 200,
      onProgress: (done) => progress.push(done),
    });
    expect(calibrateAdvisories({ episodes, seed: 1, rounds: 200 }).priors).toEqual(once.priors);
    expect(calibrateAdvisories({ episodes, seed: 2, rounds: 200 }).priors).not.toEqual(once.priors);
    expect(progress).toEqual([0.5, 1]);
  });

  test('no episodes, no priors', () => {
    expect(() => calibrateAdvisories({ episodes: [], seed: 1 })).toThrow('episodes');
  });
});
