import type { ResolvedScenario } from '../scenario/resolved.ts';
import { layOut } from './layout.ts';
import { measures } from './measures.ts';
import type { PanelSpec } from './panel-spec.ts';
import type { Plan } from './plan.ts';
import { type SimpleMeasure, termsOf } from './terms.ts';
import type { Axis, MonthWindow } from './types.ts';

/** Measures whose months and flows are kept in memory; all others are computed again when they are asked for. */
const KEPT: readonly (readonly [SimpleMeasure, 'travel' | 'made'])[] = [
  ['arrivals', 'travel'],
  ['cancellations', 'travel'],
  ['revenueLost', 'travel'],
];

export interface KeptPanel {
  readonly key: string;
  readonly spec: PanelSpec;
}

/** Name under which a run keeps a panel; measures that do not know the day they were made have one dating. */
export function panelKey(measure: SimpleMeasure, dated: 'travel' | 'made', axis: Axis): string {
  const dating = measure === 'cancellations' ? dated : 'travel';
  return `${measure}/${dating}/${axis}`;
}

export function wholeWindow(scenario: ResolvedScenario): MonthWindow {
  return { from: scenario.calendar.months[0]!, count: scenario.calendar.months.length };
}

/** The panels that a run keeps: each measure by month over all flows, and by flow over all months. */
export function keptPanels(scenario: ResolvedScenario, plan: Plan): KeptPanel[] {
  return (['month', 'flow'] as const).flatMap((axis) => {
    const layout = layOut(scenario, plan, [axis], wholeWindow(scenario));
    return KEPT.map(([measure, dated]) => ({
      key: panelKey(measure, dated, axis),
      spec: {
        layout,
        terms: termsOf(measure, dated),
        stock: measures[measure].kind === 'stock',
        cumulative: false,
      },
    }));
  });
}
