import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { daysIn, easter, newYear } from '../../../scripts/data/baseline.ts';
import { generatedModules } from '../../../scripts/data/modules.ts';
import { marketBaseline } from '../../../scripts/data/preset.ts';
import { derivePriors, type Prior } from '../../../scripts/data/priors.ts';
import { chinaJapan2025 } from '../../../src/data/index.ts';

const root = new URL('../../../', import.meta.url);

test('the generated modules are what data/ gives', () => {
  const modules = generatedModules();
  // Forecasts and episodes come from the scripts of calibration.
  const calibrated = ['baselines.generated.ts', 'episode-records.generated.ts'];
  const found = readdirSync(new URL('src/data/', root)).filter(
    (name) => name.endsWith('.generated.ts') && !calibrated.includes(name),
  );
  expect(found.map((name) => `src/data/${name}`).sort()).toEqual([...modules.keys()].sort());
  for (const [path, text] of modules)
    expect(readFileSync(new URL(path, root), 'utf8') === text, path).toBe(true);
});

test('no file under data/ holds a recalled figure or a path of some machine', () => {
  for (const name of readdirSync(new URL('data/', root))) {
    if (!name.endsWith('.csv')) continue;
    const text = readFileSync(new URL(`data/${name}`, root), 'utf8');
    expect(/recalled|from memory|\/(home|work|build|tmp)\//.exec(text)?.[0], name).toBe(undefined);
  }
});

describe('moving feasts', () => {
  test('days of Lunar New Year by month', () => {
    // The window runs from three days before New Year's Day to six after it.
    expect([daysIn(newYear, '2025-01'), daysIn(newYear, '2025-02')]).toEqual([6, 4]); // 29 January
    expect([daysIn(newYear, '2026-01'), daysIn(newYear, '2026-02')]).toEqual([0, 10]); // 17 February
    expect([daysIn(newYear, '2027-01'), daysIn(newYear, '2027-02')]).toEqual([0, 10]); // 6 February
  });

  test('Easter Sundays', () => {
    const sundays = [2018, 2019, 2024, 2025, 2026, 2027].map((year) => easter.days.get(year));
    expect(sundays).toEqual([
      '2018-04-01',
      '2019-04-21',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
    ]);
  });

  test('New Year is worth several times its standard error in both markets', () => {
    for (const market of ['CHN', 'HKG'] as const) {
      const [feast] = marketBaseline(market).feasts;
      expect(feast!.perDay / feast!.standardError).toBeGreaterThan(2.45); // t, 6 degrees of freedom, 5%
    }
  });
});

test('the priors of falls are the moments of the six cases', () => {
  const { falls, duration } = derivePriors();
  // By hand: .35, .607, .45, .32, .3599, .7167; sd of 6 x sqrt(7/6).
  expect(falls.mean).toBeCloseTo(0.4673, 3);
  expect(falls.sd).toBeCloseTo(0.1735, 3);
  expect(Object.values(duration.cases)).toEqual([69, 369, 100, 271]);
});

describe('the sources of the preset quote the cases as they were derived', () => {
  const priors = derivePriors();
  const [mainland, hongKong] = chinaJapan2025().advisories;
  const [group, individual] = mainland!.effects;
  const [all] = hongKong!.effects;
  const percent = (v: number): string => `${Math.round(v * 100)}%`;
  const days = (v: number): string => `${Math.round(v)}`;
  const cases: readonly [string, unknown, Prior, (v: number) => string][] = [
    ['individual suppression', individual!.suppression, priors.falls, percent],
    ['individual cancellation', individual!.cancellation, priors.individualCancellation, percent],
    ['awareness', group!.halfLives.awareness, priors.awareness, days],
    ['recovery', group!.halfLives.recovery, priors.recovery, days],
    ['duration', mainland!.duration, priors.duration, days],
  ];

  test.each(cases)('%s', (_, quantity, prior, write) => {
    const { source } = quantity as { readonly source: string };
    for (const [id, value] of Object.entries(prior.cases)) expect(source).toContain(`${id} ${write(value)}`);
  });

  test('Hong Kong, and the correlation behind the factor', () => {
    const { source } = all!.suppression as { readonly source: string };
    const quoted = source.match(/\d+(?=%)/g);
    expect(quoted).toEqual(Object.values(priors.hongKong.cases).map((v) => days(v * 100)));
    // A loading on one factor, squared, is the correlation; 0.71 in the sample is 0.61 for the six cases' few degrees.
    expect(priors.loading ** 2).toBeCloseTo(Math.sqrt(1 - (1 - 0.707 ** 2) * (5 / 4)), 2);
  });
});
