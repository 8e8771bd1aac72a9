import { expect, test } from 'vitest';
import { backtest, episodeForecaster, measureEpisodes } from '../../src/calibration/backtest.ts';
import { flatFall, meanFall, pointRival } from '../../src/calibration/rivals.ts';
import { improvement, summariseScores } from '../../src/calibration/score-summary.ts';
import { episodeRecords } from '../../src/data/episode-records.ts';

const episodes = episodeRecords();
const measured = measureEpisodes(episodes);
const seed = 'backtest';
const ours = backtest({ episodes, measured, model: episodeForecaster({ seed, rounds: 2000, draws: 1000 }) });

/** Standard deviation of the gain between seeds at this few rounds, from ten seeds: 0.012. Three of them. */
const chance = 0.036;

test('events that are scored', () => {
  expect([...new Set(ours.map(({ event }) => event))]).toEqual([
    'CHN_JPN_2012',
    'DOKDO_2012',
    'CHN_KOR_2017',
    'JPN_2011',
    'MERS_2015',
  ]);
  expect(ours).toHaveLength(14 * 12);
});

test.each([
  ['(b)', meanFall],
  ['(c)', flatFall],
])('a quarter below rival %s, whichever its errors', (name, point) => {
  for (const errors of ['empirical', 'normal'] as const) {
    const theirs = backtest({ episodes, measured, model: pointRival({ name, point, errors }) });
    expect(improvement(ours, theirs, seed).value).toBeGreaterThan(0.25 - chance);
  }
});

test('coverage is not rejected', () => {
  const { coverage } = summariseScores(ours, seed);
  expect(coverage).toHaveLength(4);
  for (const { lower, upper } of coverage) {
    expect(lower).toBeLessThan(0.8);
    expect(upper).toBeGreaterThan(0.8);
  }
});

test('nothing of the market is seen: a later month that changes moves no forecast', () => {
  const changed = episodes.map((record) =>
    record.id !== 'CHN_KOR_2017' || record.series === undefined
      ? record
      : {
          ...record,
          series: {
            ...record.series,
            history: record.series.history.map((one) =>
              one.month < '2017-03' || one.arrivals === null ? one : { ...one, arrivals: one.arrivals * 2 },
            ),
          },
        },
  );
  const model = (): ReturnType<typeof episodeForecaster> =>
    episodeForecaster({ seed, rounds: 200, draws: 50 });
  const forecastOf = (records: typeof episodes): readonly Float64Array[] => {
    const all = measureEpisodes(records);
    const test = all.find(({ record }) => record.id === 'CHN_KOR_2017')!;
    return model().forecast(
      test,
      all.filter(({ record }) => record.event !== 'CHN_KOR_2017'),
      records.filter(({ event }) => event !== 'CHN_KOR_2017'),
    ).members;
  };
  expect(forecastOf(changed)).toEqual(forecastOf(episodes));
});
