/** Prints the scores of the leave-one-event-out backtest: `npx tsx scripts/calibrate-backtest.ts`. */
import { backtest, episodeForecaster, measureEpisodes } from '../src/calibration/backtest.ts';
import { rivals } from '../src/calibration/rivals.ts';
import { improvement, summariseScores } from '../src/calibration/score-summary.ts';
import { updatedForecaster } from '../src/calibration/updated-forecaster.ts';
import { episodeRecords } from '../src/data/episode-records.ts';

const episodes = episodeRecords();
const measured = measureEpisodes(episodes);
const seed = 'backtest';
const ours = backtest({ episodes, measured, model: episodeForecaster({ seed }) });
const percent = (value: number): string => `${(100 * value).toFixed(1)}%`;

const own = summariseScores(ours, seed);
console.log(
  'ours',
  own.crps.toFixed(4),
  [...own.byEvent].map(([event, score]) => `${event} ${score.toFixed(3)}`).join(', '),
);
console.log('by months 0-2, 3-5, 6-11:', own.byBand.map((score) => score.toFixed(3)).join(', '));
console.log(
  'coverage of 80%, all and by months:',
  own.coverage
    .map(({ value, lower, upper }) => `${percent(value)} [${percent(lower)}, ${percent(upper)}]`)
    .join('; '),
);
for (const model of rivals) {
  const theirs = backtest({ episodes, measured, model });
  const score = summariseScores(theirs, seed);
  const gain = improvement(ours, theirs, seed);
  console.log(
    model.name.padEnd(58),
    score.crps.toFixed(4),
    `ours is ${percent(gain.value)} below, 80% lower bound ${percent(gain.lower)}; coverage`,
    score.coverage.map(({ value }) => percent(value)).join(' '),
    [...score.byEvent].map(([event, s]) => `${event} ${s.toFixed(3)}`).join(', '),
  );
}

// The draws of one forecast, weighted by the first months that came in: months after those alone.
const base = episodeForecaster({ seed, draws: 20_000 });
const before = backtest({ episodes, measured, model: base });
for (const months of [1, 3]) {
  const after = backtest({ episodes, measured, model: updatedForecaster(base, months) });
  const rest = (cases: typeof after): typeof after => cases.filter(({ month }) => month >= months);
  const gain = improvement(rest(after), rest(before), seed);
  console.log(
    `updated after ${months}: ${percent(gain.value)} below, 80% lower bound ${percent(gain.lower)}`,
  );
}
