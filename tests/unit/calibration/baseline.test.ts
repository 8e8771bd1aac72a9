import { describe, expect, test } from 'vitest';
import { explainBaseline, fitBaseline } from '../../../src/calibration/fit-baseline.ts';
import { baselineCovariance, baselineOfDraw } from '../../../src/calibration/fitted-baseline.ts';
import { filterSeries } from '../../../src/calibration/kalman-filter.ts';
import { easter, holidayShares, lunarNewYear, midAutumn } from '../../../src/calibration/moving-holidays.ts';
import { NumberSource } from '../../../src/calibration/number-source.ts';
import type { MonthlyObservation } from '../../../src/calibration/series.ts';
import { structuralModel } from '../../../src/calibration/structural-model.ts';
import { addMonths } from '../../../src/scenario/calendar.ts';

const season = [0.1, -0.2, 0.05, 0.1, 0, -0.05, 0.3, 0.25, -0.1, 0, -0.2, -0.25];

/** Eight years from January 2010 that grow by 1% a month, with a New Year worth `feast`. */
function planted(
  options: { months?: number; noise?: number; feast?: number; shift?: number } = {},
): MonthlyObservation[] {
  const { months = 96, noise = 0, feast = 0, shift = 0 } = options;
  const source = new NumberSource('planted', 'noise');
  const shares = holidayShares(lunarNewYear, '2010-01', months);
  return Array.from({ length: months }, (_, t) => ({
    month: addMonths('2010-01', t),
    arrivals: Math.exp(
      11 + 0.01 * t + season[t % 12]! + feast * shares[t]! + (t >= 60 ? shift : 0) + noise * source.normal(),
    ),
  }));
}

describe('fitBaseline', () => {
  test('tells how far it is, rising to 1', () => {
    const shares: number[] = [];
    const history = planted({ noise: 0.05 });
    const watched = fitBaseline({ history, onProgress: (done) => shares.push(done) });
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(shares[0]).toBeLessThan(1);
    expect(watched).toEqual(fitBaseline({ history }));
  });

  test('carries on what is regular', () => {
    const baseline = fitBaseline({ history: planted(), horizon: 12 });
    expect(baseline.start).toBe('2018-01');
    // The trend is damped: at a share of 0.94 a month the path of a straight line falls behind by some percent in a year.
    baseline.logMedian.forEach((value, h) => {
      const truth = 11 + 0.01 * (96 + h) + season[h]!;
      expect(Math.abs(value - truth)).toBeLessThan(0.05);
    });
  });

  test('moves New Year to its month', () => {
    const history = planted({ feast: 0.4, noise: 0.02 });
    const horizon = 14;
    const shares = holidayShares(lunarNewYear, '2018-01', horizon);
    const error = (holidays: (typeof lunarNewYear)[]): number => {
      const { logMedian } = fitBaseline({ history, horizon, holidays });
      const of = (h: number): number =>
        logMedian[h]! - (11 + 0.01 * (96 + h) + season[h % 12]! + 0.4 * shares[h]!);
      // January against February, 2018: New Year fell on 16 February.
      return Math.abs(of(0) - of(1));
    };
    expect(error([lunarNewYear])).toBeLessThan(0.08);
    expect(error([])).toBeGreaterThan(0.2);
  });

  test('months left out do not count, and a level shift is found', () => {
    const history = planted({ shift: -0.7, noise: 0.02 });
    const broken = history.map((one) =>
      one.month >= '2014-06' && one.month < '2015-01' ? { ...one, arrivals: 7 } : one,
    );
    const gap = { kind: 'leave-out', from: '2014-06', to: '2014-12' } as const;
    const shift = { kind: 'level-shift', id: '2015', from: '2015-01' } as const;
    const whole = explainBaseline({ history: broken, interventions: [gap, shift], horizon: 12 });
    expect(whole.observed).toBe(89);
    expect(whole.errors.filter((error) => Math.abs(error) > 5)).toHaveLength(0);
    const naive = explainBaseline({ history: broken, horizon: 12 });
    expect(whole.parameters.level).toBeLessThan(naive.parameters.level / 3);
    const same = fitBaseline({
      history: broken.map((one) => (one.arrivals === 7 ? { ...one, arrivals: null } : one)).reverse(),
      interventions: [shift],
      horizon: 12,
    });
    expect(same).toEqual(whole.baseline);
  });

  test('a longer horizon leaves the first months alone', () => {
    const history = planted({ noise: 0.05, months: 48 });
    const short = fitBaseline({ history, horizon: 6 });
    const long = fitBaseline({ history, horizon: 18 });
    expect(long.logMedian.slice(0, 6)).toEqual(short.logMedian);
    for (const component of short.components) {
      const other = long.components.find(({ name }) => name === component.name)!;
      component.loadings.forEach((loading, i) => {
        expect(other.loadings[i]).toBe(loading);
      });
    }
  });

  test('variances are those of the filter run on into the future', () => {
    const history = planted({ noise: 0.05, months: 40 });
    const { parameters, baseline } = explainBaseline({ history, horizon: 8 });
    const fixed = {
      ...baseline,
      components: baseline.components.filter(({ name }) => !name.startsWith('parameter/')),
    };
    const covariance = baselineCovariance(fixed);
    const shape = { trend: true, period: 12, regressors: [], coefficients: [], slopeSd: 0.02 };
    const model = structuralModel(shape, parameters);
    for (let h = 0; h < 8; h++) {
      const y = new Float64Array(41 + h).fill(Number.NaN);
      history.forEach((one, t) => {
        y[t] = Math.log(one.arrivals!);
      });
      const { mean, covariance: P } = filterSeries(model, y);
      const z = new Float64Array(model.size);
      model.observe(40 + h, z);
      let centre = 0;
      let variance = model.irregular;
      for (let i = 0; i < z.length; i++) {
        centre += z[i]! * mean[i]!;
        for (let j = 0; j < z.length; j++) variance += z[i]! * P[i * z.length + j]! * z[j]!;
      }
      expect(baseline.logMedian[h]).toBeCloseTo(centre, 5);
      expect(covariance[h * 8 + h]! / variance).toBeCloseTo(1, 3);
    }
  });

  test('a draw adds up the components', () => {
    const baseline = fitBaseline({ history: planted({ noise: 0.05 }), horizon: 3, holidays: [lunarNewYear] });
    const names = baseline.components.map(({ name }) => name);
    for (const name of [
      'level',
      'trend',
      'holiday/lunar-new-year',
      'season/1',
      'parameter/1',
      'path/2018-01',
      'noise/2018-03',
    ]) {
      expect(names).toContain(name);
    }
    const out = new Float64Array(3);
    const z = Float64Array.from(names, (name) => (name === 'noise/2018-02' ? 2 : 0));
    baselineOfDraw(baseline, z, out);
    const loading = baseline.components.find(({ name }) => name === 'noise/2018-02')!.loadings[0]!;
    expect(out[0]).toBeCloseTo(Math.exp(baseline.logMedian[0]!), 6);
    expect(out[1]).toBeCloseTo(Math.exp(baseline.logMedian[1]! + 2 * loading), 6);
  });
});

