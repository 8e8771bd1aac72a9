import { availableParallelism, loadavg } from 'node:os';
import { data, parallel } from './shipped.ts';
import { type Spread, spread } from './timing.ts';

export interface SpeedUp {
  readonly keep: 'draws' | 'summary';
  readonly draws: number;
  /** Seconds by the clock, the workers' start included: they are threads of their own. */
  readonly one: Spread;
  readonly two: Spread;
  /** One worker's time just before and after over that of two. */
  readonly ratio: Spread;
  /** Processor seconds over seconds by the clock, of two workers: less than two where others have the processors. */
  readonly busy: Spread;
}

export interface SpeedUps {
  readonly processors: number;
  /** Load average before the first run. */
  readonly load: number;
  /** None where there is one processor. */
  readonly measured: readonly SpeedUp[];
}

const ROUNDS = 3;

/** `simulateParallel` of `chinaJapan2025` on one worker and on two, in turn. */
export async function measureSpeedUps(): Promise<SpeedUps> {
  const load = loadavg()[0]!;
  const processors = availableParallelism();
  if (processors < 2) return { processors, load, measured: [] };
  return {
    processors,
    load,
    measured: [await measureSpeedUp('draws', 400_000), await measureSpeedUp('summary', 100_000)],
  };
}

async function measureSpeedUp(keep: SpeedUp['keep'], draws: number): Promise<SpeedUp> {
  // Workers start with the flags of this process, and would load what runs TypeScript here as well.
  process.execArgv = [];
  const scenario = data.chinaJapan2025();
  const busy: number[] = [];
  const time = async (workers: number): Promise<number> => {
    const begun = performance.now();
    const usage = process.cpuUsage();
    await parallel.simulateParallel({ scenario, seed: 'bench', draws, keep, workers });
    const seconds = (performance.now() - begun) / 1e3;
    const { user, system } = process.cpuUsage(usage);
    if (workers === 2) busy.push((user + system) / 1e6 / seconds);
    return seconds;
  };
  const one = [await time(1)];
  const two: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    two.push(await time(2));
    one.push(await time(1));
  }
  return {
    keep,
    draws,
    one: spread(one),
    two: spread(two),
    ratio: spread(two.map((seconds, round) => (one[round]! + one[round + 1]!) / 2 / seconds)),
    busy: spread(busy),
  };
}
