import { availableParallelism, loadavg } from 'node:os';
import { data, parallel } from './shipped.ts';
import { processorSeconds, type Spread, spread } from './timing.ts';

export interface SpeedUp {
  readonly keep: 'draws' | 'summary';
  readonly draws: number;
  /** Seconds by the clock, the workers' start included: they are threads of their own. */
  readonly one: Spread;
  readonly two: Spread;
  /** One worker's time just before and after over that of two. */
  readonly ratio: Spread;
  /** The same of processor seconds: 1 where two workers do no more work than one. It holds on a busy machine too. */
  readonly workRatio: Spread;
  /** Processors that two workers had: less than two where others are at work. */
  readonly processors: Spread;
}

export interface SpeedUps {
  readonly processors: number;
  /** Load average before the first run. */
  readonly load: number;
  /** None where there is one processor. */
  readonly measured: readonly SpeedUp[];
}

interface Cost {
  /** By the clock. */
  readonly seconds: number;
  /** Processor seconds of all threads. */
  readonly work: number;
}

const ROUNDS = 3;

/** `simulateParallel` of `chinaJapan2025` on one worker and on two, in turn. */
export async function measureSpeedUps(): Promise<SpeedUps> {
  const load = loadavg()[0]!;
  const processors = availableParallelism();
  if (processors < 2) return { processors, load, measured: [] };
  // Workers start with the flags of this process, and would load what runs TypeScript here as well.
  process.execArgv = [];
  return {
    processors,
    load,
    measured: [await measureSpeedUp('draws', 400_000), await measureSpeedUp('summary', 200_000)],
  };
}

async function measureSpeedUp(keep: SpeedUp['keep'], draws: number): Promise<SpeedUp> {
  const one = [await costOf(keep, draws, 1)];
  const two: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    two.push(await costOf(keep, draws, 2));
    one.push(await costOf(keep, draws, 1));
  }
  const ratio = (of: keyof Cost): Spread =>
    spread(two.map((cost, round) => (one[round]![of] + one[round + 1]![of]) / 2 / cost[of]));
  return {
    keep,
    draws,
    one: spread(one.map(({ seconds }) => seconds)),
    two: spread(two.map(({ seconds }) => seconds)),
    ratio: ratio('seconds'),
    workRatio: ratio('work'),
    processors: spread(two.map(({ seconds, work }) => work / seconds)),
  };
}

async function costOf(keep: SpeedUp['keep'], draws: number, workers: number): Promise<Cost> {
  const scenario = data.chinaJapan2025();
  const begun = performance.now();
  const before = processorSeconds();
  await parallel.simulateParallel({ scenario, seed: 'bench', draws, keep, workers });
  return { seconds: (performance.now() - begun) / 1e3, work: processorSeconds() - before };
}
