import type { Axis, Measure, MonthWindow, Run } from '../../engine/types.ts';
import { type Probability, probability } from '../../projections/probability.ts';
import { project } from '../../projections/project.ts';
import type { Projection } from '../../projections/types.ts';
import type { Threshold } from '../loss-chart.ts';

/** Everything that the report says, draws and lists: projections of one run over one window. */
export interface ReportFacts {
  readonly run: Run;
  readonly months: MonthWindow;
  readonly arrivals: Projection;
  readonly arrivalsByMonth: Projection;
  readonly baseline: Projection;
  readonly baselineByMonth: Projection;
  /** Without rows where nobody would come in any case. */
  readonly change: Projection;
  readonly changeByMonth: Projection;
  readonly cancellations: Projection;
  readonly cancellationsByWeek: Projection;
  readonly lost: Projection;
  readonly lostNet: Projection;
  readonly lostShare: Projection;
  readonly lostByMonth: Projection;
  readonly lostByFlow: Projection;
  /** Null where no flow has regions. */
  readonly lostByRegion: Projection | null;
  /** Null where spending has no categories. */
  readonly lostByCategory: Projection | null;
  /** Null where the scenario has no GDP. */
  readonly lostOfGdp: Projection | null;
  readonly thresholds: readonly (Threshold & { readonly chance: Probability })[];
}

/** Reads the facts from a run. Thresholds need random draws: a median case has none. */
export function reportFacts({
  run,
  months,
  thresholds,
}: {
  readonly run: Run;
  readonly months: MonthWindow;
  readonly thresholds: readonly Threshold[];
}): ReportFacts {
  const ask = (measure: Measure, by: Axis = 'total'): Projection => project({ run, measure, by, months });
  const { flows, gdp } = run.scenario;
  const random = run.sampling.kind !== 'median';
  return {
    run,
    months,
    arrivals: ask('arrivals'),
    arrivalsByMonth: ask('arrivals', 'month'),
    baseline: ask('baseline'),
    baselineByMonth: ask('baseline', 'month'),
    change: ask('changeOnBaseline'),
    changeByMonth: ask('changeOnBaseline', 'month'),
    cancellations: ask('cancellations'),
    cancellationsByWeek: ask('cancellations', 'week'),
    lost: ask('revenueLost'),
    lostNet: ask('revenueLostNet'),
    lostShare: ask('revenueLostShare'),
    lostByMonth: ask('revenueLost', 'month'),
    lostByFlow: ask('revenueLost', 'flow'),
    lostByRegion: flows.some(({ regions }) => regions.length > 0) ? ask('revenueLost', 'region') : null,
    lostByCategory: flows.some(({ spend }) => spend.length > 1) ? ask('revenueLost', 'category') : null,
    lostOfGdp: gdp === null ? null : ask('revenueLostOfGdp'),
    thresholds: random
      ? thresholds.map((threshold) => ({
          ...threshold,
          chance: probability({ run, measure: 'revenueLost', months, above: threshold.value }),
        }))
      : [],
  };
}
