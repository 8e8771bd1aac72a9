import { expect, test } from 'vitest';
import { fitBaseline } from '../../src/calibration/fit-baseline.ts';
import { baselineCovariance, type FittedBaseline } from '../../src/calibration/fitted-baseline.ts';
import { easter, lunarNewYear, midAutumn } from '../../src/calibration/moving-holidays.ts';
import { arrivals } from '../../src/data/arrivals.ts';
import { addMonths } from '../../src/scenario/calendar.ts';

/** Markets and months without an episode of their own; a year is forecast from four. */
const markets = ['AUS', 'CAN', 'DEU', 'FRA', 'GBR', 'IND', 'ITA', 'MYS', 'PHL', 'SGP', 'TWN', 'USA'];
const origins = ['2015-12', '2016-12', '2017-12', '2018-12'];

interface Window {
  readonly baseline: FittedBaseline;
  readonly came: readonly number[];
}

const windows: readonly Window[] = markets.flatMap((market) =>
  origins.map((origin) => ({
    baseline: fitBaseline({
      history: arrivals({ market, from: addMonths(origin, -47), to: origin }),
      horizon: 12,
      holidays: [lunarNewYear, midAutumn, easter],
    }),
    came: arrivals({ market, from: addMonths(origin, 1), to: addMonths(origin, 12) }).map(
      (one) => one.arrivals,
    ),
  })),
);

/** Share of the months within their central 80% intervals, with the intervals' widths times `scale`. */
function coverage(from: number, to: number, scale = 1): number {
  let inside = 0;
  let count = 0;
  for (const { baseline, came } of windows) {
    const covariance = baselineCovariance(baseline);
    for (let m = from; m <= to; m++) {
      const sd = Math.sqrt(covariance[m * 12 + m]!);
      const z = (Math.log(came[m]!) - baseline.logMedian[m]!) / sd;
      if (Math.abs(z) <= 1.2816 * scale) inside += 1;
      count += 1;
    }
  }
  return inside / count;
}

/**
 * Months of a window lean on one level, so a band counts as one case a window, and markets of a year share shocks: half of
 * the 48 windows are taken as independent, a standard error of 0.082. Three of them.
 */
const tolerance = 3 * Math.sqrt((0.8 * 0.2) / 24);

test.each([
  [0, 2],
  [3, 5],
  [6, 11],
])('80%% intervals cover in quiet windows, months %d to %d', (from, to) => {
  expect(Math.abs(coverage(from, to) - 0.8)).toBeLessThan(tolerance);
});

test('the check sees intervals that are half as wide', () => {
  expect(0.8 - coverage(0, 11, 0.5)).toBeGreaterThan(tolerance);
});
