import { describe, expect, test } from 'vitest';
import {
  advisoryFacts,
  arrivals,
  arrivalsByPurpose,
  behaviour,
  dataSources,
  episodes,
  exchangeRates,
  guestNightShares,
  holidays,
  leadTimes,
  markets,
  publishedEstimates,
  spend,
} from '../../../src/data/index.ts';

const total = (rows: readonly { readonly arrivals: number }[]): number =>
  rows.reduce((sum, row) => sum + row.arrivals, 0);

describe('arrivals', () => {
  test('agree with the totals that were published', () => {
    // Nomura Research Institute's 922.1 and 268.3 ten thousand; JNTO's 31,882,049 of 2019 and 36,870,148 of 2024.
    expect(total(arrivals({ market: 'CHN', from: '2024-10', to: '2025-09' }))).toBe(9_221_059);
    expect(total(arrivals({ market: 'HKG', from: '2024-01', to: '2024-12' }))).toBe(2_683_391);
    expect(total(arrivals({ market: 'TOTAL', from: '2019-01', to: '2019-12' }))).toBe(31_882_049);
    expect(total(arrivals({ market: 'TOTAL', from: '2024-01', to: '2024-12' }))).toBe(36_870_148);
  });

  test('run from January 2010 to October 2025 without a gap, for every market', () => {
    for (const { code } of markets()) {
      const months = arrivals({ market: code }).map((row) => row.month);
      expect(months[0]).toBe(code === 'MAC' ? '2016-01' : '2010-01');
      expect(months.at(-1)).toBe('2025-10');
      expect(months).toHaveLength(code === 'MAC' ? 118 : 190);
      expect(new Set(months).size).toBe(months.length);
    }
  });

  test('of single markets never exceed the total', () => {
    const all = arrivals({ market: 'TOTAL' });
    const sums = all.map(() => 0);
    for (const { code } of markets()) {
      if (code === 'TOTAL') continue;
      const rows = arrivals({ market: code });
      rows.forEach((row, i) => {
        sums[i + all.length - rows.length]! += row.arrivals;
      });
    }
    expect(all.filter((row, i) => sums[i]! > row.arrivals)).toEqual([]);
  });

  test('of 2025 are provisional, those before are final', () => {
    expect(arrivals({ market: 'KOR', from: '2024-12', to: '2025-01' })).toEqual([
      {
        month: '2024-12',
        arrivals: 867_377,
        status: 'final',
        source: 'JNTO, visitor arrivals by nationality',
      },
      {
        month: '2025-01',
        arrivals: 967_100,
        status: 'provisional',
        source: 'JNTO, visitor arrivals by nationality',
      },
    ]);
  });

  test('are empty outside of what is known', () => {
    expect(arrivals({ market: 'CHN', from: '2025-11' })).toEqual([]);
    expect(arrivals({ market: 'CHN', to: '2009-12' })).toEqual([]);
    expect(arrivals({ market: 'CHN', from: '2020-02', to: '2020-01' })).toEqual([]);
  });

  test('by purpose add up to all arrivals', () => {
    const purposes = ['tourist', 'business', 'others', 'shortExcursion'] as const;
    const year = { market: 'CHN', from: '2024-01', to: '2024-12' };
    const sum = purposes.reduce((t, purpose) => t + total(arrivalsByPurpose({ ...year, purpose })), 0);
    expect(sum).toBe(6_981_342);
    expect(total(arrivalsByPurpose({ ...year, purpose: 'tourist' }))).toBe(6_064_115);
    expect(arrivalsByPurpose({ market: 'CHN', purpose: 'tourist' })).toHaveLength(180);
  });
});

describe('misuse', () => {
  test('names the nearest known market', () => {
    expect(() => arrivals({ market: 'CHM' })).toThrow(RangeError);
    expect(() => arrivals({ market: 'CHM' })).toThrow("market: no figures for 'CHM'; did you mean 'CHN'?");
    expect(() => guestNightShares({ market: 'HKK' })).toThrow("did you mean 'HKG'?");
    expect(() => spend({ market: 'CHN', metric: 'spend_per_visitors' })).toThrow(
      "metric: no figures for 'spend_per_visitors'; did you mean 'spend_per_visitor'?",
    );
    expect(() => holidays({ kind: 'spring_festval' })).toThrow("did you mean 'spring_festival'?");
  });

  test('of names every object has is misuse too', () => {
    for (const market of ['constructor', 'toString', '__proto__', '']) {
      expect(() => arrivals({ market })).toThrow(RangeError);
      expect(() => guestNightShares({ market })).toThrow(RangeError);
    }
  });

  test('names the option that is no month', () => {
    expect(() => arrivals({ market: 'CHN', from: '2024-13' })).toThrow(
      "from: expected a month, YYYY-MM; got '2024-13'",
    );
    expect(() => exchangeRates({ pair: 'JPY/USD', to: '2024' })).toThrow(
      "to: expected a month, YYYY-MM; got '2024'",
    );
  });
});

