import { SingleBar } from 'cli-progress';
import type { Run } from 'tourism-impact';
import { type SimulateParallelOptions, simulateParallel } from 'tourism-impact/node';

/**
 * `simulateParallel` with a bar that shows how far it is and how long it will take, on a terminal; where the output is
 * piped, nothing is shown. The bar goes to standard error, so that it never stands among results.
 */
export async function simulateShown(options: SimulateParallelOptions): Promise<Run> {
  if (!process.stderr.isTTY) return simulateParallel(options);
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {percentage}% | {value} of {total} draws | {left} s left',
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(options.draws ?? 10_000, 0, { left: '?' });
  try {
    return await simulateParallel({
      ...options,
      onProgress: (progress) => {
        bar.update(progress.drawsDone, { left: Math.ceil(progress.secondsLeft) });
        options.onProgress?.(progress);
      },
    });
  } finally {
    bar.stop();
  }
}
