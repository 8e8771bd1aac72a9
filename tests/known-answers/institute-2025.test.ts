import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/engine/simulate.ts';
import type { Measure } from '../../src/engine/types.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { rowsOf } from '../reference/engine-rows.ts';
import { type FlowOutcome, lostArrivals, referenceOutcomes, sum } from '../reference/reference-model.ts';

/**
 * Takahide Kiuchi, Nomura Research Institute, 18 November 2025
 * (https://www.nri.com/jp/media/column/kiuchi/20251118.html): what the advisory would cost Japan over twelve months.
 * Arrivals of a year, grown at the year's pace, at the spend of a visitor; against the same year falling by a quarter,
 * as after September 2012. No multiplier, no substitution, no lead times.
 */
const institute = {
  /** Arrivals from mainland China, October 2024 to September 2025: Japan National Tourism Organization. */
  arrivals: 9_221_059,
  /** January to September 2025 on the year before: Japan National Tourism Organization. */
  growth: 0.426792,
  /** Change on last year, mean of the monthly rates September 2012 to August 2013, as the institute rounds it. */
  fall: 0.251,
  /** Yen a visitor, third quarter of 2025: Japan Tourism Agency, inbound consumption survey, first preliminary. */
  spend: 239_162,
  /** Nominal gross domestic product of 2024, yen: Cabinet Office. */
  gdp: 607.9e12,
};

/** In trillion yen, from these figures; published as 3.15, 1.65 and 1.49. */
const published = { without: 3.1465, withAdvisory: 1.6518, lost: 1.4948 };

const share = 1 - (1 - institute.fall) / (1 + institute.growth);
const DAYS = [30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31];

/** Nobody waits, nobody learns slowly: whoever stays away does so from the first day on, booked or not. */
const scenario: Scenario = {
  title: 'Twelve months, as the institute has them',
  prices: { currency: 'JPY', year: 2025 },
  calendar: { start: '2025-11-01', months: 12 },
  flows: [
    {
      id: 'china',
      origin: 'CHN',
      destination: 'JPN',
      baseline: { kind: 'annual', total: institute.arrivals * (1 + institute.growth) },
      lastYear: DAYS.map((days) => (institute.arrivals * days) / 365),
      leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 30 }] },
      spend: institute.spend,
    },
  ],
  advisories: [
    {
      id: 'advisory',
      onset: { date: '2025-11-01' },
      duration: 365,
      effects: [
        {
          id: 'all',
          on: {},
          suppression: share,
          cancellation: share,
          halfLives: { awareness: 0, cancelling: 0, recovery: 0 },
        },
      ],
    },
  ],
  gdp: institute.gdp,
};

/** The four digits that are given. */
const inTrillions = (yen: number): number => Math.round(yen / 1e8) / 1e4;

describe("the institute's estimate of November 2025", () => {
  const run = simulate({ scenario, seed: 'nothing is uncertain', draws: 1 });
  const total = (measure: Measure): number => rowsOf(run, measure, ['total']).values().next().value![0]!;

  it('3.1465 trillion yen without the advisory, 1.6518 with it, 1.4948 lost', () => {
    expect(inTrillions(total('revenueBaseline'))).toBe(published.without);
    expect(inTrillions(total('revenue'))).toBe(published.withAdvisory);
    expect(inTrillions(total('revenueLost'))).toBe(published.lost);
  });

  it('a quarter less than last year is almost a half less than the baseline', () => {
    expect(total('changeOnLastYear')).toBeCloseTo(-0.251, 12);
    expect(total('changeOnBaseline').toFixed(3)).toBe('-0.475');
  });

  it("the mainland's part is a quarter of a percent of GDP", () => {
    expect(inTrillions(total('revenueLostOfGdp') * institute.gdp)).toBe(published.lost);
    expect(total('revenueLostOfGdp').toFixed(4)).toBe('0.0025');
  });

  it('every month falls alike, whoever had booked before the onset', () => {
    for (const [change] of rowsOf(run, 'changeOnBaseline', ['month']).values()) {
      expect(change).toBeCloseTo(-share, 12);
    }
  });

  it('the reference model says the same', () => {
    const outcome = referenceOutcomes(scenario)[0] as FlowOutcome;
    expect(inTrillions(sum(outcome.monthly.baseline) * institute.spend)).toBe(published.without);
    expect(inTrillions(sum(outcome.monthly.arrivals) * institute.spend)).toBe(published.withAdvisory);
    expect(inTrillions(sum(lostArrivals(outcome.monthly)) * institute.spend)).toBe(published.lost);
  });
});
