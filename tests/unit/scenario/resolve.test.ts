import { describe, expect, it } from 'vitest';
import { listQuantities } from '../../../src/scenario/list-quantities.ts';
import { resolveScenario } from '../../../src/scenario/resolve.ts';
import type { Flow, Scenario } from '../../../src/scenario/types.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const flow = smallScenario.flows[0]!;
const resolveFlow = (changes: Partial<Flow>, months = 3) =>
  resolveScenario({
    ...smallScenario,
    calendar: { start: '2025-11-01', months },
    flows: [{ ...flow, ...changes }],
  }).flows[0]!;
const names = (scenario: Scenario) => listQuantities(resolveScenario(scenario)).map(({ name }) => name);

describe('resolveScenario', () => {
  it('fills in every default', () => {
    const resolved = resolveScenario(smallScenario);
    expect(resolved.title).toBe('');
    expect(resolved.gdp).toBeNull();
    expect(resolved.correlations).toEqual([]);
    const named = (name: string, quantity: unknown, path: string, unit: string) => ({
      name,
      quantity,
      path,
      unit,
      source: '',
    });
    expect(resolved.flows[0]).toEqual({
      id: 'china',
      origin: 'CHN',
      destination: 'JPN',
      segment: 'all',
      sector: 'tourism',
      baseline: [700_000, 600_000, 900_000].map((arrivals, index) => ({
        factor: 1,
        factors: [
          named(
            `flow/china/baseline/${['2025-11', '2025-12', '2026-01'][index]}`,
            arrivals,
            `flows[0].baseline.arrivals[${index}]`,
            'arrivals a month',
          ),
        ],
        growth: null,
        growthYears: 0,
        scores: [],
        start: [0, 30, 61][index],
      })),
      lastYear: [null, null, null],
      leadTime: [
        {
          weight: 0.4,
          mean: named('flow/china/lead-time/1', 10, 'flows[0].leadTime.components[0].mean', 'days'),
        },
        {
          weight: 0.6,
          mean: named('flow/china/lead-time/2', 40, 'flows[0].leadTime.components[1].mean', 'days'),
        },
      ],
      spend: [
        {
          category: 'all',
          amount: named('flow/china/spend', flow.spend, 'flows[0].spend', 'JPY per arrival'),
        },
      ],
      retention: [],
      nights: null,
      regions: [],
      ordinaryCancellation: named(
        'flow/china/ordinary-cancellation',
        0,
        'flows[0].ordinaryCancellation',
        'share',
      ),
      refunds: null,
      loadFactor: null,
      postponement: null,
      substitution: [],
    });
    const advisory = resolved.advisories[0]!;
    expect({ ...advisory, effects: [] }).toEqual({
      id: 'notice',
      title: '',
      track: 'notice',
      onsetDay: 13,
      delay: named('advisory/notice/delay', 0, 'advisories[0].onset.delay', 'days'),
      duration: named('advisory/notice/duration', 60, 'advisories[0].duration', 'days'),
      effects: [],
    });
    expect(advisory.effects[0]!.flows).toEqual(['china']);
    expect(advisory.effects[0]!.seatCut).toEqual(
      named('advisory/notice/effect/all/seat-cut', 0, 'advisories[0].effects[0].seatCut', 'share'),
    );
    expect(advisory.effects[0]!.cancelling.name).toBe('advisory/notice/effect/all/cancelling');
  });

  it('spreads a yearly total over the calendar months, by days unless told otherwise', () => {
    const { baseline } = resolveFlow(
      { baseline: { kind: 'annual', total: 1000, growth: 0.1, noise: 1 } },
      26,
    );
    expect(
      baseline
        .map(({ factor }) => factor * 365)
        .slice(0, 5)
        .map((x) => Math.round(x)),
    ).toEqual([30, 31, 31, 28, 31]);
    expect(baseline.slice(0, 12).reduce((sum, { factor }) => sum + factor, 0)).toBeCloseTo(1, 12);
    expect(baseline.map(({ growthYears }) => growthYears)).toEqual([
      ...Array.from({ length: 12 }, () => 0),
      ...Array.from({ length: 12 }, () => 1),
      2,
      2,
    ]);
    expect(baseline[25]!.factors.map(({ name }) => name)).toEqual([
      'flow/china/baseline/total',
      'flow/china/baseline/noise/2027-12',
    ]);
    expect(baseline[25]!.growth?.name).toBe('flow/china/baseline/growth');
    const seasons = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3, 4];
    expect(
      resolveFlow({ baseline: { kind: 'annual', total: 1, seasons } }, 4).baseline.map(
        ({ factor }) => factor,
      ),
    ).toEqual([3 / 8, 4 / 8, 0, 1 / 8]);
  });

  it('puts dated arrivals on their days, and nothing between', () => {
    const { baseline } = resolveFlow({
      baseline: {
        kind: 'dated',
        events: [
          { date: '2025-12-31', arrivals: 7 },
          { date: '2025-11-01', arrivals: 5 },
          { date: '2026-02-01', arrivals: 9 },
        ],
        noise: { kind: 'gamma', mean: 1, sd: 0.1 },
      },
    });
    expect(
      baseline.map(({ start, factor, factors }) => [start, factor, ...factors.map(({ name }) => name)]),
    ).toEqual([
      [0, 1, 'flow/china/baseline/2025-11-01', 'flow/china/baseline/noise/2025-11-01'],
      [1, 0],
      [30, 0],
      [60, 1, 'flow/china/baseline/2025-12-31', 'flow/china/baseline/noise/2025-12-31'],
      [61, 0],
    ]);
  });

  it('keeps where a baseline or a lead time comes from', () => {
    const resolved = resolveFlow({
      baseline: { kind: 'annual', total: 1, source: 'Table 1' },
      leadTime: { kind: 'mixture', components: [{ weight: 1, mean: 9 }], source: 'Table 2' },
    });
    expect(resolved.baseline[0]!.factors[0]!.source).toBe('Table 1');
    expect(resolved.leadTime[0]!.mean.source).toBe('Table 2');
    expect(resolved.spend[0]!.amount.source).toBe('');
  });

  it('multiplies a monthly baseline by its level and its noise', () => {
    const { baseline } = resolveFlow({
      baseline: {
        kind: 'monthly',
        arrivals: [1, 2, 3],
        level: 1.1,
        noise: { kind: 'gamma', mean: 1, sd: 0.1 },
      },
    });
    expect(baseline[1]!.factors.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['flow/china/baseline/2025-12', 2],
      ['flow/china/baseline/level', 1.1],
      ['flow/china/baseline/noise/2025-12', { kind: 'gamma', mean: 1, sd: 0.1 }],
    ]);
  });

  it('fits a lead time to quantiles', () => {
    const { leadTime } = resolveFlow({ leadTime: { kind: 'quantiles', median: 20, p90: 90 } });
    expect(leadTime.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    // P(lead >= j) is the sum of w q^j; half of the bookings are made later than the median.
    const later = (days: number) =>
      leadTime.reduce((sum, { weight, mean }) => {
        const q = (mean.quantity as number) / (1 + (mean.quantity as number));
        return sum + weight * q ** days;
      }, 0);
    expect(later(20)).toBeCloseTo(0.5, 6);
    expect(later(90)).toBeCloseTo(0.1, 6);
    expect(leadTime.map(({ mean }) => mean.name)).toEqual(
      leadTime.map((_, n) => `flow/china/lead-time/${n + 1}`),
    );
  });

  it('orders categories and regions by code unit', () => {
    const resolved = resolveFlow({ spend: { b: 1, a: 2, B: 3 }, regions: { '10': 0.5, '9': 0.5 } });
    expect(resolved.spend.map(({ category, amount }) => [category, amount.name])).toEqual([
      ['B', 'flow/china/spend/B'],
      ['a', 'flow/china/spend/a'],
      ['b', 'flow/china/spend/b'],
    ]);
    expect(resolved.regions.map(({ region }) => region)).toEqual(['10', '9']);
    expect(resolveFlow({ spend: { 'food and drink': 1 } }).spend[0]!.amount.path).toBe(
      'flows[0].spend["food and drink"]',
    );
  });

  it('takes a category named kind for a category', () => {
    expect(resolveFlow({ spend: { kind: 5 } }).spend.map(({ category }) => category)).toEqual(['kind']);
  });

  it('matches effects with flows by every field given', () => {
    const flows: Flow[] = [
      { ...flow, id: 'a', segment: 'group' },
      { ...flow, id: 'b', origin: 'KOR', sector: 'education' },
      { ...flow, id: 'c', segment: 'student', sector: 'education' },
    ];
    const matched = (on: object) =>
      resolveScenario({
        ...smallScenario,
        flows,
        advisories: [
          { ...smallScenario.advisories[0]!, effects: [{ ...smallScenario.advisories[0]!.effects[0]!, on }] },
        ],
      }).advisories[0]!.effects[0]!.flows;
    expect(matched({})).toEqual(['a', 'b', 'c']);
    expect(matched({ origin: 'CHN' })).toEqual(['a', 'c']);
    expect(matched({ origin: 'CHN', sector: 'education' })).toEqual(['c']);
    expect(matched({ segment: ['all', 'group'] })).toEqual(['a', 'b']);
    expect(matched({ flow: ['c', 'a'] })).toEqual(['a', 'c']);
  });
});