describe('spend', () => {
  test('tells the visitor of the survey from the arrival of the statistics', () => {
    const q3 = { market: 'CHN', period: '2025Q3' };
    expect(spend({ ...q3, metric: 'spend_per_visitor' }).map((f) => f.value)).toEqual([239_162]);
    expect(spend({ ...q3, metric: 'spend_per_jnto_arrival' }).map((f) => f.value)).toEqual([213_112]);
  });

  test('per arrival is total over arrivals', () => {
    const [all] = spend({ market: 'CHN', period: '2025Q3', metric: 'total_spend' });
    const came = total(arrivals({ market: 'CHN', from: '2025-07', to: '2025-09' }));
    expect(Math.round((all!.value * 1e9) / came)).toBe(213_112);
  });

  test('carries source, day and quality with every figure, and nothing recalled', () => {
    for (const market of ['CHN', 'HKG', 'TOTAL']) {
      for (const figure of spend({ market })) {
        expect(figure.source).not.toBe('');
        expect(figure.read).toBe('2025-11-18');
        expect(['sourced', 'derived']).toContain(figure.quality);
      }
    }
  });
});

describe('guest nights', () => {
  test.each(['CHN', 'HKG', 'KOR', 'THA', 'TOTAL', 'TWN', 'USA'])(
    'of %s: 47 shares that sum to 1',
    (market) => {
      const shares = guestNightShares({ market });
      expect(shares.map((s) => s.prefecture)).toEqual(
        Array.from({ length: 47 }, (_, i) => `JP-${String(i + 1).padStart(2, '0')}`),
      );
      expect(Math.abs(shares.reduce((sum, s) => sum + s.value, 0) - 1)).toBeLessThan(47 * 2 ** -52);
      expect(shares.every((s) => s.value >= 0)).toBe(true);
    },
  );

  test('of mainland China are spent in Tokyo and Osaka before all', () => {
    const top = [...guestNightShares({ market: 'CHN' })].sort((a, b) => b.value - a.value).slice(0, 2);
    expect(top.map((s) => s.name)).toEqual(['Tokyo', 'Osaka']);
  });
});

describe('holidays', () => {
  test('Lunar New Year of the horizon', () => {
    const dates = [2025, 2026, 2027].map((year) => holidays({ year, kind: 'spring_festival' })[0]!);
    expect(dates.map((h) => [h.date, h.breakStart, h.breakEnd])).toEqual([
      ['2025-01-29', '2025-01-28', '2025-02-04'],
      ['2026-02-17', '2026-02-15', '2026-02-23'],
      ['2027-02-06', null, null],
    ]);
  });

  test('six a year from 2010 to 2027', () => {
    for (let year = 2010; year <= 2027; year++) expect(holidays({ year })).toHaveLength(6);
    expect(holidays()).toHaveLength(108);
  });
});

test('exchange rates: yen per yuan is the ratio of the rates on the dollar', () => {
  const october = { from: '2025-10', to: '2025-10' };
  expect(exchangeRates({ pair: 'JPY/USD', ...october })[0]!.value).toBe(151.3545);
  expect(exchangeRates({ pair: 'CNY/USD', ...october })[0]!.value).toBe(7.12);
  expect(exchangeRates({ pair: 'JPY/CNY', ...october })[0]!.value).toBeCloseTo(21.2577, 4);
  expect(exchangeRates({ pair: 'JPY/USD' })).toHaveLength(190);
});

test('lead times and behaviour carry the figures the preset rests on', () => {
  expect(leadTimes({ market: 'CHN' }).find((f) => f.statistic === 'nine in ten')?.value).toBe(97);
  const ramp = behaviour({ topic: 'ramp' }).filter((f) => f.subject === 'CHN_KOR_2017');
  expect(ramp.map((f) => f.value)).toEqual([0.58, 0.97, 0.93, 0.96, 1]);
});

test('facts of the days in question, none later than the 18th', () => {
  const facts = advisoryFacts({ from: '2025-11-14' });
  expect(facts[0]).toMatchObject({ period: '2025-11-14', kind: 'advisory' });
  expect(facts.filter((f) => f.unit === 'tickets').map((f) => f.value)).toEqual([491_000]);
  expect(advisoryFacts().every((f) => f.period <= '2025-11-18')).toBe(true);
});

test('published estimates hold the institute’s three figures', () => {
  const china = publishedEstimates().filter((e) => e.scope === 'china' && e.date === '2025-11-18');
  expect(china.map((e) => e.value)).toEqual(expect.arrayContaining([3.15, 1.65, -1.49]));
});

test('episodes are found by class and origin', () => {
  expect(episodes({ class: 'S3', origin: 'CHN' }).map((e) => e.id)).toEqual([
    'CHN_JPN_2012',
    'CHN_PHL_2012',
    'CHN_KOR_2017',
  ]);
  expect(episodes()).toHaveLength(49);
  expect(new Set(episodes({ class: 'S0' }).map((e) => e.id))).toEqual(
    new Set(['HKG_JPN_2010', 'HKG_JPN_2012', 'KOR_JPN_2012']),
  );
  expect(episodes({ class: 'S0', origin: 'KOR' })[0]).toMatchObject({ peakChangeYearOnYear: 0 });
});

test('every function that serves figures has its source listed', () => {
  expect(new Set(dataSources.flatMap((source) => source.functions))).toEqual(
    new Set([
      'arrivals',
      'markets',
      'arrivalsByPurpose',
      'spend',
      'guestNightShares',
      'holidays',
      'exchangeRates',
      'leadTimes',
      'behaviour',
      'episodes',
      'advisoryFacts',
      'publishedEstimates',
    ]),
  );
});
