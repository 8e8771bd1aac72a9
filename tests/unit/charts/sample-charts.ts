import {
  barChart,
  type ChartSpec,
  comparisonChart,
  episodesChart,
  fanChart,
  lossChart,
  priorPosteriorChart,
  stagesChart,
  tileChart,
} from '../../../src/charts/index.ts';
import { chinaJapan2025 } from '../../../src/data/china-japan-2025.ts';
import { dispute2025 } from '../../../src/data/index.ts';
import { medianCase, simulate } from '../../../src/engine/simulate.ts';
import type { Run } from '../../../src/engine/types.ts';
import { compare } from '../../../src/projections/compare.ts';
import { project } from '../../../src/projections/project.ts';
import { projectStages } from '../../../src/projections/project-stages.ts';

const scenario = chinaJapan2025();
const seed = 'charts';

export const run: Run = simulate({ scenario, seed, draws: 64 });
const calm = simulate({ scenario: { ...scenario, advisories: [] }, seed, draws: 64 });
const median = medianCase({ scenario });
const dispute = simulate({ scenario: dispute2025(), seed, draws: 32 });
const year = { from: '2025-11', count: 12 };

const episodeMonths = [1, 0.7, 0.6].map((value, month) => ({
  month,
  median: value,
  intervals: [
    { level: 0.8, lower: value - 0.2, upper: value + 0.2 },
    { level: 0.95, lower: value - 0.4, upper: value + 0.4 },
  ],
  observed: month === 1 ? null : value - 0.05,
  counterfactual: 1,
}));

/** One chart of every kind, and of the kinds of figures and rows that charts may meet. */
export const sampleCharts: Readonly<Record<string, ChartSpec>> = {
  fan: fanChart({
    projection: project({ run, measure: 'arrivals', by: 'month' }),
    counterfactual: project({ run, measure: 'baseline', by: 'month' }),
    days: [{ date: '2025-11-14', label: 'advice' }],
    source: 'JNTO',
  }),
  'fan of shares': fanChart({ projection: project({ run, measure: 'changeOnBaseline', by: 'month' }) }),
  'fan of years': fanChart({
    projection: project({ run, measure: 'revenueLost', by: 'year', levels: [0.5, 0.8, 0.95] }),
  }),
  'fan of a median case': fanChart({ projection: project({ run: median, measure: 'arrivals', by: 'week' }) }),
  'bars of weeks': barChart({
    projection: project({ run, measure: 'cancellations', by: 'week', months: year }),
  }),
  'bars of regions': barChart({
    projection: project({ run, measure: 'revenueLost', by: 'region' }),
    names: { 'JP-13': 'Tokyo' },
    top: 5,
  }),
  'bars of a median case': barChart({
    projection: project({ run: median, measure: 'revenueLost', by: 'flow' }),
  }),
  tiles: tileChart({ projection: project({ run, measure: 'revenueLost', by: 'region' }) }),
  loss: lossChart({
    run,
    measure: 'revenueLost',
    months: year,
    thresholds: [{ value: 1.79e12, label: 'published' }, { value: 1e11 }],
  }),
  'loss of nothing': lossChart({ run: calm, measure: 'revenueLost' }),
  'difference by month': comparisonChart({
    comparison: compare({ base: calm, other: run, measure: 'revenue', by: 'month' }),
  }),
  'difference by flow': comparisonChart({
    comparison: compare({ base: calm, other: run, measure: 'revenue', by: 'flow' }),
  }),
  'difference of totals': comparisonChart({
    comparison: compare({ base: calm, other: run, measure: 'arrivals' }),
  }),
  stages: stagesChart({ stages: projectStages({ run: dispute }) }),
  'stages given': stagesChart({ stages: projectStages({ run: dispute, given: { stage: 'easing' } }) }),
  learnt: priorPosteriorChart({
    learnt: [
      { name: 'suppression', prior: { mean: 0.45, sd: 0.15 }, posterior: { mean: 0.52, sd: 0.08 } },
      { name: 'duration', prior: { mean: 300, sd: 200 }, posterior: { mean: 350, sd: 190 } },
    ],
  }),
  episodes: episodesChart({
    episodes: [
      { title: 'Korea 2017', months: episodeMonths },
      { title: 'Japan 2012', months: episodeMonths },
    ],
  }),
};
