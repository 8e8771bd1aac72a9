/** Times of repeated work: the middle half of what was seen. */
export interface Spread {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly samples: number;
}

/** Median and quartiles (linear between order statistics). */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number): number => {
    const rank = p * (sorted.length - 1);
    const below = Math.floor(rank);
    const low = sorted[below]!;
    return low + (rank - below) * ((sorted[below + 1] ?? low) - low);
  };
  return { median: at(0.5), lower: at(0.25), upper: at(0.75), samples: values.length };
}

export function scale({ median, lower, upper, samples }: Spread, by: number): Spread {
  return { median: median * by, lower: lower * by, upper: upper * by, samples };
}

/** Where results go, so that no compiler can leave out the work they come from. */
let sink = 0;

/** Throws where some work gave no number: a benchmark of failures measures nothing. */
export function checkSink(): void {
  if (!Number.isFinite(sink)) throw new Error('a benchmarked piece of work did not return a finite number');
}

/**
 * Processor seconds of this process so far, the threads of its compiler and its garbage collector included. On an idle
 * machine they pass as the clock does; on a busy one the clock would tell of the others.
 */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export function secondsOf(work: () => number): number {
  const begun = processorSeconds();
  sink += work();
  return processorSeconds() - begun;
}

/** Long enough that the clock's own grain does not show. */
const SHORTEST_SAMPLE = 0.01;

/**
 * Seconds of one call of `work`, warmed up. Work that is over too soon to be timed is repeated within a sample, as
 * often as it takes.
 */
export function measure(work: () => number, samples = 15): Spread {
  let calls = 1;
  const sample = (): number =>
    secondsOf(() => {
      let sum = 0;
      for (let i = 0; i < calls; i++) sum += work();
      return sum;
    });
  while (sample() < SHORTEST_SAMPLE) calls *= 2;
  for (let i = 0; i < 5; i++) sample();
  return scale(spread(Array.from({ length: samples }, sample)), 1 / calls);
}

/**
 * Twenty million multiplications and additions, each waiting for the last: a yardstick of the processor, to hold times
 * from different machines against each other.
 */
export function probe(): number {
  let x = 0.5;
  for (let i = 0; i < 20_000_000; i++) x = x * 0.999999 + 1e-7;
  return x;
}
