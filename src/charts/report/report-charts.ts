import type { Projection } from '../../projections/types.ts';
import { dateOfDay } from '../../scenario/calendar.ts';
import { barChart } from '../bar-chart.ts';
import type { ChartSpec } from '../chart-spec.ts';
import { fanChart } from '../fan-chart.ts';
import { japanTiles } from '../japan-tiles.ts';
import { lossChart } from '../loss-chart.ts';
import type { MarkedDay } from '../marked-days.ts';
import { tileChart } from '../tile-chart.ts';
import type { ReportFacts } from './report-facts.ts';
import { isLoss } from './sentences.ts';

/** A share of the largest week below which the weeks at both ends are left out. */
const FAINT = 0.005;

/** The pictures of the report, in order: those that have something to show. */
export function reportCharts(
  facts: ReportFacts,
  names: Readonly<Record<string, string>>,
  source: string | undefined,
): readonly ChartSpec[] {
  const { run, months, arrivalsByMonth, baselineByMonth, lostByFlow, lostByRegion, thresholds } = facts;
  const said = source === undefined ? {} : { source };
  const weeks = withoutFaintEnds(facts.cancellationsByWeek);
  const loses = isLoss(facts);
  return [
    fanChart({
      ...said,
      projection: arrivalsByMonth,
      counterfactual: baselineByMonth,
      days: onsets(facts),
      title: 'Arrivals by month, with and without the advisories',
      height: 230,
    }),
    ...(weeks.rows.length < 2
      ? []
      : [
          barChart({
            ...said,
            projection: weeks,
            title: 'Cancellations by the week in which they are made',
            height: 200,
          }),
        ]),
    ...(run.sampling.kind === 'median' || !loses
      ? []
      : [
          lossChart({
            ...said,
            run,
            months,
            measure: 'revenueLost',
            thresholds: thresholds.map(withoutChance),
          }),
        ]),
    ...(lostByFlow.rows.length < 2 || !loses ? [] : [barChart({ ...said, projection: lostByFlow, names })]),
    ...(lostByRegion === null || lostByRegion.rows.length < 2 || !loses
      ? []
      : [regions(lostByRegion, names, said)]),
  ];
}

function withoutChance({ value, label }: ReportFacts['thresholds'][number]): {
  value: number;
  label?: string;
} {
  return label === undefined ? { value } : { value, label };
}

function regions(
  projection: Projection,
  names: Readonly<Record<string, string>>,
  said: { readonly source?: string },
): ChartSpec {
  const tiled = projection.rows.every(({ region }) => japanTiles.some((tile) => tile.region === region));
  return tiled ? tileChart({ ...said, projection }) : barChart({ ...said, projection, names, top: 20 });
}

/** First days of the advisories in the window, each day once. */
function onsets({ run, months }: ReportFacts): readonly MarkedDay[] {
  const { advisories, calendar } = run.scenario;
  const first = calendar.months.indexOf(months.from);
  const [from, to] = [calendar.monthStarts[first]!, calendar.monthStarts[first + months.count]!];
  const marked = new Map<number, string>();
  for (const { onsetDay, title, id } of advisories) {
    if (onsetDay < from || onsetDay >= to || marked.has(onsetDay)) continue;
    marked.set(onsetDay, title === '' ? id : title);
  }
  return [...marked]
    .sort(([a], [b]) => a - b)
    .slice(0, 4)
    .map(([day, label]) => ({ date: dateOfDay(calendar.startDay + day), label }));
}

/** The weeks from the first to the last with something to see. */
function withoutFaintEnds(projection: Projection): Projection {
  const largest = projection.rows.reduce((most, { mean }) => Math.max(most, mean), 0);
  const seen = projection.rows
    .map(({ mean }, index) => (mean > FAINT * largest ? index : -1))
    .filter((i) => i >= 0);
  if (seen.length === 0) return { ...projection, rows: [] };
  return { ...projection, rows: projection.rows.slice(seen[0]!, seen[seen.length - 1]! + 1) };
}
