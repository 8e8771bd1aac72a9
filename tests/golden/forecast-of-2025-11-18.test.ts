import { expect, test } from 'vitest';
import { chinaJapan2025 } from '../../src/data/index.ts';
import { project, simulate } from '../../src/index.ts';
import { read } from '../support/repository.ts';

/**
 * Arrivals from mainland China and Hong Kong as forecast from what was known on 18 November 2025, to the person. What came later is
 * scored against this file, so it stands as it was made: no command rewrites it.
 */
const frozen = JSON.parse(read('tests/golden/forecast-of-2025-11-18.json')) as {
  readonly seed: string;
  readonly draws: number;
  readonly levels: readonly number[];
  readonly months: readonly ForecastMonth[];
};

interface ForecastMonth {
  readonly origin: string;
  readonly month: string;
  readonly mean: number;
  readonly median: number;
  readonly intervals: readonly (readonly [lower: number, upper: number])[];
}

test('the forecast of chinaJapan2025() is the frozen one', () => {
  const { seed, draws, levels } = frozen;
  const run = simulate({ scenario: chinaJapan2025(), seed, draws });
  const months = project({ run, measure: 'arrivals', by: ['origin', 'month'], levels: [...levels] }).rows.map(
    ({ origin, month, mean, median, intervals }) => ({
      origin,
      month,
      mean: Math.round(mean),
      median: Math.round(median),
      intervals: intervals.map(({ lower, upper }) => [Math.round(lower), Math.round(upper)]),
    }),
  );
  expect(months).toHaveLength(48);
  expect(months).toEqual(frozen.months);
});
