// What must not compile of the calls. Same rules as scenario.ts.
import { simulate } from '../../src/engine/simulate.ts';
import type { Run } from '../../src/engine/types.ts';
import {
  projectArrivals,
  projectCancellations,
  projectRevenue,
} from '../../src/projections/named-projections.ts';
import { project } from '../../src/projections/project.ts';
import { scenario } from './scenario.ts';

export const run: Run = simulate({ scenario, seed: 'beijing-2025-11-18', draws: 8 });
projectArrivals({ run, by: ['month', 'flow'], months: { from: '2025-11', count: 2 }, levels: [0.5, 0.9] });
projectCancellations({ run, by: 'week', dated: 'made' });
projectRevenue({ run, measure: 'revenueLost', by: 'category' });

// @ts-expect-error TS2345: a run without a seed could not be repeated
simulate({ scenario, draws: 8 });

// @ts-expect-error TS2554: options have names: nobody remembers which number came second
simulate(scenario, 'seed');

// @ts-expect-error TS2322: a seed is text or a number; there is no seed of the clock
simulate({ scenario, seed: null });

// @ts-expect-error TS2561: a misspelt option is not ignored
simulate({ scenario, seed: 1, draw: 8 });

// @ts-expect-error TS2820: axes are a closed list
project({ run, measure: 'arrivals', by: 'mnoth' });

// @ts-expect-error TS2322: measures are a closed list
project({ run, measure: 'tourists' });

// @ts-expect-error TS2322: arrivals are not money
projectArrivals({ run, measure: 'revenueLost' });

// @ts-expect-error TS2322: money is not arrivals
projectRevenue({ run, measure: 'travelled' });

// @ts-expect-error TS2322: cancellations are dated by the day made or the day of travel
projectCancellations({ run, dated: 'today' });

// @ts-expect-error TS2540: a run is read-only
run.draws = 9;
