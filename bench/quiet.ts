import { internals } from './bundle.ts';
import { overMonths } from './growth.ts';
import { library } from './shipped.ts';
import { type Spread, secondsOf, spread } from './timing.ts';

/** What a month in which nothing begins or ends takes: seconds a draw. */
export interface QuietMonth {
  /** In its closed form, with sampling and tables. */
  readonly closed: Spread;
  /** In the loop over its days, its inputs drawn beforehand. */
  readonly byDay: Spread;
  readonly ratio: Spread;
}

/** Draws of a sample in each form: differences of short samples would be noise. */
const CLOSED = 50_000;
const BY_DAY = 10_000;
const ROUNDS = 9;
const BLOCK = 256;
/** Months behind an advisory of 200 days, of which the longer has 48 more. */
const [SHORT, LONG] = [24, 72];

/** The cost of 48 months more at the end of the horizon, in both forms in turn. */
export function measureQuietMonth(): QuietMonth {
  const [short, long] = [SHORT, LONG].map((months) => overMonths(months, 1, 200));
  const simulate = (scenario: typeof short) => (): number =>
    library.simulate({ scenario: scenario!, seed: 1, draws: CLOSED }).draws;
  const more = (shorter: () => number, longer: () => number, draws: number) => (): number =>
    (-secondsOf(shorter) + secondsOf(longer)) / (LONG - SHORT) / draws;
  const closed = more(simulate(short), simulate(long), CLOSED);
  const byDay = more(dayLoop(short!), dayLoop(long!), BY_DAY);
  for (let i = 0; i < 5; i++) {
    closed();
    byDay();
  }
  const rounds = Array.from({ length: ROUNDS }, () => [closed(), byDay()] as const);
  return {
    closed: spread(rounds.map(([seconds]) => seconds)),
    byDay: spread(rounds.map(([, seconds]) => seconds)),
    ratio: spread(rounds.map(([ofClosed, ofByDay]) => ofClosed / ofByDay)),
  };
}

/** The kernel that takes every flow day by day. */
function dayLoop(scenario: ReturnType<typeof overMonths>): () => number {
  const { createFlowKernel, keyFromSeed, monthCells, parseScenario, planRun, resolveScenario, sampleInputs } =
    internals;
  const plan = planRun(resolveScenario(parseScenario(scenario)), keyFromSeed('bench'));
  const values = new Float64Array(plan.inputs.length * BLOCK);
  sampleInputs(plan.inputs, plan.key)(0, BLOCK, values, BLOCK);
  const kernel = createFlowKernel(plan, plan.flows[0]!, monthCells(plan.monthStarts));
  return () => {
    for (let draw = 0; draw < BY_DAY; draw++) kernel.run(values, BLOCK, draw % BLOCK);
    return kernel.counts[0]!;
  };
}
