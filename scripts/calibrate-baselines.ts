/**
 * Writes `src/data/baselines.generated.ts`: what would have come to Japan from mainland China and from Hong Kong from
 * November 2025 on, from the figures to October 2025: `npx tsx scripts/calibrate-baselines.ts`.
 */
import { writeFileSync } from 'node:fs';
import { startBar } from '../examples/support/progress-bar.ts';
import { explainBaseline, type Intervention } from '../src/calibration/fit-baseline.ts';
import { baselineCovariance } from '../src/calibration/fitted-baseline.ts';
import { easter, lunarNewYear, midAutumn } from '../src/calibration/moving-holidays.ts';
import { cell, numeric, readRows } from './data/csv.ts';

const rows = readRows('arrivals_monthly.csv');
const last = '2025-10';
/** Closed borders; and from mainland China no groups until 10 August 2023, and few seats until the end of that year. */
const closed = (to: string): Intervention => ({ kind: 'leave-out', from: '2020-01', to });

const markets = {
  CHN: { interventions: [closed('2023-12')], note: '2020 to 2023 left out' },
  HKG: {
    interventions: [closed('2023-03'), { kind: 'leave-out', from: '2025-05', to: '2025-09' }],
    note: 'January 2020 to March 2023 and the quake rumour of May to September 2025 left out',
  },
} as const;

const bar = startBar({ total: 200, unit: 'hundredths' });
let fitted = 0;
const lines = Object.entries(markets).map(([market, { interventions, note }]) => {
  const history = rows
    .filter((row) => cell(row, 'market') === market)
    .map((row) => ({ month: cell(row, 'month'), arrivals: numeric(row, 'arrivals') }))
    .filter(({ month }) => month >= '2013-11' && month <= last);
  const fit = explainBaseline({
    history,
    horizon: 24,
    holidays: [lunarNewYear, midAutumn, easter],
    interventions,
    onProgress: (done) => bar.show(fitted + Math.round(100 * done)),
    source: `JNTO, November 2013 to October 2025, ${note}: structural time series model (docs/calibration.md)`,
  });
  fitted += 100;
  const covariance = baselineCovariance(fit.baseline);
  const { logMedian } = fit.baseline;
  bar.print(`${market} ${JSON.stringify(fit.parameters)} ${fit.observed} months`);
  bar.print(
    logMedian
      .map(
        (value, m) => `${Math.round(Math.exp(value) / 1000)} (${Math.sqrt(covariance[m * 25]!).toFixed(2)})`,
      )
      .join(' '),
  );
  return `  ${market}: ${JSON.stringify(fit.baseline)},\n`;
});

bar.stop();
const text = `// Generated from data/ by scripts/calibrate-baselines.ts. Do not edit.
import type { FittedBaseline } from '../calibration/fitted-baseline.ts';

export const baselines: Readonly<Record<'CHN' | 'HKG', FittedBaseline>> = {
${lines.join('')}};
`;
writeFileSync(new URL('../src/data/baselines.generated.ts', import.meta.url), text);
