import type { Seed } from '../random/key.ts';
import type { BacktestCase } from './backtest.ts';
import { NumberSource } from './number-source.ts';

/** Bands of months from the onset that are looked at apart. */
export const monthBands: readonly (readonly [from: number, to: number])[] = [
  [0, 2],
  [3, 5],
  [6, 11],
];

/** Means over the events, each counting once whatever its number of markets. */
export interface ScoreSummary {
  readonly crps: number;
  readonly byEvent: ReadonlyMap<string, number>;
  /** Months 0-2, 3-5, 6-11. */
  readonly byBand: readonly number[];
  /** Of the central 80% intervals: overall, then by band, with what a bootstrap of events says (95%). */
  readonly coverage: readonly { readonly value: number; readonly lower: number; readonly upper: number }[];
}

export function summariseScores(cases: readonly BacktestCase[], seed: Seed): ScoreSummary {
  const crps = (one: BacktestCase): number => one.crps;
  const inside = (one: BacktestCase): number => (one.pit >= 0.1 && one.pit <= 0.9 ? 1 : 0);
  const bands = [[0, 11] as const, ...monthBands];
  return {
    crps: mean([...byEvent(cases, crps).values()]),
    byEvent: byEvent(cases, crps),
    byBand: monthBands.map((band) => mean([...byEvent(within(cases, band), crps).values()])),
    coverage: bands.map((band) => {
      const events = [...byEvent(within(cases, band), inside).values()];
      const resampled = bootstrap(events.length, seed, (picked) => mean(picked.map((i) => events[i]!)));
      return { value: mean(events), lower: quantile(resampled, 0.025), upper: quantile(resampled, 0.975) };
    }),
  };
}

/**
 * By how much one model's score is below another's, as a share of the other's; and the lower end of the 80% interval of a bootstrap of events.
 */
export function improvement(
  ours: readonly BacktestCase[],
  theirs: readonly BacktestCase[],
  seed: Seed,
): { readonly value: number; readonly lower: number } {
  const a = byEvent(ours, ({ crps }) => crps);
  const b = byEvent(theirs, ({ crps }) => crps);
  const pairs = [...a].map(([event, score]) => [score, b.get(event)!] as const);
  const below = (picked: readonly number[]): number =>
    1 - mean(picked.map((i) => pairs[i]![0])) / mean(picked.map((i) => pairs[i]![1]));
  const all = pairs.map((_, i) => i);
  return { value: below(all), lower: quantile(bootstrap(pairs.length, seed, below), 0.1) };
}

const RESAMPLES = 4000;

function bootstrap(count: number, seed: Seed, of: (picked: readonly number[]) => number): number[] {
  const source = new NumberSource(seed, 'scores/bootstrap');
  return Array.from({ length: RESAMPLES }, () =>
    of(Array.from({ length: count }, () => Math.floor(source.uniform() * count))),
  );
}

function within(
  cases: readonly BacktestCase[],
  [from, to]: readonly [number, number],
): readonly BacktestCase[] {
  return cases.filter(({ month }) => month >= from && month <= to);
}

function byEvent(
  cases: readonly BacktestCase[],
  value: (one: BacktestCase) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number[]>();
  for (const one of cases) sums.set(one.event, [...(sums.get(one.event) ?? []), value(one)]);
  return new Map([...sums].map(([event, values]) => [event, mean(values)]));
}

function quantile(values: readonly number[], p: number): number {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length - 1, Math.floor(p * ascending.length))]!;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