describe('bad series are refused, with everything that is wrong', () => {
  const good = planted({ months: 30 });
  test.each([
    ['too short', good.slice(0, 20), '24 months with a figure or more, got 20'],
    [
      'zero',
      [...good.slice(0, 29), { month: '2012-06', arrivals: 0 }],
      'history[29].arrivals: expected a number above 0, or null',
    ],
    ['negative', [...good.slice(0, 29), { month: '2012-06', arrivals: -3 }], 'got -3'],
    ['no number', [...good.slice(0, 29), { month: '2012-06', arrivals: Number.NaN }], 'got NaN'],
    ['a month twice', [...good, good[3]!], 'history[30].month: 2010-04 stands at history[3] already'],
    ['no month', [...good, { month: '2012-13', arrivals: 5 }], 'expected a month YYYY-MM'],
  ])('%s', (_, history, message) => {
    expect(() => fitBaseline({ history })).toThrow(message);
  });

  test('several at once', () => {
    const history = [...good, { month: 'x', arrivals: 1 }, { month: '2013-01', arrivals: 0 }];
    expect(() => fitBaseline({ history })).toThrow(/history\[30\].*\n.*history\[31\]/);
  });

  test('a calendar month never seen', () => {
    const history = planted({ months: 60 }).filter(({ month }) => !month.endsWith('-08'));
    expect(() => fitBaseline({ history })).toThrow('every month of the year');
  });

  test('options', () => {
    expect(() => fitBaseline({ history: good, horizon: 0 })).toThrow('horizon');
    expect(() =>
      fitBaseline({ history: good, interventions: [{ kind: 'leave-out', from: '2012-01', to: '2011-01' }] }),
    ).toThrow('interventions[0]');
    expect(() => fitBaseline({ history: good, holidays: [{ id: 'feast', dates: ['2010-02-14'] }] })).toThrow(
      'dates of feast',
    );
  });
});

describe('moving holidays', () => {
  test('days fall into their months', () => {
    // 16 February 2018, four days before to nine after: 12 to 25 February.
    expect(Array.from(holidayShares(lunarNewYear, '2018-01', 3))).toEqual([0, 1, 0]);
    // 28 January 2017: 24 January to 6 February, eight days and six.
    const shares = holidayShares(lunarNewYear, '2017-01', 2);
    expect(shares[0]).toBeCloseTo(8 / 14, 12);
    expect(shares[1]).toBeCloseTo(6 / 14, 12);
  });

  test('Easter Sundays', () => {
    for (const date of ['2000-04-23', '2008-03-23', '2011-04-24', '2025-04-20', '2027-03-28']) {
      expect(easter.dates).toContain(date);
    }
  });

  test('lunar dates are 29 or 30 days times a whole number apart from the first', () => {
    const day = (date: string): number => Date.parse(date) / 86_400_000;
    for (const { dates } of [lunarNewYear, midAutumn]) {
      for (let i = 1; i < dates.length; i++) {
        const months = (day(dates[i]!) - day(dates[i - 1]!)) / 29.530588;
        expect(Math.abs(months - Math.round(months))).toBeLessThan(0.05);
        expect([12, 13]).toContain(Math.round(months));
      }
    }
  });
});
