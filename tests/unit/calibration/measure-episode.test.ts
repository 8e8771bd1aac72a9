import { describe, expect, test } from 'vitest';
import { changeOver, measureEpisode } from '../../../src/calibration/measure-episode.ts';
import type { MonthlyObservation } from '../../../src/calibration/series.ts';
import { episodeRecords } from '../../../src/data/episode-records.ts';
import { addMonths } from '../../../src/scenario/calendar.ts';

function measured(id: string) {
  const record = episodeRecords().find((one) => one.id === id)!;
  const { history, holidays, disturbed } = record.series!;
  return measureEpisode({
    history,
    onset: record.onset,
    holidays,
    interventions: disturbed.map((months) => ({ kind: 'leave-out', ...months })),
  });
}

describe('against published studies', () => {
  test('Senkaku 2012: Xing and Zhang 2021, differences in differences', () => {
    const measurement = measured('CHN_JPN_2012');
    const quarter = changeOver(measurement, { from: '2012-10', to: '2012-12' });
    expect(quarter.lower).toBeLessThan(-0.607);
    expect(quarter.upper).toBeGreaterThan(-0.607);
    // Their -16.8% over about 15 months is within our 80% interval, but far above its median: their control
    // grows with other markets, ours carries on the steep recovery after the quake of 2011.
    const year = changeOver(measurement, { from: '2012-09', to: '2013-11' });
    expect(year.lower).toBeLessThan(-0.168);
    expect(year.upper).toBeGreaterThan(-0.168);
  });

  test('THAAD 2017: Kim and Lee 2021, synthetic control: lasts about 18 months', () => {
    const { trough, recovery, halfRecovery } = measured('CHN_KOR_2017');
    expect(trough.month).toBe('2017-07');
    expect(trough.change.median).toBeLessThan(-0.6);
    expect(recovery.lower!).toBeLessThanOrEqual(18);
    // Not over within 24 months under most counterfactuals: the study's end is that of a significant gap, not of the gap.
    expect(recovery.upper).toBeNull();
    expect(recovery.censored).toBeGreaterThan(0.5);
    expect(halfRecovery.median!).toBeGreaterThanOrEqual(6);
  });
});

describe('a planted episode', () => {
  const fall = [0.6, 0.3, 0.4, 0.5, 0.7, 0.8, 0.95, 1, 1];
  const history: MonthlyObservation[] = Array.from({ length: 69 }, (_, t) => ({
    month: addMonths('2012-01', t),
    arrivals:
      50_000 * (1 + 0.3 * ((t % 12) / 12)) * (t < 60 ? 1 : fall[t - 60]!) * (1 + 0.01 * ((t * 7) % 3)),
  }));
  const result = measureEpisode({ history, onset: '2017-01-10' });

  test('is measured', () => {
    result.months.forEach(({ change }, m) => {
      expect(Math.abs(change!.median - (fall[m]! - 1))).toBeLessThan(0.05);
      expect(change!.lower).toBeLessThan(change!.median);
    });
    expect(result.trough.month).toBe('2017-02');
    // Half of a gap of 0.7 is closed above 0.65: in the fifth month.
    expect(result.halfRecovery).toMatchObject({ median: 4, lower: 4, upper: 4, censored: 0 });
    expect(result.recovery.median).toBe(6);
    const share = 1 - fall.reduce((a, b) => a + b) / 9;
    expect(Math.abs(result.lossShare.median - share)).toBeLessThan(0.04);
  });

  test('is censored where the series ends', () => {
    const cut = measureEpisode({ history, onset: '2017-01-10', until: '2017-05' });
    expect(cut.months).toHaveLength(5);
    expect(cut.recovery).toEqual({ median: null, lower: null, upper: null, censored: 1 });
  });

  test('needs figures on both sides of the onset', () => {
    expect(() => measureEpisode({ history, onset: '2017-13-01' })).toThrow('onset');
    expect(() => measureEpisode({ history, onset: '2020-01-01' })).toThrow('from the month of the onset');
    expect(() => measureEpisode({ history, onset: '2012-12-01' })).toThrow('24 months');
  });
});