describe('listQuantities', () => {
  it('names every quantity as documented', () => {
    const full: Scenario = {
      ...smallScenario,
      gdp: 6e14,
      flows: [
        {
          ...flow,
          baseline: { kind: 'annual', total: 1e6, growth: 0.02, noise: 1 },
          nights: 6,
          regions: { Tokyo: 1 },
          refunds: { prepaidShare: 0.3, price: 1e5 },
          capacity: { loadFactor: 0.8 },
          postponement: { share: 0.2, halfLives: { return: 60, lapse: 90 } },
          substitution: { share: 0.1, spend: { shopping: 1 } },
        },
      ],
    };
    expect(names(full)).toEqual([
      'flow/china/baseline/total',
      'flow/china/baseline/noise/2025-11',
      'flow/china/baseline/growth',
      'flow/china/baseline/noise/2025-12',
      'flow/china/baseline/noise/2026-01',
      'flow/china/lead-time/1',
      'flow/china/lead-time/2',
      'flow/china/spend',
      'flow/china/nights',
      'flow/china/regions/Tokyo',
      'flow/china/ordinary-cancellation',
      'flow/china/refunds/prepaid-share',
      'flow/china/refunds/price',
      'flow/china/capacity/load-factor',
      'flow/china/postponement/share',
      'flow/china/postponement/return',
      'flow/china/postponement/lapse',
      'flow/china/substitution/share',
      'flow/china/substitution/spend/shopping',
      'advisory/notice/delay',
      'advisory/notice/duration',
      'advisory/notice/effect/all/suppression',
      'advisory/notice/effect/all/cancellation',
      'advisory/notice/effect/all/awareness',
      'advisory/notice/effect/all/cancelling',
      'advisory/notice/effect/all/recovery',
      'advisory/notice/effect/all/seat-cut',
      'gdp',
    ]);
  });
});
