import type { Scenario } from 'tourism-impact';
import { sameWork } from './rivals/same-work.ts';
import { library } from './shipped.ts';
import { type Spread, secondsOf, spread } from './timing.ts';

export interface Growth {
  readonly what: string;
  readonly points: readonly { readonly size: number; readonly seconds: number }[];
  /** 1 for a cost in proportion to the size. */
  readonly exponent: Spread;
}

const ROUNDS = 7;

/** What the cost does as a scenario grows in one direction. */
export function measureGrowth(): Growth[] {
  const directions = [
    ['draws', [4000, 16_000, 64_000, 256_000], (size) => [sameWork(1), size]],
    ['flows', [1, 4, 8, 16], (size) => [sameWork(size), 10_000]],
    ['months', [12, 24, 48, 96], (size) => [overMonths(size), 20_000]],
    ['advisories on a flow', [1, 2, 4, 8], (size) => [overMonths(24, size), 1000]],
  ] as const satisfies readonly (readonly [string, readonly number[], Run])[];
  return directions.map(([what, sizes, run]) => grow(what, sizes, run));
}

/** Scenario and draws of a size. */
type Run = (size: number) => readonly [scenario: Scenario, draws: number];

/** All sizes in turn, round by round, so that a slow minute of the machine slows them all. */
function grow(what: string, sizes: readonly number[], run: Run): Growth {
  const work = sizes.map((size) => {
    const [scenario, draws] = run(size);
    return (): number => library.simulate({ scenario, seed: 1, draws }).draws;
  });
  for (const once of work) for (let i = 0; i < 10; i++) once();
  const rounds = Array.from({ length: ROUNDS }, () => work.map((once) => secondsOf(once)));
  return {
    what,
    points: sizes.map((size, i) => ({ size, seconds: spread(rounds.map((seconds) => seconds[i]!)).median })),
    exponent: spread(rounds.map((seconds) => slope(sizes.slice(1), seconds.slice(1)))),
  };
}

/** The same work over another number of months and advisories, which may all last as long as is known. */
export function overMonths(months: number, advisories = 1, duration?: number): Scenario {
  const scenario = sameWork(1);
  const flow = scenario.flows[0]!;
  const first = { ...scenario.advisories[0]!, ...(duration !== undefined && { duration }) };
  const arrivals = Array.from({ length: months }, () => 600_000);
  const noise = { kind: 'lognormal', mean: 1, sd: 0.05 } as const;
  return {
    ...scenario,
    calendar: { ...scenario.calendar, months },
    flows: [{ ...flow, baseline: { kind: 'monthly', arrivals, noise } }],
    advisories: Array.from({ length: advisories }, (_, i) => ({ ...first, id: `${first.id}-${i}` })),
  };
}

/** The slope of log(seconds) on log(size), by least squares. */
function slope(sizes: readonly number[], seconds: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = seconds.map(Math.log);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  return mean(x.map((value, i) => (value - mx) * (y[i]! - my))) / mean(x.map((value) => (value - mx) ** 2));
}
