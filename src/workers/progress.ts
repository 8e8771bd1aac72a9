/** How far a run is. */
export interface Progress {
  /** Share of the draws that are done, from 0 to 1; never falls, and ends at 1. */
  readonly fraction: number;
  readonly drawsDone: number;
  readonly draws: number;
  /** Mean rate since the start. */
  readonly drawsPerSecond: number;
  /** At the mean rate. */
  readonly secondsLeft: number;
  /** How many workers are at work; 0 where this thread does the work itself. */
  readonly workers: number;
}

/** Least time between two reports, in ms: those who listen may draw something on a screen. */
const INTERVAL = 50;

/** Counts draws as they are done, and reports them now and then, and when all are. `now` is a clock in milliseconds. */
export function countProgress(
  draws: number,
  now: () => number,
  report: ((progress: Progress) => void) | undefined,
): (done: number, workers: number) => void {
  const start = now();
  let drawsDone = 0;
  let last = Number.NEGATIVE_INFINITY;
  return (done, workers) => {
    drawsDone += done;
    const time = now();
    if (drawsDone < draws && time - last < INTERVAL) return;
    last = time;
    // A clock may stand still between two calls: a thousandth of a millisecond stands for less.
    const seconds = Math.max(time - start, 1e-3) / 1e3;
    const drawsPerSecond = drawsDone / seconds;
    report?.({
      fraction: drawsDone / draws,
      drawsDone,
      draws,
      drawsPerSecond,
      secondsLeft: (draws - drawsDone) / drawsPerSecond,
      workers,
    });
  };
}
