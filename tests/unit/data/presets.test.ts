import { describe, expect, test } from 'vitest';
import {
  arrivals,
  beyondTourism2025,
  chinaJapan2025,
  dispute2025,
  instituteEstimate2025,
} from '../../../src/data/index.ts';
import type { Scenario } from '../../../src/scenario/types.ts';

/** Paths of quantities and lead times that do not say where they come from. */
function unsourced(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => unsourced(item, `${path}[${i}]`));
  const record = value as Readonly<Record<string, unknown>>;
  const own = 'kind' in record && typeof record.source !== 'string' ? [path] : [];
  // The parts of a mixture are covered by the mixture's source, a month's arrivals by the baseline's.
  const within = record.kind === 'mixture' || record.kind === 'monthly' ? ['of', 'arrivals'] : [];
  const children = Object.entries(record).flatMap(([key, child]) => {
    if (within.includes(key) || key === 'factors') return [];
    const bare = typeof child === 'number' && quantities.includes(key) ? [`${path}.${key}`] : [];
    return [...bare, ...unsourced(child, `${path}.${key}`)];
  });
  return [...own, ...children];
}

const quantities = [
  ...[
    'spend',
    'nights',
    'ordinaryCancellation',
    'gdp',
    'total',
    'growth',
    'level',
    'noise',
    'duration',
    'delay',
  ],
  ...['suppression', 'cancellation', 'awareness', 'cancelling', 'recovery', 'seatCut'],
  ...['sojourn', 'weight', 'factor'],
];

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

const presets: readonly (readonly [string, () => Scenario])[] = [
  ['chinaJapan2025', chinaJapan2025],
  ['dispute2025', dispute2025],
  ['beyondTourism2025', beyondTourism2025],
  ['instituteEstimate2025', instituteEstimate2025],
];

describe.each(presets)('%s', (_, preset) => {
  test('is JSON, new at every call, and the same', () => {
    expect(JSON.parse(JSON.stringify(preset()))).toEqual(preset());
    expect(preset()).not.toBe(preset());
  });

  test('names a source for every quantity', () => {
    expect(unsourced(preset())).toEqual([]);
  });
});

test('the search for sources sees a bare number and a distribution without one', () => {
  const bare = {
    advisories: [{ duration: 90, effects: [{ suppression: { kind: 'beta', mean: 0.5, sd: 0.1 } }] }],
  };
  expect(unsourced(bare)).toEqual(['.advisories[0].duration', '.advisories[0].effects[0].suppression']);
});

describe('chinaJapan2025', () => {
  const scenario = chinaJapan2025();
  const [group, individual, hongKong] = scenario.flows;
  const medians = (flow: typeof group): readonly number[] =>
    flow!.baseline.kind === 'fitted' ? flow!.baseline.logMedian.map(Math.exp) : [];

  test('group and individual are the whole of mainland China last year', () => {
    const last = arrivals({ market: 'CHN', from: '2024-11', to: '2025-10' }).map((row) => row.arrivals);
    for (let month = 0; month < 12; month++) {
      expect(group!.lastYear![month]! + individual!.lastYear![month]!).toBe(last[month]);
    }
    const hongKongLast = arrivals({ market: 'HKG', from: '2024-11', to: '2025-10' }).map(
      (row) => row.arrivals,
    );
    expect(hongKong!.lastYear!.slice(0, 12)).toEqual(hongKongLast);
    expect(hongKong!.lastYear!.slice(12)).toEqual(Array(12).fill(null));
  });

  test('the two mainland flows are shares of one forecast and err together', () => {
    const [first, second] = [group!.baseline, individual!.baseline];
    if (first.kind !== 'fitted' || second.kind !== 'fitted') throw new Error('not fitted');
    const { share: groups, ...forecast } = first;
    const { share: others, ...same } = second;
    expect(forecast).toEqual(same);
    expect(forecast.sharedAs).toBe('mainland');
    expect(
      [groups, others].map((q) => (typeof q === 'object' && q.kind === 'constant' ? q.value : 0)),
    ).toEqual([0.12, 0.88]);
  });

  test('the forecast grows on the last year, by less than arrivals did in it', () => {
    const recent = (from: string, to: string): number =>
      sum(arrivals({ market: 'CHN', from, to }).map((row) => row.arrivals));
    const grown = recent('2024-11', '2025-10') / recent('2023-11', '2024-10') - 1;
    const growth = sum(medians(individual).slice(0, 12)) / recent('2024-11', '2025-10') - 1;
    expect(growth).toBeGreaterThan(-0.1);
    expect(growth).toBeLessThan(grown);
  });

  test('New Year moves from January into February', () => {
    // January and February 2025 held 6 and 4 days of the feast, those of 2026 hold 0 and 10.
    const last = arrivals({ market: 'CHN', from: '2024-11', to: '2025-10' }).map((row) => row.arrivals);
    const change = (month: number): number => medians(individual)[month]! / last[month]!;
    expect(change(2)).toBeLessThan(change(1));
    expect(change(3)).toBeGreaterThan(change(2));
  });

  test('all that is uncertain of the advisories hangs together by factors whose squares sum to 1', () => {
    const uncertain = scenario.advisories.flatMap(({ duration, effects }) => [
      duration,
      ...effects.flatMap(({ suppression, cancellation, halfLives }) => [
        suppression,
        cancellation,
        ...Object.values(halfLives),
      ]),
    ]);
    expect(uncertain).toHaveLength(17);
    for (const quantity of uncertain) {
      if (typeof quantity === 'number') throw new Error('a bare number');
      const explained = sum(Object.values(quantity.factors!).map((loading) => loading * loading));
      expect(explained).toBeLessThanOrEqual(1);
      expect(explained).toBeGreaterThan(0.999);
    }
    const [china, hongKongs] = scenario.advisories;
    expect(china!.duration).toEqual(hongKongs!.duration);
  });

  test('prefecture shares sum to 1', () => {
    for (const flow of scenario.flows) {
      const shares = Object.values(flow.regions!).map((q) =>
        typeof q === 'object' && q.kind === 'constant' ? q.value : 0,
      );
      expect(shares).toHaveLength(47);
      expect(sum(shares)).toBeCloseTo(1, 12);
    }
  });

  test('spend by category adds up to the yearly figure per arrival', () => {
    const mean = (flow: typeof group): number =>
      sum(
        Object.values(flow!.spend).map((q) =>
          typeof q === 'object' && 'mean' in q ? (q.mean as number) : 0,
        ),
      );
    // 437.3 + 544.3 + 516.0 + 590.1 billion yen over 9,221,059 arrivals; categories are rounded to 100 yen.
    expect(Math.abs(mean(group) - 2087.7e9 / 9_221_059)).toBeLessThan(250);
    expect(Math.abs(mean(hongKong) - 564.4e9 / 2_534_058)).toBeLessThan(250);
  });
});
