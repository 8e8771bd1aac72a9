import type { EpisodeRecord } from '../calibration/episode-record.ts';
import { easter, lunarNewYear, midAutumn } from '../calibration/moving-holidays.ts';
import type { MonthlyObservation } from '../calibration/series.ts';
import { addMonths } from '../scenario/calendar.ts';
import { recordRows } from './episode-records.generated.ts';
import type { EpisodeRow } from './episode-row.ts';

/**
 * The episodes of `episodes()` that say something about how deep and how long, as `calibrateAdvisories` and `backtest`
 * read them: 21 with monthly arrivals, 26 with falls that were reported. Nothing in them is later than 18 November 2025.
 */
export function episodeRecords(): readonly EpisodeRecord[] {
  return recordRows.map((row) => ({
    id: row.id,
    event: row.event,
    class: row.class,
    onset: row.onset,
    scored: row.scored,
    ...(row.series === undefined ? {} : { series: seriesOf(row.series) }),
    falls: row.falls.map(([from, to, change, against]) => ({ from, to, change, against })),
    ...(row.recovery === null ? {} : { recovery: { kind: row.recovery[0], month: row.recovery[1] } }),
  }));
}

function seriesOf(series: NonNullable<EpisodeRow['series']>): NonNullable<EpisodeRecord['series']> {
  const history = series.values.map(
    (arrivals, m): MonthlyObservation => ({
      month: addMonths(series.start, m),
      arrivals,
    }),
  );
  return {
    history,
    until: addMonths(series.start, series.values.length - 1),
    disturbed: series.disturbed.map(([from, to]) => ({ from, to })),
    holidays: [lunarNewYear, midAutumn, easter],
  };
}

/**
 * Monthly arrivals of an episode's market, before its onset and after, up to the next shock.
 *
 * @throws RangeError where there is no such episode, or no monthly arrivals of it
 */
export function episodeArrivals(options: { readonly id: string }): readonly MonthlyObservation[] {
  const row = recordRows.find(({ id }) => id === options.id);
  if (row?.series === undefined) {
    const known = recordRows.filter(({ series }) => series !== undefined).map(({ id }) => id);
    throw new RangeError(
      `id: expected an episode with monthly arrivals (${known.join(', ')}), got ${options.id}`,
    );
  }
  return seriesOf(row.series).history;
}
