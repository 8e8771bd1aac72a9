import { describe, expect, test } from 'vitest';
import {
  chanceOfStop,
  columns,
  groupPrior,
  loadingsOf,
  mainlandPrior,
  threeDays,
} from '../../../scripts/data/priors.ts';
import { advisoryPrior } from '../../../src/calibration/advisory-prior.ts';
import { isCorrelation } from '../../../src/random/correlation.ts';

test('groups: two counts, 80% and 19 of 20', () => {
  const { mean, sd } = groupPrior();
  expect(mean).toBeCloseTo(0.875, 12);
  // Half the distance between two is their standard deviation over root 2; times root 1.5 for the next case.
  expect(sd).toBeCloseTo((0.15 / Math.SQRT2) * Math.sqrt(1.5), 12);
});

test('the first three days: 32% as counted, 26% from the stock', () => {
  const { mean, sd } = threeDays();
  expect(mean).toBeCloseTo((0.32 + (1 - 1_000_000 / 1_500_000 / 0.9025)) / 2, 12);
  expect(sd).toBeCloseTo(mean / 3, 12);
});

describe('the mainland', () => {
  const words = mainlandPrior(0);
  const stop = mainlandPrior(1);
  const either = mainlandPrior(chanceOfStop);

  test('even odds of a stop before the count; after it more, since stops cancel more', () => {
    expect(chanceOfStop).toBe(0.5);
    expect([words.stop, stop.stop]).toEqual([0, 1]);
    expect(either.stop).toBeGreaterThan(0.5);
    expect(either.stop).toBeLessThan(0.75);
  });

  test('groups and individuals together are the market', () => {
    for (const { moments, whole } of [words, stop, either]) {
      const together = (group: number, individual: number): number => 0.12 * group + 0.88 * individual;
      expect(together(moments.groupSuppression.mean, moments.suppression.mean)).toBeCloseTo(
        whole.suppression.mean,
        12,
      );
      expect(together(moments.groupCancellation.mean, moments.cancellation.mean)).toBeCloseTo(
        whole.cancellation.mean,
        12,
      );
    }
  });

  test('the count moves cancelling, and what it says nothing of stays as the class has it', () => {
    const prior = advisoryPrior({ class: 'S3' });
    const standardError = (sd: number): number => sd / Math.sqrt(stop.effective);
    for (const column of ['awareness', 'recovery'] as const) {
      // Correlates by less than 0.3 with what was counted: moved by less than a quarter of its standard deviation.
      const { mean, sd } = prior.halfLives[column];
      expect(Math.abs(stop.moments[column].mean - mean)).toBeLessThan(sd / 4 + 4 * standardError(sd));
    }
    expect(words.whole.cancellation.mean).toBeGreaterThan(advisoryPrior({ class: 'S2' }).cancellation.mean);
    expect(stop.whole.cancellation.sd).toBeLessThan(prior.cancellation.sd);
  });

  test('correlations of a mixture are correlations, and hold what the classes hold', () => {
    const at = (a: (typeof columns)[number], b: (typeof columns)[number]): number =>
      either.correlations[columns.indexOf(a)]![columns.indexOf(b)]!;
    expect(isCorrelation(either.correlations.map((row, i) => row.map((r, j) => (i === j ? 1 : r))))).toBe(
      true,
    );
    expect(at('groupSuppression', 'suppression')).toBeGreaterThan(0.5);
    expect(at('suppression', 'duration')).toBeLessThan(-0.2); // stops bite harder and end sooner
    expect(at('cancellation', 'cancelling')).toBeGreaterThan(0.2); // much cancelled slowly, or less of it at once
  });

  test('loadings on factors give the correlations back, to the rounding', () => {
    const loadings = loadingsOf(either.correlations, columns, [...columns].reverse());
    columns.forEach((a, i) => {
      columns.forEach((b, j) => {
        const product = Object.entries(loadings[a]).reduce(
          (total, [factor, loading]) => total + loading * (loadings[b][factor] ?? 0),
          0,
        );
        expect(Math.abs(product - (i === j ? 1 : either.correlations[i]![j]!))).toBeLessThan(0.06);
      });
    });
  });
});
